package normalize

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"zhibiao/seeds"
)

// TestShort holds the short way of reckoning to that of big integers: the same numbers
// are read, and the same products are written.
func TestShort(t *testing.T) {
	numerals := rapid.StringMatching(`[0-9]{1,12}(\.[0-9]{1,6})?(万|亿|万亿)?`)
	factors := rapid.SampledFrom([]string{"1", "0.01", "1000", "0.000000001", "29307600", "4186.8", "8000000000000000000", "2000/3", "7/6", "1/3", "1/8", "1/31557600"})
	rapid.Check(t, func(t *rapid.T) {
		s, f := numerals.Draw(t, "numeral"), factors.Draw(t, "factor")
		quickly, ok := quick(s)
		slowly, err := parse(fold(s))
		if ok && (err != nil || quickly.String() != slowly.String()) {
			t.Fatalf("%s is %v, the long way %v, %v", s, quickly, slowly, err)
		}
		if err != nil {
			return
		}
		got, err := Canonical(slowly, &seeds.Unit{Canonical: "x", Factor: f})
		ratio, _ := new(big.Rat).SetString(f)
		if want := plain(ratio.Mul(ratio, slowly.Rat())); err != nil || got != want {
			t.Fatalf("%s times %s is %s, %v; want %s", s, f, got, err, want)
		}
	})
}

// TestShortReads keeps what is no number of digits from the short way.
func TestShortReads(t *testing.T) {
	for s, want := range map[string]bool{
		"0": true, "6.70": true, "123456789012345678": true, "1234567890123456789": false,
		"": false, ".5": false, "5.": false, "1.2.3": false, "1,234": false, "-5": false, "五": false, "1/3": false,
	} {
		if _, ok := readShort(s); ok != want {
			t.Errorf("readShort(%q) is %t", s, ok)
		}
	}
	if got := (short{digits: 5, places: 3, negative: true}).plain(); got != "-0.005" {
		t.Errorf("-5 with three places is %s", got)
	}
}
