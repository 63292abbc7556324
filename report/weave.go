package report

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// IsUTF8 is utf8.ValidString, twice as fast where text is Chinese.
func IsUTF8(text string) bool {
	return isWoven(text, func(int) {}) || utf8.ValidString(text)
}

// isWoven reports whether text is UTF-8 for certain, as all but texts with rare characters
// are. It tells of each stretch in turn how many code points begin in it.
func isWoven(text string, tell func(begun int)) bool {
	var w weave
	for ; len(text) >= stride; text = text[stride:] {
		tell(w.stretch((*[stride]byte)([]byte(text))))
	}
	var last [stride]byte
	copy(last[:], text)
	tell(w.stretch(&last) - stride + len(text))
	return !w.odd
}

// tops are the highest bits of eight bytes.
const tops = 0x8080_8080_8080_8080

// A weave is how the bytes of code points follow each other.
type weave struct {
	due uint64 // of the next eight bytes, those that must go on a code point
	odd bool   // some byte was broken, or of a rare character that looks like it
}

// stretch reads the next bytes, eight at a time and without a branch for any, and counts
// those that begin a code point.
func (w *weave) stretch(text *[stride]byte) int {
	n, due, odd := stride, w.due, uint64(0)
	for i := 0; i < stride; i += 8 {
		x := binary.LittleEndian.Uint64(text[i:])
		on := x & tops &^ (x << 1)    // 10…… goes on
		lead := x & tops & (x << 1)   // 11…… begins two bytes or more
		three := lead & (x << 2)      // 111…… begins three
		four := three & (x << 3)      // 1111…… is rare
		often := x<<6 | (x<<5 ^ x<<4) // but for ….000. and ….110., C0, E0 and ED among them
		odd |= on ^ (lead<<8 | three<<16 | due) | four | lead&^often
		due = lead>>56 | three>>48
		n -= bits.OnesCount64(on)
	}
	w.due, w.odd = due, w.odd || odd != 0
	return n
}
