package eval

import (
	"cmp"
	"maps"
	"slices"
)

// Table counts errors by what the facts have in common: their aspect, unit, verb, part
// of the report, clause shape, rule.
type Table struct {
	By   string
	Rows []Row // most errors first
}

// Row counts the facts of one group.
type Row struct {
	Name   string
	Facts  int // pairs, with missed and spurious ones
	Right  int
	Errors map[Sort]int
}

// Wrong is the number of facts that do not count.
func (r Row) Wrong() int { return r.Facts - r.Right }

// Tables group the pairs by every construct. Texts are looked up by document; those
// that are missing leave part and shape empty.
func Tables(pairs []Pair, texts map[string]*Text) []Table {
	setting := func(p Pair) Setting { return texts[p.either().Doc].Setting(p.either()) }
	return []Table{
		group("document", pairs, func(p Pair) string { return p.either().Doc }),
		group("aspect", pairs, func(p Pair) string { return cmp.Or(p.either().Aspect, p.either().Kind) }),
		group("part", pairs, func(p Pair) string { return setting(p).Part }),
		group("shape", pairs, func(p Pair) string { return shape(setting(p).Clause) }),
		group("action", pairs, func(p Pair) string { return p.either().Action }),
		group("unit", pairs, func(p Pair) string { return p.either().Unit }),
		group("rule", pairs, func(p Pair) string { return predicted(p, func(f *Fact) string { return f.Rule }) }),
		group("confidence", pairs, func(p Pair) string { return predicted(p, func(f *Fact) string { return f.Confidence }) }),
	}
}

// predicted is a property that only predicted facts have.
func predicted(p Pair, property func(*Fact) string) string {
	if p.Got == nil {
		return "(missed)"
	}
	return property(p.Got)
}

func group(by string, pairs []Pair, key func(Pair) string) Table {
	rows := map[string]*Row{}
	for _, p := range pairs {
		name := cmp.Or(key(p), "(none)")
		row := rows[name]
		if row == nil {
			row = &Row{Name: name, Errors: map[Sort]int{}}
			rows[name] = row
		}
		row.add(p.Judge())
	}
	table := Table{By: by}
	for _, name := range slices.Sorted(maps.Keys(rows)) {
		table.Rows = append(table.Rows, *rows[name])
	}
	slices.SortStableFunc(table.Rows, func(a, b Row) int { return cmp.Compare(b.Wrong(), a.Wrong()) })
	return table
}

func (r *Row) add(v Verdict) {
	r.Facts++
	r.Right += count(v.Right)
	for _, s := range v.Errors {
		r.Errors[s]++
	}
}
