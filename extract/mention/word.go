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
	after  map[[2]rune][]word // numeral and the character after it
	before map[[2]rune][]word // character before and numeral, for words that end in it: 统一
}

// word is an entry of the index; lead is the bytes before its first numeral.
type word struct {
	text string
	lead int
	role Role
}

func newWordIndex(lex *seeds.Lexicons, starters *charset) wordIndex {
	x := wordIndex{after: make(map[[2]rune][]word), before: make(map[[2]rune][]word)}
	for _, n := range lex.Names {
		x.add(n.Text, Role(n.Sort), starters)
	}
	for _, i := range lex.Idioms {
		x.add(i.Text, Word, starters)
	}
	for _, m := range []map[[2]rune][]word{x.after, x.before} {
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
	return x
}

func (x wordIndex) add(text string, role Role, starters *charset) {
	i := starters.next(text, 0)
	if i < 0 {
		return // 清零 is found at 零; a word without numeral is never looked up
	}
	w := word{text: text, lead: i, role: role}
	c, size := at(text, i)
	if next, _ := at(text, i+size); next != 0 {
		k := [2]rune{c, next}
		x.after[k] = append(x.after[k], w)
	} else if prev, _ := back(text, i); prev != 0 {
		k := [2]rune{prev, c}
		x.before[k] = append(x.before[k], w)
	}
}

// match returns the word around the numeral at i that reaches furthest, not beginning
// before floor.
func (x wordIndex) match(text string, i, floor int) (report.Span, Role, bool) {
	c, size := at(text, i)
	if next, _ := at(text, i+size); next != utf8.RuneError {
		if s, role, ok := longest(x.after[[2]rune{c, next}], text, i, floor); ok {
			return s, role, true
		}
	}
	prev, _ := back(text, i)
	return longest(x.before[[2]rune{prev, c}], text, i, floor)
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
