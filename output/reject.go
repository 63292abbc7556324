package output

import "zhibiao/normalize"

// RejectRow is an input or a mention that yielded nothing, and why.
type RejectRow struct {
	Source string `parquet:"source"`
	DocID  string `parquet:"doc_id,optional,dict"`
	What   string `parquet:"what,dict"`
	Start  *int32 `parquet:"start,optional"`
	End    *int32 `parquet:"end,optional"`
	Text   string `parquet:"text,optional"`
	Reason string `parquet:"reason"`
	Cure   string `parquet:"cure,optional,dict"`
}

// The things that a reject can be.
const (
	rejectInput   = "input"
	rejectMention = "mention"
)

// NewReject returns the rows of an input that could not be read: one reject.
func NewReject(src Source, reason, cure string) Rows {
	return Rows{Rejects: []RejectRow{{Source: src.Path, What: rejectInput, Reason: reason, Cure: cure}}}
}

func missRows(in places, src Source, misses []normalize.Miss) []RejectRow {
	rows := make([]RejectRow, 0, len(misses))
	for _, m := range misses {
		start, end := in.points(m.Span)
		rows = append(rows, RejectRow{
			Source: src.Path, DocID: in.doc.ID, What: rejectMention,
			Start: &start, End: &end, Text: m.Text, Reason: m.Reason, Cure: m.Cure,
		})
	}
	return rows
}
