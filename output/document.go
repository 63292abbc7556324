package output

import (
	"strings"

	"zhibiao/report"
)

// DocumentRow is an input that was read, with what is known of it.
type DocumentRow struct {
	DocID       string `parquet:"doc_id,dict"`
	Source      string `parquet:"source"`
	Format      string `parquet:"format,optional,dict"`
	Encoding    string `parquet:"encoding,optional,dict"`
	Title       string `parquet:"title,optional"`
	DocType     string `parquet:"doc_type,optional,dict"`
	RegionCode  string `parquet:"region_code,optional,dict"`
	Region      string `parquet:"region,optional,dict"`
	CodeNow     string `parquet:"region_code_now,optional,dict"`
	Prefecture  string `parquet:"prefecture,optional,dict"`
	Province    string `parquet:"province,optional,dict"`
	Level       string `parquet:"level,optional,dict"`
	ReportYear  int32  `parquet:"report_year,optional"`
	ReviewStart int32  `parquet:"review_start,optional"`
	ReviewEnd   int32  `parquet:"review_end,optional"`
	PlanStart   int32  `parquet:"plan_start,optional"`
	PlanEnd     int32  `parquet:"plan_end,optional"`
	Complete    bool   `parquet:"complete"`
	Evidence    string `parquet:"evidence,optional"`
	Chars       int32  `parquet:"chars"`
	Facts       int32  `parquet:"facts"`
	SHA256      string `parquet:"sha256,optional"`
	RulesHash   string `parquet:"rules_hash,optional,dict"`
	Text        string `parquet:"text,optional"`
}

func documentRow(in places, src Source, facts int) DocumentRow {
	m := in.doc.Meta
	chars := in.runes.Of(len(in.doc.Text))
	return DocumentRow{
		DocID: in.doc.ID, Source: src.Path, Format: src.Format, Encoding: src.Encoding,
		Title: m.Title, DocType: m.DocType, RegionCode: m.RegionCode, Region: m.Region,
		CodeNow: m.CodeNow, Prefecture: m.Prefecture, Province: m.Province, Level: string(m.Level), ReportYear: int32(m.ReportYear),
		ReviewStart: int32(m.Review.Start), ReviewEnd: int32(m.Review.End),
		PlanStart: int32(m.Plan.Start), PlanEnd: int32(m.Plan.End),
		Complete: complete(in.doc, chars), Evidence: evidence(m.Evidence),
		Chars: int32(chars), Facts: int32(facts), SHA256: src.SHA256,
		Text: in.doc.Text,
	}
}

// shortest is how many code points a whole report without headings has at least; the
// digests that newspapers print have fewer.
const shortest = 5_000

// complete tells a whole report from a digest: it both looks back and looks ahead, or
// it is long and, as those of 1954 and 1975, has no headings that tell the two apart.
// Only of a whole report may one say that it names no aim.
func complete(doc *report.Document, chars int) bool {
	var back, ahead bool
	for _, s := range doc.Sections {
		back = back || s.Part == report.PartReview
		ahead = ahead || s.Part == report.PartTargets || s.Part == report.PartTasks
	}
	return back && ahead || !back && !ahead && chars >= shortest
}

// evidence writes out how the fields of a report were found, one clause each.
func evidence(found []report.Evidence) string {
	var b strings.Builder
	for i, e := range found {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(e.Field + " " + e.Value)
		if e.How != "" {
			b.WriteString(": " + e.How)
		}
	}
	return b.String()
}
