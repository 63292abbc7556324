package extract

import (
	"strings"
	"unicode/utf8"

	"zhibiao/extract/mention"
)

// longest is how many bytes of a sentence are read at a time, more than twice the longest of
// the corpus. From a number some steps look over all that was read, so that what is no prose, a
// table in one line or an attack, would take hours.
const longest = 4 << 10

// portion is how many bytes of the rest of a sentence are read at once: all, or up to a mark at
// which a clause or an item ends, or else to where no number stands.
func portion(rest string) int {
	if len(rest) <= longest {
		return len(rest)
	}
	for _, marks := range [...]string{"。；;！？", "，", "、 \t\n　"} {
		if i := strings.LastIndexAny(rest[longest/2:longest], marks); i >= 0 {
			_, size := utf8.DecodeRuneInString(rest[longest/2+i:])
			return longest/2 + i + size
		}
	}
	i := longest
	for i < len(rest) && !utf8.RuneStart(rest[i]) {
		i++
	}
	apart := 0 // characters in a row that stand in no numeral
	for i < len(rest) {
		c, size := utf8.DecodeRuneInString(rest[i:])
		if apart++; strings.ContainsRune(mention.Starters+".,", c) {
			apart = 0
		}
		if apart == 2 {
			return i
		}
		if i += size; apart == 1 && i > 2*longest {
			return i // 3个3个3个
		}
	}
	return len(rest)
}
