package pipeline

import (
	"zhibiao"
	"zhibiao/output"
	"zhibiao/source"
)

// Batch is some files to be read by one worker. To send them one by one would cost more
// than to read them.
type Batch struct {
	First int64 // number of the first among all files of the run
	Paths []string
}

// batchFiles is how many files are in a batch.
const batchFiles = 32

// order is where a document comes in the run: names are given in this order, whoever
// reads it. Member is its number in an archive or a table.
func order(file, member int64) int64 { return file<<32 | member }

// Text is a document as read, on its way to its shard.
type Text struct {
	Order    int64
	Place    string
	ID       string
	Path     string
	Text     string
	Format   string
	Encoding string
	SHA256   string
}

func newText(order int64, place string, t source.Text) Text {
	return Text{order, place, t.ID, t.Path, t.Text, string(t.Format), t.Encoding, t.SHA256}
}

func (t *Text) source() source.Text {
	return source.Text{ID: t.ID, Path: t.Path, Text: t.Text, Format: source.Format(t.Format), Encoding: t.Encoding, SHA256: t.SHA256}
}

// Claim is the name that a document of a shard would have.
type Claim struct {
	Order int64
	Shard int
	Name  string
}

// Named is the name that a document gets because another has the one it would have.
type Named struct {
	Order int64
	Name  string
}

// Reject is an input that could not be read.
type Reject struct {
	Order  int64
	Source string
	Reason string
	Cure   string
}

func newReject(order int64, path string, err error) Reject {
	row := zhibiao.Rejected(path, err).Rows.Rejects[0]
	return Reject{order, row.Source, row.Reason, row.Cure}
}

func (r *Reject) rows() output.Rows {
	return output.NewReject(output.Source{Path: r.Source}, r.Reason, r.Cure)
}
