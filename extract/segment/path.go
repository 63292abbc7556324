package segment

import (
	"math"
	"slices"
	"strings"

	"zhibiao/report"
)

// step is the last word of the best path to a character: the path's cost, the character
// where the word begins and its tag, packed so that the lesser is the better; of equal
// costs the longer word.
type step uint64

func newStep(cost uint32, from int, tag uint16) step {
	return step(cost)<<32 | step(from)<<16 | step(tag)
}

func (s step) cost() uint32 { return uint32(s >> 32) }
func (s step) from() int    { return int(s >> 16 & 0xFFFF) }
func (s step) tag() uint16  { return uint16(s) }

// Segment cuts text by the path of least cost. It allocates nothing once dst is large
// enough, and its time is linear in the text whatever the text holds.
func (t *Trie) Segment(dst []Token, text string) []Token {
	w := t.pool.Get().(*window)
	defer t.pool.Put(w)
	return t.cut(w, dst, text, 0)
}

// cut is Segment from byte i of the text on.
func (t *Trie) cut(w *window, dst []Token, text string, i int) []Token {
	for i < len(text) {
		w.fill(t, text, i)
		if w.n == 0 {
			dst, i = t.lone(dst, text, i)
			continue
		}
		w.search(t, text)
		dst, i = w.emit(dst, t.tags)
	}
	return dst
}

// lone appends the token at byte i that no word has a part in: ，or a very long run.
func (t *Trie) lone(dst []Token, text string, i int) ([]Token, int) {
	r, size := decode(text, i)
	end, c := i+size, classOf(r)
	if c == letter || c == digit {
		end, c = runEnd(text, i), letter
		if allDigits(text[i:end]) {
			c = digit
		}
	}
	return append(dst, Token{Span: report.Span{Start: i, End: end}, Tag: t.tags[t.known[c].tag()]}), end
}

func allDigits(run string) bool {
	for _, r := range run {
		if classOf(r) != digit {
			return false
		}
	}
	return true
}

// never is worse than any step.
const never step = math.MaxUint64

// search finds the best path to each character of the window. It is where a report's time
// goes, so that the steps of the array are written out.
func (w *window) search(t *Trie, text string) {
	best, chars, second := w.best[:w.n+1], w.char[:w.n+1], w.second[:w.n+1]
	for i := range best {
		best[i] = never
	}
	best[0] = 0
	checks, rest := t.base.array.checks, t.base.array.rest
	w.peek(t)
	for i, x := range chars[:w.n] {
		if x&inner != 0 {
			continue
		}
		at := newStep(best[i].cost(), i, 0)
		w.unknown(t, i, at)
		if single := x.single(); single != 0 {
			best[i+1] = min(best[i+1], at+t.singles[single])
		}
		if x&begins != 0 {
			if p := t.pairs.find(x.code(), chars[i+1].code()); p != nil {
				if p.word != 0 {
					best[i+2] = min(best[i+2], at+p.word)
				}
				if p.first > 0 {
					w.longer(t, text, i, at, p.first)
				}
			}
			if x&alone != 0 {
				w.alone(t, text, i, at)
			}
		}
		if v := second[i].value; v != 0 {
			best[i+1] = min(best[i+1], at+newStep(v>>tagBits, 0, uint16(v&tagMask)))
		}
		k, check := int(second[i].node), second[i].check
		for j := i + 1; ; {
			code := chars[j].code()
			if check&maxCode != code {
				break
			}
			r := rest[k*thinRest : k*thinRest+thinRest]
			low := uint32(r[0]) | uint32(r[1])<<8 | uint32(r[2])<<16 | uint32(r[3])<<24
			j++
			if v := low>>thinBase | uint32(r[4])<<(32-thinBase) | uint32(check>>codeBits)<<thinValue; v != 0 {
				best[j] = min(best[j], at+newStep(v>>tagBits, 0, uint16(v&tagMask)))
			}
			k = int(low&maxThin) + int(chars[j].code())
			c := checks[k*checkSize : k*checkSize+checkSize]
			check = uint16(c[0]) | uint16(c[1])<<8
		}
	}
}

// look is what the array holds of two characters: the value of the first alone, and the
// node that the second would lead to, with the check that tells whether it does.
type look struct {
	value, node uint32
	check       uint16
}

// peek reads the array for each two characters of the window. No look waits for another,
// so that the processor reads many at once; the search then finds them at hand.
func (w *window) peek(t *Trie) {
	checks, rest := t.base.array.checks, t.base.array.rest
	root := int(t.base.array.root().base())
	chars := w.char[:w.n+1]
	for i := range chars[:len(chars)-1] {
		code := chars[i].code()
		k := root + int(code)
		c := checks[k*checkSize : k*checkSize+checkSize]
		check := uint16(c[0]) | uint16(c[1])<<8
		r := rest[k*thinRest : k*thinRest+thinRest]
		low := uint32(r[0]) | uint32(r[1])<<8 | uint32(r[2])<<16 | uint32(r[3])<<24
		v := low>>thinBase | uint32(r[4])<<(32-thinBase) | uint32(check>>codeBits)<<thinValue
		k = int(low&maxThin) + int(chars[i+1].code())
		if check&maxCode != code {
			k, v = 0, 0
		}
		c = checks[k*checkSize : k*checkSize+checkSize]
		w.second[i] = look{v, uint32(k), uint16(c[0]) | uint16(c[1])<<8}
	}
}

// unknown leads from character i over itself, or over its run.
func (w *window) unknown(t *Trie, i int, at step) {
	j, c := i+1, w.char[i].class()
	if c == letter || c == digit {
		for j < w.n && w.char[j]&inner != 0 {
			j++
		}
	}
	w.best[j] = min(w.best[j], at+t.known[c])
}

// longer leads from character i over words of the overlay that begin with its two
// characters, from the first on.
func (w *window) longer(t *Trie, text string, i int, at step, first int32) {
	rest := text[w.at[i]:w.at[w.n]]
	for id := first; id > 0; id = t.words[id-1].next {
		if word := &t.words[id-1]; strings.HasPrefix(rest, word.text) {
			j := i + 2
			for w.at[j] < w.at[i]+len(word.text) {
				j++
			}
			w.best[j] = min(w.best[j], at+t.step(int(id)-1))
		}
	}
}

// alone leads over character i where it is one of the words that have found no place.
func (w *window) alone(t *Trie, text string, i int, at step) {
	if word, ok := t.rare[text[w.at[i]:w.at[i+1]]]; ok {
		w.best[i+1] = min(w.best[i+1], at+word)
	}
}

// emit appends the tokens of the best path and returns the byte behind them. A full
// window keeps its last characters for the next, which sees what follows them.
func (w *window) emit(dst []Token, tags []string) ([]Token, int) {
	end := w.n
	for w.full && end > windowSize-margin {
		end = w.best[end].from()
	}
	count := 0
	for i := end; i > 0; i = w.best[i].from() {
		count++
	}
	dst = slices.Grow(dst, count)[:len(dst)+count]
	for i, k := end, len(dst)-1; i > 0; k-- {
		s := w.best[i]
		tag := int(s.tag())
		dst[k] = Token{Span: report.Span{Start: w.at[s.from()], End: w.at[i]}, Tag: tags[tag], Word: max(0, tag-firstOverlay+1)}
		i = s.from()
	}
	return dst, w.at[end]
}
