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
	clauseEnd  []int // for each sentence, the number of clauses up to its end
	sentEnd    []int // for each paragraph, the number of sentences up to its end
	heads      []heading

	quotes []Span // protected spans of the block at hand
}

// newSplitter makes a splitter with room for a report of usual density.
func newSplitter(text string, noise []Span) *splitter {
	return &splitter{
		text:      text,
		noise:     noise,
		clauses:   make([]Clause, 0, len(text)/32+8),
		sentences: make([]Sentence, 0, len(text)/80+8),
		clauseEnd: make([]int, 0, len(text)/80+8),
	}
}

// block splits the block whose text is content and which tiles up to end. The heading
// it begins with, if any, is head.
func (p *splitter) block(content Span, start, end int, head *heading) {
	p.quotes = protected(p.quotes[:0], p.text, content)
	p.begin(start, head)
	p.skipNoiseBefore(start)
	clause, sentence, paragraph := start, start, start
	quote := 0
	for i := content.Start; i < content.End; {
		i = nextMark(p.text, i, content.End)
		if i >= content.End {
			break
		}
		if n := p.noiseAt(i); n > i {
			i = n
			continue
		}
		for quote < len(p.quotes) && p.quotes[quote].End <= i {
			quote++
		}
		_, sh, size := markAt(p.text, i)
		next := i + size
		if quote < len(p.quotes) && p.quotes[quote].Start <= i {
			next = p.quotes[quote].End
			if !endsAfterQuote(p.text, next, content.End) {
				i = next
				continue
			}
			sh = endsSentence
		}
		if sh != endsSentence && sh != endsClause {
			i = next
			continue
		}
		next = p.skipTail(next, content.End)
		if next >= content.End {
			break
		}
		i = next
		p.clauses = append(p.clauses, Clause{Span{clause, i}})
		clause = i
		if sh != endsSentence {
			continue
		}
		p.endSentence(sentence, i)
		sentence = i
		if h, ok := inlineHeading(p.text, Span{i, content.End}); ok {
			p.endParagraph(paragraph, i)
			p.begin(i, &h)
			paragraph = i
		}
	}
	p.clauses = append(p.clauses, Clause{Span{clause, end}})
	p.endSentence(sentence, end)
	p.endParagraph(paragraph, end)
}

// begin starts a paragraph at start, and a section if it has a heading.
func (p *splitter) begin(_ int, head *heading) {
	if head != nil {
		h := *head
		h.paragraph = len(p.paragraphs)
		p.heads = append(p.heads, h)
	}
}

func (p *splitter) endSentence(start, end int) {
	p.sentences = append(p.sentences, Sentence{Span: Span{start, end}})
	p.clauseEnd = append(p.clauseEnd, len(p.clauses))
}

func (p *splitter) endParagraph(start, end int) {
	p.paragraphs = append(p.paragraphs, Paragraph{Span: Span{start, end}})
	p.sentEnd = append(p.sentEnd, len(p.sentences))
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

// link hands each paragraph its sentences and each sentence its clauses.
func (p *splitter) link() {
	from := 0
	for i, to := range p.clauseEnd {
		p.sentences[i].Clauses = p.clauses[from:to:to]
		from = to
	}
	from = 0
	for i, to := range p.sentEnd {
		p.paragraphs[i].Sentences = p.sentences[from:to:to]
		from = to
	}
}
