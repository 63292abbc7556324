package extract

import (
	"strings"

	"zhibiao/extract/mention"
	"zhibiao/report"
)

// period is the year or the years that a fact is about.
func (w *work) period(d *draft, f *Fact, t told) report.Years {
	review, plan := w.doc.Meta.Review, w.doc.Meta.Plan
	if f.Aspect == Baseline {
		return w.baselineYear(d)
	}
	if review.End > 0 && w.isOfYearBefore(d) {
		return report.Years{Start: review.End - 1, End: review.End - 1}
	}
	if t.base {
		end := t.years.End
		if end == 0 {
			end = review.End
			if f.Status == Target {
				end = plan.End
			}
		}
		if f.Aspect == ChangeRate || f.Aspect == ChangeAmount || f.Aspect == Level && w.isAdded(d) {
			if t.years.Start+1 <= end {
				return report.Years{Start: t.years.Start + 1, End: end}
			}
		}
		return report.Years{Start: end, End: end}
	}
	years := t.years
	if years.End == 0 {
		years = w.place.years
		if (f.Status == Actual || w.place.part == report.PartReview) && (years.End == 0 || years.Start > review.End) {
			years = review
		}
		if f.Status == Target && (years.End == 0 || years.End <= review.End) && !(w.place.part == report.PartReview && w.wasPlanned(d)) {
			years = plan
		}
	}
	if years.End > years.Start && (w.isState(d, f) && !(t.span && w.isSum(d)) || t.years.End == 0 && w.isNow(d) || w.hasClass(w.left(d), "compare") || w.holds(w.left(d), "年初") || f.Aspect == Level && !w.isYearly(d) && w.isMeasuredNext(d)) {
		return report.Years{Start: years.End, End: years.End}
	}
	if years.Start == years.End && w.isMean(d) {
		if span := w.spanOfChange(d, years.End); span.End > 0 {
			return span
		}
		if from := w.comparedYear(d); from > 0 && from < years.End {
			return report.Years{Start: from + 1, End: years.End} // 2016年完成59亿元，比2011年增长21%，年均增长4%
		}
		if own := w.place.years; own.Start < own.End && own.End == years.End {
			return own
		}
	}
	if f.Status == Target && w.isYearly(d) && years.Start == years.End && years.End == w.place.years.End && w.place.years.Start > review.End && w.place.years.Start < years.End {
		return w.place.years // 2015年…累计500亿元 in a plan of five years
	}
	if t.until && f.Status == Target && w.isYearly(d) && plan.End > 0 && years.Start == years.End {
		start := w.place.years.Start
		if start == 0 || start >= years.End {
			start = plan.Start
		}
		if start < years.End {
			return report.Years{Start: start, End: years.End}
		}
	}
	return years
}

// isOfYearBefore reports whether a change is that of the year before the one under review:
// 由上年下降2.3%转为增长8.5%.
func (w *work) isOfYearBefore(d *draft) bool {
	a := d.action.a
	return a > 1 && a < d.token && w.tokens[a-2].class == "from" && (w.tokens[a-1].text == "上年" || w.tokens[a-1].text == "去年") && w.place.part == report.PartReview
}

// isSum reports whether a number adds up the years that the clause tells: 从1950年到1953年共
// 有207万人就业.
func (w *work) isSum(d *draft) bool {
	if len(d.indicator) > 0 {
		switch last := d.indicator[len(d.indicator)-1]; w.tokens[last.b-1].text { // 五年内，投资总额为550亿元
		case "总投资额", "投资总额":
			return true
		case "总额":
			return last.b-last.a > 1 && w.tokens[last.b-2].text == "投资"
		}
	}
	for i := w.left(d).a; i < d.token; i++ {
		if strings.HasPrefix(w.tokens[i].text, "共") {
			return true
		}
	}
	return false
}

// isAdded reports whether a level tells what was added: 比2005年新增19家.
func (w *work) isAdded(d *draft) bool {
	verb := w.verbOf(d.action)
	return verb != nil && (verb.text == "新增" || verb.text == "净增")
}

// isMean reports whether a number is said of each of several years.
func (w *work) isMean(d *draft) bool {
	if w.seen.lack(ofMean) {
		return false
	}
	for i := w.left(d).a; i < d.token; i++ {
		switch w.tokens[i].text {
		case "年均", "年平均", "平均每年", "每年平均":
			return true
		}
	}
	return false
}

// comparedYear is the year that the clause before measures its change against, or 0.
func (w *work) comparedYear(d *draft) int {
	if d.clause == 0 {
		return 0
	}
	cl := w.clause[d.clause-1]
	for i := cl.b - 1; i > cl.a; i-- {
		if w.tokens[i].class == "time" && w.isCompared(i) {
			if t, ok := w.readTime(i); ok {
				return t.years.End
			}
		}
	}
	return 0
}

// isNow reports whether the sentence has come to the present: 目前，入园企业8家.
func (w *work) isNow(d *draft) bool {
	for i := d.token - 1; i >= max(0, d.token-4*reach); i-- {
		switch t := &w.tokens[i]; t.text {
		case "目前", "现有", "截至目前", "现", "现已", "现已有":
			return true
		case "；", ";", "。":
			return false
		}
	}
	return false
}

// isMeasuredNext reports whether the next clause measures this number against a named
// year: 投资完成56亿元，是2005年的2.1倍 tells one year's investment.
func (w *work) isMeasuredNext(d *draft) bool {
	for c := d.clause + 1; c < min(d.clause+4, len(w.clause)) && w.clause[c-1].end == "，"; c++ {
		cl := w.clause[c]
		if w.hasClass(cl.rng, "compare") && (c == d.clause+1 || w.hasClass(cl.rng, "each")) {
			return true // 实现利润1.8亿元，上缴税金9600万元，分别比上年增长7%和11%
		}
		for i := cl.a; i < cl.b && c == d.clause+1; i++ {
			if w.tokens[i].class == "time" && w.isCompared(i) {
				if t, ok := w.readTime(i); !ok || !t.span { // 比“五五”期间增长 measures several years
					return true
				}
			}
		}
	}
	return false
}

// isYearly reports whether a number is said of each year or of all together.
func (w *work) isYearly(d *draft) bool {
	if w.isMean(d) {
		return true
	}
	for i := w.left(d).a; i < d.token; i++ {
		switch w.tokens[i].text {
		case "每年", "逐年", "一直", "始终", "持续", "历年", "合计", "共计", "总计", "总共":
			return true
		}
		if strings.HasPrefix(w.tokens[i].text, "累计") { // 累计完成
			return true
		}
	}
	return false
}

// isState reports whether a fact tells a state reached at the end of several years
// (达到, 增加到) rather than what was done over them (新建, 年均增长).
func (w *work) isState(d *draft, f *Fact) bool {
	if f.Aspect == Rank || f.Aspect == Streak || f.Parity {
		return !f.Parity
	}
	if f.Aspect != Level || w.isYearly(d) {
		return false
	}
	if d.rule != nil && d.rule.Name == "from-to" {
		return true // 日均新设企业由5千户增加到1万6千户
	}
	for _, r := range d.indicator {
		if end := w.tokens[r.b-1].class; end == "do" || end == "second" || w.makes(r) || strings.Contains(w.textOf(r), "新增") { // 近三年农村新建房屋达九亿平方米
			return false
		}
	}
	verb := w.verbOf(d.action)
	if (verb == nil || d.action.a > d.token) && w.arePeople(d) {
		return true // 我国六亿人民
	}
	if verb == nil && w.isPerHead(d) {
		return true // 城镇居民人均收入3550元, in a review of five years
	}
	if verb == nil || d.rule != nil && strings.HasSuffix(d.rule.Name, "percent-thing") {
		kind := f.Mention.Kind
		return kind == mention.Percent || kind == mention.Fraction
	}
	switch verb.class {
	case "become", "reach", "exceed", "be", "have", "share":
		return true
	case "finish":
		return w.isOfYear(d) // 实现产值2.5亿元, in a review of five years
	}
	return verb.text == "覆盖"
}

// makes reports whether a name tells what was made, and no measure of it: 新建房屋, but not
// 农民所缴纳的税款所占的比重, 高校资助面.
func (w *work) makes(r rng) bool {
	switch last := &w.tokens[r.b-1]; {
	case isRatio(last.text):
		return false
	case r.a < r.b-1 && w.tokens[r.a].class == "share":
		return false
	}
	return w.hasClass(r, "make")
}

// isRatio reports whether a noun names a share or a reach, which is never added up.
func isRatio(noun string) bool {
	for _, end := range [...]string{"率", "比重", "比例", "占比", "覆盖面", "亏损面"} {
		if strings.HasSuffix(noun, end) {
			return true
		}
	}
	return noun == "面"
}

// isOfYear reports whether an indicator is one that is told year by year.
func (w *work) isOfYear(d *draft) bool {
	if len(d.indicator) == 0 {
		return false
	}
	last := d.indicator[len(d.indicator)-1]
	for _, end := range [...]string{"产值", "产量", "收入", "增加值", "销售额", "生产总值"} {
		if strings.HasSuffix(w.tokens[last.b-1].text, end) {
			return true
		}
	}
	return false
}

// arePeople reports whether a number counts a people as a whole, which is never added up
// over the years.
func (w *work) arePeople(d *draft) bool {
	if len(d.indicator) != 1 || d.indicator[0].empty() || d.rule == nil || d.rule.Name != "named-number-thing" {
		return false
	}
	switch w.textOf(d.indicator[0]) {
	case "人民", "各族人民", "农民", "人口", "同胞", "侨民", "工人", "职工":
		return true
	}
	return false
}

// isPerHead reports whether an indicator is told for each head, which is never added up.
func (w *work) isPerHead(d *draft) bool {
	for _, r := range d.indicator {
		if strings.Contains(w.textOf(r), "人均") {
			return true
		}
	}
	return false
}
