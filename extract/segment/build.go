package segment

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// key is what a double array maps to a value, 1…maxValue: its codes, each 1…widest.
type key struct {
	codes string // one byte a code, less 1, or two bytes, big-endian, by the builder's wide
	value uint32
}

// layout says how keys become an array.
type layout struct {
	wide     bool   // two bytes a code
	tails    bool   // stop where a single key is left: its value tells which
	widest   uint32 // no code, of a key or given to step, is above it
	patience uint32 // how often a free slot is tried in vain: trades time for room
}

// builder lays out the nodes of a double array breadth first: wide nodes stand near the
// root and find room first, the many single children fill the gaps.
type builder struct {
	layout
	keys   []key
	nodes  []node
	free   freeList
	failed []uint32 // how often a free slot was tried in vain
	based  []bool   // based[b]: some node has base b
	queue  []group
	codes  []uint32 // child codes of the group at hand
	twice  []twice
}

// group is the keys [lo, hi) that share their first depth codes, and the node they share.
type group struct {
	lo, hi, depth int
	slot          uint32
}

// twice is the values of two equal keys, the lower first: the array holds that one.
type twice struct{ first, second uint32 }

// buildArray makes the double array of keys, which it sorts, and lists the equal ones.
func buildArray(keys []key, l layout) (array, []twice, error) {
	slices.SortFunc(keys, func(a, b key) int {
		return cmp.Or(strings.Compare(a.codes, b.codes), cmp.Compare(a.value, b.value))
	})
	b := &builder{layout: l, keys: keys}
	b.grow(2*len(keys) + int(l.widest) + 2)
	b.take(0, newNode(0, unused, 0)) // no code leads to the root
	b.queue = append(make([]group, 0, 2*len(keys)), group{hi: len(keys)})
	for i := 0; i < len(b.queue); i++ {
		if err := b.place(b.queue[i]); err != nil {
			return array{}, nil, err
		}
	}
	return b.finish(), b.twice, nil
}

// place gives the node of g its value and its children their slots.
func (b *builder) place(g group) error {
	check := b.nodes[g.slot].check()
	if b.tails && g.hi-g.lo == 1 {
		b.nodes[g.slot] = newNode(0, check, b.keys[g.lo].value<<1|tail)
		return nil
	}
	value := b.end(&g)
	if g.lo == g.hi {
		b.nodes[g.slot] = newNode(0, check, value)
		return nil
	}
	b.codes = b.codes[:0]
	for i := g.lo; i < g.hi; i++ {
		c := b.code(b.keys[i], g.depth)
		if n := len(b.codes); n == 0 || b.codes[n-1] != c {
			b.codes = append(b.codes, c)
		}
	}
	base := b.room(b.codes)
	if base > maxBase-b.widest {
		return fmt.Errorf("too many words for %d nodes: load fewer", maxBase)
	}
	b.based[base] = true
	b.nodes[g.slot] = newNode(base, check, value)
	b.adopt(g, base)
	return nil
}

// end takes the keys that end at the node of g out of the group.
func (b *builder) end(g *group) uint32 {
	width := 1
	if b.wide {
		width = 2
	}
	var value uint32
	for ; g.lo < g.hi && len(b.keys[g.lo].codes) == g.depth*width; g.lo++ {
		if v := b.keys[g.lo].value; value == 0 {
			value = v
		} else {
			b.twice = append(b.twice, twice{value, v})
		}
	}
	if b.tails {
		value <<= 1
	}
	return value
}

// adopt takes a slot for each child of g and queues it.
func (b *builder) adopt(g group, base uint32) {
	for lo := g.lo; lo < g.hi; {
		c := b.code(b.keys[lo], g.depth)
		hi := lo + 1
		for hi < g.hi && b.code(b.keys[hi], g.depth) == c {
			hi++
		}
		b.take(base+c, newNode(0, c, 0))
		b.queue = append(b.queue, group{lo: lo, hi: hi, depth: g.depth + 1, slot: base + c})
		lo = hi
	}
}

func (b *builder) code(k key, depth int) uint32 {
	if b.wide {
		return uint32(k.codes[2*depth])<<8 | uint32(k.codes[2*depth+1])
	}
	return uint32(k.codes[depth]) + 1
}

// room finds an unused base at which all codes fall on free slots, the first on a slot
// of the list. A slot that failed often leaves the list, or the search would become
// quadratic for the sake of a few holes.
func (b *builder) room(codes []uint32) uint32 {
	first := codes[0]
	for s := b.free.first(); ; s = b.free.after(s) {
		if s == 0 { // the list ran out
			s = uint32(len(b.nodes))
			b.grow(len(b.nodes) + len(b.nodes)/2)
		}
		if s > first && !b.based[s-first] && b.fits(s-first, codes[1:]) {
			return s - first
		}
		if b.failed[s]++; b.failed[s] == b.patience {
			b.free.remove(s)
		}
	}
}

func (b *builder) fits(base uint32, codes []uint32) bool {
	for _, c := range codes {
		if slot := int(base + c); slot < len(b.nodes) && b.nodes[slot].check() != unused {
			return false
		}
	}
	return true
}

func (b *builder) take(slot uint32, n node) {
	if int(slot) >= len(b.nodes) {
		b.grow(int(slot) + 1 + len(b.nodes)/2)
	}
	b.free.remove(slot)
	b.nodes[slot] = n
}

func (b *builder) grow(n int) {
	b.based = append(b.based, make([]bool, n-len(b.nodes))...)
	b.failed = append(b.failed, make([]uint32, n-len(b.nodes))...)
	b.nodes = slices.Grow(b.nodes, n-len(b.nodes))
	for len(b.nodes) < n {
		b.nodes = append(b.nodes, newNode(0, unused, 0))
	}
	b.free.grow(n)
}

// finish drops the free tail, but for the room that step needs beyond the last base.
func (b *builder) finish() array {
	last := 0
	for i, used := range b.based {
		if used {
			last = i
		}
	}
	n := last + int(b.widest) + 1
	if n > len(b.nodes) {
		b.grow(n)
	}
	return newArray(pack(b.nodes[:n]), n)
}
