package output

import (
	"math/big"
	"slices"

	"zhibiao/extract"
	"zhibiao/extract/mention"
)

// aim is what a target asks for, as numbers with their sign in the canonical unit:
// 6%-7% is 0.06 to 0.07, 下降3%以上 is at most -0.03. A nil side is open.
type aim struct {
	low, high *big.Rat
	mark      *big.Rat // the number that results are subtracted from: the low one of a range
	ceiling   bool     // lower is better: 控制在3%以内
}

// aimOf reads the aim of a fact; parity and ranks have none that can be measured.
func aimOf(f *FactRow) (aim, bool) {
	low, high, ok := interval(f)
	if !ok || !aimable(f) {
		return aim{}, false
	}
	a := aim{low: low, high: high, mark: low}
	a.ceiling = f.Direction == string(extract.Down) || slices.Contains(ceilings(), f.IndicatorCode)
	switch mention.Bound(f.Bound) {
	case mention.AtMost, mention.Under:
		a.ceiling = f.Direction != string(extract.Down) // 下降不超过3% is a floor of -3%
	}
	return a, true
}

// aimable reports whether a fact is of a kind that can be aimed at in numbers.
func aimable(f *FactRow) bool { return f.Kind != "parity" && f.Kind != string(mention.Rank) }

// ceilings are the indicators whose aims are upper limits even when no word says so:
// 居民消费价格涨幅3%左右, 城镇调查失业率5.5%.
func ceilings() []string {
	return []string{
		"cpi", "surveyed_unemployment", "registered_unemployment", "deficit_ratio", "deficit", "pm25",
	}
}

// interval is the least and greatest value that a fact names, with their sign.
func interval(f *FactRow) (low, high *big.Rat, ok bool) {
	if !single(f) {
		low, ok = rational(f.CanonLowText)
		if !ok {
			return nil, nil, false
		}
		if high, ok = rational(f.CanonHighText); !ok {
			return nil, nil, false
		}
	} else {
		if low, ok = rational(f.CanonicalText); !ok {
			return nil, nil, false
		}
		high = low
	}
	if f.Direction == string(extract.Down) {
		low, high = new(big.Rat).Neg(high), new(big.Rat).Neg(low)
	}
	return low, high, true
}

// single reports whether a fact names one value, not two.
func single(f *FactRow) bool { return f.Bound != string(mention.Range) && f.ValueText != "" }

// signed is the one value of a fact with its sign: 下降31.1% is -0.311.
func signed(f *FactRow) (*big.Rat, bool) {
	low, high, ok := interval(f)
	if !ok || low.Cmp(high) != 0 {
		return nil, false
	}
	return low, true
}

// grain is half a unit of the last digit written, in canonical units: 0.005 for 6%,
// 0.0005 for 6.5%. A result is told with more digits than its aim.
func grain(f *FactRow) *big.Rat {
	text, canonical := f.ValueText, f.CanonicalText
	if text == "" {
		text, canonical = f.LowText, f.CanonLowText
	}
	written, ok := rational(text)
	value, known := rational(canonical)
	if !ok || !known || written.Sign() == 0 || f.Bound != string(mention.About) {
		return new(big.Rat)
	}
	factor := new(big.Rat).Quo(value, written)
	digit := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals(text))), nil)
	half := new(big.Rat).SetFrac(big.NewInt(1), digit.Mul(digit, big.NewInt(2)))
	return half.Mul(half, factor)
}

// met reports whether a result fulfils the aim within its grain: 6.5%左右 is fulfilled
// within the last digit written.
func (a aim) met(result, grain *big.Rat) bool {
	if a.ceiling {
		return result.Cmp(new(big.Rat).Add(a.high, grain)) <= 0
	}
	return result.Cmp(new(big.Rat).Sub(a.low, grain)) >= 0
}

// gap is the result less the aim; against a range the distance to its nearer edge,
// nothing inside it.
func (a aim) gap(result *big.Rat) *big.Rat {
	switch {
	case result.Cmp(a.low) < 0:
		return new(big.Rat).Sub(result, a.low)
	case result.Cmp(a.high) > 0:
		return new(big.Rat).Sub(result, a.high)
	default:
		return new(big.Rat)
	}
}
