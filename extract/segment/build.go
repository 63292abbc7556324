package segment

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"
)

// key is what a double array maps: a sequence of codes, each 1…widest, to a value,
// 1…maxValue.
type key struct {
	codes []uint16
	value uint32
}

// twice is the values of two equal keys, the lower first: the array holds that one.
type twice struct{ first, second uint32 }

// builder lays out the nodes of a double array breadth first: wide nodes stand near the
// root and find room first, the many single children fill the gaps.
type builder struct {
	keys   []key
	nodes  []node
	free   freeList
	based  []bool // based[b]: some node has base b
	widest uint32 // highest code that step may get
	queue  []group
	codes  []uint16 // child codes of the group at hand
	twice  []twice
}

// group is the keys [lo, hi) that share their first depth codes, and the node they share.
type group struct {
	lo, hi, depth int
	slot          uint32
}

// buildArray makes the double array of keys, which it sorts, and lists the equal
// ones. No code, of a key or ever given to step, is above widest.
func buildArray(keys []key, widest int) (array, []twice, error) {
	slices.SortFunc(keys, func(a, b key) int {
		return cmp.Or(slices.Compare(a.codes, b.codes), cmp.Compare(a.value, b.value))
	})
	b := &builder{keys: keys, widest: uint32(widest)}
	b.grow(widest + 2)
	b.take(0, newNode(0, unused, 0)) // no code leads to the root
	b.queue = append(b.queue, group{hi: len(keys)})
	for len(b.queue) > 0 {
		g := b.queue[0]
		b.queue = b.queue[1:]
		if err := b.place(g); err != nil {
			return "", nil, err
		}
	}
	return b.pack(), b.twice, nil
}

// place gives the node of g its value and its children their slots.
func (b *builder) place(g group) error {
	var value uint32
	if g.lo < g.hi && len(b.keys[g.lo].codes) == g.depth {
		value = b.keys[g.lo].value
		g.lo++
		for ; g.lo < g.hi && len(b.keys[g.lo].codes) == g.depth; g.lo++ {
			b.twice = append(b.twice, twice{value, b.keys[g.lo].value})
		}
	}
	var base uint32
	if g.lo < g.hi {
		b.codes = b.codes[:0]
		for i := g.lo; i < g.hi; i++ {
			c := b.keys[i].codes[g.depth]
			if n := len(b.codes); n == 0 || b.codes[n-1] != c {
				b.codes = append(b.codes, c)
			}
		}
		base = b.room(b.codes)
		if base > maxBase-b.widest {
			return fmt.Errorf("too many words for %d nodes: load fewer", maxBase)
		}
		b.based[base] = true
		b.adopt(g, base)
	}
	b.nodes[g.slot] = newNode(base, b.nodes[g.slot].check(), value)
	return nil
}

// adopt takes a slot for each child of g and queues it.
func (b *builder) adopt(g group, base uint32) {
	for lo := g.lo; lo < g.hi; {
		c := b.keys[lo].codes[g.depth]
		hi := lo + 1
		for hi < g.hi && b.keys[hi].codes[g.depth] == c {
			hi++
		}
		slot := base + uint32(c)
		b.take(slot, newNode(0, uint32(c), 0))
		b.queue = append(b.queue, group{lo: lo, hi: hi, depth: g.depth + 1, slot: slot})
		lo = hi
	}
}

// room finds the lowest unused base at which all codes fall on free slots.
func (b *builder) room(codes []uint16) uint32 {
	first := uint32(codes[0])
	for s := b.free.first(); ; s = b.free.after(s) {
		if s == 0 { // the list ran out
			s = uint32(len(b.nodes))
			b.grow(len(b.nodes) + len(b.nodes)/2 + int(b.widest) + 1)
		}
		if s <= first || b.based[s-first] {
			continue
		}
		if base := s - first; b.fits(base, codes[1:]) {
			return base
		}
	}
}

func (b *builder) fits(base uint32, codes []uint16) bool {
	for _, c := range codes {
		slot := base + uint32(c)
		if int(slot) < len(b.nodes) && b.nodes[slot].check() != unused {
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
	b.nodes = slices.Grow(b.nodes, n-len(b.nodes))
	for len(b.nodes) < n {
		b.nodes = append(b.nodes, newNode(0, unused, 0))
	}
	b.based = append(b.based, make([]bool, n-len(b.based))...)
	b.free.grow(n)
}

// pack drops the free tail, but for the room that step needs beyond the last base.
func (b *builder) pack() array {
	last := 0
	for i, used := range b.based {
		if used {
			last = i
		}
	}
	n := last + int(b.widest) + 1
	b.grow(max(n, len(b.nodes)))
	out := make([]byte, 0, n*nodeSize)
	for _, nd := range b.nodes[:n] {
		out = binary.LittleEndian.AppendUint64(out, uint64(nd))
	}
	return array(out)
}
