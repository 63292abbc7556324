package extract

import (
	"slices"
	"strings"

	"zhibiao/extract/mention"
	"zhibiao/extract/segment"
	"zhibiao/report"
)

// token is a word of a sentence with the class that rules know it by.
type token struct {
	report.Span
	text    string
	class   string
	up      Direction // of a verb of change
	mention int       // index of the mention that it is, or -1
}

// tokens cuts a view into classified tokens; a mention is one token whatever it holds.
func (x *Extractor) tokens(w *work) {
	w.fixed = w.fixed[:0]
	w.fixedOf = w.fixedOf[:0]
	w.bounds = w.bounds[:0]
	for i := range w.mentions {
		m := &w.mentions[i]
		if m.Role != mention.Word {
			w.fixed = append(w.fixed, m.Span)
			w.fixedOf = append(w.fixedOf, i)
		}
		if !m.Before.Empty() {
			w.bounds = append(w.bounds, boundWord{m.Before, "before"})
		}
		if !m.After.Empty() {
			w.bounds = append(w.bounds, boundWord{m.After, "after"})
		}
	}
	w.words = segment.Around(x.segmenter, w.words[:0], w.view.text, w.fixed)
	w.tokens = slices.Grow(w.tokens[:0], len(w.words))[:len(w.words)]
	w.symbols = slices.Grow(w.symbols[:0], len(w.words))[:len(w.words)]
	w.numbers, w.times, w.marks = w.numbers[:0], w.times[:0], w.marks[:0]
	next, bounds := 0, w.bounds
	for i := range w.words {
		word := &w.words[i]
		t := &w.tokens[i]
		*t = token{Span: word.Span, text: word.In(w.view.text), mention: -1}
		if next < len(w.fixed) && word.Span == w.fixed[next] {
			t.mention = w.fixedOf[next]
			t.class = roleClass(&w.mentions[t.mention], t.text, w.view.text[:t.Start])
			if t.class == "number" {
				w.numbers, w.symbols[i] = append(w.numbers, i), w.number
			} else {
				w.symbols[i] = x.rules.Symbol("", t.class)
			}
			if t.class == "time" {
				w.times = append(w.times, i)
			}
			next++
			continue
		}
		e := x.vocabulary.class(t.text, *word)
		t.class, t.up, w.symbols[i] = e.class, e.direction, e.symbol
		switch e.listed {
		case asMark:
			w.marks = append(w.marks, i)
		case asTime:
			w.times = append(w.times, i)
		}
		if i > 0 && w.tokens[i-1].class == "number" && t.text == "人民币" { // 三千亿元人民币
			t.class, w.symbols[i] = "particle", w.particle
		}
		if e.symbol == w.particle && t.text == "地" && w.endsPhrase(i, next) {
			t.class, w.symbols[i] = "noun", w.noun
		}
		if t.text == "组织" && (i == 0 || opensClause(w.tokens[i-1].class)) { // 组织23场对接活动
			t.class, w.symbols[i] = "make", w.make
		}
		for len(bounds) > 0 && bounds[0].End <= t.Start {
			bounds = bounds[1:]
		}
		if class := boundClass(bounds, t); class != "" && e.class != "exceed" && e.class != "reach" && e.class != "above" && e.class != "below" {
			t.class, t.up, w.symbols[i] = class, "", x.rules.Symbol("", class)
		}
	}
}

// endsPhrase reports whether the 地 at i ends a noun, as it does wherever no verb can follow: 打卡
// 地2处, 目的地、集散地. The next mention is that of index next.
func (w *work) endsPhrase(i, next int) bool {
	if i+1 == len(w.words) {
		return true
	}
	after := w.words[i+1].Span
	if next < len(w.fixed) && after == w.fixed[next] {
		return w.mentions[w.fixedOf[next]].Role == mention.Quantity
	}
	switch after.In(w.view.text) {
	case "、", "，", "。", "；", "等", "”", "》":
		return true
	}
	return false
}

// opensClause reports whether a verb may begin a clause behind a word of a class.
func opensClause(class string) bool {
	switch class {
	case "comma", "stop", "colon", "time", "adverb", "manner", "mean":
		return true
	}
	return false
}

// boundWord is a word that bounds a number, and the class of its words.
type boundWord struct {
	report.Span
	class string
}

// maxBound bounds, in bytes, how far a bound word stands from what comes before it in the
// list of them.
const maxBound = 96

// boundClass is before or after for a word that bounds a number (上百家, 7%左右).
func boundClass(bounds []boundWord, t *token) string {
	for i := range bounds {
		b := &bounds[i]
		switch {
		case b.Contains(t.Span) && b.class == "before" && t.text == "过":
			return "exceed" // 产值过亿元 as 产值超亿元
		case b.Contains(t.Span):
			return b.class
		case b.Start > t.End+maxBound:
			return ""
		}
	}
	return ""
}

// roleClass is the class of a mention's token.
func roleClass(m *mention.Mention, text, before string) string {
	switch m.Role {
	case mention.Quantity:
		return "number"
	case mention.Date:
		return "time"
	}
	if m.Role == mention.Name && strings.HasSuffix(before, "每") {
		return "every" // 达到每百人7.2部
	}
	if m.Role == mention.Ordinal && strings.HasSuffix(text, "是") {
		return "adverb" // 一是, 十二是: stands before the phrase
	}
	return "noun"
}
