package segment

import "unicode/utf8"

// window is a stretch of text made ready for the search of its best path: characters
// that may stand in words, and the runs of letters and digits between them.
type window struct {
	n    int                    // characters
	full bool                   // the stretch goes on beyond the window
	code [windowSize + 1]uint16 // in the dictionary; 0 ends every word
	at   [windowSize + 1]int    // byte of the text where the character begins
	kind [windowSize]kind
	best [windowSize + 1]step // best way to reach the character
}

const (
	windowSize = 1024
	margin     = 2 * maxChars // of a full window, decided only with what follows
	maxRun     = maxChars     // a longer run of letters and digits is no part of a word
)

// kind tells what a character of a window can begin.
type kind uint8

const (
	inner  kind = 1 << 7 // within a run: begins nothing
	domain kind = 1 << 6 // may begin a word of the overlay
	// the low bits hold the class
	classBits kind = 1<<6 - 1
)

// fill reads the stretch of text that begins at i, up to a character that no word has.
// It reads nothing where that character stands at i.
func (w *window) fill(t *Trie, text string, i int) {
	w.n, w.full = 0, false
	for i < len(text) {
		r, size := decode(text, i)
		code := t.base.code(r)
		class := classOf(r)
		if class == letter || class == digit {
			end := runEnd(text, i)
			if end-i > maxRun {
				break
			}
			if w.n+end-i > windowSize {
				w.full = true
				break
			}
			w.addRun(t, text[i:end], i)
			i = end
			continue
		}
		if code == 0 && !t.within.has(r) {
			break
		}
		if w.n == windowSize {
			w.full = true
			break
		}
		k := kind(class)
		if t.begin.has(r) {
			k |= domain
		}
		w.code[w.n], w.at[w.n], w.kind[w.n] = code, i, k
		w.n++
		i += size
	}
	w.code[w.n], w.at[w.n] = 0, i
}

// addRun adds a run of letters and digits that begins at byte i of the text.
func (w *window) addRun(t *Trie, run string, i int) {
	k := kind(digit)
	first, _ := utf8.DecodeRuneInString(run)
	for _, r := range run {
		if classOf(r) == letter {
			k = kind(letter)
		}
	}
	if t.begin.has(first) {
		k |= domain
	}
	for j, r := range run {
		w.code[w.n], w.at[w.n], w.kind[w.n] = t.base.code(r), i+j, k
		w.n++
		k = inner
	}
}

// runEnd is the end of the run of letters and digits at byte i.
func runEnd(text string, i int) int {
	for i < len(text) {
		r, size := decode(text, i)
		if c := classOf(r); c != letter && c != digit {
			break
		}
		i += size
	}
	return i
}

// decode is utf8.DecodeRuneInString with a short way for Han characters.
func decode(text string, i int) (rune, int) {
	b := text[i]
	if b < utf8.RuneSelf {
		return rune(b), 1
	}
	if b >= 0xE1 && b <= 0xEC && i+2 < len(text) {
		b1, b2 := text[i+1], text[i+2]
		if b1&0xC0 == 0x80 && b2&0xC0 == 0x80 {
			return rune(b&0xF)<<12 | rune(b1&0x3F)<<6 | rune(b2&0x3F), 3
		}
	}
	return utf8.DecodeRuneInString(text[i:])
}
