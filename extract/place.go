package extract

import (
	"strconv"
	"strings"

	"zhibiao/report"
)

// place is where in the report a sentence stands: its part and years, and what a lead
// clause says for the sentences after it.
type place struct {
	part  report.Part
	noted report.Part // of a note: the part that its mark stands in
	years report.Years
}

// enter notes the part and the years of a paragraph.
func (w *work) enter(p *report.Paragraph) {
	noted := w.place.noted
	w.place = place{part: p.Part, years: p.Years}
	if p.Part != report.PartNotes {
		return
	}
	if mark := noteMark(p.In(w.doc.Text)); mark != "" {
		noted = w.partOfMark(mark, p.Start)
	}
	w.place.noted = noted // a note may go on for paragraphs
}

// brackets are the pairs that marks of notes stand in.
var brackets = [...][2]string{{"〔", "〕"}, {"[", "]"}, {"［", "］"}, {"【", "】"}, {"（", "）"}, {"(", ")"}}

// noteMark is the number that opens a note, 22 of 〔22〕城市更新：, or nothing.
func noteMark(paragraph string) string {
	paragraph = strings.TrimSpace(paragraph)
	for _, pair := range brackets {
		if rest, ok := strings.CutPrefix(paragraph, pair[0]); ok {
			mark, _, ok := strings.Cut(rest, pair[1])
			if _, err := strconv.Atoi(mark); ok && err == nil {
				return mark
			}
		}
	}
	return ""
}

// partOfMark is the part of the paragraph that holds a mark before end, in whatever brackets.
func (w *work) partOfMark(mark string, end int) report.Part {
	at := -1
	for _, pair := range brackets {
		if i := strings.Index(w.doc.Text[:end], pair[0]+mark+pair[1]); i >= 0 && (at < 0 || i < at) {
			at = i
		}
	}
	for i := range w.doc.Sections {
		s := &w.doc.Sections[i]
		for j := range s.Paragraphs {
			if p := &s.Paragraphs[j]; at >= p.Start && at < p.End {
				return p.Part
			}
		}
	}
	return ""
}

// amongAims reports whether the sentence stands among aims or tasks, or in a note on a word of
// theirs.
func (p *place) amongAims() bool {
	part := p.part
	if part == report.PartNotes {
		part = p.noted
	}
	return part == report.PartTargets || part == report.PartTasks
}

// settle gives a fact its status, period and strength from its place and the words
// around it. Thresholds and scales have none.
func (w *work) settle(d *draft, f *Fact) {
	if f.Aspect == Threshold || f.Aspect == Scale {
		return
	}
	told := w.timeOf(d)
	f.Status = w.status(d, told)
	f.Period = w.period(d, f, told)
	if f.Status == Target {
		f.Strength = w.strength(d)
	}
	if f.Aspect == Baseline {
		f.Status, f.Strength = Actual, ""
	}
}

// maxClauses bounds how far back a time word or a lead governs, so that a sentence
// without end is read in linear time.
const maxClauses = 64
