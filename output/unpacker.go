package output

import (
	"encoding/binary"
	"errors"
)

// unpacker reads numbers and texts in the order in which they were appended. Texts are parts
// of what it reads.
type unpacker[T string | []byte] struct {
	rest T
	err  error // what is read then is empty
}

func (u *unpacker[T]) number() int32 {
	n := uint64(0)
	for i := range min(len(u.rest), binary.MaxVarintLen32) {
		c := u.rest[i]
		n |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			u.rest = u.rest[i+1:]
			return int32(n)
		}
	}
	u.fail()
	return 0
}

func (u *unpacker[T]) text() (text T) {
	n := u.number()
	if n < 0 || int(n) > len(u.rest) {
		u.fail()
		return text
	}
	text = u.rest[:n]
	u.rest = u.rest[n:]
	return text
}

func (u *unpacker[T]) fail() {
	u.rest, u.err = u.rest[:0], errors.New("a fact that waits to be related is cut off; run it again")
}

// appendText appends a text for unpacker.
func appendText[T string | []byte](b []byte, text T) []byte {
	return append(binary.AppendUvarint(b, uint64(len(text))), text...)
}
