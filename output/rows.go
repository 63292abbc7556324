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
	facts = slices.Clone(facts)
	slices.SortStableFunc(facts, func(a, b normalize.Fact) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
	})
	rows := Rows{
		Sections:  sectionRows(in),
		Sentences: sentenceRows(in),
		Facts:     factRows(in, facts),
		Rejects:   missRows(in, src, misses),
	}
	rows.Documents = []DocumentRow{documentRow(in, src, len(facts))}
	rows.Targets = targetRows(rows.Facts, doc.Meta.Review)
	return rows
}

// Join puts the rows of many documents into one dataset: sorted by document and
// position whatever the order of arrival, aims linked to the results that later
// reports tell, and the panel built.
func Join(parts []Rows) Rows {
	parts = distinct(parts)
	var all Rows
	for _, p := range parts {
		all.Documents = append(all.Documents, p.Documents...)
		all.Sections = append(all.Sections, p.Sections...)
		all.Sentences = append(all.Sentences, p.Sentences...)
		all.Facts = append(all.Facts, p.Facts...)
		all.Targets = append(all.Targets, p.Targets...)
		all.Rejects = append(all.Rejects, p.Rejects...)
	}
	all.sort()
	linkResults(all.Targets, all.Facts)
	all.Panel = panelRows(all.Documents, all.Facts)
	return all
}

// sort orders every table by document and position. Within a document the rows
// already stand in text order, and a stable sort keeps that.
func (r *Rows) sort() {
	slices.SortStableFunc(r.Documents, func(a, b DocumentRow) int { return cmp.Compare(a.DocID, b.DocID) })
	slices.SortStableFunc(r.Sections, func(a, b SectionRow) int { return cmp.Compare(a.DocID, b.DocID) })
	slices.SortStableFunc(r.Sentences, func(a, b SentenceRow) int { return cmp.Compare(a.DocID, b.DocID) })
	slices.SortStableFunc(r.Facts, func(a, b FactRow) int { return cmp.Compare(a.DocID, b.DocID) })
	slices.SortStableFunc(r.Targets, func(a, b TargetRow) int { return cmp.Compare(a.DocID, b.DocID) })
	slices.SortStableFunc(r.Rejects, func(a, b RejectRow) int {
		return cmp.Or(cmp.Compare(a.DocID, b.DocID), cmp.Compare(a.Source, b.Source))
	})
}

// slim leaves each sentence in the table of sentences alone. Its texts put together in
// order are the document again, and sentence_id leads there from a fact.
func (r *Rows) slim() {
	for i := range r.Documents {
		r.Documents[i].Text = ""
	}
	for i := range r.Facts {
		r.Facts[i].Sentence = ""
	}
	for i := range r.Targets {
		r.Targets[i].Sentence = ""
	}
}
