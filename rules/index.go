package rules

import (
	"math/bits"
	"slices"
)

// index tells which rules are worth trying on a number, by its own symbol and those of the
// two words beside it. A set of rules is a bit for each, in the order of their priority.
type index struct {
	ranked []*Rule // the first to win first
	words  int     // of 64 bits, in each set
	focus  [2][]uint64
	before []uint64 // sets by symbol, and last the one for the edge of the window
	after  []uint64
}

// newIndex indexes rules for symbols up to limit.
func newIndex(rules []*Rule, limit rune) index {
	x := index{ranked: slices.Clone(rules), words: (len(rules) + 63) / 64}
	slices.SortStableFunc(x.ranked, func(a, b *Rule) int { return b.Priority - a.Priority })
	n := int(limit - first)
	x.before, x.after = make([]uint64, (n+1)*x.words), make([]uint64, (n+1)*x.words)
	x.focus = [2][]uint64{make([]uint64, n*x.words), make([]uint64, n*x.words)}
	for i, r := range x.ranked {
		side := 0
		if r.Inner {
			side = 1
		}
		b := &r.beside
		for s := range n {
			symbol := first + rune(s)
			x.mark(x.focus[side], s, i, r.focus.has(symbol))
			x.mark(x.before, s, i, b.anyBefore || b.before.has(symbol))
			x.mark(x.after, s, i, b.anyAfter || b.after.has(symbol))
		}
		x.mark(x.before, n, i, b.anyBefore)
		x.mark(x.after, n, i, b.anyAfter)
	}
	return x
}

// mark puts rule i into the set of a symbol.
func (x *index) mark(sets []uint64, symbol, i int, in bool) {
	if in {
		sets[symbol*x.words+i/64] |= 1 << (i % 64)
	}
}

// at is where the set of the symbol at a place of a window begins.
func (x *index) at(symbols []rune, i int) int {
	if i < 0 || i >= len(symbols) {
		return len(x.before) - x.words
	}
	return int(symbols[i]-first) * x.words
}

// each calls try with the rules worth trying on a number until it returns false.
func (x *index) each(symbols []rune, focus, side int, try func(*Rule) bool) {
	own := x.at(symbols, focus)
	before, after := x.at(symbols, focus-1), x.at(symbols, focus+1)
	for k := range x.words {
		for set := x.focus[side][own+k] & x.before[before+k] & x.after[after+k]; set != 0; set &= set - 1 {
			if !try(x.ranked[64*k+bits.TrailingZeros64(set)]) {
				return
			}
		}
	}
}
