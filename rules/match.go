package rules

// Window is a clause as symbols, one per token, with the number in question shown by
// its kind and every other number as {number} or {inner}.
type Window struct {
	Symbols []rune
	present symbolSet
	counted bool // present is up to date
	machine machine
}

// SetSymbols notes the symbols of a window; call it after filling or changing them.
func (w *Window) SetSymbols(symbols []rune) {
	w.Symbols, w.counted = symbols, false
}

// holds reports whether the window has a symbol of each set.
func (w *Window) holds(sets []*symbolSet) bool {
	if !w.counted {
		w.present, w.counted = symbolSet{}, true
		for _, r := range w.Symbols {
			w.present.add(r)
		}
	}
	for i := range sets {
		if !sets[i].meets(&w.present) {
			return false
		}
	}
	return true
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
// order of files decides nothing.
func (s *Set) Match(w *Window, focus int, inner bool) (Match, bool) {
	best, found := Match{}, false
	side := 0
	if inner {
		side = 1
	}
	s.index.each(w.Symbols, focus, side, func(r *Rule) bool {
		if found && r.Priority < best.Rule.Priority {
			return false // the rest is lower still
		}
		if !w.holds(r.required) {
			return true
		}
		if m, ok := r.match(w, focus); ok && (!found || m.beats(best)) {
			best, found = m, true
		}
		return true
	})
	return best, found
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

func (r *Rule) match(w *Window, focus int) (Match, bool) {
	if r.reference != nil {
		return r.matchReference(w, focus)
	}
	from := focus // no match starts before what cannot stand left of the number
	for from > 0 && r.program.left.has(w.Symbols[from-1]) {
		from--
	}
	start, ok := w.machine.find(r.program, w.Symbols, from, focus)
	if !ok {
		return Match{}, false
	}
	out := Match{Rule: r, span: [2]int{start, w.machine.end}}
	for s := range out.slots {
		if from, to := w.machine.places[2*s], w.machine.places[2*s+1]; from >= 0 && to > from {
			out.slots[s] = [2]int{from, to}
		}
	}
	return out, out.slots[Value][0] == focus
}
