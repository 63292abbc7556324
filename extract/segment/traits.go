package segment

// traits is what the search for the best path knows of a character: its code in the
// dictionary, its class, and how words of the overlay begin with it.
//
//	bits  0–1   class
//	bits  2–5   within, begins, alone, inner
//	bits  6–15  place of the overlay's word of this one character, 0 for none
//	bits 16–31  code; 0 if no word of the dictionary has it
type traits uint32

const (
	classBits traits = 3
	within    traits = 1 << 2 // stands in words of the overlay
	begins    traits = 1 << 3 // begins longer words of the overlay
	alone     traits = 1 << 4 // is a word of the overlay that has found no place
	inner     traits = 1 << 5 // in a window: stands within a run and begins nothing

	singleShift = 6
	maxSingles  = 1<<10 - 1
	codeShift   = 16
)

func (t traits) class() class { return class(t & classBits) }
func (t traits) single() int  { return int(t >> singleShift & maxSingles) }
func (t traits) code() uint16 { return uint16(t >> codeShift) }

// newChars are the traits of all characters of the basic plane, as far as the dictionary
// tells.
func newChars(base *lexicon) []traits {
	chars := make([]traits, plane)
	codes := base.codes[:2*plane]
	for i := range chars {
		c := uint16(codes[2*i]) | uint16(codes[2*i+1])<<8
		chars[i] = traits(c&maxCode)<<codeShift | traits(c>>codeBits)
	}
	return chars
}

// traitsOf are the traits of a character. One beyond the basic plane has no code, and may
// begin and stand in any word of the overlay.
func (t *Trie) traitsOf(r rune) traits {
	if uint32(r) < plane {
		return t.chars[r]
	}
	return traits(classOf(r)) | within | begins | alone
}

// code is the code of a character in the dictionary.
func (t *Trie) code(r rune) uint16 { return t.traitsOf(r).code() }

// pairs tell which words of the overlay begin with two characters, given by their codes.
// Nearly all of its words have two characters and are found here at once.
type pairs struct {
	maybe [1 << 10]uint64 // a bit by hash for each pair, to turn away most others
	table []pair          // by hash; a power of two, less than half full
}

// pair is the word of two characters, if there is one, and the longer ones, or words whose
// characters have no codes, that begin alike.
type pair struct {
	key   uint32 // 0 for none
	first int32  // of the longer words, counted from 1; 0 for none
	word  step   // weighed but for where it stands; 0 for none
}

func newPairs(words int) pairs {
	size := 64
	for size < 2*words {
		size *= 2
	}
	return pairs{table: make([]pair, size)}
}

// keyOf is a pair as one number, never 0.
func keyOf(a, b uint16) uint32 { return uint32(a)<<16 | uint32(b) | 1<<15 }

func hashOf(key uint32) uint32 { return key * 0x9E3779B1 }

// at is the place of a key in the table, or the free place where it belongs.
func (p *pairs) at(key uint32) *pair {
	for i := hashOf(key) >> 8; ; i++ {
		if x := &p.table[i&uint32(len(p.table)-1)]; x.key == key || x.key == 0 {
			return x
		}
	}
}

// add is the pair of two codes, for a word that begins with them.
func (p *pairs) add(a, b uint16) *pair {
	key := keyOf(a, b)
	h := hashOf(key) >> 16
	p.maybe[h/64] |= 1 << (h % 64)
	x := p.at(key)
	x.key = key
	return x
}

// find is the pair of two codes, or nil.
func (p *pairs) find(a, b uint16) *pair {
	key := keyOf(a, b)
	if h := hashOf(key) >> 16; p.maybe[h/64]>>(h%64)&1 == 0 {
		return nil
	}
	if x := p.at(key); x.key == key {
		return x
	}
	return nil
}
