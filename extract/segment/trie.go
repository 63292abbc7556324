package segment

import (
	"fmt"
	"math/bits"
	"sync"
	"unicode/utf8"
)

// Word is an entry of a lexicon: 招商引资, n. Freq is its frequency in a corpus the size
// of gse's (58 million words); 0 makes the word win over its parts.
type Word struct {
	Text, Tag string
	Freq      int
}

// Trie is the default segmenter: the best path through the words of a dictionary that is
// compiled into the program, with the words of a domain on top.
type Trie struct {
	base    lexicon
	overlay *Dict
	words   []entry // of the overlay, by id
	begin   runeSet // characters that begin a word of the overlay
	within  runeSet // characters of words of the overlay
	tags    []string
	known   fixedTags
	pool    sync.Pool // of *window
}

// entry is what the best path needs of a word.
type entry struct {
	cost uint32
	tag  uint16
}

// fixedTags are the tags of tokens that no dictionary holds.
type fixedTags struct{ x, eng, m, w uint16 }

// costDomain is the cost of a domain word without frequency: that of a word as common as
// 发展, so that 规模以上|工业增加值 is one token if the lexicon has it.
const costDomain = 9 * costUnit

// New makes the segmenter with the words of a domain on top of its dictionary. Their tags
// replace the dictionary's; an empty tag keeps it, or is n for a new word. Of words given
// twice the first stands.
func New(words []Word) (*Trie, error) {
	base, err := readLexicon(blob)
	if err != nil {
		return nil, err
	}
	t := &Trie{base: base, tags: base.tags}
	t.pool.New = func() any { return new(window) }
	t.known = fixedTags{x: t.tag("x"), eng: t.tag("eng"), m: t.tag("m"), w: t.tag("w")}
	texts := make([]string, len(words))
	t.words = make([]entry, len(words))
	for i, w := range words {
		if err := checkWord(w.Text); err != nil {
			return nil, fmt.Errorf("segment: word %d: %w", i, err)
		}
		texts[i] = w.Text
		t.words[i] = t.entry(w)
		for j, r := range w.Text {
			if j == 0 {
				t.begin.add(r)
			}
			t.within.add(r)
		}
	}
	if t.overlay, _, err = newDict(texts); err != nil {
		return nil, fmt.Errorf("segment: %w", err)
	}
	return t, nil
}

// Name is trie.
func (t *Trie) Name() string { return "trie" }

// entry weighs a domain word. A single character is retagged but not favoured: 增 as a
// verb must not break 增长 or 增收.
func (t *Trie) entry(w Word) entry {
	e := entry{cost: costDomain}
	known, tag, ok := t.base.find(w.Text)
	if _, size := utf8.DecodeRuneInString(w.Text); size == len(w.Text) {
		e.cost = costUnknown - 1
	} else if w.Freq > 0 {
		e.cost = cost(w.Freq, corpusWords)
	}
	if ok {
		e.cost = min(e.cost, known-1)
	}
	switch {
	case w.Tag != "":
		tag = t.tag(w.Tag)
	case !ok:
		tag = t.tag("n")
	}
	e.tag = tag
	return e
}

// tag is the index of a tag, a new one if need be.
func (t *Trie) tag(name string) uint16 {
	for i, s := range t.tags {
		if s == name {
			return uint16(i)
		}
	}
	t.tags = append(t.tags, name)
	return uint16(len(t.tags) - 1)
}

// runeSet is a set of characters; characters 65536 apart share a place, so that it may
// hold too many.
type runeSet [plane / bits.UintSize]uint

func (s *runeSet) add(r rune) { s[uint16(r)/bits.UintSize] |= 1 << (uint16(r) % bits.UintSize) }
func (s *runeSet) has(r rune) bool {
	return s[uint16(r)/bits.UintSize]>>(uint16(r)%bits.UintSize)&1 != 0
}
