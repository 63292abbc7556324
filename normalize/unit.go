package normalize

import (
	"strings"

	"zhibiao/extract/mention"
	"zhibiao/seeds"
)

// UnitName is the name of a unit in the tables for the way it is written: ％, 成 and
// 百分之 are %, the 个多月 of 3个多月 is 个月.
func UnitName(written string) string {
	u := written
	if !isTight(u) {
		u = strings.ReplaceAll(tight(u), "／", "/")
	}
	switch u {
	case "％", "成", "百分之":
		return "%"
	case "千分之":
		return "‰"
	case "万分之", "萬分之":
		return "‱"
	case "个多月":
		return "个月"
	default:
		return u
	}
}

// UnitOf finds a unit by its name. A rate that the lexicon lacks is made of its parts
// (吨/公顷 is 0.1 kg/m2); a classifier is a unit of its own.
func UnitOf(lex *seeds.Lexicons, name string, kind mention.Kind) seeds.Unit {
	if u, ok := lex.Unit(name); ok {
		return u
	}
	over, under, ok := strings.Cut(strings.ReplaceAll(name, "／", "/"), "/")
	if ok {
		a, b := UnitOf(lex, over, kind), UnitOf(lex, under, kind)
		return perUnit(name, a, b)
	}
	if name == "" {
		return seeds.Unit{Kind: string(kind)}
	}
	return seeds.Unit{Name: name, Kind: string(kind), Canonical: name, Factor: "1"}
}

// perUnit is the unit of a per b.
func perUnit(name string, a, b seeds.Unit) seeds.Unit {
	u := seeds.Unit{Name: name, Kind: string(mention.Measure)}
	fa, fb := factor(&a), factor(&b)
	if fa == nil || fb == nil || fb.Sign() == 0 {
		return u
	}
	u.Canonical = a.Canonical + "/" + b.Canonical
	if a.Dimension != "" && b.Dimension != "" {
		u.Dimension = a.Dimension + "/" + b.Dimension
	}
	u.Factor = fa.Quo(fa, fb).RatString()
	return u
}
