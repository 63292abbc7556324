package rules

import (
	"fmt"
	"strings"
	"time"

	"github.com/dlclark/regexp2/v2"
)

// referenceTimeout is far above what a window needs; it turns a runaway pattern into an
// error.
const referenceTimeout = 2 * time.Second

// UseRegexp2 makes the set match with regexp2, whose language the patterns are written in:
// slower than the built-in engine, and its yardstick. Call it before the set is shared.
func (s *Set) UseRegexp2() error {
	for _, r := range s.Rules {
		elements, err := split(r.Pattern)
		if err != nil {
			return fmt.Errorf("%s:%d: rule %q: %w", r.File, r.Line, r.Name, err)
		}
		re, err := regexp2.Compile(s.spell(elements), regexp2.None)
		if err != nil {
			return fmt.Errorf("%s:%d: rule %q: regexp2: %w", r.File, r.Line, r.Name, err)
		}
		re.MatchTimeout = referenceTimeout
		r.reference = re
	}
	return nil
}

// spell writes a pattern as a regular expression over symbols.
func (s *Set) spell(elements []element) string {
	var b strings.Builder
	for _, e := range elements {
		switch {
		case e.word != "":
			b.WriteRune(s.alphabet.literals[e.word])
		case e.macro != "":
			set := s.expanded[e.macro]
			b.WriteString(set.class())
		default:
			b.WriteString(e.raw)
		}
	}
	return b.String()
}

// class writes a set of symbols as a class of characters.
func (s *symbolSet) class() string {
	out := []rune{'['}
	for r := rune(first); r < first+512; r++ {
		if s.has(r) {
			out = append(out, r)
		}
	}
	return string(append(out, ']'))
}

// matchReference is match on regexp2. A pattern that runs out of time claims nothing.
func (r *Rule) matchReference(w *Window, focus int) (Match, bool) {
	m, err := r.reference.FindRunesMatch(w.Symbols)
	if err != nil || m == nil {
		return Match{}, false
	}
	out := Match{Rule: r, span: [2]int{m.RuneIndex, m.RuneIndex + m.RuneLength}}
	for s, name := range slotNames {
		if g := m.GroupByName(name); g != nil && len(g.Captures) > 0 && g.RuneLength > 0 {
			out.slots[s] = [2]int{g.RuneIndex, g.RuneIndex + g.RuneLength}
		}
	}
	return out, out.slots[Value][0] == focus
}
