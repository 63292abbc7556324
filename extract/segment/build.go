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

// layout says how keys become an array.
type layout struct {
	wide     bool   // two bytes a code
	tails    bool   // stop where a single key is left: its value tells which
	dense    bool   // place the nodes of most children first: trades time for room
	widest   uint32 // no code, of a key or given to step, is above it
	patience uint32 // how often a free slot is tried in vain: trades time for room
}

// builder splits keys into the nodes of a double array, breadth first, and then finds each
// node with children a base. The children of one node may stand before it has a slot
// itself, so that any order will do: the sooner the wide nodes find room, the better the
// many single children fill the gaps.
type builder struct {
	layout
	keys   []key
	groups []group
	nodes  []node
	free   freeList
	failed []uint32 // how often a free slot was tried in vain
	based  []bool   // based[b]: some node has base b
	twice  []twice
}

// group is the keys [lo, hi) that share their first depth codes, and the node they share.
type group struct {
	lo, hi, depth uint32
	first, last   uint32 // its children are the groups [first, last)
	code          uint32 // that leads here
	value         uint32
	slot, base    uint32
}

// twice is the values of two equal keys, the lower first: the array holds that one.
type twice struct{ first, second uint32 }

// buildArray makes the double array of keys, which it sorts, and lists the equal ones.
func buildArray(keys []key, l layout) (array, []twice, error) {
	slices.SortFunc(keys, func(a, b key) int {
		return cmp.Or(strings.Compare(a.codes, b.codes), cmp.Compare(a.value, b.value))
	})
	b := &builder{layout: l, keys: keys}
	b.groups = append(make([]group, 0, 2*len(keys)), group{hi: uint32(len(keys)), code: unused}) // no code leads to the root
	for i := 0; i < len(b.groups); i++ {
		b.split(i)
	}
	b.grow(2*len(keys) + int(l.widest) + 2)
	b.take(0)
	if err := b.place(); err != nil {
		return array{}, nil, err
	}
	return b.finish(), b.twice, nil
}

// split gives group i its value and appends its children.
func (b *builder) split(i int) {
	g := b.groups[i]
	g.first = uint32(len(b.groups))
	if b.tails && g.hi-g.lo == 1 {
		g.value = b.keys[g.lo].value<<1 | tail
	} else {
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
			b.twice = append(b.twice, twice{value, v})
		}
	}
	if b.tails {
		value <<= 1
	}
	return value
}

func (b *builder) code(k key, depth uint32) uint32 {
	if b.wide {
		return uint32(k.codes[2*depth])<<8 | uint32(k.codes[2*depth+1])
	}
	return uint32(k.codes[depth]) + 1
}
