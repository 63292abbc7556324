package normalize

import (
	"fmt"
	"math/big"
	"strings"

	"zhibiao/extract/mention"
	"zhibiao/seeds"
)

// Canonical converts a number to the canonical unit of its unit: 3亩 is 2000 m2, 1亩 is
// 2000/3 m2. The result is exact, a decimal where it ends and a fraction where not.
func Canonical(n Number, u *seeds.Unit) (string, error) {
	if u.Canonical == "" {
		return "", nil
	}
	if s, ok := quickCanonical(n, u.Factor); ok {
		return s, nil
	}
	f := factor(u)
	if f == nil {
		return "", fmt.Errorf("unit %q: factor %q is no number: correct units.tsv", u.Name, u.Factor)
	}
	return plain(f.Mul(f, n.Rat())), nil
}

// quickCanonical is n times a factor where both are short: 10000, 2000/3.
func quickCanonical(n Number, factor string) (string, bool) {
	above, below, isFraction := strings.Cut(factor, "/")
	f, ok := readShort(above)
	if !ok || n.IsFraction() {
		return "", false
	}
	product, ok := f.times(shortOf(n.value))
	if !ok || !isFraction {
		return product.plain(), ok
	}
	b, ok := readShort(below)
	if !ok || b.places > 0 {
		return "", false
	}
	return product.over(b.digits)
}

// factor is what a unit is multiplied by to reach its canonical one, or nil.
func factor(u *seeds.Unit) *big.Rat {
	if u.Factor == "" {
		return nil
	}
	f, ok := new(big.Rat).SetString(u.Factor)
	if !ok {
		return nil
	}
	return f
}

// mostDoublings bounds 翻n番: beyond it the text is wrong and 2ⁿ costs time.
const mostDoublings = 64

// Growth is the factor that an indicator grew by: 翻一番 ×2, 增长2.5倍 ×3.5, 增长6.7%
// ×1.067. It is "" where the number tells none. Whether 2.5倍 is grown by (增长2.5倍) or
// reached (是2011年的2.5倍), only its verb says: reached.
func Growth(n Number, u *seeds.Unit, reached bool) string {
	r := n.Rat()
	one := big.NewRat(1, 1)
	switch {
	case u.Name == "番":
		if !r.IsInt() || r.Sign() < 0 || r.Cmp(big.NewRat(mostDoublings, 1)) > 0 {
			return ""
		}
		power := new(big.Int).Lsh(big.NewInt(1), uint(r.Num().Uint64()))
		return power.String()
	case mention.Kind(u.Kind) == mention.Multiple && reached:
		return plain(r)
	case mention.Kind(u.Kind) == mention.Multiple, mention.Kind(u.Kind) == mention.Fraction:
		return plain(r.Add(r, one))
	case mention.Kind(u.Kind) == mention.Percent:
		f := factor(u)
		if f == nil {
			return ""
		}
		return plain(one.Add(one, f.Mul(f, r)))
	}
	return ""
}
