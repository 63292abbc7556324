package segment

import "unicode/utf8"

// window is a stretch of text made ready for the search of its best path: characters
// that may stand in words, and the runs of letters and digits between them.
type window struct {
	n      int                    // characters
	full   bool                   // the stretch goes on beyond the window
	char   [windowSize + 1]traits // behind the last one of code 0, which ends every word
	at     [windowSize + 1]int    // byte of the text where the character begins
	best   [windowSize + 1]step   // best way to reach the character
	second [windowSize + 1]look   // what the array holds of the character and the next
}

const (
	windowSize = 1024
	margin     = 2 * maxChars // of a full window, decided only with what follows
	maxRun     = maxChars     // a longer run of letters and digits is no part of a word
)

// fill reads the stretch of text that begins at i, up to a character that no word has.
// It reads nothing where that character stands at i.
func (w *window) fill(t *Trie, text string, i int) {
	n := 0
	w.full = false
	for i < len(text) {
		var r rune
		size := 3
		if i+2 < len(text) && isHan(text[i], text[i+1], text[i+2]) { // decode, written out
			r = rune(text[i]&0xF)<<12 | rune(text[i+1]&0x3F)<<6 | rune(text[i+2]&0x3F)
		} else {
			r, size = decode(text, i)
		}
		x := t.traitsOf(r)
		if c := x.class(); c == letter || c == digit {
			end := runEnd(text, i)
			if end-i > maxRun {
				break
			}
			if n+end-i > windowSize {
				w.full = true
				break
			}
			n = w.addRun(t, text[i:end], i, n)
			i = end
			continue
		}
		if x.code() == 0 && x&within == 0 {
			break
		}
		if n == windowSize {
			w.full = true
			break
		}
		w.char[n], w.at[n] = x, i
		n++
		i += size
	}
	w.char[n], w.at[n] = 0, i
	w.n = n
}

// addRun adds a run of letters and digits that begins at byte i of the text behind n
// characters, and returns how many there are then.
func (w *window) addRun(t *Trie, run string, i, n int) int {
	kind := traits(digit)
	for _, r := range run {
		if t.traitsOf(r).class() == letter {
			kind = traits(letter)
		}
	}
	for j, r := range run {
		x := t.traitsOf(r)&^classBits | kind
		if j > 0 {
			x |= inner
		}
		w.char[n], w.at[n] = x, i+j
		n++
	}
	return n
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
	if i+2 < len(text) && isHan(b, text[i+1], text[i+2]) {
		return rune(b&0xF)<<12 | rune(text[i+1]&0x3F)<<6 | rune(text[i+2]&0x3F), 3
	}
	return utf8.DecodeRuneInString(text[i:])
}

// isHan reports whether three bytes certainly are one character, as Han characters are.
func isHan(a, b, c byte) bool {
	return a >= 0xE1 && a <= 0xEC && b&0xC0 == 0x80 && c&0xC0 == 0x80
}
