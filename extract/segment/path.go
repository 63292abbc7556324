package segment

import (
	"math"
	"slices"

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
	for i := 0; i < len(text); {
		w.fill(t, text, i)
		if w.n == 0 {
			dst, i = t.lone(dst, text, i)
			continue
		}
		w.search(t, text)
		dst, i = w.emit(dst, t.tags)
	}
	t.pool.Put(w)
	return dst
}

// lone appends the token at byte i that no word has a part in: ，or a very long run.
func (t *Trie) lone(dst []Token, text string, i int) ([]Token, int) {
	r, size := decode(text, i)
	end, tag := i+size, t.known.x
	switch c := classOf(r); c {
	case mark:
		tag = t.known.w
	case letter, digit:
		end, tag = runEnd(text, i), t.known.eng
		if c == digit && allDigits(text[i:end]) {
			tag = t.known.m
		}
	}
	return append(dst, Token{Span: report.Span{Start: i, End: end}, Tag: t.tags[tag]}), end
}

func allDigits(run string) bool {
	for _, r := range run {
		if classOf(r) != digit {
			return false
		}
	}
	return true
}

// search finds the best path to each character of the window.
func (w *window) search(t *Trie, text string) {
	root := t.base.array.root()
	for i := range w.best[:w.n+1] {
		w.best[i] = math.MaxUint64
	}
	w.best[0] = 0
	for i := range w.n {
		if w.kind[i] == inner {
			continue
		}
		cost := w.best[i].cost()
		w.unknown(t, i, cost)
		if w.kind[i]&domain != 0 {
			w.domain(t, text, i, cost)
		}
		n := root
		for j := i; ; {
			next, ok := t.base.array.step(n, w.code[j])
			if !ok {
				break
			}
			n = next
			j++
			if v := n.value(); v != 0 {
				w.best[j] = min(w.best[j], newStep(cost+v>>tagBits, i, uint16(v&tagMask)))
			}
		}
	}
}

// unknown leads from character i over itself, or over its run.
func (w *window) unknown(t *Trie, i int, cost uint32) {
	j, tag := i+1, t.known.x
	switch class(w.kind[i] & classBits) {
	case mark:
		tag = t.known.w
	case letter, digit:
		tag = t.known.eng
		if class(w.kind[i]&classBits) == digit {
			tag = t.known.m
		}
		for j < w.n && w.kind[j] == inner {
			j++
		}
	}
	w.best[j] = min(w.best[j], newStep(cost+costUnknown, i, tag))
}

// domain leads from character i over the words of the overlay.
func (w *window) domain(t *Trie, text string, i int, cost uint32) {
	j := i
	for c := t.overlay.walk(text[w.at[i]:w.at[w.n]]); c.next(); {
		for w.at[j] < w.at[i]+c.match.Len {
			j++
		}
		e := t.words[c.match.ID]
		w.best[j] = min(w.best[j], newStep(cost+e.cost, i, e.tag))
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
		dst[k] = Token{Span: report.Span{Start: w.at[s.from()], End: w.at[i]}, Tag: tags[s.tag()]}
		i = s.from()
	}
	return dst, w.at[end]
}
