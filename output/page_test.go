package output

import (
	"bytes"
	"testing"

	"github.com/parquet-go/parquet-go/encoding/delta"
	"pgregory.net/rapid"
)

// Texts that share their beginnings are encoded as parquet-go does.
func TestShortenedTexts(t *testing.T) {
	p := new(press)
	rapid.Check(t, func(t *rapid.T) {
		c := &columnWriter{ends: []uint32{0}}
		for _, text := range rapid.SliceOf(rapid.StringMatching(`(a\.txt#s|b)?[0-9]{0,3}`)).Draw(t, "texts") {
			c.text = append(c.text, text...)
			c.ends = append(c.ends, uint32(len(c.text)))
		}
		want, err := new(delta.ByteArrayEncoding).EncodeByteArray(nil, c.text, c.ends)
		if err == nil {
			err = p.shorten(c)
		}
		if err != nil || !bytes.Equal(p.raw, want) {
			t.Errorf("%v (%v), want %v", p.raw, err, want)
		}
	})
}
