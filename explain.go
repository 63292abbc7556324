package zhibiao

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"zhibiao/extract"
	"zhibiao/extract/mention"
	"zhibiao/report"
)

// Explanation is how the facts of a sentence came about.
type Explanation struct {
	extract.Trace
	Facts  []Fact
	Misses []Miss
	doc    *report.Document
}

// Explain tells how the facts of the sentences that overlap a span of the text came
// about. The rest of the text matters, too: it says which year and part it is, and an
// indicator may stand in the sentence before.
func (p *Program) Explain(id, text string, at report.Span) []Explanation {
	doc := p.reader.Read(id, text)
	var list []Explanation
	for _, t := range p.extractor.Trace(&doc, at) {
		facts, misses := p.normalizer.Facts(&doc, t.Facts)
		list = append(list, Explanation{t, facts, misses, &doc})
	}
	return list
}

// WriteText writes the explanation for reading: the sentence, its numbers with what
// each was taken for, its words with their classes, and the facts.
func (e Explanation) WriteText(w io.Writer) error {
	var b strings.Builder
	b.WriteString(cmp.Or(e.Text, "(a sentence without a number)") + "\n")
	if len(e.Mentions) > 0 {
		b.WriteString("\n  numbers\n")
	}
	for _, m := range e.Mentions {
		fmt.Fprintf(&b, "    %-9s %-17s %-9s %s\n", role(m.Role), m.Kind, m.Bound, m.In(e.Text))
	}
	if len(e.Tokens) > 0 {
		b.WriteString("\n  words\n   ")
	}
	for _, t := range e.Tokens {
		fmt.Fprintf(&b, " %s/%s", t.Text, t.Class)
	}
	if len(e.Tokens) > 0 {
		b.WriteString("\n")
	}
	for _, f := range e.Facts {
		e.writeFact(&b, f)
	}
	for _, m := range e.Misses {
		fmt.Fprintf(&b, "\n  no fact %s\n    %s; %s\n", m.Text, m.Reason, m.Cure)
	}
	if len(e.Mentions) > 0 && len(e.Facts)+len(e.Misses) == 0 {
		b.WriteString("\n  no fact\n")
	}
	_, err := io.WriteString(w, b.String()+"\n")
	return err
}

// role says what a mention was taken for.
func role(r mention.Role) string {
	if r == mention.Quantity {
		return "quantity"
	}
	return string(r)
}

// writeFact writes a fact, one field a line, those that are empty left out.
func (e Explanation) writeFact(b *strings.Builder, f Fact) {
	fmt.Fprintf(b, "\n  fact %s\n", f.Text)
	place := report.NewRunes(e.doc.Text).Span(f.Span)
	value := cmp.Or(f.Value, strings.Trim(f.Low+" to "+f.High, " to"))
	canonical := cmp.Or(f.Canonical, strings.Trim(f.CanonicalLow+" to "+f.CanonicalHigh, " to"))
	for _, line := range []struct{ name, text string }{
		{"rule", f.Rule},
		{"steps", strings.Join(f.Steps, ", ")},
		{"place", fmt.Sprintf("%d-%d", place.Start, place.End)},
		{"value", strings.TrimSpace(value + " " + f.Unit)},
		{"canonical", strings.TrimSpace(canonical + " " + f.UnitCode)},
		{"kind", string(f.Kind)},
		{"bound", string(f.Bound)},
		{"aspect", strings.TrimSpace(string(f.Aspect) + " " + string(f.Direction))},
		{"indicator", f.Indicator},
		{"code", f.IndicatorCode},
		{"parent", f.Parent},
		{"action", f.Action},
		{"status", strings.TrimSpace(string(f.Status) + " " + string(f.Strength))},
		{"period", f.Period.String()},
		{"reference", f.Reference},
		{"scope", f.Scope},
		{"confidence", f.Confidence},
	} {
		if line.text != "" {
			fmt.Fprintf(b, "    %-11s%s\n", line.name, line.text)
		}
	}
}
