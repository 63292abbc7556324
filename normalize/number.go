package normalize

import (
	"math/big"

	"github.com/govalues/decimal"
)

// Number is an exact number as a report writes it: 6.7, 9250000, 1/3. It keeps the
// digits that were written: 5.0 is not 5. The zero Number is 0.
type Number struct {
	value decimal.Decimal
	below decimal.Decimal // denominator of a fraction; zero for a decimal
}

// String is the number in plain notation: 11000, 0.5, 1/3.
func (n Number) String() string {
	if n.below.IsZero() {
		return n.value.String()
	}
	return n.value.String() + "/" + n.below.String()
}

// Rat is the number as a fraction of integers.
func (n Number) Rat() *big.Rat {
	r := rational(n.value)
	if n.below.IsZero() {
		return r
	}
	return r.Quo(r, rational(n.below))
}

// IsFraction reports whether the number is written as a fraction: 1/3.
func (n Number) IsFraction() bool { return !n.below.IsZero() }

// isWhole reports whether the number is written without decimals: 5, not 5.0.
func (n Number) isWhole() bool { return n.below.IsZero() && n.value.Scale() == 0 }

func rational(d decimal.Decimal) *big.Rat {
	// A decimal is always a well-formed number of at most 19 digits.
	r, ok := new(big.Rat).SetString(d.String())
	if !ok {
		return new(big.Rat)
	}
	return r
}

// plain writes a rational as a decimal if it ends, else as a fraction: 2000/3.
func plain(r *big.Rat) string {
	if r.IsInt() {
		return r.Num().String()
	}
	if places, exact := r.FloatPrec(); exact {
		return r.FloatString(places)
	}
	return r.String()
}
