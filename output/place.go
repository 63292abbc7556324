package output

import (
	"strconv"

	"zhibiao/report"
)

// places knows where things stand in one document, in code points, and how its
// sections and sentences are called.
type places struct {
	doc   *report.Document
	runes *report.Runes
}

func newPlaces(doc *report.Document) places { return places{doc, report.NewRunes(doc.Text)} }

// points gives a span in code points.
func (p places) points(s report.Span) (start, end int32) {
	at := p.runes.Span(s)
	return int32(at.Start), int32(at.End)
}

// sectionID names a section: jilin-2024.txt#h3.
func (p places) sectionID(i int) string {
	if i < 0 || i >= len(p.doc.Sections) {
		return ""
	}
	return p.doc.ID + "#h" + strconv.Itoa(i)
}

// sentenceID names a sentence: jilin-2024.txt#s57.
func (p places) sentenceID(i int) string { return p.doc.ID + "#s" + strconv.Itoa(i) }

// part is the role of a section.
func (p places) part(i int) report.Part {
	if i < 0 || i >= len(p.doc.Sections) {
		return ""
	}
	return p.doc.Sections[i].Part
}

// text is what a span covers, and nothing where the span does not fit.
func (p places) text(s report.Span) string {
	if s.Start < 0 || s.End > len(p.doc.Text) || s.Start > s.End {
		return ""
	}
	return s.In(p.doc.Text)
}
