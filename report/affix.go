package report

import "strings"

// startsWithAny reports whether s begins with one of words.
func startsWithAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// endsWithAny reports whether s ends with one of words.
func endsWithAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
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

// index is strings.Index for words of Han characters. It looks for a word's last byte:
// by their first bytes Han characters hardly differ.
func index(s, word string) int {
	last := len(word) - 1
	for i := last; i < len(s); i++ {
		k := strings.IndexByte(s[i:], word[last])
		if k < 0 {
			return -1
		}
		if i += k; s[i-last:i] == word[:last] {
			return i - last
		}
	}
	return -1
}

// contains is strings.Contains for words of Han characters.
func contains(s, word string) bool { return index(s, word) >= 0 }

// count is strings.Count for words of Han characters, none of which overlaps itself.
func count(s, word string) int {
	n := 0
	for i := index(s, word); i >= 0; i = index(s, word) {
		n++
		s = s[i+len(word):]
	}
	return n
}
