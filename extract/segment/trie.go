package segment

import (
	"fmt"
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
	words   []entry         // of the overlay, by id
	chars   []traits        // of each character of the basic plane
	singles []step          // overlay words of one character, weighed but for where they stand
	rare    map[string]step // those that have found no place among them
	pairs   pairs           // how longer words of the overlay begin
	tags    []string        // of the dictionary, then that of each word of the overlay
	names   []string        // the different tags
	known   [4]step         // steps over what no dictionary holds, by class, weighed but for where they stand
	pool    sync.Pool       // of *window
}

// entry is what the best path needs of a word.
type entry struct {
	text string
	cost uint32
	tag  uint16
	next int32 // the next word that begins with the same two characters, counted from 1; 0 for none
}

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
	if len(words) > maxOverlay {
		return nil, fmt.Errorf("segment: %d words: the most is %d", len(words), maxOverlay)
	}
	t := &Trie{base: base, names: base.tags, chars: newChars(&base), singles: []step{never}, rare: map[string]step{}, pairs: newPairs(len(words))}
	t.pool.New = func() any { return new(window) }
	for class, tag := range [...]string{other: "x", letter: "eng", digit: "m", mark: "w"} {
		t.known[class] = newStep(costUnknown, 0, t.tag(tag))
	}
	t.words = make([]entry, len(words))
	for i, w := range words {
		if err := checkWord(w.Text); err != nil {
			return nil, fmt.Errorf("segment: word %d: %w", i, err)
		}
		t.words[i] = t.entry(w)
		t.note(i)
	}
	t.tags = make([]string, firstOverlay+len(words))
	copy(t.tags, t.names)
	for i, e := range t.words {
		t.tags[firstOverlay+i] = t.names[e.tag]
	}
	return t, nil
}

// The tags of a path: up to firstOverlay those of the dictionary, from there on one for
// each word of the overlay, so that the path tells which word it took.
const (
	firstOverlay = 1 << 8
	maxOverlay   = 1<<16 - firstOverlay
)

// note enters a word of the overlay into what the search knows of its characters.
func (t *Trie) note(id int) {
	text, word := t.words[id].text, t.step(id)
	n := utf8.RuneCountInString(text)
	for _, r := range text {
		if r < plane {
			t.chars[r] |= within
		}
	}
	first, size := utf8.DecodeRuneInString(text)
	if n > 1 {
		second, _ := utf8.DecodeRuneInString(text[size:])
		a, b := t.code(first), t.code(second)
		if p := t.pairs.add(a, b); n > 2 || a == 0 || b == 0 {
			t.chain(p, id)
		} else if p.word == 0 { // of equal words the first stands
			p.word = word
		}
	}
	switch {
	case n > 1 && first < plane:
		t.chars[first] |= begins
	case n > 1 || first < plane && t.chars[first].single() > 0:
	case first < plane && len(t.singles) <= maxSingles:
		t.chars[first] |= traits(len(t.singles)) << singleShift
		t.singles = append(t.singles, word)
	default:
		if first < plane {
			t.chars[first] |= begins | alone
		}
		if _, ok := t.rare[text]; !ok {
			t.rare[text] = word
		}
	}
}

// chain adds a word to those that begin with two characters, unless it is among them.
func (t *Trie) chain(p *pair, id int) {
	at := &p.first
	for ; *at > 0; at = &t.words[*at-1].next {
		if t.words[*at-1].text == t.words[id].text {
			return
		}
	}
	*at = int32(id) + 1
}

// step is a word of the overlay, weighed but for where it stands.
func (t *Trie) step(id int) step { return newStep(t.words[id].cost, 0, uint16(firstOverlay+id)) }

// Name is trie.
func (t *Trie) Name() string { return "trie" }

// entry weighs a domain word. A single character is retagged but not favoured: 增 as a
// verb must not break 增长 or 增收.
func (t *Trie) entry(w Word) entry {
	e := entry{text: w.Text, cost: costDomain}
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
	for i, s := range t.names {
		if s == name {
			return uint16(i)
		}
	}
	t.names = append(t.names, name)
	return uint16(len(t.names) - 1)
}
