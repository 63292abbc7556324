package mention

import (
	"strings"
	"unicode/utf8"
)

// at returns the character that begins at i and its size; 0, 0 outside the text.
func at(text string, i int) (rune, int) {
	if uint(i) >= uint(len(text)) {
		return 0, 0
	}
	c := text[i]
	if c < utf8.RuneSelf {
		return rune(c), 1
	}
	if i+2 < len(text) && isThree(c, text[i+1], text[i+2]) {
		return three(c, text[i+1], text[i+2]), 3
	}
	return utf8.DecodeRuneInString(text[i:])
}

// isThree reports whether three bytes certainly are one character, as nearly all of a
// report are; three decodes it. The first bytes left out need a closer look.
func isThree(a, b, c byte) bool {
	return a >= 0xE1 && a <= 0xEF && a != 0xED && b&0xC0 == 0x80 && c&0xC0 == 0x80
}

func three(a, b, c byte) rune { return rune(a&0xF)<<12 | rune(b&0x3F)<<6 | rune(c&0x3F) }

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
	c := text[i-1]
	if c < utf8.RuneSelf {
		return rune(c), 1
	}
	if i >= 3 && isThree(text[i-3], text[i-2], c) {
		return three(text[i-3], text[i-2], c), 3
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
		k := indexOf(words[p:], first)
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

// indexOf is strings.Index for one character. It looks for the last byte, for the first
// bytes of Han characters are but a few.
func indexOf(s, char string) int {
	last := len(char) - 1
	for i := last; i < len(s); i++ {
		k := strings.IndexByte(s[i:], char[last])
		if k < 0 {
			return -1
		}
		if i += k; s[i-last:i] == char[:last] {
			return i - last
		}
	}
	return -1
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
		k := indexOf(words[p:], last)
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
func oneOf(c rune, chars string) bool {
	switch {
	case c < utf8.RuneSelf:
		return c != 0 && strings.IndexByte(chars, byte(c)) >= 0
	case c < 0x800 || c > 0xFFFF:
		return strings.ContainsRune(chars, c)
	}
	a, b, d := byte(0xE0|c>>12), byte(0x80|c>>6&0x3F), byte(0x80|c&0x3F)
	for i := 2; i < len(chars); i++ {
		k := strings.IndexByte(chars[i:], d)
		if k < 0 {
			return false
		}
		if i += k; chars[i-1] == b && chars[i-2] == a {
			return true
		}
	}
	return false
}

func isDigit(c rune) bool { return c >= '0' && c <= '9' || c >= '０' && c <= '９' }

func isLetter(c rune) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 'ａ' && c <= 'ｚ' || c >= 'Ａ' && c <= 'Ｚ'
}

func isHan(c rune) bool { return c >= 0x4E00 && c <= 0x9FFF }

// opensQuote and closesQuote tell the marks that make a name of what they enclose.
func opensQuote(c rune) bool {
	switch c {
	case '“', '‘', '「', '『', '《', '〈', '"', '\'':
		return true
	}
	return false
}

func closesQuote(c rune) bool {
	switch c {
	case '”', '’', '」', '』', '》', '〉', '"', '\'':
		return true
	}
	return false
}

func opensBracket(c rune) bool {
	switch c {
	case '(', '（', '[', '［', '〔', '【', '〈':
		return true
	}
	return false
}

func closesBracket(c rune) bool {
	switch c {
	case ')', '）', ']', '］', '〕', '】', '〉':
		return true
	}
	return false
}
