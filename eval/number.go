package eval

import (
	"math/big"
	"regexp"
	"strings"
)

// decimal is what counts as a number in a fact: 9250000, 6.7, -3.2, 1/3. The exponent
// is bounded, because 1e999999999 would take all memory.
var decimal = regexp.MustCompile(`^[-+]?(?:\d+/\d+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?)$`)

// equalNumber compares two values exactly, so that 5.0 equals 5 and 2/6 equals 1/3. An
// empty value equals only an empty one; two that are no numbers count as equal, as in
// score.py, because then neither side says anything.
func equalNumber(a, b string) bool {
	if a == "" || b == "" {
		return a == b
	}
	x, y := rational(a), rational(b)
	if x == nil || y == nil {
		return x == nil && y == nil
	}
	return x.Cmp(y) == 0
}

// rational is the exact value of a number, or nil if it is none.
func rational(s string) *big.Rat {
	s = strings.TrimSpace(s)
	if !decimal.MatchString(s) {
		return nil
	}
	r, ok := new(big.Rat).SetString(s)
	if !ok { // a denominator of zero
		return nil
	}
	return r
}

// equalValue reports whether value or range, unit and bound are equal; a missing bound
// is exact.
func equalValue(gold, got *Fact) bool {
	return equalNumber(gold.Value, got.Value) &&
		equalNumber(gold.Low, got.Low) &&
		equalNumber(gold.High, got.High) &&
		gold.Unit == got.Unit &&
		bound(gold) == bound(got)
}

func bound(f *Fact) string {
	if f.Bound == "" {
		return "exact"
	}
	return f.Bound
}
