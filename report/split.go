package report

import "strings"

// A splitter cuts blocks into paragraphs, sentences and clauses. All clauses lie in one
// slice, and so do sentences and paragraphs: a report costs a handful of allocations.
type splitter struct {
	text  string
	noise []Span

	clauses    []Clause
	sentences  []Sentence
	paragraphs []Paragraph
	heads      []heading
	glossary   bool // the last heading opened one: 1.“四上”企业：指… is an entry, no heading

	signs  []sign // of the block at hand
	quotes []Span // protected spans of the block at hand, those behind dropped
	clause int    // where the clause, sentence and paragraph at hand begin
	sentence,
	paragraph int
	linkedClauses   int // clauses that a sentence holds, and sentences that a paragraph does
	linkedSentences int
}

// newSplitter makes a splitter with room for a report of usual density in so many blocks.
func newSplitter(text string, noise []Span, blocks int) *splitter {
	return &splitter{
		text:       text,
		noise:      noise,
		clauses:    make([]Clause, 0, len(text)/38+8),
		sentences:  make([]Sentence, 0, len(text)/96+8),
		paragraphs: make([]Paragraph, 0, blocks+len(text)/collapsed),
		heads:      make([]heading, 0, 32),
		signs:      make([]sign, 0, 256),
	}
}

// block splits the block whose text is content and which tiles from start up to end. The
// heading it begins with, if any, is head.
func (p *splitter) block(content Span, start, end int, head *heading) {
	p.signs = readSigns(p.signs[:0], p.text, content)
	all := protected(p.quotes[:0], p.signs)
	p.quotes = all
	p.clause, p.sentence, p.paragraph = start, start, start
	p.open(head)
	i := content.Start
	for _, m := range p.signs {
		if m.Start < i {
			continue // read over
		}
		if n := p.noiseAt(m.Start); n > m.Start {
			i = n
			continue
		}
		sh, next := p.mark(m, content.End)
		if i = next; sh != endsSentence && sh != endsClause {
			continue
		}
		i = p.skipTail(next, content.End)
		if i >= content.End {
			break
		}
		p.endClause(i)
		if sh == endsSentence || i-p.sentence > endless {
			p.endSentence(i)
			p.afterSentence(Span{i, content.End}, content)
		}
	}
	p.endClause(end)
	p.endSentence(end)
	p.endParagraph(end)
	p.quotes = all
}

// endless is the length in bytes from which a sentence ends at its next clause: no author
// writes so on, but text that lost its stops does.
const endless = 8192

// mark tells what a mark ends and where it stops. Inside quotes nothing ends, but a
// sentence may end with them.
func (p *splitter) mark(m sign, end int) (shape, int) {
	i := m.Start
	for len(p.quotes) > 0 && p.quotes[0].End <= i {
		p.quotes = p.quotes[1:]
	}
	if len(p.quotes) > 0 && p.quotes[0].Start <= i {
		next := p.quotes[0].End
		if endsAfterQuote(p.text, next, end) {
			return endsSentence, next
		}
		return plain, next
	}
	return m.shape, m.End
}

// afterSentence starts a section or a paragraph at rest, in the middle of a block, where
// the text has lost its line breaks.
func (p *splitter) afterSentence(rest, block Span) {
	if p.glossary {
		return
	}
	if h, ok := inlineHeading(p.text, rest); ok {
		p.endParagraph(rest.Start)
		p.open(&h)
	} else if block.Len() > collapsed && p.breaksAt(rest) {
		p.endParagraph(rest.Start)
	}
}

// collapsed is the length in bytes from which a block is taken for several paragraphs that
// lost their line breaks: reports come as one line.
const collapsed = 6000

// breaksAt reports whether a paragraph of collapsed text is likely to begin at rest: with
// a word of time, a greeting or the aims, or after the sentence that presents the report.
func (p *splitter) breaksAt(rest Span) bool {
	s := rest.In(p.text)
	if startsWithAny(s, "各位代表", "今年", "过去一年", "过去的一年", "过去五年", "一年来", "五年来", "今后五年", "未来五年", "同时，我们", "在肯定成绩", "新的一年") {
		return true
	}
	if _, n := yearAt(s); n > 0 {
		return true
	}
	last := p.sentences[len(p.sentences)-1].In(p.text)
	s = s[:min(len(s), 300)]
	if i := index(s, "目标"); i >= 0 && aims(s) && !contains(s[:i], "。") {
		return true
	}
	return len(last) < collapsed && (presents(last) || aims(last))
}

// open notes that the paragraph about to begin opens a section, if head is not nil.
func (p *splitter) open(head *heading) {
	if head == nil {
		return
	}
	h := *head
	h.paragraph = len(p.paragraphs)
	p.heads = append(p.heads, h)
	p.glossary = h.opensNotes() || isGlossary(h.title.In(p.text))
}

func (p *splitter) endClause(at int) {
	p.clauses = append(p.clauses, Clause{Span{p.clause, at}})
	p.clause = at
}

func (p *splitter) endSentence(at int) {
	clauses := p.clauses[p.linkedClauses:len(p.clauses):len(p.clauses)]
	p.sentences = append(p.sentences, Sentence{Span{p.sentence, at}, clauses})
	p.sentence, p.linkedClauses = at, len(p.clauses)
}

func (p *splitter) endParagraph(at int) {
	sentences := p.sentences[p.linkedSentences:len(p.sentences):len(p.sentences)]
	p.paragraphs = append(p.paragraphs, Paragraph{Span: Span{p.paragraph, at}, Sentences: sentences})
	p.paragraph, p.linkedSentences = at, len(p.sentences)
}

// skipTail is the place at or after i where the next clause begins: after closing quotes
// whose opening mark is lost, more marks (！！), blanks and noise.
func (p *splitter) skipTail(i, end int) int {
	for i < end {
		if c := p.text[i]; c >= 0xE4 && c <= 0xE9 {
			break // a Han character, by far the most frequent
		}
		if n := spaceAt(p.text, i); n > 0 {
			i += n
			continue
		}
		if n := p.noiseAt(i); n > i {
			i = n
			continue
		}
		n := matchLen(p.text, i, "”", "’", "」", "』", "）", "》", "】", "。", "！", "？", "；", "，")
		if n == 0 {
			break
		}
		i += n
	}
	return min(i, end)
}

// skipNoiseBefore drops the noise that ends at or before i: blocks come in order.
func (p *splitter) skipNoiseBefore(i int) {
	for len(p.noise) > 0 && p.noise[0].End <= i {
		p.noise = p.noise[1:]
	}
}

// noiseAt is the end of the noise around i, or i if there is none.
func (p *splitter) noiseAt(i int) int {
	p.skipNoiseBefore(i)
	if len(p.noise) > 0 && p.noise[0].Start <= i {
		return p.noise[0].End
	}
	return i
}

// endsAfterQuote reports whether the sentence ends with the quotation or bracket that
// ends at i, as in 他说：“…。”: a full stop is its last character, and no mark or 的 follows.
func endsAfterQuote(text string, i, end int) bool {
	s := strings.TrimRight(text[max(0, i-12):i], "”’」』）)》】\"")
	switch {
	case strings.HasSuffix(s, "。"):
		return i == end || matchLen(text, i, "，", "；", "、", "：", "。", "的", "”", "’") == 0
	case endsWithAny(s, "！", "？"):
		return i == end || text[i] == '\n'
	}
	return false
}
