package output

import (
	"math/big"
	"strconv"
	"strings"
)

// double is the nearest double of an exact decimal (0.0005) or fraction (1/3), and
// nil for none. It is rounded once, from the exact text.
func double(text string) *float64 {
	if f, ok := rounded(text); ok {
		return &f
	}
	return nil
}

func rounded(text string) (float64, bool) {
	if text == "" {
		return 0, false
	}
	if !strings.Contains(text, "/") {
		f, err := strconv.ParseFloat(text, 64)
		return f, err == nil
	}
	r, ok := rational(text)
	if !ok {
		return 0, false
	}
	f, _ := r.Float64()
	return f, true
}

// doubles are the nearest doubles of many decimals in one piece of memory.
type doubles []float64

// of is what double is.
func (d *doubles) of(text string) *float64 {
	f, ok := rounded(text)
	if !ok {
		return nil
	}
	*d = append(*d, f)
	return &(*d)[len(*d)-1] // stays where it is when d grows
}

// rational reads an exact decimal or fraction.
func rational(text string) (*big.Rat, bool) {
	if text == "" || strings.ContainsAny(text, "eE_xXpP") {
		return nil, false
	}
	return new(big.Rat).SetString(text)
}

// plain reports whether a text is a decimal without sign as exact writes it: most are, and
// need no arithmetic to be taken over.
func plain(text string) bool {
	point := -1
	for i := range len(text) {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
		case c == '.' && point < 0 && i > 0:
			point = i
		default:
			return false
		}
	}
	last := len(text) - 1
	return last >= 0 && (text[0] != '0' || last == 0 || point == 1) && (point < 0 || point < last && text[last] != '0')
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

// minus is a less b, exactly. Small decimals, as most are, need no rationals.
func minus(a, b string) string {
	x, places, ok := scaled(a)
	y, others, good := scaled(b)
	if !ok || !good {
		p, _ := rational(a)
		q, _ := rational(b)
		return exact(p.Sub(p, q))
	}
	for ; places < others; places++ {
		x *= 10
	}
	for ; others < places; others++ {
		y *= 10
	}
	x -= y
	for ; places > 0 && x%10 == 0; places-- {
		x /= 10
	}
	text, sign := strconv.FormatInt(max(x, -x), 10), ""
	if x < 0 {
		sign = "-"
	}
	if places == 0 {
		return sign + text
	}
	text = strings.Repeat("0", max(places+1-len(text), 0)) + text
	return sign + text[:len(text)-places] + "." + text[len(text)-places:]
}

// scaled reads a decimal of few digits as a whole number and the places behind its point.
func scaled(text string) (n int64, places int, ok bool) {
	const before, behind = 13, 5 // most digits on either side of the point: billions of yuan, rates
	digits, negative := strings.CutPrefix(text, "-")
	whole, fraction, _ := strings.Cut(digits, ".")
	if len(whole) > before || len(fraction) > behind || !plain(digits) {
		return 0, 0, false
	}
	for _, part := range []string{whole, fraction} {
		for i := range len(part) {
			n = 10*n + int64(part[i]-'0')
		}
	}
	if negative {
		n = -n
	}
	return n, len(fraction), true
}

// decimals counts the digits after the point of a decimal as written: 2 of 6.50.
func decimals(text string) int {
	_, fraction, _ := strings.Cut(text, ".")
	return len(fraction)
}
