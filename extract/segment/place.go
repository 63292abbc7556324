package segment

import (
	"cmp"
	"fmt"
	"slices"
)

// place finds the bases, and with them the slots of all children.
func (b *builder) place() error {
	order := make([]uint32, 0, len(b.groups))
	for i, g := range b.groups {
		if g.first < g.last {
			order = append(order, uint32(i))
		}
	}
	size := func(i uint32) uint32 { return b.groups[i].last - b.groups[i].first }
	slices.SortStableFunc(order, func(i, j uint32) int { return cmp.Compare(size(j), size(i)) })
	for _, i := range order {
		g := &b.groups[i]
		children := b.groups[g.first:g.last]
		g.base = b.room(children)
		if g.base > maxBase-b.widest {
			return fmt.Errorf("too many words for %d nodes: load fewer", maxBase)
		}
		b.based[g.base] = true
		for i := range children {
			children[i].slot = g.base + children[i].code
			b.take(children[i].slot)
		}
	}
	return nil
}

// room finds an unused base at which all children fall on free slots, the first on a slot
// of the list.
func (b *builder) room(children []group) uint32 {
	first := children[0].code
	for s := b.free.first(); ; s = b.free.after(s) {
		if s == 0 { // the list ran out
			s = uint32(len(b.nodes))
			b.grow(len(b.nodes) + len(b.nodes)/2)
		}
		if s > first && !b.based[s-first] && b.fits(s-first, children[1:]) {
			return s - first
		}
	}
}

func (b *builder) fits(base uint32, children []group) bool {
	for i := range children {
		if slot := int(base + children[i].code); slot < len(b.nodes) && b.nodes[slot] != vacant {
			return false
		}
	}
	return true
}

func (b *builder) take(slot uint32) {
	if int(slot) >= len(b.nodes) {
		b.grow(int(slot) + 1 + len(b.nodes)/2)
	}
	b.free.remove(slot)
	b.nodes[slot] = 0
}

func (b *builder) grow(n int) {
	b.based = append(b.based, make([]bool, n-len(b.nodes))...)
	b.nodes = slices.Grow(b.nodes, n-len(b.nodes))
	for len(b.nodes) < n {
		b.nodes = append(b.nodes, vacant)
	}
	b.free.grow(n)
}

// finish writes the nodes and drops the free tail, but for the room that step needs
// beyond the last base.
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
	for _, g := range b.groups {
		b.nodes[g.slot] = newNode(g.base, g.code, g.value)
	}
	return newArray(pack(b.nodes[:n]), n)
}
