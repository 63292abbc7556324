package eval

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// writeErrors shows up to most errors of each sort: the sentence with the fact marked,
// then gold and predicted side by side. A fact wrong in several ways is shown once.
func (e *Evaluation) writeErrors(w io.Writer, most int) error {
	left := map[Sort]int{}
	for _, s := range sorts() {
		left[s] = most
	}
	for _, p := range e.Pairs {
		wrong := p.Judge().Errors
		if !slices.ContainsFunc(wrong, func(s Sort) bool { return left[s] > 0 }) {
			continue
		}
		for _, s := range wrong {
			left[s]--
		}
		if err := e.writeBeside(w, joined(wrong), p.either(), side{"gold", p.Gold}, side{"predicted", p.Got}); err != nil {
			return err
		}
	}
	return nil
}

// writeChanges shows up to most changes of each kind, worse ones first.
func (e *Evaluation) writeChanges(w io.Writer, most int) error {
	changes := slices.Clone(e.Against.Changes)
	rank := []Effect{Worse, Better, Unknown, Neutral}
	slices.SortStableFunc(changes, func(a, b Change) int {
		return slices.Index(rank, a.Effect) - slices.Index(rank, b.Effect)
	})
	counts, order := map[string]int{}, []string{}
	var shown []Change
	for _, c := range changes {
		name := strings.TrimSpace(string(c.Effect) + " " + c.Kind())
		if counts[name] == 0 {
			order = append(order, name)
		}
		counts[name]++
		if counts[name] <= most {
			shown = append(shown, c)
		}
	}
	var totals []string
	for _, name := range order {
		totals = append(totals, fmt.Sprintf("%d %s", counts[name], name))
	}
	if len(totals) == 0 {
		totals = []string{"nothing"}
	}
	if _, err := fmt.Fprintf(w, "\nagainst the earlier run: %s\n", strings.Join(totals, ", ")); err != nil {
		return err
	}
	for _, c := range shown {
		title := strings.TrimSpace(string(c.Effect) + " " + c.Kind())
		if err := e.writeBeside(w, title, c.either(), side{"before", c.Old}, side{"now", c.New}); err != nil {
			return err
		}
	}
	return nil
}

// side is one of two facts shown beside each other; the fact may be nil.
type side struct {
	name string
	fact *Fact
}

// writeBeside writes place, sentence and the fields of the two sides; of two facts only
// the fields that differ, and always the indicator.
func (e *Evaluation) writeBeside(w io.Writer, title string, at *Fact, a, b side) error {
	set := e.Texts[at.Doc].Setting(at)
	line := fmt.Sprintf("\n%s:%d  %s", at.Doc, at.Start, title)
	if set.Part != "" {
		line += "  [" + set.Part + "]"
	}
	for _, s := range []side{a, b} {
		if s.fact != nil && s.fact.Rule != "" {
			line += "  rule " + s.fact.Rule
			break
		}
	}
	sentence := "…" + at.Text + "…"
	if set.Words != "" {
		sentence = lastOf(set.Before) + "【" + set.Words + "】" + firstOf(set.After)
	}
	if _, err := fmt.Fprintf(w, "%s\n  %s\n", line, strings.TrimSpace(sentence)); err != nil {
		return err
	}
	g := grid{left: 3}
	g.add("", a.name, b.name)
	for i, f := range at.fields() {
		x, y := a.value(i), b.value(i)
		if x == y && f.name != "indicator" || x+y == "" {
			continue
		}
		g.add(f.name, x, y)
	}
	return g.write(w, "    ")
}

// nearby is how many characters of a sentence are shown on each side of a fact: some
// sentences of reports fill a page.
const nearby = 70

func lastOf(s string) string {
	if r := []rune(s); len(r) > nearby {
		return "…" + string(r[len(r)-nearby:])
	}
	return s
}

func firstOf(s string) string {
	if r := []rune(s); len(r) > nearby {
		return string(r[:nearby]) + "…"
	}
	return s
}

// value is the field at i as shown; the gold's other names follow its indicator.
func (s side) value(i int) string {
	if s.fact == nil {
		return ""
	}
	f := s.fact.fields()[i]
	if f.name == "indicator" && len(s.fact.IndicatorAlt) > 0 {
		return f.value + "（" + strings.Join(s.fact.IndicatorAlt, "、") + "）"
	}
	return f.value
}

func joined(list []Sort) string {
	var names []string
	for _, s := range list {
		names = append(names, string(s))
	}
	return strings.Join(names, ", ")
}
