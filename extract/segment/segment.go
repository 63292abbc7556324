// Package segment cuts Chinese text into words with their parts of speech.
package segment

import "zhibiao/report"

// Token is a word of the text: its bytes and its part of speech as in the dictionary
// of gse (n, nr, ns, v, vn, a, d, p, m, q, …; x for what no dictionary knows).
type Token struct {
	report.Span
	Tag  string
	Word int // of the words given to New, counted from 1; 0 for any other, and of other segmenters
}

// Segmenter cuts text into tokens that tile it, appended to dst. It is safe for
// concurrent use.
type Segmenter interface {
	Name() string
	Segment(dst []Token, text string) []Token
}
