package extract

import (
	"strings"

	"zhibiao/extract/mention"
	"zhibiao/report"
)

// Trace is how the facts of a sentence came about, for people to read.
type Trace struct {
	Text     string            // as read: folded, without line breaks
	Mentions []mention.Mention // numbers and what they were taken for; spans of Text
	Tokens   []TracedToken
	Facts    []Fact // spans of the document
}

// TracedToken is a word with the class by which rules know it.
type TracedToken struct {
	Text, Class string
}

// Trace reads the sentences of a document that overlap a span, and tells how.
func (x *Extractor) Trace(doc *report.Document, span report.Span) []Trace {
	w := x.pool.Get().(*work)
	defer x.pool.Put(w)
	w.open(doc)
	w.simplify = x.simplified(doc.Text)
	var out []Trace
	n := 0
	for s := range doc.Sections {
		for p := range doc.Sections[s].Paragraphs {
			para := &doc.Sections[s].Paragraphs[p]
			w.enter(para)
			for _, sent := range para.Sentences {
				from := len(w.facts)
				w.view, w.mentions, w.tokens = view{}, w.mentions[:0], w.tokens[:0]
				x.sentence(w, sent.Span, s, n)
				n++
				if !sent.Overlaps(span) || strings.TrimSpace(sent.In(doc.Text)) == "" {
					continue
				}
				t := Trace{Text: w.view.text, Mentions: append([]mention.Mention(nil), w.mentions...), Facts: append([]Fact(nil), w.facts[from:]...)}
				for _, tok := range w.tokens {
					t.Tokens = append(t.Tokens, TracedToken{strings.Clone(tok.text), tok.class})
				}
				out = append(out, t)
			}
		}
	}
	w.facts, w.spans = nil, nil
	return out
}
