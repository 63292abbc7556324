package report

import (
	"encoding/binary"
	"math/bits"
	"sort"
	"unicode/utf8"
)

// Runes turns offsets in bytes into offsets in code points, the unit of all that the
// program writes. An invalid byte counts as one, as it does when Go ranges over a string.
type Runes struct {
	text   string
	begun  []uint32 // for each multiple of stride, the code points that begin before it
	strays []int    // bytes of broken text that could go on a code point, but are one
}

// stride is the distance between places whose code points are counted in advance: no
// answer looks at more text.
const stride = 64

// NewRunes indexes text in one pass, unless it is broken.
func NewRunes(text string) *Runes {
	r := &Runes{text: text, begun: make([]uint32, 1, len(text)/stride+2)}
	begun := uint32(0)
	if !isWoven(text, func(n int) { begun += uint32(n); r.begun = append(r.begun, begun) }) {
		r.strays = strays(text)
	}
	return r
}

// Of is the number of code points before the given byte, which must begin one; it is
// cut to the text's ends.
func (r *Runes) Of(offset int) int {
	offset = max(0, min(offset, len(r.text)))
	n := int(r.begun[offset/stride]) + beginnings(r.text[offset&^(stride-1):offset])
	if len(r.strays) > 0 {
		n += sort.SearchInts(r.strays, offset)
	}
	return n
}

// Span is s in code points.
func (r *Runes) Span(s Span) Span { return Span{r.Of(s.Start), r.Of(s.End)} }

// beginnings counts the bytes that do not go on a code point, eight at a time.
func beginnings(text string) int {
	n := len(text)
	for ; len(text) >= 8; text = text[8:] {
		x := binary.LittleEndian.Uint64([]byte(text[:8]))
		n -= bits.OnesCount64(x & tops &^ (x << 1))
	}
	for i := range len(text) {
		n -= int(text[i] >> 7 & ^(text[i] >> 6))
	}
	return n
}

// strays are the places of the bytes that could go on a code point but follow none.
func strays(text string) (found []int) {
	for i := 0; i < len(text); {
		c, size := utf8.DecodeRuneInString(text[i:])
		if c == utf8.RuneError && size == 1 && !utf8.RuneStart(text[i]) {
			found = append(found, i)
		}
		i += size
	}
	return found
}
