package extract

import (
	"slices"

	"zhibiao/rules"
)

// rng is a half-open range of tokens of a sentence.
type rng struct{ a, b int }

func (r rng) empty() bool { return r.b <= r.a }

// draft is a fact in the making: a number with the ranges of tokens that a rule tied to
// it, before the facts of a sentence fill each other's gaps.
type draft struct {
	mention   int // index of its mention
	token     int // the mention's token
	clause    int // index of its clause
	rule      *rules.Rule
	indicator []rng // in reading order
	action    rng
	reference rng
	scope     rng
	parent    int    // draft of the whole that this is a part of, or -1
	suffix    string // written after the indicator
	variant   Variant
	prefix    []rng // of another draft, before a bare head (粮食 + 产量)
	from      int   // draft that the indicator was taken from, or -1
	aspect    Aspect
	direction Direction
	inner     bool
	elided    bool
	paired    bool // has its own member of a list
	part      bool // counts some of those counted before what was told of them
	steps     []string
	doubt     int // 0 none, 1 a lean, 2 a guess
}

// clause is a stretch of tokens between marks that end clauses.
type clause struct {
	rng
	end string // its ending mark: ，；。：
}

// last is the end of a range, at most n tokens of it.
func (r rng) last(n int) rng { return rng{max(r.a, r.b-n), r.b} }

// list is the ranges of a draft, and more; it lasts as long as the drafts.
func (w *work) list(ranges []rng, more ...rng) []rng {
	from := len(w.ranges)
	w.ranges = append(append(w.ranges, ranges...), more...)
	return slices.Clip(w.ranges[from:])
}

// step notes a resolution step for explain.
func (d *draft) step(s string) { d.steps = append(d.steps, s) }

// lean notes a step that is wrong more often than one time in twenty.
func (d *draft) lean(s string) {
	d.step(s)
	d.doubt = max(d.doubt, 1)
}

// guess notes a step that is wrong more often than one time in five.
func (d *draft) guess(s string) {
	d.step(s)
	d.doubt = max(d.doubt, 2)
}
