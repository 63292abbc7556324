package segment

import "fmt"

// Dict finds the words of a list in text: units, place names, indicator names. It is
// immutable and safe for concurrent use.
type Dict struct {
	array array
	first [256]bool // the bytes that begin a word
	size  int
	twice []twice
}

// Match is a word found at a place: its id, the word's index in the list, and its length
// in bytes.
type Match struct{ ID, Len int }

// Found is a word found somewhere in a text, at the byte Start.
type Found struct {
	Match
	Start int
}

// NewDict makes the dictionary of words, whose ids are their indices. Words are any
// bytes, each given once.
func NewDict(words []string) (*Dict, error) {
	d, err := newDict(words)
	if err == nil && len(d.twice) > 0 {
		t := d.twice[0]
		err = fmt.Errorf("dictionary: %q is word %d and word %d: give it once",
			words[t.first-1], t.first-1, t.second-1)
	}
	return d, err
}

// newDict lets the first of equal words stand.
func newDict(words []string) (*Dict, error) {
	if len(words) >= maxValue {
		return nil, fmt.Errorf("dictionary of %d words: the most is %d", len(words), maxValue-1)
	}
	total := 0
	for i, w := range words {
		if w == "" {
			return nil, fmt.Errorf("dictionary: word %d is empty: remove it", i)
		}
		total += len(w)
	}
	d := &Dict{size: len(words)}
	keys, codes := make([]key, len(words)), make([]uint16, 0, total)
	for i, w := range words {
		d.first[w[0]] = true
		from := len(codes)
		for j := range len(w) {
			codes = append(codes, uint16(w[j])+1) // code 0 is none, so that NUL is 1
		}
		keys[i] = key{codes: codes[from:], value: uint32(i) + 1}
	}
	var err error
	if d.array, d.twice, err = buildArray(keys, 256); err != nil {
		return nil, fmt.Errorf("dictionary: %w", err)
	}
	return d, nil
}

// Size is the number of words.
func (d *Dict) Size() int { return d.size }

// Longest is the longest word that text begins with.
func (d *Dict) Longest(text string) (m Match, ok bool) {
	if text == "" || !d.first[text[0]] {
		return Match{}, false
	}
	n := d.array.root()
	for i := 0; i < len(text); i++ {
		var down bool
		if n, down = d.array.step(n, uint16(text[i])+1); !down {
			break
		}
		if v := n.value(); v != 0 {
			m, ok = Match{ID: int(v) - 1, Len: i + 1}, true
		}
	}
	return m, ok
}

// Prefixes appends to dst all words that text begins with, shortest first.
func (d *Dict) Prefixes(dst []Match, text string) []Match {
	if text == "" || !d.first[text[0]] {
		return dst
	}
	n := d.array.root()
	for i := 0; i < len(text); i++ {
		var down bool
		if n, down = d.array.step(n, uint16(text[i])+1); !down {
			break
		}
		if v := n.value(); v != 0 {
			dst = append(dst, Match{ID: int(v) - 1, Len: i + 1})
		}
	}
	return dst
}

// Find appends to dst the leftmost-longest words of text, left to right, without overlap.
func (d *Dict) Find(dst []Found, text string) []Found {
	for i := 0; i < len(text); {
		if m, ok := d.Longest(text[i:]); ok {
			dst = append(dst, Found{Match: m, Start: i})
			i += m.Len
		} else {
			i++
		}
	}
	return dst
}
