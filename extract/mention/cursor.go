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

// follows reports whether one of the space-separated words stands at i.
func follows(text string, i int, words string) bool {
	if i > len(text) {
		return false
	}
	return matches(words, func(w string) bool { return strings.HasPrefix(text[i:], w) })
}

// precedes reports whether one of the space-separated words ends at i.
func precedes(text string, i int, words string) bool {
	return matches(words, func(w string) bool { return strings.HasSuffix(text[:i], w) })
}

// matches tries the words of a list. Lists are constants in the code that uses them,
// so that a rule and its words are read together.
func matches(words string, try func(string) bool) bool {
	for words != "" {
		w, rest, _ := strings.Cut(words, " ")
		if w != "" && try(w) {
			return true
		}
		words = rest
	}
	return false
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
