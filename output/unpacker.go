package output

import (
	"encoding/binary"
	"errors"
)

// unpacker reads numbers and texts in the order in which they were appended. Texts are parts
// of what it reads.
type unpacker struct {
	rest string
	err  error // what is read then is empty
}

func (u *unpacker) number() int32 {
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

func (u *unpacker) text() string {
	n := u.number()
	if n < 0 || int(n) > len(u.rest) {
		u.fail()
		return ""
	}
	text := u.rest[:n]
	u.rest = u.rest[n:]
	return text
}

func (u *unpacker) fail() {
	u.rest, u.err = "", errors.New("a fact that waits to be related is cut off; run it again")
}

// appendText appends a text for unpacker.
func appendText[T string | []byte](b []byte, text T) []byte {
	return append(binary.AppendUvarint(b, uint64(len(text))), text...)
}
