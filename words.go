package zhibiao

import (
	"fmt"
	"unicode/utf8"

	"zhibiao/extract/segment"
	"zhibiao/output"
	"zhibiao/seeds"
)

// domain are the words of the lexicons for a segmenter: 规模以上工业增加值 is one word.
func domain(l *seeds.Lexicons) []segment.Word {
	words := make([]segment.Word, 0, len(l.Words)+len(l.Actions)+len(l.Indicators))
	for _, w := range l.Words {
		words = append(words, segment.Word{Text: w.Text}) // the dictionary knows its part of speech
	}
	for _, a := range l.Actions {
		words = append(words, segment.Word{Text: a.Word, Tag: "v"})
	}
	for _, i := range l.Indicators {
		words = append(words, segment.Word{Text: i.Name, Tag: "n"})
	}
	return words
}

// The segmenters that may be asked for.
const (
	SegmenterTrie = "trie" // the built-in one
	SegmenterGSE  = "gse"  // gse with its hidden Markov model: slow to start
)

// newSegmenter is the segmenter of that name with the words of the lexicons.
func newSegmenter(name string, l *seeds.Lexicons) (segment.Segmenter, error) {
	switch name {
	case SegmenterTrie:
		return segment.New(domain(l))
	case SegmenterGSE:
		return segment.NewGSE(domain(l), true)
	default:
		return nil, fmt.Errorf("unknown segmenter %q; choose %s or %s", name, SegmenterTrie, SegmenterGSE)
	}
}

// tokens are the words of a sentence with their parts of speech, their starts in code
// points.
func tokens(s segment.Segmenter, text string) []output.TokenRow {
	var rows []output.TokenRow
	at, start := 0, int32(0)
	for _, t := range s.Segment(nil, text) {
		start += int32(utf8.RuneCountInString(text[at:t.Start]))
		at = t.Start
		rows = append(rows, output.TokenRow{Word: t.In(text), Pos: t.Tag, Start: start})
	}
	return rows
}
