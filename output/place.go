package output

import (
	"cmp"
	"strconv"

	"zhibiao/report"
)

// places knows where things stand in one document, in code points, and how its
// sections and sentences are called.
type places struct {
	doc       *report.Document
	runes     *report.Runes
	sections  []string      // names: jilin-2024.txt#h3
	sentences []string      // names: jilin-2024.txt#s57
	spans     []report.Span // of the sentences
	parts     []report.Part // of the sentences: their paragraphs'
}

func newPlaces(doc *report.Document) places {
	p := places{doc: doc, runes: report.NewRunes(doc.Text)}
	p.sections = numberedNames(doc.ID+"#h", len(doc.Sections))
	n := 0
	for i := range doc.Sections {
		for j := range doc.Sections[i].Paragraphs {
			n += len(doc.Sections[i].Paragraphs[j].Sentences)
		}
	}
	p.spans, p.parts = make([]report.Span, 0, n), make([]report.Part, 0, n)
	for i := range doc.Sections {
		for j := range doc.Sections[i].Paragraphs {
			paragraph := &doc.Sections[i].Paragraphs[j]
			part := cmp.Or(paragraph.Part, doc.Sections[i].Part)
			for k := range paragraph.Sentences {
				p.spans = append(p.spans, paragraph.Sentences[k].Span)
				p.parts = append(p.parts, part)
			}
		}
	}
	p.sentences = numberedNames(doc.ID+"#s", len(p.spans))
	return p
}

// numberedNames are n names of one prefix. They share memory: a report has hundreds.
func numberedNames(prefix string, n int) []string {
	const digits = 5
	all := newStrings(n, n*(len(prefix)+digits))
	for i := range n {
		all.bytes = append(all.bytes, prefix...)
		all.bytes = strconv.AppendInt(all.bytes, int64(i), 10)
		all.end()
	}
	return all.list()
}

// points gives a span in code points.
func (p places) points(s report.Span) (start, end int32) {
	at := p.runes.Span(s)
	return int32(at.Start), int32(at.End)
}

// sectionID names a section, and nothing where there is none.
func (p places) sectionID(i int) string {
	if i < 0 || i >= len(p.sections) {
		return ""
	}
	return p.sections[i]
}

// sentenceID names a sentence.
func (p places) sentenceID(i int) string {
	if i < 0 || i >= len(p.sentences) {
		return p.doc.ID + "#s" + strconv.Itoa(i)
	}
	return p.sentences[i]
}

// sentence is the text of a sentence, and nothing where there is none.
func (p places) sentence(i int) string {
	if i < 0 || i >= len(p.spans) {
		return ""
	}
	return p.text(p.spans[i])
}

// part is the role of the paragraph that a sentence stands in: the aims of the year are told
// in one paragraph of a section of tasks.
func (p places) part(i int) report.Part {
	if i < 0 || i >= len(p.parts) {
		return ""
	}
	return p.parts[i]
}

// text is what a span covers, and nothing where the span does not fit.
func (p places) text(s report.Span) string {
	if s.Start < 0 || s.End > len(p.doc.Text) || s.Start > s.End {
		return ""
	}
	return s.In(p.doc.Text)
}
