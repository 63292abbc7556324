package extract

import (
	"slices"

	"zhibiao/extract/mention"
	"zhibiao/report"
)

// sortDrafts puts drafts in the order of the text, as they nearly always are.
func (w *work) sortDrafts() {
	for i := 1; i < len(w.drafts); i++ {
		if w.drafts[i].token < w.drafts[i-1].token {
			slices.SortStableFunc(w.drafts, func(a, b draft) int { return a.token - b.token })
			return
		}
	}
}

// sortFacts puts the facts of the sentence at hand in the order of the text.
func (w *work) sortFacts(from int) {
	for i := from + 1; i < len(w.facts); i++ {
		if w.facts[i].Start < w.facts[i-1].Start {
			slices.SortStableFunc(w.facts[from:], func(a, b Fact) int { return a.Start - b.Start })
			return
		}
	}
}

// emit turns the drafts of the sentence, and its facts without a number, into facts.
func (w *work) emit(section, number int) {
	from := len(w.facts)
	for i := range w.drafts {
		d := &w.drafts[i]
		m := w.mentions[d.mention]
		w.facts = append(w.facts, Fact{
			Mention:   w.toDocument(m),
			Aspect:    d.aspect,
			Direction: d.direction,
			Suffix:    d.suffix,
			Variant:   d.variant,
			Steps:     slices.Clip(d.steps),
			Section:   section,
			Sentence:  number,
		})
		f := &w.facts[len(w.facts)-1]
		if w.view.pieces != nil {
			f.Reading = Reading{w.view.text, m}
		}
		if d.rule != nil {
			f.Rule = d.rule.Name
		}
		for _, r := range d.prefix {
			f.Indicator = w.documentSpans(f.Indicator, r)
		}
		for _, r := range d.indicator {
			f.Indicator = w.documentSpans(f.Indicator, r)
		}
		if len(f.Indicator) == 0 && w.last.held() {
			f.Indicator = w.last.indicator
			f.Steps = append(f.Steps, "indicator of the sentence before")
			d.doubt = 2
		}
		f.Action = w.documentSpans(nil, d.action)
		f.Reference = w.documentSpans(nil, d.reference)
		f.Scope = w.documentSpans(nil, d.scope)
		if d.parent >= 0 {
			f.Parent = w.facts[from+d.parent].Indicator
		}
		w.settle(d, f)
		w.asWhole(d, f, from)
		f.Confidence = w.confidence(d, f)
	}
	w.remember(from)
	w.parities(section, number)
	w.sortFacts(from)
}

// asWhole gives a part the years of its whole, where that runs over several and no word
// says otherwise: 五年累计支出1.6万亿元，其中用于基础设施3000亿元.
func (w *work) asWhole(d *draft, f *Fact, from int) {
	if d.parent < 0 || f.Aspect != Level || w.hasClass(w.left(d), "time") {
		return
	}
	whole := &w.facts[from+d.parent]
	if source := w.drafts[d.parent].from; whole.Aspect != Level && source >= 0 {
		whole = &w.facts[from+source] // 总收入640亿元，是1997年的1.9倍，其中地方收入355亿元
	}
	if whole.Aspect == Level && whole.Status == f.Status && (whole.Period.Start < whole.Period.End || f.Period.Start < f.Period.End && f.Period.End == whole.Period.End) {
		f.Period = whole.Period
	}
}

// documentSpans appends the document's spans of a range of tokens.
func (w *work) documentSpans(dst []report.Span, r rng) []report.Span {
	if r.empty() {
		return dst
	}
	s := report.Span{Start: w.tokens[r.a].Start, End: w.tokens[r.b-1].End}
	if dst != nil {
		return w.view.spans(dst, s)
	}
	const few = 8 // a phrase is one span, or several where a page ends in it
	if cap(w.spans)-len(w.spans) < few {
		w.spans = make([]report.Span, 0, max(64*few, 2*cap(w.spans)))
	}
	n := len(w.spans)
	found := w.view.spans(w.spans[n:n:n+few], s)
	if len(found) <= few {
		w.spans = w.spans[:n+len(found)]
	}
	return slices.Clip(found)
}

// toDocument moves the spans of a mention from the view to the document.
func (w *work) toDocument(m mention.Mention) mention.Mention {
	m.Span = w.view.span(m.Span)
	for _, s := range []*report.Span{&m.Number, &m.High, &m.Unit, &m.Before, &m.After} {
		if s.Empty() {
			*s = report.Span{}
		} else {
			*s = w.view.span(*s)
		}
	}
	return m
}

// memory is what a sentence leaves to the next: its last indicator, for an ellipsis.
type memory struct {
	indicator []report.Span
	age       int // sentences since
}

// held reports whether the memory is fresh enough to fill a gap.
func (m *memory) held() bool { return len(m.indicator) > 0 && m.age <= 1 }

func (m *memory) pass() { m.age++ }

// remember keeps the indicator of the sentence's last fact that is no part of a name.
func (w *work) remember(from int) {
	w.last.pass()
	for i := len(w.facts) - 1; i >= from; i-- {
		if f := &w.facts[i]; f.Aspect != Threshold && f.Aspect != Scale && len(f.Indicator) > 0 {
			w.last = memory{indicator: f.Indicator, age: 1}
			return
		}
	}
}
