package mention

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhibiao/report"
	"zhibiao/seeds"
)

// wordIndex finds the names and idioms that hold a numeral: 一带一路, 红十字, PM2.5. A
// word is looked up at its first numeral, by that character and its neighbour, so that
// the hundreds of words in 一 do not cost a comparison each.
type wordIndex struct {
	after  table[word] // by numeral and the character after it
	before table[word] // by the character before and numeral, for words that end in it: 统一
}

// word is an entry of the index; lead is the bytes before its first numeral.
type word struct {
	text string
	lead int
	role Role
}

func newWordIndex(lex *seeds.Lexicons, starters *charset) wordIndex {
	after, before := map[uint64][]word{}, map[uint64][]word{}
	add := func(text string, role Role) {
		if w, key, follows, ok := newWord(text, role, starters); ok && follows {
			after[key] = append(after[key], w)
		} else if ok {
			before[key] = append(before[key], w)
		}
	}
	for _, n := range lex.Names {
		add(n.Text, Role(n.Sort))
	}
	for _, i := range lex.Idioms {
		add(i.Text, Word)
	}
	for _, m := range []map[uint64][]word{after, before} {
		for _, words := range m {
			slices.SortFunc(words, func(a, b word) int {
				if d := (len(b.text) - b.lead) - (len(a.text) - a.lead); d != 0 {
					return d
				}
				if d := b.lead - a.lead; d != 0 {
					return d
				}
				return strings.Compare(string(a.role), string(b.role))
			})
		}
	}
	return wordIndex{newTable(after), newTable(before)}
}

// newWord is an entry with the key that it is found by: its first numeral with the
// character after it, or else with that before it.
func newWord(text string, role Role, starters *charset) (w word, key uint64, follows, ok bool) {
	i := starters.next(text, 0)
	if i < 0 {
		return word{}, 0, false, false // 清零 is found at 零; a word without numeral is never looked up
	}
	w = word{text: text, lead: i, role: role}
	c, size := at(text, i)
	if next, _ := at(text, i+size); next != 0 {
		return w, two(c, next), true, true
	}
	prev, _ := back(text, i)
	return w, two(prev, c), false, prev != 0
}

// match returns the word around the numeral at i that reaches furthest, not beginning
// before floor.
func (x *wordIndex) match(text string, i, floor int) (report.Span, Role, bool) {
	c, size := at(text, i)
	if next, _ := at(text, i+size); next != utf8.RuneError {
		if s, role, ok := longest(x.after.find(two(c, next)), text, i, floor); ok {
			return s, role, true
		}
	}
	prev, _ := back(text, i)
	return longest(x.before.find(two(prev, c)), text, i, floor)
}

func longest(words []word, text string, i, floor int) (report.Span, Role, bool) {
	for _, w := range words {
		start := i - w.lead
		if start >= floor && strings.HasPrefix(text[start:], w.text) {
			return report.Span{Start: start, End: start + len(w.text)}, w.role, true
		}
	}
	return report.Span{}, Quantity, false
}
