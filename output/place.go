package output

import (
	"strconv"
	"unicode/utf8"

	"zhibiao/report"
)

// places knows where things stand in one document, in code points, and how its
// sections and sentences are called.
type places struct {
	doc   *report.Document
	runes runes
}

func newPlaces(doc *report.Document) places { return places{doc, newRunes(doc.Text)} }

// points gives a span in code points.
func (p places) points(s report.Span) (start, end int32) {
	return p.runes.of(s.Start), p.runes.of(s.End)
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

// stride is how many bytes lie between two counts of a runes index: small enough
// that counting the rest is a few nanoseconds, large enough that the index is a
// sixteenth of the text.
const stride = 64

// runes turns byte offsets of a text into code points.
type runes struct {
	text   string
	counts []int32 // code points that start before byte i*stride
}

func newRunes(text string) runes {
	r := runes{text: text, counts: make([]int32, 0, len(text)/stride+1)}
	n := int32(0)
	for i := 0; i < len(text); i++ {
		if i%stride == 0 {
			r.counts = append(r.counts, n)
		}
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	return r
}

// of counts the code points before a byte offset; an offset outside the text counts
// as its nearer end.
func (r runes) of(offset int) int32 {
	offset = min(max(offset, 0), len(r.text))
	if len(r.counts) == 0 {
		return 0
	}
	at := min(offset/stride, len(r.counts)-1)
	n := r.counts[at]
	for i := at * stride; i < offset; i++ {
		if utf8.RuneStart(r.text[i]) {
			n++
		}
	}
	return n
}
