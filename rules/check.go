package rules

import (
	"strings"
	"unicode/utf8"
)

var aspects = []string{"", "level", "change_rate", "change_amount", "gap", "baseline", "rank", "streak", "threshold", "scale", "duration"}

// check reports what is wrong in a rule apart from its pattern's words.
func (l *loader) check(r *Rule) {
	bad := func(format string, args ...any) {
		l.problem(r.File, r.Line, "rule %q: "+format, append([]any{r.Name}, args...)...)
	}
	if r.About == "" {
		bad("no about: say in one line what it reads")
	}
	if r.Pattern == "" {
		bad("no pattern")
	}
	if n := utf8.RuneCountInString(r.Pattern); n > maxPattern {
		bad("pattern has %d characters, at most %d: make two rules of it or a macro", n, maxPattern)
	}
	if !contains(aspects, r.Aspect) {
		bad("unknown aspect %q: name one of%s", r.Aspect, strings.Join(aspects, " "))
	}
	if !contains([]string{High, ByName, Medium, Low}, r.Confidence) {
		bad("unknown confidence %q: high, by-name, medium or low", r.Confidence)
	}
	if !contains([]string{"", "up", "down"}, r.Direction) {
		bad("unknown direction %q: up or down", r.Direction)
	}
	if len(r.Examples) < 2 {
		bad("%d examples: give at least two", len(r.Examples))
	}
	if len(r.Rejects) < 1 {
		bad("no rejects: give at least one text that it must not claim")
	}
	for _, ex := range r.Examples {
		l.checkExample(r, ex)
	}
}

// inText are the wanted fields that must stand in the example's text as they are.
var inText = []string{"value", "action", "scope"}

func (l *loader) checkExample(r *Rule, ex Example) {
	if ex.Want["value"] == "" {
		l.problem(r.File, ex.Line, "rule %q: example wants no value: name the fact's text", r.Name)
	}
	for _, k := range sortedKeys(ex.Want) {
		if !wantKeys[k] {
			l.problem(r.File, ex.Line, "rule %q: example wants unknown field %q: name one of %s", r.Name, k, strings.Join(sortedKeys(wantKeys), ", "))
		}
	}
	for _, k := range inText {
		if w := ex.Want[k]; !strings.Contains(ex.Text, w) && r.Action != w {
			l.problem(r.File, ex.Line, "rule %q: example wants %s %s, which is not in its text", r.Name, k, w)
		}
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
