package segment

import "encoding/binary"

// array is a double-array trie over codes 1…65534, little-endian. A node has
//
//	bits  0–21  base: the child for code c is the node at base+c; 0 for none
//	bits 22–47  value: 0 unless a key ends here
//	bits 48–63  check: the code that leads here; unused in free nodes
//
// A code suffices as check, because no two nodes share a base. Checks lie apart from the
// rest: most steps fail, and what they read then stays in the processor's cache.
type array struct {
	checks string // two bytes a node
	rest   string // six bytes a node
}

// node is an entry of an array; that of a finished one has no check.
type node uint64

const (
	checkSize = 2
	restSize  = 6
	nodeSize  = checkSize + restSize
	baseBits  = 22
	checkBits = 16
	valueBits = 64 - baseBits - checkBits
	maxBase   = 1<<baseBits - 1
	maxValue  = 1<<valueBits - 1
	unused    = 1<<checkBits - 1 // check of a free node: no code has it
)

// vacant is a free node.
const vacant node = unused << (baseBits + valueBits)

func newNode(base, check, value uint32) node {
	return node(base) | node(value)<<baseBits | node(check)<<(baseBits+valueBits)
}

func (n node) base() uint32  { return uint32(n) & maxBase }
func (n node) value() uint32 { return uint32(n>>baseBits) & maxValue }
func (n node) check() uint32 { return uint32(n >> (baseBits + valueBits)) }

// newArray reads an array of n nodes that b holds, and no more.
func newArray(b string, n int) array { return array{b[:n*checkSize], b[n*checkSize:]} }

// pack writes nodes as newArray reads them.
func pack(nodes []node) string {
	out := make([]byte, 0, len(nodes)*nodeSize)
	for _, n := range nodes {
		out = binary.LittleEndian.AppendUint16(out, uint16(n.check()))
	}
	for _, n := range nodes {
		out = binary.LittleEndian.AppendUint32(out, uint32(n))
		out = binary.LittleEndian.AppendUint16(out, uint16(n>>32))
	}
	return string(out)
}

// size is the number of nodes.
func (a array) size() int { return len(a.checks) / checkSize }

func (a array) check(i uint32) uint16 {
	s := a.checks[i*checkSize : i*checkSize+checkSize]
	return uint16(s[0]) | uint16(s[1])<<8
}

func (a array) at(i uint32) node {
	s := a.rest[i*restSize : i*restSize+restSize]
	return node(uint32(s[0])|uint32(s[1])<<8|uint32(s[2])<<16|uint32(s[3])<<24) |
		node(uint16(s[4])|uint16(s[5])<<8)<<32
}
