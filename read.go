package zhibiao

import (
	"fmt"
	"runtime/debug"

	"zhibiao/extract"
	"zhibiao/normalize"
	"zhibiao/output"
	"zhibiao/report"
	"zhibiao/source"
)

// Fact is a quantity with all that the report says of it. Its span counts bytes of the
// report's text; its decimals are exact and written out: "9250000", "6.7", "1/3".
type Fact = normalize.Fact

// Miss is a number that could not be normalized, with the reason and the cure.
type Miss = normalize.Miss

// Line is a fact as zhibiao extract --format jsonl prints it. It counts code points.
type Line = normalize.Line

// Report is a report as read, with its facts in the order of the text.
type Report struct {
	report.Document
	Facts  []Fact
	Misses []Miss
	Source output.Source // where its bytes came from; of a text at hand only the zero
}

// Lines are the facts as lines of JSON.
func (r *Report) Lines() []Line {
	rows := output.NewFacts(&r.Document, r.Source, r.Facts, nil).Facts
	lines := make([]Line, len(rows))
	for i := range rows {
		lines[i] = rows[i].Line()
	}
	return lines
}

// Extract finds the facts of a report's text. To learn the place and the years of the
// report as well, use Read.
func (p *Program) Extract(text string) []Fact { return p.Read("", text).Facts }

// Read reads a report's text, UTF-8 with line ends \n, and finds its facts. The id, the
// base name of its file as a rule, names it in lines and tables and may be empty.
func (p *Program) Read(id, text string) Report {
	r := Report{Document: p.reader.Read(id, text)}
	p.extractor.Lend(&r.Document, func(facts []extract.Fact) {
		r.Facts, r.Misses = p.normalizer.Append(p.spare.take(), &r.Document, facts)
	})
	return r
}

// ReadInput reads an input of any format and encoding, and finds its facts. An error is a
// *source.Reject, which says what is wrong with the input and what to do about it, or a
// *Fault.
func (p *Program) ReadInput(input source.Input) (Report, error) {
	text, err := ReadText(input)
	if err != nil {
		return Report{}, err
	}
	return p.report(text)
}

// ReadText reads an input of any format and encoding as text. Its errors are those of
// ReadInput.
func ReadText(input source.Input) (text source.Text, err error) {
	defer guard(input.Path, &err)
	return source.Read(input)
}

// report is Read for a text whose source is known.
func (p *Program) report(text source.Text) (r Report, err error) {
	defer guard(text.Path, &err)
	r = p.Read(text.ID, text.Text)
	r.Source = output.Source{Path: text.Path, Format: string(text.Format), Encoding: text.Encoding, SHA256: text.SHA256}
	return r, nil
}

// Fault is a panic while an input was read: a fault of the program, not of the input.
type Fault struct {
	*source.Reject
	Stack []byte
}

// Unwrap is the reject that the input becomes.
func (f *Fault) Unwrap() error { return f.Reject }

// guard, deferred, turns a panic into a Fault: one report must not cost a user the other
// thousands.
func guard(path string, err *error) {
	if value := recover(); value != nil {
		*err = &Fault{&source.Reject{
			Path: path, What: fmt.Sprintf("fault of the program: %v", value), Cure: "please report it with the file",
		}, debug.Stack()}
	}
}
