package segment

// array is a double-array trie over codes 1…65534, eight bytes a node, little-endian.
// It is read in place, so that an embedded dictionary costs nothing to load. A node
// packs
//
//	bits  0–21  base: the child for code c is the node at base+c; 0 for none
//	bits 22–37  check: the code that leads here; unused in free nodes
//	bits 38–63  value: 0 unless a key ends here
//
// A code suffices as check, because no two nodes share a base.
type array string

// node is one packed entry of an array.
type node uint64

const (
	nodeSize  = 8
	baseBits  = 22
	checkBits = 16
	valueBits = 64 - baseBits - checkBits
	maxBase   = 1<<baseBits - 1
	maxValue  = 1<<valueBits - 1
	unused    = 1<<checkBits - 1 // check of a free node: no code has it
)

func newNode(base, check, value uint32) node {
	return node(base) | node(check)<<baseBits | node(value)<<(baseBits+checkBits)
}

func (n node) base() uint32  { return uint32(n) & maxBase }
func (n node) check() uint32 { return uint32(n>>baseBits) & unused }
func (n node) value() uint32 { return uint32(n >> (baseBits + checkBits)) }

// root is the node of the empty key.
func (a array) root() node { return a.at(0) }

// step goes from n over code to a child. The builder pads the array, so that base+code
// is always within it.
func (a array) step(n node, code uint16) (node, bool) {
	child := a.at(n.base() + uint32(code))
	return child, child.check() == uint32(code)
}

func (a array) at(i uint32) node {
	s := a[i*nodeSize : i*nodeSize+nodeSize]
	return node(s[0]) | node(s[1])<<8 | node(s[2])<<16 | node(s[3])<<24 |
		node(s[4])<<32 | node(s[5])<<40 | node(s[6])<<48 | node(s[7])<<56
}
