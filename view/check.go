package view

import (
	"fmt"
	"regexp"
	"slices"

	"zhibiao/eval"
	"zhibiao/normalize"
)

// decimal is a value as gold has it: 6.7, -3.2, 1/3.
var decimal = regexp.MustCompile(`^-?\d+(\.\d+)?(/\d+)?$`)

// yearsForm is a period as gold has it.
var yearsForm = regexp.MustCompile(`^\d{4}(-\d{4})?$`)

// checked returns the facts as they may be kept: each on its text, its words from the
// lists of GUIDELINES, in the order of the text.
func checked(id, text string, facts []eval.Fact) ([]eval.Fact, error) {
	points := []rune(text)
	facts = slices.Clone(facts)
	for i := range facts {
		f := &facts[i]
		f.Doc, f.Rule, f.Confidence = id, "", ""
		if f.Start < 0 || f.End > len(points) || f.Start >= f.End {
			return nil, fmt.Errorf("fact at %d-%d lies outside the text of %s", f.Start, f.End, id)
		}
		if f.Text = string(points[f.Start:f.End]); f.Ignore {
			*f = eval.Fact{Line: normalize.Line{Doc: id, Start: f.Start, End: f.End, Text: f.Text}, Ignore: true}
			continue
		}
		if err := wellFormed(f); err != nil {
			return nil, fmt.Errorf("fact %s at %d-%d: %w", f.Text, f.Start, f.End, err)
		}
	}
	slices.SortStableFunc(facts, byPlace)
	return facts, nil
}

func wellFormed(f *eval.Fact) error {
	for _, w := range words() {
		if v := w.of(f); v != "" && !slices.Contains(w.list, v) {
			return fmt.Errorf("%s %q is none of %q", w.name, v, w.list)
		}
	}
	for name, v := range map[string]string{"value": f.Value, "low": f.Low, "high": f.High} {
		if v != "" && !decimal.MatchString(v) {
			return fmt.Errorf("%s %q is no decimal; write it like 9250000, 6.7 or 1/3", name, v)
		}
	}
	if f.Period != "" && !yearsForm.MatchString(f.Period) {
		return fmt.Errorf("period %q is no year; write it like 2023 or 2019-2023", f.Period)
	}
	return nil
}

// wordList is a field with the words that it may hold.
type wordList struct {
	name string
	of   func(*eval.Fact) string
	list []string
}

// words are the fields of GUIDELINES §§3–7 that hold a word of a list.
func words() []wordList {
	return []wordList{
		{"kind", func(f *eval.Fact) string { return f.Kind }, []string{"percent", "percentage_point", "money", "measure", "count", "multiple", "fraction", "rank", "duration", "parity"}},
		{"bound", func(f *eval.Fact) string { return f.Bound }, []string{"exact", "about", "almost", "over", "at_least", "under", "at_most", "range"}},
		{"aspect", func(f *eval.Fact) string { return f.Aspect }, []string{"level", "change_rate", "change_amount", "gap", "baseline", "rank", "streak", "threshold", "scale", "duration"}},
		{"direction", func(f *eval.Fact) string { return f.Direction }, []string{"up", "down"}},
		{"status", func(f *eval.Fact) string { return f.Status }, []string{"actual", "target"}},
		{"strength", func(f *eval.Fact) string { return f.Strength }, []string{"ensure", "strive", "expect", "plain"}},
	}
}
