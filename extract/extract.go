package extract

import (
	"fmt"
	"slices"
	"sync"

	"zhibiao/extract/mention"
	"zhibiao/extract/segment"
	"zhibiao/report"
	"zhibiao/rules"
	"zhibiao/seeds"
)

// Extractor finds facts. It is safe for concurrent use.
type Extractor struct {
	lexicons   *seeds.Lexicons
	reader     *mention.Reader
	segmenter  segment.Segmenter
	numbered   bool // the segmenter tells the lexicons' words by their numbers
	rules      *rules.Set
	vocabulary *vocabulary
	survey     *survey
	kinds      kinds
	pool       sync.Pool // of *work
}

// New prepares an extractor that has no rules yet. A nil segmenter is the built-in one with
// the lexicons' words on top.
func New(lex *seeds.Lexicons, seg segment.Segmenter) (*Extractor, error) {
	reader, err := mention.NewReader(lex)
	if err != nil {
		return nil, fmt.Errorf("extract: %w", err)
	}
	x := &Extractor{lexicons: lex, reader: reader, segmenter: seg, numbered: seg == nil, survey: newSurvey()}
	if x.numbered {
		if x.segmenter, err = segment.New(wordsOf(lex)); err != nil {
			return nil, fmt.Errorf("extract: %w", err)
		}
	}
	return x, nil
}

// Use gives the extractor its rules, which it needs before it reads anything.
func (x *Extractor) Use(set *rules.Set) {
	lex := x.lexicons
	x.rules, x.vocabulary, x.kinds = set, newVocabulary(set), newKinds(lex, set)
	if x.numbered {
		x.vocabulary.number(lex)
	} else {
		x.vocabulary.name(lex)
	}
	x.pool.New = func() any {
		return &work{noun: set.Symbol("", "noun"), number: set.Symbol("", "number"), particle: set.Symbol("", "particle"), make: set.Symbol("", "make"), note: set.Symbol("", "etc"), known: lex.HasIndicator}
	}
}

// work is what one goroutine needs to read a document; it is used again for the next.
type work struct {
	doc      *report.Document
	view     view
	mentions []mention.Mention
	fixed    []report.Span
	fixedOf  []int
	bounds   []boundWord
	words    []segment.Token
	tokens   []token
	clause   []clause
	symbols  []rune // of the tokens, by which rules see them
	numbers  []int  // tokens that are numbers
	times    []int  // that may be times
	marks    []int  // that may end clauses, or keep them from ending
	window   rules.Window
	drafts   []draft
	ranges   []rng // of the drafts, see list
	joined   []int // drafts that only 、 and 和 part
	noise    []report.Span
	simplify map[rune]rune
	noun     rune // symbol of a noun
	particle rune // symbol of a particle
	make     rune // symbol of a verb of making
	number   rune // symbol of a number
	note     rune // symbol of a word that ends what is counted
	seen     signs
	parity   bool // the sentence may tie an indicator to another one
	onlyIf   bool // the sentence tells what would be if only something were done
	national bool
	region   string // the region of the report
	known    func(indicator string) bool
	last     memory
	place    place
	lead     Strength // of the paragraph before, where it leads this one
	facts    []Fact
	spans    []report.Span // room for the spans of facts, shared by many
}

// Extract finds the facts of a document in the order of the text; nil where there are
// none.
func (x *Extractor) Extract(doc *report.Document) []Fact {
	w := x.pool.Get().(*work)
	defer x.pool.Put(w)
	x.read(w, doc)
	w.spans = nil          // the facts keep them
	if len(w.facts) == 0 { // not an empty list, whatever the work was used for before
		return nil
	}
	return slices.Clone(w.facts)
}

// Lend is Extract for facts that are used at once: they, and the lists in them, are
// used again for the next document, which spares each its copies.
func (x *Extractor) Lend(doc *report.Document, use func([]Fact)) {
	w := x.pool.Get().(*work)
	defer x.pool.Put(w)
	x.read(w, doc)
	use(w.facts)
}

// read finds the facts of a document.
func (x *Extractor) read(w *work, doc *report.Document) {
	w.open(doc)
	w.simplify = x.simplified(doc.Text)
	n := 0
	for s := range doc.Sections {
		for p := range doc.Sections[s].Paragraphs {
			para := &doc.Sections[s].Paragraphs[p]
			w.enter(para)
			for _, sent := range para.Sentences {
				for at := sent.Start; at < sent.End; {
					end := at + portion(doc.Text[at:sent.End])
					x.sentence(w, report.Span{Start: at, End: end}, s, n)
					at = end
				}
				n++
			}
			w.lead = leadOf(para.In(doc.Text))
		}
	}
}

// open readies the work for a document.
func (w *work) open(doc *report.Document) {
	w.doc = doc
	w.noise = doc.Noise
	w.national = doc.Meta.Level == report.LevelNational
	w.region = doc.Meta.Region
	w.last, w.lead = memory{}, ""
	clear(w.facts) // holds on to no document
	w.facts, w.spans = w.facts[:0], w.spans[:0]
}

// sentence reads one sentence: mentions, words, rules, gaps, place.
func (x *Extractor) sentence(w *work, s report.Span, section, number int) {
	if !x.reads(w, s) {
		w.last.pass()
		return
	}
	x.analyse(w)
	w.emit(section, number)
}

// reads makes the view of a sentence and finds its mentions; false where there is
// nothing to extract.
func (x *Extractor) reads(w *work, s report.Span) bool {
	raw := s.In(w.doc.Text)
	w.seen = x.survey.of(raw)
	if w.seen.lack(ofNumeral) && !w.seen.mayTie(raw) {
		return false
	}
	w.view.read(w.doc, s, w.noiseIn(s), w.simplify, w.seen.lack(ofGap))
	if w.view.pieces != nil {
		w.seen = x.survey.of(w.view.text)
	}
	w.parity = w.seen.mayTie(w.view.text)
	w.mentions = x.reader.Read(w.mentions[:0], w.view.text)
	for _, m := range w.mentions {
		if m.Role == mention.Quantity {
			return true
		}
	}
	return w.parity
}

// analyse makes the drafts of a sentence.
func (x *Extractor) analyse(w *work) {
	x.tokens(w)
	w.clauses()
	x.match(w)
	w.resolve()
}

// noiseIn is the noise that overlaps a span.
func (w *work) noiseIn(s report.Span) []report.Span {
	for len(w.noise) > 0 && w.noise[0].End <= s.Start {
		w.noise = w.noise[1:]
	}
	n := 0
	for n < len(w.noise) && w.noise[n].Start < s.End {
		n++
	}
	return w.noise[:n]
}
