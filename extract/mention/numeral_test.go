package mention

import (
	"testing"
	"unicode"
)

// TestSignOf holds the table of signs to the lists that the rest of the package uses.
func TestSignOf(t *testing.T) {
	for c := rune(1); c <= unicode.MaxRune; c++ {
		var want sign
		for of, chars := range map[sign]string{
			ofDigits: hanDigits, ofCount: "一二三四五六七八九十", ofPowers: powers, ofVague: vague, ofMores: "余多餘", ofFormal: formal,
		} {
			if oneOf(c, chars) {
				want |= of
			}
		}
		if got := signOf(c); got != want {
			t.Errorf("%c has the signs %b, want %b", c, got, want)
		}
		if c > 0xFFFF {
			return
		}
	}
}
