package rules

import "sort"

// first is the rune of the first symbol; symbols live in the Private Use Area, so that
// none can be taken for a character of the pattern language.
const first = 0xE000

// symbolSet is a set of up to 512 symbols.
type symbolSet [8]uint64

func (s *symbolSet) add(r rune)      { i := r - first; s[i>>6] |= 1 << (i & 63) }
func (s *symbolSet) has(r rune) bool { i := r - first; return s[i>>6]&(1<<(i&63)) != 0 }

func (s *symbolSet) meets(o *symbolSet) bool {
	for i := range s {
		if s[i]&o[i] != 0 {
			return true
		}
	}
	return false
}

func (s *symbolSet) join(o *symbolSet) {
	for i := range s {
		s[i] |= o[i]
	}
}

func one(r rune) *symbolSet {
	var s symbolSet
	s.add(r)
	return &s
}

// alphabet gives each word class, and each word that a pattern names, a symbol of its
// own: one rune stands for one token, so that patterns run over short strings.
type alphabet struct {
	classes  map[string]rune
	literals map[string]rune   // 其中 → symbol
	classOf  map[string]string // class of each literal
	limit    rune
}

// newAlphabet numbers classes and literals in sorted order, so that symbols do not
// depend on map order.
func newAlphabet(classes []string, literals map[string]string) *alphabet {
	a := &alphabet{classes: map[string]rune{}, literals: map[string]rune{}, classOf: literals, limit: first}
	sorted := append([]string(nil), classes...)
	sort.Strings(sorted)
	for _, c := range sorted {
		if _, ok := a.classes[c]; !ok {
			a.classes[c] = a.limit
			a.limit++
		}
	}
	words := make([]string, 0, len(literals))
	for w := range literals {
		words = append(words, w)
	}
	sort.Strings(words)
	for _, w := range words {
		a.literals[w] = a.limit
		a.limit++
	}
	return a
}

// expand is the set of symbols of some classes: the classes' own and those of the
// literals that belong to them.
func (a *alphabet) expand(classes []string) *symbolSet {
	var s symbolSet
	in := map[string]bool{}
	for _, c := range classes {
		s.add(a.classes[c])
		in[c] = true
	}
	for w, r := range a.literals {
		if in[a.classOf[w]] {
			s.add(r)
		}
	}
	return &s
}
