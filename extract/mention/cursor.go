package mention

import (
	"strings"
	"unicode/utf8"
)

// at returns the character that begins at i and its size; 0, 0 outside the text.
func at(text string, i int) (rune, int) {
	if i < 0 || i >= len(text) {
		return 0, 0
	}
	if c := text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(text[i:])
}

// nextOf is the character at i, 0 outside the text.
func nextOf(text string, i int) rune {
	c, _ := at(text, i)
	return c
}

// back returns the character that ends at i and its size; 0, 0 outside the text.
func back(text string, i int) (rune, int) {
	if i <= 0 || i > len(text) {
		return 0, 0
	}
	if c := text[i-1]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeLastRuneInString(text[:i])
}

// follows reports whether one of the space-separated words stands at i. Lists are
// constants in the code that uses them, so that a rule and its words are read together.
func follows(text string, i int, words string) bool {
	if i >= len(text) {
		return false
	}
	rest := text[i:]
	first := rest[:min(len(rest), opening(rest[0]))]
	if first == " " {
		return false
	}
	for p := 0; ; { // from word to word that begins with the same character
		k := strings.Index(words[p:], first)
		if k < 0 {
			return false
		}
		p += k
		q := wordEnd(words, p)
		if (p == 0 || words[p-1] == ' ') && strings.HasPrefix(rest, words[p:q]) {
			return true
		}
		p = q
	}
}

// opening is the length of a character by its first byte.
func opening(c byte) int {
	switch {
	case c < 0xC0:
		return 1
	case c < 0xE0:
		return 2
	case c < 0xF0:
		return 3
	}
	return 4
}

// precedes reports whether one of the space-separated words ends at i.
func precedes(text string, i int, words string) bool { return trailing(text[:i], words) > 0 }

// trailing is the length of the longest of the space-separated words that end the text, 0
// where none does.
func trailing(text, words string) int {
	if text == "" {
		return 0
	}
	_, size := utf8.DecodeLastRuneInString(text)
	last := text[len(text)-size:]
	longest := 0
	for p := 0; ; { // from word to word that ends with the same character
		k := strings.Index(words[p:], last)
		if k < 0 {
			return longest
		}
		p += k + size
		if p < len(words) && words[p] != ' ' {
			continue
		}
		from := strings.LastIndexByte(words[:p], ' ') + 1
		if n := p - from; n > longest && strings.HasSuffix(text, words[from:p]) {
			longest = n
		}
	}
}

// leading is the length of the longest of the space-separated words that begin the text,
// 0 where none does.
func leading(text, words string) int {
	longest := 0
	for p := 0; p < len(words); {
		q := wordEnd(words, p)
		if n := q - p; n > longest && strings.HasPrefix(text, words[p:q]) {
			longest = n
		}
		p = q + 1
	}
	return longest
}

// among reports whether s is one of the space-separated words.
func among(s, words string) bool {
	for p := 0; p < len(words); {
		q := wordEnd(words, p)
		if words[p:q] == s {
			return s != ""
		}
		p = q + 1
	}
	return false
}

func wordEnd(words string, p int) int {
	for p < len(words) && words[p] != ' ' {
		p++
	}
	return p
}

// skip returns where the next character that shows begins. Texts from the web hold
// zero-width spaces inside numbers: 74.4<U+200B>万亿元.
func skip(text string, i int) int {
	for {
		c, size := at(text, i)
		switch c {
		case '\u200b', '\ufeff', '\u2060', ' ', '\u00a0', '　':
			i += size
		default:
			return i
		}
	}
}

// oneOf reports whether c is one of the characters.
func oneOf(c rune, chars string) bool { return c != 0 && strings.ContainsRune(chars, c) }

func isDigit(c rune) bool { return c >= '0' && c <= '9' || c >= '０' && c <= '９' }

func isLetter(c rune) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 'ａ' && c <= 'ｚ' || c >= 'Ａ' && c <= 'Ｚ'
}

func isHan(c rune) bool { return c >= 0x4E00 && c <= 0x9FFF }

// opensQuote and closesQuote hold the marks that make a name of what they enclose.
const (
	openQuotes    = "“‘「『《〈\"'"
	closeQuotes   = "”’」』》〉\"'"
	openBrackets  = "(（[［〔【〈"
	closeBrackets = ")）]］〕】〉"
)
