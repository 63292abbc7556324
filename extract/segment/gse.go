package segment

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"github.com/go-ego/gse"
)

// GSE is gse itself, for those who want its hidden Markov model. It takes over a second
// and 200 MB to load.
//
// It holds gse's functions and not its Segmenter: were that type reachable through an
// interface, the linker would keep all its methods, and with them 36 MB of dictionaries
// in other languages. For the same reason it loads the words of the Trie.
type GSE struct {
	cut   func([]byte) []gse.Segment
	guess func(string) []string // by the hidden Markov model; nil without
	find  func(string) (float64, string, bool)
}

// NewGSE makes gse with the words of a domain on top of the dictionary. With hmm it also
// guesses words in runs of single characters, as of names: 李|克|强 → 李克强.
func NewGSE(words []Word, hmm bool) (*GSE, error) {
	base, err := readLexicon(blob)
	if err != nil {
		return nil, err
	}
	seg := new(gse.Segmenter)
	seg.SkipLog, seg.NotLoadHMM = true, !hmm
	seg.Dict, seg.Load = gse.NewDict(), true
	seg.Init()
	// gse keeps the first of equal words, so that the domain's stand.
	for _, list := range [][]Word{words, base.words()} {
		for _, w := range list {
			if err := checkWord(w.Text); err != nil {
				return nil, fmt.Errorf("segment: %w", err)
			}
			if err := seg.AddToken(w.Text, gseFreq(w), w.Tag); err != nil {
				return nil, fmt.Errorf("segment: gse takes no word %q: %w", w.Text, err)
			}
		}
	}
	seg.CalcToken()
	g := &GSE{cut: seg.Segment, find: seg.Find}
	if hmm {
		g.guess = func(s string) []string { return seg.HMMCut(s) }
	}
	return g, nil
}

// gseFreq is a word's frequency as gse's own loader sets it: 2 for single characters.
func gseFreq(w Word) float64 {
	switch {
	case utf8.RuneCountInString(w.Text) == 1:
		return 2
	case w.Freq == 0:
		return corpusWords >> (costDomain / costUnit)
	}
	return float64(w.Freq)
}

// Name is gse.
func (g *GSE) Name() string { return "gse" }

// Segment cuts text by gse.
func (g *GSE) Segment(dst []Token, text string) []Token {
	return clean(dst, text, func(dst []Token, piece string) []Token {
		from := len(dst)
		for _, s := range g.cut([]byte(piece)) {
			tok := Token{Tag: s.Token().Pos()}
			tok.Start, tok.End = s.Start(), s.End()
			if tok.Tag == "" || tok.Tag == "x" {
				tok.Tag = tagOf(tok.In(piece))
			}
			dst = append(dst, tok)
		}
		if g.guess == nil {
			return dst
		}
		tokens := append([]Token(nil), dst[from:]...)
		return g.join(dst[:from], piece, tokens)
	})
}

// join lets the model cut runs of two and more single Han characters anew.
func (g *GSE) join(dst []Token, text string, tokens []Token) []Token {
	for i := 0; i < len(tokens); {
		j := i
		for j < len(tokens) && singleHan(tokens[j].In(text)) {
			j++
		}
		if j-i < 2 {
			dst = append(dst, tokens[i])
			i++
			continue
		}
		at := tokens[i].Start
		for _, w := range g.guess(text[at:tokens[j-1].End]) {
			tok := Token{Tag: "x"}
			tok.Start, tok.End = at, at+len(w)
			if _, tag, ok := g.find(w); ok && tag != "" {
				tok.Tag = tag
			}
			dst = append(dst, tok)
			at = tok.End
		}
		i = j
	}
	return dst
}

func singleHan(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return size == len(s) && unicode.Is(unicode.Han, r)
}
