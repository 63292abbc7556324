package output

import (
	"math/big"
	"strconv"
	"strings"
)

// double is the nearest double of an exact decimal (0.0005) or fraction (1/3), and
// nil for none. It is rounded once, from the exact text.
func double(text string) *float64 {
	if text == "" {
		return nil
	}
	if !strings.Contains(text, "/") {
		if f, err := strconv.ParseFloat(text, 64); err == nil {
			return &f
		}
		return nil
	}
	r, ok := rational(text)
	if !ok {
		return nil
	}
	f, _ := r.Float64()
	return &f
}

// rational reads an exact decimal or fraction.
func rational(text string) (*big.Rat, bool) {
	if text == "" || strings.ContainsAny(text, "eE_xXpP") {
		return nil, false
	}
	return new(big.Rat).SetString(text)
}

// exact writes a rational in plain notation where it is a finite decimal (-0.012),
// else as a fraction (1/3).
func exact(r *big.Rat) string {
	digits, finite := r.FloatPrec()
	if !finite {
		return r.RatString()
	}
	return r.FloatString(digits)
}

// decimals counts the digits after the point of a decimal as written: 2 of 6.50.
func decimals(text string) int {
	_, fraction, _ := strings.Cut(text, ".")
	return len(fraction)
}
