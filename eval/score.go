package eval

import (
	"slices"
	"strconv"
	"strings"
)

// Score counts, over pairs of facts, what score.py counts.
type Score struct {
	gold, got, hit, value, exact, near, right int
	parityGold, parityGot, parityHit          int
	asked, answered                           map[Sort]int
}

// NewScore counts the pairs.
func NewScore(pairs []Pair) *Score {
	s := &Score{asked: map[Sort]int{}, answered: map[Sort]int{}}
	for _, p := range pairs {
		if p.either().Kind == parity {
			s.addParity(p)
		} else {
			s.add(p)
		}
	}
	return s
}

func (s *Score) addParity(p Pair) {
	if p.Gold != nil {
		s.parityGold++
	}
	if p.Got != nil {
		s.parityGot++
	}
	if p.Gold != nil && p.Got != nil {
		s.parityHit++
	}
}

func (s *Score) add(p Pair) {
	if p.Gold != nil {
		s.gold++
	}
	if p.Got != nil {
		s.got++
	}
	if p.Gold == nil || p.Got == nil {
		return
	}
	s.hit++
	v := p.Judge()
	wrong := func(sort Sort) bool { return slices.Contains(v.Errors, sort) }
	for _, slot := range slots() {
		if asked(p.Gold, slot) {
			s.asked[slot]++
			s.answered[slot] += count(!wrong(slot))
		}
	}
	s.value += count(!wrong(Value))
	s.near += count(!wrong(Indicator))
	s.exact += count(v.Exact)
	s.right += count(v.Right)
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Figure is a named number of a score. A share keeps numerator and denominator, so that
// floors are compared exactly.
type Figure struct {
	Name  string
	num   int
	den   int  // 0 where nothing was asked
	plain bool // a count, not a share
}

// Figures are the figures of the score, in the order of score.py.
func (s *Score) Figures() []Figure {
	figures := []Figure{
		{Name: "gold", num: s.gold, plain: true},
		{Name: "predicted", num: s.got, plain: true},
		f1("detect", s.hit, s.gold, s.got),
		part("detect_precision", s.hit, s.got),
		part("detect_recall", s.hit, s.gold),
		f1("value", s.value, s.gold, s.got),
		f1("indicator", s.exact, s.gold, s.got),
		f1("indicator~", s.near, s.gold, s.got),
		f1("fact", s.right, s.gold, s.got),
		f1("parity", s.parityHit, s.parityGold, s.parityGot),
	}
	for _, slot := range slots() {
		figures = append(figures, Figure{Name: string(slot), num: s.answered[slot], den: s.asked[slot]})
	}
	return figures
}

// f1 is 1 where there was nothing to find and nothing was found.
func f1(name string, hit, gold, got int) Figure {
	if gold+got == 0 {
		return Figure{Name: name, num: 1, den: 1}
	}
	return Figure{Name: name, num: 2 * hit, den: gold + got}
}

// part is 0 where there is no whole.
func part(name string, n, of int) Figure {
	if of == 0 {
		return Figure{Name: name, num: 0, den: 1}
	}
	return Figure{Name: name, num: n, den: of}
}

// Float is the figure as the nearest float64; not a number where nothing was asked is 0.
func (f Figure) Float() float64 {
	switch {
	case f.plain:
		return float64(f.num)
	case f.den == 0:
		return 0
	default:
		return float64(f.num) / float64(f.den)
	}
}

// JSON is the figure as score.py writes it: 0.9726443768996961, 1.0, null.
func (f Figure) JSON() string {
	switch {
	case f.plain:
		return strconv.Itoa(f.num)
	case f.den == 0:
		return "null"
	}
	text := strconv.FormatFloat(f.Float(), 'f', -1, 64)
	if !strings.Contains(text, ".") {
		text += ".0"
	}
	return text
}

// String is the figure for reading: 0.9726, or – where nothing was asked.
func (f Figure) String() string {
	switch {
	case f.plain:
		return strconv.Itoa(f.num)
	case f.den == 0:
		return "–"
	default:
		return strconv.FormatFloat(f.Float(), 'f', 4, 64)
	}
}
