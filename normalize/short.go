package normalize

import (
	"math"
	"math/bits"
	"strconv"
	"strings"

	"github.com/govalues/decimal"
)

// short is a decimal whose digits fit a machine word, as nearly all numbers of reports
// and factors of units do: reckoning with them needs no fractions of big integers.
type short struct {
	digits   uint64
	places   int // decimal places
	negative bool
}

func shortOf(d decimal.Decimal) short { return short{d.Coef(), d.Scale(), d.IsNeg()} }

// readShort reads digits with at most one point: 10000, 0.01; no fraction and no sign.
func readShort(s string) (short, bool) {
	const most = 18 // digits that certainly fit
	var n short
	point := -1
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			n.digits = n.digits*10 + uint64(c-'0')
		case c == '.' && point < 0 && i > 0 && i+1 < len(s):
			point = i
		default:
			return short{}, false
		}
	}
	if point >= 0 {
		n.places = len(s) - point - 1
	}
	return n, s != "" && len(s) <= most
}

// times is the exact product; false where it does not fit.
func (n short) times(m short) (short, bool) {
	high, low := bits.Mul64(n.digits, m.digits)
	return short{low, n.places + m.places, n.negative != m.negative}, high == 0
}

// over is the exact quotient, written as a whole number or a fraction: 2000/3. It is false
// where the quotient might be a decimal, or does not fit.
func (n short) over(below uint64) (string, bool) {
	for ; n.places > 0; n.places-- {
		if below > math.MaxUint64/10 {
			return "", false
		}
		below *= 10
	}
	common, rest := below, n.digits
	for rest != 0 {
		common, rest = rest, common%rest
	}
	if common == 0 || below/common%2 == 0 || below/common%5 == 0 {
		return "", false
	}
	n.digits, below = n.digits/common, below/common
	if below == 1 {
		return n.plain(), true
	}
	return n.plain() + "/" + strconv.FormatUint(below, 10), true
}

// plain writes the number without zeros at the end of its decimals: 0.50 is 0.5.
func (n short) plain() string {
	for n.places > 0 && n.digits%10 == 0 {
		n.digits /= 10
		n.places--
	}
	if n.digits == 0 {
		return "0"
	}
	var room [2 + 20 + 40]byte
	out := room[:0]
	if n.negative {
		out = append(out, '-')
	}
	var figures [20]byte
	all := strconv.AppendUint(figures[:0], n.digits, 10)
	if n.places == 0 {
		return string(append(out, all...))
	}
	whole := len(all) - n.places
	if whole <= 0 {
		out = append(out, "0."...)
		for ; whole < 0; whole++ {
			out = append(out, '0')
		}
		return string(append(out, all...))
	}
	out = append(append(out, all[:whole]...), '.')
	return string(append(out, all[whole:]...))
}

// quick reads the numerals that make up most of a report, digits with at most one point
// before 万, 亿 or 万亿; all others are left to ParseNumber.
func quick(s string) (Number, bool) {
	digits, shift := s, 0
	switch {
	case s == "" || s[0] < '0' || s[0] > '9':
		return Number{}, false
	case strings.HasSuffix(s, "万亿"):
		digits, shift = s[:len(s)-len("万亿")], 12
	case strings.HasSuffix(s, "万"):
		digits, shift = s[:len(s)-len("万")], 4
	case strings.HasSuffix(s, "亿"):
		digits, shift = s[:len(s)-len("亿")], 8
	}
	n, ok := readShort(digits)
	if !ok || n.digits == 0 && shift > 0 {
		return Number{}, false
	}
	for n.places -= shift; n.places < 0; n.places++ {
		if n.digits > math.MaxInt64/10 {
			return Number{}, false
		}
		n.digits *= 10
	}
	d, err := decimal.New(int64(n.digits), n.places)
	return Number{value: d}, err == nil
}
