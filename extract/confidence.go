package extract

import (
	"unicode/utf8"

	"zhibiao/report"
	"zhibiao/rules"
)

// Confidence tells how sure a fact is, calibrated on gold and draws (docs/accuracy.md).
type Confidence string

// The grades of confidence.
const (
	High   Confidence = "high"
	Medium Confidence = "medium"
	Low    Confidence = "low"
)

// Names of fewer or more characters are wrong more often: 资金, 投资 at one end, a clause run
// together at the other.
const (
	shortName = 3
	wholeName = 4 // what rules of confidence by-name ask for
	longName  = 20
)

// oldProse is the year before which reports are written in a prose of their own: long
// sentences, numerals in Chinese, plans and results side by side.
const oldProse = 2000

// confidence grades a fact by its rule, the steps that made it and the look of its name.
func (w *work) confidence(d *draft, f *Fact) Confidence {
	n := d.length(w)
	switch {
	case d.rule == nil, d.doubt == 2, len(f.Indicator) == 0, d.rule.Confidence == rules.Low:
		return Low
	case d.doubt == 1, d.rule.Confidence == rules.Medium, d.rule.Confidence == rules.ByName && (n < wholeName || d.isFilled()), n < shortName && !d.isPlainCount(w), n > longName, w.doc.Meta.ReportYear < oldProse, w.place.part == report.PartNotes:
		return Medium
	}
	return High
}

// length is how many characters the draft's own part of the indicator has.
func (d *draft) length(w *work) int {
	n := 0
	for _, r := range d.prefix {
		n += utf8.RuneCountInString(w.textOf(r))
	}
	for _, r := range d.indicator {
		n += utf8.RuneCountInString(w.textOf(r))
	}
	return n
}

// isFilled reports whether a step other than tying it to its whole made the fact.
func (d *draft) isFilled() bool {
	return len(d.steps) > 1 || len(d.steps) == 1 && d.steps[0] != partStep
}

// isPlainCount reports whether a short name is one of those that reports count under no other:
// 新签约项目56个.
func (d *draft) isPlainCount(w *work) bool {
	if len(d.prefix) > 0 || len(d.indicator) != 1 {
		return false
	}
	switch w.textOf(d.indicator[0]) {
	case "项目", "企业":
		return true
	}
	return false
}
