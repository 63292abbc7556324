package segment

import "zhibiao/report"

// Around cuts text with s, where each span of fixed is one token tagged m: a mention
// whose digits no dictionary should cut (增长|6.7%). The spans are in order and apart;
// what comes before, between and after them is cut by itself.
func Around(s Segmenter, dst []Token, text string, fixed []report.Span) []Token {
	cut := func(dst []Token, from, to int) []Token { return piece(s, dst, text, from, to) }
	if t, ok := s.(*Trie); ok {
		w := t.pool.Get().(*window)
		defer t.pool.Put(w)
		cut = func(dst []Token, from, to int) []Token { return t.cut(w, dst, text[:to], from) }
	}
	at := 0
	for _, f := range fixed {
		if f.Empty() || f.Start < at || f.End > len(text) {
			continue // overlaps the last one: that one stands
		}
		dst = append(cut(dst, at, f.Start), Token{Span: f, Tag: "m"})
		at = f.End
	}
	return cut(dst, at, len(text))
}

// piece cuts text[from:to] and moves the tokens to their place.
func piece(s Segmenter, dst []Token, text string, from, to int) []Token {
	n := len(dst)
	dst = s.Segment(dst, text[from:to])
	for i := range dst[n:] {
		dst[n+i].Start += from
		dst[n+i].End += from
	}
	return dst
}
