package segment

import (
	"fmt"
	"slices"
	"strings"
)

// Dict finds the words of a list in text: units, place names, indicator names. It is
// immutable and safe for concurrent use.
type Dict struct {
	words []string
	array array
	begin [256]bool // the bytes that begin a word
}

// Match is a word found where a text begins: its id, the word's index in the list, and
// its length in bytes.
type Match struct{ ID, Len int }

// Found is a word found at the byte Start of a text.
type Found struct {
	Match
	Start int
}

// tail marks the value of a node below which there is but one word, so that the rest of
// that word is compared as a whole: the value is id+1 << 1 | tail.
const tail = 1

// NewDict makes the dictionary of words, whose ids are their indices. Words are any
// bytes, each given once.
func NewDict(words []string) (*Dict, error) {
	d, equal, err := newDict(slices.Clone(words))
	if err == nil && len(equal) > 0 {
		i, j := equal[0].first-1, equal[0].second-1
		err = fmt.Errorf("dictionary: %q is word %d and word %d: give it once", words[i], i, j)
	}
	if err != nil {
		return nil, err
	}
	return d, nil
}

// newDict lets the first of equal words stand, and keeps the slice.
func newDict(words []string) (*Dict, []twice, error) {
	if len(words) > maxValue/2 {
		return nil, nil, fmt.Errorf("dictionary of %d words: the most is %d", len(words), maxValue/2)
	}
	d := &Dict{words: words}
	keys := make([]key, len(words))
	for i, w := range words {
		if w == "" {
			return nil, nil, fmt.Errorf("dictionary: word %d is empty: remove it", i)
		}
		d.begin[w[0]] = true
		keys[i] = key{codes: w, value: uint32(i) + 1}
	}
	var equal []twice
	var err error
	d.array, equal, err = buildArray(keys, layout{tails: true, widest: 256, patience: 8})
	if err != nil {
		return nil, nil, fmt.Errorf("dictionary: %w", err)
	}
	return d, equal, nil
}

// Len is the number of words.
func (d *Dict) Len() int { return len(d.words) }

// Word is the word with an id.
func (d *Dict) Word(id int) string { return d.words[id] }

// Longest is the longest word that text begins with.
func (d *Dict) Longest(text string) (m Match, ok bool) {
	for c := d.walk(text); c.next(); {
		m, ok = c.match, true
	}
	return m, ok
}

// Prefixes appends to dst all words that text begins with, shortest first.
func (d *Dict) Prefixes(dst []Match, text string) []Match {
	for c := d.walk(text); c.next(); {
		dst = append(dst, c.match)
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

// walk goes down the array along a text.
type walk struct {
	dict  *Dict
	text  string
	node  node
	at    int // bytes gone
	done  bool
	match Match // the word found last
}

func (d *Dict) walk(text string) walk {
	if text == "" || !d.begin[text[0]] {
		return walk{done: true}
	}
	return walk{dict: d, text: text, node: d.array.root(), at: -1}
}

// next finds the next longer word.
func (w *walk) next() bool {
	for !w.done {
		if w.at++; w.at > 0 {
			if w.at > len(w.text) {
				break
			}
			var ok bool
			if w.node, ok = w.dict.array.step(w.node, uint16(w.text[w.at-1])+1); !ok {
				break
			}
		}
		v := w.node.value()
		if v == 0 {
			continue
		}
		id := int(v>>1) - 1
		if v&tail == 0 {
			w.match = Match{ID: id, Len: w.at}
			return true
		}
		w.done = true
		w.match = Match{ID: id, Len: len(w.dict.words[id])}
		return strings.HasPrefix(w.text[w.at:], w.dict.words[id][w.at:])
	}
	w.done = true
	return false
}
