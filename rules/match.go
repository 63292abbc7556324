package rules

import "fmt"

// Window is a clause as symbols, one per token, with the number in question shown by
// its kind and every other number as {number} or {inner}.
type Window struct {
	Symbols []rune
	present symbolSet
}

// SetSymbols notes the symbols of a window; call it after filling or changing them.
func (w *Window) SetSymbols(symbols []rune) {
	w.Symbols = symbols
	w.present = symbolSet{}
	for _, r := range symbols {
		w.present.add(r)
	}
}

// Match is a rule that claims a number: token ranges of its slots within the window.
type Match struct {
	Rule  *Rule
	slots [slots][2]int
	span  [2]int
}

// Slot is the half-open range of tokens that a slot captured; ok is false where the
// pattern has no such slot or it captured nothing.
func (m Match) Slot(s Slot) (start, end int, ok bool) {
	r := m.slots[s]
	return r[0], r[1], r[1] > r[0]
}

// Span is the half-open range of tokens that the whole pattern covers.
func (m Match) Span() (start, end int) { return m.span[0], m.span[1] }

// Match finds the rule that claims the number at token focus. Among several the one of
// higher priority wins, then the one that covers more, then the first by name; the
// order of files decides nothing. An error is a pattern that ran out of time.
func (s *Set) Match(w *Window, focus int, inner bool) (Match, bool, error) {
	best, found := Match{}, false
	symbol := w.Symbols[focus]
	for _, r := range s.byFocus[symbol-first] {
		if r.Inner != inner || (found && r.Priority < best.Rule.Priority) || !r.fits(w) {
			continue
		}
		m, ok, err := r.match(w, focus)
		if err != nil {
			return best, found, err
		}
		if ok && (!found || m.beats(best)) {
			best, found = m, true
		}
	}
	return best, found, nil
}

// beats settles an overlap of two rules.
func (m Match) beats(o Match) bool {
	if m.Rule.Priority != o.Rule.Priority {
		return m.Rule.Priority > o.Rule.Priority
	}
	if a, b := m.span[1]-m.span[0], o.span[1]-o.span[0]; a != b {
		return a > b
	}
	return m.Rule.Name < o.Rule.Name
}

// fits reports whether the window holds every symbol that the rule cannot do without.
func (r *Rule) fits(w *Window) bool {
	for i := range r.required {
		if !r.required[i].meets(&w.present) {
			return false
		}
	}
	return true
}

func (r *Rule) match(w *Window, focus int) (Match, bool, error) {
	m, err := r.re.FindRunesMatch(w.Symbols)
	if err != nil {
		return Match{}, false, fmt.Errorf("%s:%d: rule %q ran out of time on a clause of %d words: bound its repeats: %w",
			r.File, r.Line, r.Name, len(w.Symbols), err)
	}
	if m == nil {
		return Match{}, false, nil
	}
	out := Match{Rule: r, span: [2]int{m.RuneIndex, m.RuneIndex + m.RuneLength}}
	for s, g := range r.groups {
		if g < 0 {
			continue
		}
		group := m.GroupByNumber(g)
		if group != nil && len(group.Captures) > 0 {
			out.slots[s] = [2]int{group.RuneIndex, group.RuneIndex + group.RuneLength}
		}
	}
	return out, out.slots[Value][0] == focus, nil
}
