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

// pairSet tells by which two characters no word of the overlay begins; it may hold too
// many.
type pairSet [pairBits / 64]uint64

const pairBits = 1 << 16

func (s *pairSet) add(a, b uint16)      { i := pairOf(a, b); s[i/64] |= 1 << (i % 64) }
func (s *pairSet) has(a, b uint16) bool { i := pairOf(a, b); return s[i/64]>>(i%64)&1 != 0 }

func pairOf(a, b uint16) uint32 { return (uint32(a)*0x9E3B + uint32(b)*0x79B1) >> 4 % pairBits }
