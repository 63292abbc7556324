package segment

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
)

//go:generate go run compile.go

// blob is the compiled dictionary of gse: see lexicon for its layout.
//
//go:embed words.bin
var blob string

// lexicon is a compiled word list, read in place. Its bytes, little-endian, are
//
//	magic, number of tags n, highest code,
//	number of nodes                           8 + 3 × 4 bytes
//	tags, padded with NUL                     n × 8
//	code and class of each character of the
//	basic plane                               65536 × 2
//	checks of the nodes                       each 2
//	rest of the nodes, see compact            each 5
//
// A word's value is its cost << tagBits | its tag.
type lexicon struct {
	tags  []string
	codes string
	array compact
}

const (
	magic    = "zhitrie3"
	header   = 20
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
	n, widest, count := int(u32(b, 8)), int(u32(b, 12)), int(u32(b, 16))
	nodes := header + n*tagSize + 2*plane
	if n > tagMask || count <= widest || len(b) != nodes+count*thinSize {
		return lexicon{}, fmt.Errorf("segment: compiled dictionary of %d bytes is damaged: run go generate ./extract/segment", len(b))
	}
	l := lexicon{tags: make([]string, n, n+8), codes: b[nodes-2*plane : nodes], array: newCompact(b[nodes:], count)}
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
	return (uint16(s[0]) | uint16(s[1])<<8) & maxCode
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

// words lists the words of the lexicon, with the frequencies that their costs stand for.
// It goes backwards, from each node that ends a word to the root: a child for code c
// stands at base+c, and no two nodes share a base.
func (l *lexicon) words() []Word {
	chars := make([]rune, plane)
	for r := range rune(plane) {
		chars[l.code(r)] = r
	}
	n := uint32(l.array.size())
	parent := make([]uint32, n)
	for i := range n {
		if i == 0 || l.array.code(i) != maxCode {
			parent[l.array.at(i).base()] = i
		}
	}
	var words []Word
	for i := range n {
		v := l.array.at(i).value()
		if v == 0 || l.array.code(i) == maxCode {
			continue
		}
		var text []rune
		for j := i; j != 0; {
			c := l.array.code(j)
			text = append(text, chars[c])
			j = parent[j-uint32(c)]
		}
		slices.Reverse(text)
		words = append(words, Word{Text: string(text), Tag: l.tags[v&tagMask], Freq: freq(v >> tagBits)})
	}
	return words
}
