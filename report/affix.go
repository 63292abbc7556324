package report

import "strings"

// startsWithAny reports whether s begins with one of words. Their last bytes tell nearly
// all of them from s, which spares a call for each.
func startsWithAny(s string, words ...string) bool {
	for _, w := range words {
		if n := len(w); n <= len(s) && s[n-1] == w[n-1] && s[:n] == w {
			return true
		}
	}
	return false
}

// endsWithAny reports whether s ends with one of words.
func endsWithAny(s string, words ...string) bool {
	for _, w := range words {
		if at := len(s) - len(w); at >= 0 && s[len(s)-1] == w[len(w)-1] && s[at:] == w {
			return true
		}
	}
	return false
}

// containsAny reports whether s holds one of words. Words whose characters s has not at
// all, told by the last bytes of characters, are not looked for.
func containsAny(s string, words ...string) bool {
	has := lastBytes(s)
	for _, w := range words {
		if has>>(w[len(w)-1]&63)&1 != 0 && has>>(w[min(3, len(w))-1]&63)&1 != 0 && contains(s, w) {
			return true
		}
	}
	return false
}

// lastBytes is the set of the last bytes of the characters of s, 64 of them told apart. A
// word's own bytes never fall out of it, whatever s and the word are made of.
func lastBytes(s string) uint64 {
	var set uint64
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < 0x80:
		case c >= 0xE0 && c <= 0xEF && i+2 < len(s) && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80:
			i += 2
		default:
			return ^uint64(0) // a rare character, or broken
		}
		set |= 1 << (s[i] & 63)
	}
	return set
}

// index is strings.Index for words of Han characters. It looks for the last byte of a
// character: by their first bytes Han characters hardly differ.
func index(s, word string) int {
	at := len(word) - 1
	if usual>>(word[at]&63)&1 != 0 {
		at = min(2, at)
	}
	for i, end := at, len(s)-len(word)+at; i <= end; i++ {
		k := strings.IndexByte(s[i:end+1], word[at])
		if k < 0 {
			return -1
		}
		i += k
		if from := i - at; s[from] == word[0] && s[from:from+len(word)] == word {
			return from
		}
	}
	return -1
}

// usual are the bytes that end or lie within the most frequent characters of reports, such
// as ，。、的 and the 值 of 生产总值, 64 of them told apart.
const usual uint64 = 1<<0x00 | 1<<0x01 | 1<<0x0C | 1<<0x1C | 1<<0x38 | 1<<0x3A | 1<<0x3B | 1<<0x3C

// contains is strings.Contains for words of Han characters.
func contains(s, word string) bool { return index(s, word) >= 0 }

// count is strings.Count for words of Han characters, none of which overlaps itself. It
// stops at most.
func count(s, word string, most int) (n int) {
	for ; n < most; n++ {
		i := index(s, word)
		if i < 0 {
			break
		}
		s = s[i+len(word):]
	}
	return n
}
