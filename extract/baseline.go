package extract

import (
	"sort"

	"zhibiao/report"
)

// baselineYear is the year of a baseline: its own, that of a span before it, or its sister's; else
// unknown.
func (w *work) baselineYear(d *draft) report.Years {
	if y := w.namedStart(d); y.End > 0 {
		return y
	}
	if y := w.spanBefore(d); y > 0 {
		return report.Years{Start: y, End: y}
	}
	return w.sisterYear(d)
}

// namedStart is the year named right before a baseline: 由2012年的50个.
func (w *work) namedStart(d *draft) report.Years {
	for i := d.token - 1; i >= 0 && i >= d.token-4; i-- {
		if t := &w.tokens[i]; t.class == "time" {
			t, ok := w.readTime(i)
			if review := w.doc.Meta.Review; ok && w.tokens[i].text == "上年" && d.clause >= 0 {
				return report.Years{Start: review.End - 1, End: review.End - 1}
			}
			if ok && !t.span {
				return t.years
			}
		}
	}
	return report.Years{}
}

// spanBefore is the first year of a span with both ends in the clauses before, or 0: 从1978
// 年到1983年，纯收入由134元提高到.
func (w *work) spanBefore(d *draft) int {
	for i := d.token - 1; i > max(0, d.token-2*reach) && w.tokens[i].class != "stop"; i-- {
		if t := &w.tokens[i]; t.class == "time" && w.tokens[i-1].class == "from" {
			if y, n := writtenYears(t.text); n > 1 {
				return y.Start
			}
		}
	}
	return 0
}

// sisterYear is the year of a baseline a few clauses before, where no full stop parts the
// changes: 城镇收入由2002年7703元增加到13786元，农村收入由2476元增加到4140元.
func (w *work) sisterYear(d *draft) report.Years {
	if len(d.indicator) == 0 || w.tokens[d.indicator[0].a].class == "share" {
		return report.Years{}
	}
	next := w.indexOf(d)
	for i := next - 1; i >= max(0, next-maxSisters); i-- {
		o := &w.drafts[i]
		switch {
		case o.clause < d.clause-1 && isFull(w.clause[o.clause+1].end), o.clause < d.clause && isFull(w.clause[o.clause].end):
			return report.Years{}
		case o.aspect == Baseline && o.clause < d.clause:
			if y := w.namedStart(o); y.End > 0 {
				return y
			}
		}
	}
	return report.Years{}
}

// spanOfChange is the years over which the clause before tells something to have changed, up to
// the year it names for the end or else to end: 由2005年的35亿元增加到2010年的128亿元，年均增长29.6%.
func (w *work) spanOfChange(d *draft, end int) report.Years {
	next := w.indexOf(d)
	for i := next - 1; i >= max(0, next-maxSisters) && w.drafts[i].clause >= d.clause-1; i-- {
		o := &w.drafts[i]
		if o.aspect != Baseline || o.clause == d.clause {
			continue
		}
		from := w.baselineYear(o).End
		if i+1 < next && w.drafts[i+1].clause == o.clause {
			if y := w.namedStart(&w.drafts[i+1]); y.End > from {
				end = y.End
			}
		}
		if from > 0 && from < end {
			return report.Years{Start: from + 1, End: end}
		}
		break
	}
	return report.Years{}
}

// indexOf is the place of a draft among those of the sentence, which stand in the order of the text.
func (w *work) indexOf(d *draft) int {
	return sort.Search(len(w.drafts), func(i int) bool { return w.drafts[i].token >= d.token })
}

// maxSisters bounds how many numbers back a sister's year is sought.
const maxSisters = 8

// isFull reports whether a clause ends in more than a comma or a semicolon.
func isFull(end string) bool { return end != "，" && end != "；" && end != ";" }
