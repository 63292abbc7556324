package output

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"math"
	"reflect"
	"unicode/utf8"
)

// bounds are the least and the greatest of some values, encoded plainly: nil where there
// are none.
type bounds struct{ least, greatest []byte }

// mostBound is how many bytes of a text a bound takes: what is longer is cut, so that a
// report's text does not stand in its file five times over.
const mostBound = 64

// bounds are those of the page under way.
func (c *columnWriter) bounds() bounds {
	var b bounds
	switch {
	case c.dictionary != nil:
		b = c.boundsOfUsed()
	case c.kind == reflect.String:
		b = c.boundsOfTexts()
	case c.kind == reflect.Int32 && len(c.numbers) > 0:
		least, greatest := extremes(c.numbers)
		b = bounds{binary.LittleEndian.AppendUint32(nil, uint32(least)), binary.LittleEndian.AppendUint32(nil, uint32(greatest))}
	case c.kind == reflect.Float64 && len(c.doubles) > 0:
		least, greatest := extremes(c.doubles)
		b = bounds{
			binary.LittleEndian.AppendUint64(nil, math.Float64bits(least)), binary.LittleEndian.AppendUint64(nil, math.Float64bits(greatest)),
		}
	default:
		for _, t := range c.truths {
			value := []byte{byte(truth(t))}
			b.widen(c.kind, bounds{value, value})
		}
	}
	if c.kind == reflect.String {
		b = bounds{atMost(b.least), atLeast(b.greatest)}
	}
	return b
}

// boundsOfUsed are those of the values of the dictionary that the page uses.
func (c *columnWriter) boundsOfUsed() (b bounds) {
	d, skip := c.dictionary, 0
	if c.kind == reflect.String {
		skip = 4 // the length
	}
	used := make([]bool, len(d.ends))
	for _, n := range c.numbers {
		used[n] = true
	}
	for n := range used {
		if used[n] {
			value := d.value(int32(n))[skip:]
			b.widen(c.kind, bounds{value, value})
		}
	}
	return b
}

func (c *columnWriter) boundsOfTexts() (b bounds) {
	for i := 1; i < len(c.ends); i++ {
		value := c.text[c.ends[i-1]:c.ends[i]]
		switch {
		case i == 1:
			b = bounds{value, value}
		case bytes.Compare(value, b.greatest) > 0: // names rise, as a rule
			b.greatest = value
		case bytes.Compare(value, b.least) < 0:
			b.least = value
		}
	}
	return b
}

func extremes[T cmp.Ordered](values []T) (least, greatest T) {
	least, greatest = values[0], values[0]
	for _, v := range values {
		least, greatest = min(least, v), max(greatest, v)
	}
	return least, greatest
}

// widen takes in others.
func (b *bounds) widen(kind reflect.Kind, others bounds) {
	if others.least != nil && (b.least == nil || compareAs(kind, others.least, b.least) < 0) {
		b.least = others.least
	}
	if others.greatest != nil && (b.greatest == nil || compareAs(kind, others.greatest, b.greatest) > 0) {
		b.greatest = others.greatest
	}
}

// compareAs compares encoded values.
func compareAs(kind reflect.Kind, a, b []byte) int {
	switch kind {
	case reflect.Int32:
		return cmp.Compare(int32(binary.LittleEndian.Uint32(a)), int32(binary.LittleEndian.Uint32(b)))
	case reflect.Float64:
		return cmp.Compare(math.Float64frombits(binary.LittleEndian.Uint64(a)), math.Float64frombits(binary.LittleEndian.Uint64(b)))
	default:
		return bytes.Compare(a, b)
	}
}

// atMost is a short text that is no greater than a text; it is a copy.
func atMost(text []byte) []byte {
	if text == nil {
		return nil
	}
	end := min(len(text), mostBound)
	for end < len(text) && end > 0 && !utf8.RuneStart(text[end]) {
		end--
	}
	return append([]byte{}, text[:end]...)
}

// atLeast is a short text that is no less than a text. Where it is cut, its last letter is
// the next in the order of code points: 吉林市… becomes 吉林布.
func atLeast(text []byte) []byte {
	short := atMost(text)
	if len(short) == len(text) {
		return short
	}
	for len(short) > 0 {
		last, size := utf8.DecodeLastRune(short)
		short = short[:len(short)-size]
		if last++; last == 0xd800 {
			last = 0xe000 // none are letters in between
		}
		if last <= utf8.MaxRune && size > 1 || last < utf8.RuneSelf {
			return utf8.AppendRune(short, last)
		}
	}
	return append([]byte{}, text...)
}
