package report

import "sort"

// A Position is where a byte of a document lies: indices of its section, of the paragraph
// in that section and of the sentence in that paragraph.
type Position struct{ Section, Paragraph, Sentence int }

// At is the position of byte offset; false if it is outside the text.
func (d *Document) At(offset int) (Position, bool) {
	if offset < 0 || offset >= len(d.Text) || len(d.Sections) == 0 {
		return Position{}, false
	}
	var p Position
	p.Section = holding(len(d.Sections), func(i int) int { return d.Sections[i].End }, offset)
	ps := d.Sections[p.Section].Paragraphs
	p.Paragraph = holding(len(ps), func(i int) int { return ps[i].End }, offset)
	ss := ps[p.Paragraph].Sentences
	p.Sentence = holding(len(ss), func(i int) int { return ss[i].End }, offset)
	return p, true
}

// SentenceAt is the sentence that holds byte offset; false if it is outside the text.
func (d *Document) SentenceAt(offset int) (Sentence, bool) {
	p, ok := d.At(offset)
	if !ok {
		return Sentence{}, false
	}
	return d.Sections[p.Section].Paragraphs[p.Paragraph].Sentences[p.Sentence], true
}

// holding is the first of n tiles whose end lies behind offset.
func holding(n int, end func(int) int, offset int) int {
	return min(n-1, sort.Search(n, func(i int) bool { return end(i) > offset }))
}
