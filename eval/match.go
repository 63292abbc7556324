package eval

import (
	"cmp"
	"maps"
	"slices"
)

// Pair is a gold fact with the predicted fact of the same document and span. One side
// is nil where the fact was missed or is spurious.
type Pair struct {
	Gold, Got *Fact
}

// Match pairs the facts of every document that the gold knows, in order of document
// and place. Predicted facts that touch an ignored span without being gold are left
// out: 八个方面 is neither required nor an error. A gold fact and a predicted one of
// which only one is parity do not match.
func Match(gold, got []Fact) []Pair {
	goldBy, gotBy := byDoc(gold), byDoc(got)
	var pairs []Pair
	for _, doc := range slices.Sorted(maps.Keys(goldBy)) {
		pairs = append(pairs, matchDoc(goldBy[doc], gotBy[doc])...)
	}
	return pairs
}

// place is what a fact is matched by.
type place struct {
	span
	parity bool
}

func placeOf(f *Fact) place { return place{f.span(), f.Kind == parity} }

func matchDoc(gold, got docFacts) []Pair {
	pairs := map[place]*Pair{}
	for _, f := range gold.facts {
		pairs[placeOf(f)] = &Pair{Gold: f}
	}
	for s, f := range got.facts {
		if _, known := gold.facts[s]; !known && gold.ignores(s) {
			continue
		}
		at := placeOf(f)
		if pairs[at] == nil {
			pairs[at] = &Pair{}
		}
		pairs[at].Got = f
	}
	sorted := make([]Pair, 0, len(pairs))
	for _, p := range pairs {
		sorted = append(sorted, *p)
	}
	slices.SortFunc(sorted, func(a, b Pair) int {
		x, y := a.either(), b.either()
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End), cmp.Compare(x.Kind, y.Kind))
	})
	return sorted
}

// either is the gold fact, or the predicted one where there is no gold.
func (p Pair) either() *Fact {
	if p.Gold != nil {
		return p.Gold
	}
	return p.Got
}

// docFacts are the facts of a document; of two with the same span the last one stands.
type docFacts struct {
	facts   map[span]*Fact
	ignored []span
}

func (d docFacts) ignores(s span) bool {
	return slices.ContainsFunc(d.ignored, s.overlaps)
}

func byDoc(facts []Fact) map[string]docFacts {
	docs := map[string]docFacts{}
	for i := range facts {
		f := &facts[i]
		d, ok := docs[f.Doc]
		if !ok {
			d.facts = map[span]*Fact{}
		}
		if f.Ignore {
			d.ignored = append(d.ignored, f.span())
		} else {
			d.facts[f.span()] = f
		}
		docs[f.Doc] = d
	}
	return docs
}
