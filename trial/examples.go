package trial

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"zhibiao"
	"zhibiao/rules"
)

// Failure is an example of a rule that the rule does not live up to.
type Failure struct {
	Rule *rules.Rule
	Line int // of the example in the rule's file
	Text string
	Why  string
}

// Error tells where the example stands and what is wrong.
func (f Failure) Error() string {
	return fmt.Sprintf("%s:%d: rule %q: %s: %s", f.Rule.File, f.Line, f.Rule.Name, f.Text, f.Why)
}

// Rule runs the examples of a rule through the whole program, as a user's report
// would run, and its rejects, which must yield no fact of this rule.
func Rule(p *zhibiao.Program, r *rules.Rule) []Failure {
	var failures []Failure
	for _, example := range r.Examples {
		facts := p.Extract(example.Text)
		if why := unlike(r.Name, example.Want, facts); why != "" {
			failures = append(failures, Failure{r, example.Line, example.Text, why})
		}
	}
	for _, text := range r.Rejects {
		for _, f := range p.Extract(text) {
			if f.Rule == r.Name {
				failures = append(failures, Failure{r, r.Line, text, "is a reject, but yields " + f.Text})
			}
		}
	}
	return failures
}

// unlike says how the facts differ from the wanted one, which its text identifies.
// Another rule's work is no proof of this one.
func unlike(rule string, want map[string]string, facts []zhibiao.Fact) string {
	i := slices.IndexFunc(facts, func(f zhibiao.Fact) bool { return f.Text == want["value"] })
	if i < 0 {
		return "no fact " + want["value"]
	}
	if facts[i].Rule != rule {
		return "was read by rule " + strconv.Quote(facts[i].Rule)
	}
	got := fields(facts[i])
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if got[name] != want[name] {
			return fmt.Sprintf("%s is %q, not %q", name, got[name], want[name])
		}
	}
	return ""
}

// fields are what an example may ask of a fact, in the words of the data contract.
func fields(f zhibiao.Fact) map[string]string {
	return map[string]string{
		"value": f.Text, "indicator": f.Indicator, "action": f.Action, "kind": string(f.Kind),
		"bound": string(f.Bound), "aspect": string(f.Aspect), "direction": string(f.Direction),
		"status": string(f.Status), "period": f.Period.String(), "strength": string(f.Strength),
		"reference": f.Reference, "parent": f.Parent, "scope": f.Scope,
	}
}
