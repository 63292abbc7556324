package segment

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
)

//go:generate go run compile.go

// blob is the compiled dictionary of gse: see lexicon for its layout.
//
//go:embed words.bin
var blob string

// lexicon is a compiled word list, read in place. Its bytes, little-endian, are
//
//	magic, number of tags n, highest code     8 + 4 + 4 bytes
//	tags, padded with NUL                     n × 8
//	code of each character of the basic plane 65536 × 2
//	nodes                                     the rest
//
// A word's value is its cost << tagBits | its tag.
type lexicon struct {
	tags  []string
	codes string
	array array
}

const (
	magic    = "zhitrie1"
	header   = 16
	tagSize  = 8
	tagBits  = 6
	tagMask  = 1<<tagBits - 1
	plane    = 1 << 16
	maxChars = 64 // longest word; a window of text holds many
)

// readLexicon checks the header of a blob and finds its parts; the parts stay in b.
func readLexicon(b string) (lexicon, error) {
	if len(b) < header || b[:len(magic)] != magic {
		return lexicon{}, errors.New("segment: compiled dictionary has no header: run go generate ./extract/segment")
	}
	n, widest := int(u32(b, 8)), int(u32(b, 12))
	nodes := header + n*tagSize + 2*plane
	if n > tagMask || len(b) < nodes+(widest+1)*nodeSize || (len(b)-nodes)%nodeSize != 0 {
		return lexicon{}, fmt.Errorf("segment: compiled dictionary of %d bytes is cut short: run go generate ./extract/segment", len(b))
	}
	l := lexicon{tags: make([]string, n, n+8), codes: b[nodes-2*plane : nodes], array: array(b[nodes:])}
	for i := range l.tags {
		at := header + i*tagSize
		l.tags[i] = strings.TrimRight(b[at:at+tagSize], "\x00")
	}
	return l, nil
}

// code is the code of r in the array, 0 if no word has it.
func (l *lexicon) code(r rune) uint16 {
	if uint32(r) >= plane {
		return 0
	}
	s := l.codes[2*r : 2*r+2]
	return uint16(s[0]) | uint16(s[1])<<8
}

// find is the cost and tag of a word.
func (l *lexicon) find(word string) (cost uint32, tag uint16, ok bool) {
	n := l.array.root()
	for _, r := range word {
		if n, ok = l.array.step(n, l.code(r)); !ok {
			return 0, 0, false
		}
	}
	v := n.value()
	return v >> tagBits, uint16(v & tagMask), v != 0
}

func u32(s string, at int) uint32 { return binary.LittleEndian.Uint32([]byte(s[at : at+4])) }
