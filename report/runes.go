package report

import "unicode/utf8"

// Runes turns offsets in bytes into offsets in code points, the unit of all that the
// program writes. An invalid byte counts as one, as it does when Go ranges over a string.
type Runes struct {
	text  string
	marks []mark // one for each multiple of stride, at the next start of a code point
}

// A mark is a place in the text: so many code points lie before byte at.
type mark struct{ at, count int }

// stride is the distance between marks: no answer walks farther.
const stride = 64

// NewRunes indexes text in one pass.
func NewRunes(text string) *Runes {
	r := &Runes{text: text, marks: make([]mark, 1, len(text)/stride+2)}
	for at, count, next := 0, 0, stride; at < len(text); next += stride {
		end := min(next, len(text))
		for end < len(text) && end < next+utf8.UTFMax-1 && !utf8.RuneStart(text[end]) {
			end++
		}
		count += countRunes(text[at:end])
		at = end
		r.marks = append(r.marks, mark{at, count})
	}
	return r
}

// Of is the number of code points before the given byte, which must begin one; it is
// cut to the text's ends.
func (r *Runes) Of(offset int) int {
	offset = max(0, min(offset, len(r.text)))
	k := offset / stride
	if k >= len(r.marks) || r.marks[k].at > offset {
		k-- // the mark lies up to three bytes behind its multiple of the stride
	}
	m := r.marks[k]
	return m.count + countRunes(r.text[m.at:offset])
}

// countRunes counts as utf8.RuneCountInString does, several times faster where text is
// Chinese: three bytes a character.
func countRunes(text string) (n int) {
	for i := 0; i < len(text); n++ {
		first := text[i]
		switch {
		case first < utf8.RuneSelf:
			i++
		case first > 0xe0 && first < 0xf0 && first != 0xed && i+2 < len(text) && text[i+1]&0xc0 == 0x80 && text[i+2]&0xc0 == 0x80:
			i += 3 // after 0xe0 and 0xed not every byte may follow
		default:
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
		}
	}
	return n
}

// Span is s in code points.
func (r *Runes) Span(s Span) Span { return Span{r.Of(s.Start), r.Of(s.End)} }
