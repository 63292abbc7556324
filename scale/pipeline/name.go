package pipeline

import (
	"cmp"
	"slices"

	"zhibiao/output"
)

// name is the step that gives documents of one name names of their own.
type name struct{}

// ProcessElement tells the new names of documents whose names another one has.
func (*name) ProcessElement(_ string, claims func(*Claim) bool, emit func(int, Named)) {
	var all []Claim
	for c := (Claim{}); claims(&c); {
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b Claim) int { return cmp.Compare(a.Order, b.Order) })
	names := make([]string, len(all))
	for i, c := range all {
		names[i] = c.Name
	}
	for i, n := range output.DistinctNames(names) {
		if n != all[i].Name {
			emit(all[i].Shard, Named{all[i].Order, n})
		}
	}
}
