package eval

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhibiao/report"
)

// Text is a report's text as eval needs it: what sentence and which part of the report
// a code point lies in.
type Text struct {
	doc     report.Document
	offsets []int // byte offset of each code point, and the length of the text
}

// NewText indexes a document.
func NewText(doc report.Document) *Text {
	offsets := make([]int, 0, utf8.RuneCountInString(doc.Text)+1)
	for i := range doc.Text {
		offsets = append(offsets, i)
	}
	return &Text{doc: doc, offsets: append(offsets, len(doc.Text))}
}

// Setting is where a fact stands in its report.
type Setting struct {
	Part                 string // review, targets, tasks, notes, other
	Before, Words, After string // the fact's sentence, with the fact's text in the middle
	Clause               string
}

// Setting finds where the fact stands. It is empty for a nil Text and for a place
// outside it: gold may have been made on another text.
func (t *Text) Setting(f *Fact) Setting {
	if t == nil || f.Start < 0 || f.End < f.Start || f.End >= len(t.offsets) {
		return Setting{}
	}
	at := report.Span{Start: t.offsets[f.Start], End: t.offsets[f.End]}
	section, ok := find(t.doc.Sections, at, func(s report.Section) report.Span { return s.Span })
	if !ok {
		return Setting{}
	}
	set := Setting{Part: string(section.Part)}
	sentence, ok := sentenceAt(section, at)
	if !ok {
		return set
	}
	end := max(at.End, sentence.End)
	set.Before = flat(t.doc.Text[sentence.Start:at.Start])
	set.Words = flat(at.In(t.doc.Text))
	set.After = flat(t.doc.Text[at.End:end])
	if clause, ok := find(sentence.Clauses, at, func(c report.Clause) report.Span { return c.Span }); ok {
		set.Clause = flat(clause.In(t.doc.Text))
	}
	return set
}

// sentenceAt is the sentence of the section that the span starts in.
func sentenceAt(section report.Section, at report.Span) (report.Sentence, bool) {
	paragraph, ok := find(section.Paragraphs, at, func(p report.Paragraph) report.Span { return p.Span })
	if !ok {
		return report.Sentence{}, false
	}
	return find(paragraph.Sentences, at, func(s report.Sentence) report.Span { return s.Span })
}

// find is the part that the span starts in; parts are sorted and do not overlap.
func find[T any](parts []T, at report.Span, spanOf func(T) report.Span) (T, bool) {
	i, _ := slices.BinarySearchFunc(parts, at.Start, func(p T, start int) int {
		if spanOf(p).End <= start {
			return -1
		}
		return 1
	})
	if i == len(parts) || spanOf(parts[i]).Start > at.Start {
		var none T
		return none, false
	}
	return parts[i], true
}

// flat is text on one line: a sentence of a hard-wrapped report spans several.
func flat(s string) string {
	return strings.TrimLeft(strings.ReplaceAll(s, "\n", ""), " \u3000")
}
