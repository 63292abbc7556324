package segment

import "zhibiao/report"

// Around cuts text with s, where each span of fixed is one token tagged m: a mention
// whose digits no dictionary should cut (增长|6.7%). The spans are in order and apart;
// what comes before, between and after them is cut by itself.
func Around(s Segmenter, dst []Token, text string, fixed []report.Span) []Token {
	at := 0
	for _, f := range fixed {
		if f.Empty() || f.Start < at || f.End > len(text) {
			continue // overlaps the last one: that one stands
		}
		dst = piece(s, dst, text, at, f.Start)
		dst = append(dst, Token{Span: f, Tag: "m"})
		at = f.End
	}
	return piece(s, dst, text, at, len(text))
}

// piece cuts text[from:to] and moves the tokens to their place.
func piece(s Segmenter, dst []Token, text string, from, to int) []Token {
	if from == to {
		return dst
	}
	n := len(dst)
	dst = s.Segment(dst, text[from:to])
	for i := range dst[n:] {
		dst[n+i].Start += from
		dst[n+i].End += from
	}
	return dst
}
