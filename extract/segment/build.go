package segment

import (
	"cmp"
	"slices"
	"strings"
)

// key is what a double array maps to a value, 1…maxValue: its codes, each 1…widest.
type key struct {
	codes string // one byte a code, less 1, or two bytes, big-endian, by the builder's wide
	value uint32
}

// builder splits keys into the nodes of a double array, breadth first, and then finds each
// node with children a base, the widest nodes first. The children of one node may stand
// before it has a slot itself, so that any order will do: the sooner the wide nodes find
// room, the better the many single children fill the gaps.
type builder struct {
	wide   bool   // two bytes a code
	widest uint32 // no code, of a key or given to step, is above it
	keys   []key
	groups []group
	nodes  []node
	free   freeList
	based  []bool // based[b]: some node has base b
	twice  int    // keys that equal another
}

// group is the keys [lo, hi) that share their first depth codes, and the node they share.
type group struct {
	lo, hi, depth uint32
	first, last   uint32 // its children are the groups [first, last)
	code          uint32 // that leads here
	value         uint32
	slot, base    uint32
}

// buildArray makes the double array of keys, which it sorts, and counts those that equal
// another.
func buildArray(keys []key, wide bool, widest uint32) (array, int, error) {
	slices.SortFunc(keys, func(a, b key) int {
		return cmp.Or(strings.Compare(a.codes, b.codes), cmp.Compare(a.value, b.value))
	})
	b := &builder{wide: wide, widest: widest, keys: keys}
	b.groups = append(make([]group, 0, 2*len(keys)), group{hi: uint32(len(keys)), code: unused}) // no code leads to the root
	for i := 0; i < len(b.groups); i++ {
		b.split(i)
	}
	b.grow(2*len(keys) + int(widest) + 2)
	b.take(0)
	if err := b.place(); err != nil {
		return array{}, 0, err
	}
	return b.finish(), b.twice, nil
}

// split gives group i its value and appends its children.
func (b *builder) split(i int) {
	g := b.groups[i]
	g.first = uint32(len(b.groups))
	g.value = b.end(&g)
	for lo := g.lo; lo < g.hi; {
		c := b.code(b.keys[lo], g.depth)
		hi := lo + 1
		for hi < g.hi && b.code(b.keys[hi], g.depth) == c {
			hi++
		}
		b.groups = append(b.groups, group{lo: lo, hi: hi, depth: g.depth + 1, code: c})
		lo = hi
	}
	g.last = uint32(len(b.groups))
	b.groups[i] = g
}

// end takes the keys that end at the node of g out of the group.
func (b *builder) end(g *group) uint32 {
	width := uint32(1)
	if b.wide {
		width = 2
	}
	var value uint32
	for ; g.lo < g.hi && uint32(len(b.keys[g.lo].codes)) == g.depth*width; g.lo++ {
		if v := b.keys[g.lo].value; value == 0 {
			value = v
		} else {
			b.twice++
		}
	}
	return value
}

func (b *builder) code(k key, depth uint32) uint32 {
	if b.wide {
		return uint32(k.codes[2*depth])<<8 | uint32(k.codes[2*depth+1])
	}
	return uint32(k.codes[depth]) + 1
}
