package segment

import (
	"encoding/binary"
	"fmt"
)

// compact is an array in the form that is embedded: narrower fields do for the dictionary,
// at seven bytes a node, little-endian. It is read in place, so that it costs nothing to
// load. The low bits of a node's check are the code, the others the high bits of its
// value; the rest has
//
//	bits  0–19  base
//	bits 20–39  value, the low bits
type compact struct {
	checks string // two bytes a node
	rest   string // five bytes a node
}

const (
	codeBits  = 14
	maxCode   = 1<<codeBits - 1 // as check: that of a free node, no code
	thinRest  = 5
	thinSize  = checkSize + thinRest
	thinBase  = 20
	thinValue = 20
	maxThin   = 1<<thinBase - 1
)

// newCompact reads a compact array of n nodes that b holds, and no more.
func newCompact(b string, n int) compact { return compact{b[:n*checkSize], b[n*checkSize:]} }

// packCompact writes an array as newCompact reads it.
func packCompact(a array) ([]byte, error) {
	var checks, rest []byte
	for i := range uint32(a.size()) {
		n, code := a.at(i), min(a.check(i), maxCode)
		high := n.value() >> thinValue
		if n.base() > maxThin || high>>(checkBits-codeBits) > 0 {
			return nil, fmt.Errorf("base %d or value %d of node %d is too high for %d bytes: drop words", n.base(), n.value(), i, thinSize)
		}
		checks = binary.LittleEndian.AppendUint16(checks, code|uint16(high)<<codeBits)
		low := uint64(n.base()) | uint64(n.value())<<(64-thinValue)>>(64-thinValue-thinBase)
		rest = append(rest, binary.LittleEndian.AppendUint64(nil, low)[:thinRest]...)
	}
	return append(checks, rest...), nil
}

// size is the number of nodes.
func (c compact) size() int { return len(c.checks) / checkSize }

// root is the node of the empty key.
func (c compact) root() node { return c.at(0) }

// step is as that of array.
func (c compact) step(n node, code uint16) (node, bool) {
	i := n.base() + uint32(code)
	if c.code(i) != code {
		return 0, false
	}
	return c.at(i), true
}

func (c compact) check(i uint32) uint16 {
	s := c.checks[i*checkSize : i*checkSize+checkSize]
	return uint16(s[0]) | uint16(s[1])<<8
}

// code is the code that leads to node i; maxCode for the root and free nodes.
func (c compact) code(i uint32) uint16 { return c.check(i) & maxCode }

func (c compact) at(i uint32) node {
	s := c.rest[i*thinRest : i*thinRest+thinRest]
	low := uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
	value := low>>thinBase | uint32(s[4])<<(32-thinBase) | uint32(c.check(i)>>codeBits)<<thinValue
	return newNode(low&maxThin, 0, value)
}
