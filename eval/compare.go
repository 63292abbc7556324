package eval

import (
	"cmp"
	"maps"
	"slices"
)

// Change is a difference between two runs at one place of a document.
type Change struct {
	Old, New *Fact    // nil where the run has no fact there
	Fields   []string // of a fact in both runs, the fields that differ
	Effect   Effect
}

// Effect says what the change did to the score.
type Effect string

// The effects.
const (
	Better  Effect = "better"
	Worse   Effect = "worse"
	Neutral Effect = "neutral"
	Unknown Effect = "" // the document has no gold
)

// Kind is gained, lost or changed.
func (c Change) Kind() string {
	switch {
	case c.Old == nil:
		return "gained"
	case c.New == nil:
		return "lost"
	default:
		return "changed"
	}
}

// either is the new fact, or the old one if it was lost.
func (c Change) either() *Fact { return cmp.Or(c.New, c.Old) }

// Compare lists how the facts of two runs differ, in order of document and place, and
// whether the gold, where there is some, calls the change better or worse.
func Compare(older, newer, gold []Fact) []Change {
	oldBy, newBy, goldBy := byDoc(older), byDoc(newer), byDoc(gold)
	docs := slices.Sorted(maps.Keys(oldBy))
	for _, doc := range slices.Sorted(maps.Keys(newBy)) {
		if _, known := oldBy[doc]; !known {
			docs = append(docs, doc)
		}
	}
	slices.Sort(docs)
	var changes []Change
	for _, doc := range docs {
		g, judged := goldBy[doc]
		for _, c := range compareDoc(oldBy[doc], newBy[doc]) {
			if judged {
				c.Effect = effect(c, g)
			}
			changes = append(changes, c)
		}
	}
	return changes
}

func compareDoc(older, newer docFacts) []Change {
	var changes []Change
	for s, f := range older.facts {
		if newer.facts[s] == nil {
			changes = append(changes, Change{Old: f})
		}
	}
	for s, f := range newer.facts {
		was := older.facts[s]
		if was == nil {
			changes = append(changes, Change{New: f})
		} else if fields := differing(was, f); len(fields) > 0 {
			changes = append(changes, Change{Old: was, New: f, Fields: fields})
		}
	}
	slices.SortFunc(changes, func(a, b Change) int {
		x, y := a.either(), b.either()
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End))
	})
	return changes
}

// effect compares the number of errors before and after. Where the gold ignores the
// place, nothing changed that counts.
func effect(c Change, gold docFacts) Effect {
	s := c.either().span()
	want := gold.facts[s]
	if want == nil && gold.ignores(s) {
		return Neutral
	}
	switch cmp.Compare(faults(want, c.New), faults(want, c.Old)) {
	case -1:
		return Better
	case 1:
		return Worse
	default:
		return Neutral
	}
}

// faults counts what is wrong with a prediction; to have none where there is gold, or
// one where there is none, is worse than any wrong slot.
func faults(want, got *Fact) int {
	const absent = 100
	switch {
	case want == nil && got == nil:
		return 0
	case want == nil || got == nil || (want.Kind == parity) != (got.Kind == parity):
		return absent
	}
	v := Pair{want, got}.Judge()
	return 2*len(v.Errors) + count(!v.Exact)
}

// differing names the fields of the contract that differ; rule and confidence tell how
// a fact came about, not what it says.
func differing(a, b *Fact) []string {
	var names []string
	other := b.fields()
	for i, f := range a.fields() {
		if f.value != other[i].value {
			names = append(names, f.name)
		}
	}
	return names
}

// field is a named value of a fact.
type field struct{ name, value string }

// fields lists what a fact says, in the order of printing.
func (f *Fact) fields() []field {
	return []field{
		{"kind", f.Kind},
		{"value", f.Value},
		{"low", f.Low},
		{"high", f.High},
		{"unit", f.Unit},
		{"bound", bound(f)},
		{"aspect", f.Aspect},
		{"indicator", f.Indicator},
		{"indicator_code", f.IndicatorCode},
		{"parent_indicator", f.Parent},
		{"action", f.Action},
		{"direction", f.Direction},
		{"status", f.Status},
		{"period", f.Period},
		{"strength", f.Strength},
		{"reference", f.Reference},
		{"scope", f.Scope},
	}
}
