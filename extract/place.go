package extract

import "zhibiao/report"

// place is where in the report a sentence stands: its part and years, and what a lead
// clause says for the sentences after it.
type place struct {
	part  report.Part
	noted report.Part // of a note: the part that its mark stands in
	years report.Years
}

// enter notes the part and the years of a paragraph.
func (w *work) enter(p *report.Paragraph) {
	w.place = place{part: p.Part, noted: p.Noted, years: p.Years}
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
