// Package output turns documents and their facts into the rows of tables and writes
// them as Parquet, JSONL, CSV, workbooks and terminal text.
package output

import (
	"cmp"
	"slices"

	"zhibiao/normalize"
	"zhibiao/report"
)

// Source tells where the bytes of a document came from.
type Source struct {
	Path     string // as given by the user: reports/jilin-2024.txt
	Format   string // txt, html, docx, pdf
	Encoding string // utf-8, gb18030, …; empty where the format settles it
	SHA256   string // of the bytes as read, in hex
}

// Rows are the rows of every table, of one document or of many.
type Rows struct {
	Documents []DocumentRow
	Sections  []SectionRow
	Sentences []SentenceRow
	Facts     []FactRow
	Targets   []TargetRow
	Panel     []PanelRow
	Rejects   []RejectRow
}

// NewRows returns the rows of one document. They depend on the arguments alone: no
// clock, no order of maps. Targets know their own report only, and there is no panel
// yet; Join adds what several documents say together.
func NewRows(doc *report.Document, src Source, facts []normalize.Fact, misses []normalize.Miss) Rows {
	in := newPlaces(doc)
	rows := newFacts(in, src, facts, misses)
	rows.Sections, rows.Sentences = sectionRows(in), sentenceRows(in)
	rows.Targets = targetRows(rows.Facts, doc.Meta.Review)
	return rows
}

// NewFacts returns the rows of the document, its facts and its rejects, for those who
// need no others.
func NewFacts(doc *report.Document, src Source, facts []normalize.Fact, misses []normalize.Miss) Rows {
	return newFacts(newPlaces(doc), src, facts, misses)
}

func newFacts(in places, src Source, facts []normalize.Fact, misses []normalize.Miss) Rows {
	byPlace := func(a, b *normalize.Fact) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
	}
	for i := range max(len(facts), 1) - 1 { // as a rule they are in order
		if byPlace(&facts[i], &facts[i+1]) > 0 {
			facts = slices.Clone(facts)
			slices.SortStableFunc(facts, func(a, b normalize.Fact) int { return byPlace(&a, &b) })
			break
		}
	}
	return Rows{
		Documents: []DocumentRow{documentRow(in, src, len(facts))},
		Facts:     factRows(in, facts),
		Rejects:   missRows(in, src, misses),
	}
}

// Join puts the rows of documents into one dataset: sorted by document and position
// whatever the order of arrival, aims linked to the results that later reports tell,
// and the panel built.
func Join(parts []Rows) Rows {
	parts = distinct(parts)
	all := Rows{
		Documents: gather(parts, func(r *Rows) []DocumentRow { return r.Documents }),
		Sections:  gather(parts, func(r *Rows) []SectionRow { return r.Sections }),
		Sentences: gather(parts, func(r *Rows) []SentenceRow { return r.Sentences }),
		Facts:     gather(parts, func(r *Rows) []FactRow { return r.Facts }),
		Targets:   gather(parts, func(r *Rows) []TargetRow { return r.Targets }),
		Rejects:   gather(parts, func(r *Rows) []RejectRow { return r.Rejects }),
	}
	all.Targets = newResults(all.Facts).link(all.Targets)
	all.Panel = panelRows(all.Documents, all.Facts)
	return all
}

// gather puts the rows of one table together, in a slice of the right size from the
// start: these are most of the memory that a large dataset takes.
func gather[T any](parts []Rows, rows func(*Rows) []T) []T {
	n := 0
	for i := range parts {
		n += len(rows(&parts[i]))
	}
	all := make([]T, 0, n)
	for i := range parts {
		all = append(all, rows(&parts[i])...)
	}
	return all
}

// prepare makes rows what is to be written. The caller's stay as they are.
func (o Options) prepare(rows Rows) Rows {
	rows.Documents = slices.Clone(rows.Documents)
	rows.setRules(o.RulesHash)
	return rows
}

// setRules notes in the documents by which rules their facts were found.
func (r *Rows) setRules(hash string) {
	for i := range r.Documents {
		r.Documents[i].RulesHash = hash
	}
}
