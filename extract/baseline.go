package extract

import "zhibiao/report"

// baselineYear is the year named right before a baseline: 由2012年的50个; else unknown.
func (w *work) baselineYear(d *draft) report.Years {
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
	if y := w.spanBefore(d); y > 0 {
		return report.Years{Start: y, End: y}
	}
	return w.sisterYear(d)
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

// sisterYear is the year of the baseline before, where only a comma parts the two changes:
// 城镇收入由2002年7703元增加到13786元，农村收入由2476元增加到4140元.
func (w *work) sisterYear(d *draft) report.Years {
	for i := range w.drafts {
		o := &w.drafts[i]
		if len(d.indicator) == 0 || w.tokens[d.indicator[0].a].class == "share" || o.aspect != Baseline || o.clause != d.clause-1 || o.token >= d.token || w.clause[o.clause].end != "，" {
			continue
		}
		return w.baselineYear(o)
	}
	return report.Years{}
}
