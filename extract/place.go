package extract

import (
	"strings"

	"zhibiao/extract/mention"
	"zhibiao/report"
)

// place is where in the report a sentence stands: its part and years, and what a lead
// clause says for the sentences after it.
type place struct {
	part  report.Part
	years report.Years
}

// enter notes the part and the years of a paragraph.
func (w *work) enter(p *report.Paragraph) {
	w.place = place{part: p.Part, years: p.Years}
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

// told is the time that words say of a fact.
type told struct {
	years report.Years // zero: not said
	base  bool         // years is what the change is measured against: 比2007年
	span  bool         // a run of years (过去五年), not one
	until bool         // 到2025年
}

// timeOf finds the nearest time word before a number, in its clause or, if none, in the
// clauses before it up to the last stop.
func (w *work) timeOf(d *draft) told {
	out := told{}
	inherits := (d.aspect == ChangeRate || d.aspect == ChangeAmount) && !w.isComparedOwn(d)
	far := false  // beyond a ； only a time that opens its clause still holds
	lead := false // or that says, before a ：, of when the things listed are
	for c := d.clause; c >= 0 && c > d.clause-maxClauses; c-- {
		cl := w.clause[c]
		far = far || c < d.clause && (cl.end == "；" || cl.end == ";")
		lead = lead || c < d.clause && (cl.end == "：" || cl.end == ":")
		end := cl.b
		if c == d.clause {
			end = d.token
		}
		for i := end - 1; i >= cl.a && i >= end-2*reach; i-- {
			if w.tokens[i].class != "time" || w.datesThing(i, d.token) {
				continue
			}
			t, ok := w.readTime(i)
			if ok && d.aspect != Baseline && w.isStart(i) {
				continue // 由“十二五”末的9家: the time of the baseline only
			}
			if !ok || (far || c < d.clause && !t.base) && !w.opens(cl.rng, i) && !(lead && w.dates(i)) {
				continue
			}
			if t.base {
				if (c == d.clause || inherits) && !out.base {
					out.base = true
					out.years.Start = t.years.End
				}
				continue
			}
			if out.base {
				out.years.End = t.years.End
				return out
			}
			return t
		}
	}
	return out
}

// datesThing reports whether a time word says how old the things counted are: 2000年以前建成
// 的57个老旧小区.
func (w *work) datesThing(i, number int) bool {
	return i+2 < number && w.tokens[number-1].class == "of" && (strings.HasSuffix(w.tokens[i].text, "前") || strings.HasSuffix(w.tokens[i+1].text, "前"))
}

// dates reports whether a time word says of when what follows it is: 拿一九五四年预计产量来
// 同一九四九年产量比较 is about 1954.
func (w *work) dates(i int) bool {
	if i+1 >= len(w.tokens) || i > 0 && (w.tokens[i-1].class == "and" || w.tokens[i-1].class == "with") {
		return false
	}
	next := i + 1
	if w.tokens[next].class == "hope" && next+1 < len(w.tokens) { // 预计
		next++
	}
	switch w.tokens[next].class {
	case "head", "gauge", "nverb", "thing":
		return true
	}
	return false
}

// isComparedOwn reports whether the clause itself says what a change is measured against.
func (w *work) isComparedOwn(d *draft) bool {
	r := w.left(d)
	return w.hasClass(r, "compare") || w.hasClass(r, "than") || w.hasClass(r, "mean")
}

// readTime reads a time word; ok is false for one that names no year of its own.
func (w *work) readTime(i int) (told, bool) {
	t := &w.tokens[i]
	year := w.doc.Meta.ReportYear
	review, plan := w.doc.Meta.Review, w.doc.Meta.Plan
	single := func(y int) told { return told{years: report.Years{Start: y, End: y}} }
	switch t.text {
	case "去年", "上年":
		if w.isCompared(i) || review.End == 0 {
			return told{}, false
		}
		if review.End >= year && t.text == "去年" {
			return single(year - 1), true
		}
		return single(review.End), true
	case "全年", "全年度":
		if w.place.part == report.PartTargets || w.place.part == report.PartTasks {
			return single(plan.Start), plan.Start > 0
		}
		return single(review.End), review.End > 0
	case "解放以来", "建国以来", "新中国成立以来":
		return told{years: report.Years{Start: 1949, End: review.End}, span: true}, true
	case "改革开放以来":
		return told{years: report.Years{Start: 1979, End: review.End}, span: true}, true
	case "本世纪末":
		return told{years: report.Years{Start: year/100*100 + 100, End: year/100*100 + 100}, until: true}, true
	case "前年":
		return single(year - 2), true
	case "今年":
		if w.place.part == report.PartReview && review.End == year {
			return single(year), true
		}
		return single(max(plan.Start, year)), true
	case "明年":
		return single(year + 1), true
	case "五年来", "五年间", "过去五年", "近五年":
		if review.End > review.Start {
			return told{years: review, span: true}, true
		}
		return told{years: report.Years{Start: review.End - 4, End: review.End}, span: true}, true
	}
	if t.mention < 0 {
		return told{}, false
	}
	if strings.HasPrefix(t.text, "今年") { // 今年2月底
		return single(max(plan.Start, year)), true
	}
	if n := smallNumeral(strings.TrimSuffix(t.text, "年")); strings.HasSuffix(t.text, "年") && n >= 2 && n <= 10 && digitless(t.text) &&
		w.place.part != report.PartReview && plan.Start > 0 && w.opens(w.clause[w.clauseOf(i)].rng, i) {
		return told{years: report.Years{Start: plan.Start, End: plan.Start + n - 1}, span: true}, true // 三年完成投资70亿元
	}
	if i > 1 && w.tokens[i-1].text == "的" && w.tokens[i-2].class == "time" {
		if t, ok := w.readTime(i - 2); ok && t.span {
			return t, true // 1953年到1978年的二十六年间
		}
	}
	y, isSpan, ok := yearsIn(t.text, review)
	if !ok {
		return told{}, false
	}
	if next := i + 1; isSpan && next < len(w.tokens) && w.tokens[next].text == "末" {
		y, isSpan = report.Years{Start: y.End, End: y.End}, false
	}
	if review := w.doc.Meta.Review; !isSpan && y.Start < review.End && w.endsSince(i) {
		y, isSpan = report.Years{Start: y.Start, End: review.End}, true
	}
	out := told{years: y, span: isSpan}
	out.base = w.isCompared(i)
	if i > 0 {
		prev := w.tokens[i-1].text
		out.until = prev == "到" || prev == "至" || strings.HasPrefix(t.text, "到")
	}
	return out, true
}

// endsSince reports whether the clause of a time word ends in 以来: 2007年新农合开展以来.
func (w *work) endsSince(i int) bool {
	cl := w.clause[w.clauseOf(i)]
	return cl.b > i && w.tokens[cl.b-1].text == "以来"
}

// opens reports whether a time word opens its clause: 预计2010年全县…
func (w *work) opens(cl rng, i int) bool {
	for j := cl.a; j < i; j++ {
		switch w.tokens[j].class {
		case "hope", "adverb", "self", "to", "from", "conj", "noun" /* marker */ :
		default:
			return false
		}
	}
	return i-cl.a <= 2
}

// digitless reports whether a word has no four-digit year: 三年 but not 二〇二三年.
func digitless(s string) bool {
	_, n := writtenYears(s)
	return n == 0 && len(s) <= 6
}

// isStart reports whether a time word is where a change starts: 由2012年的50个.
func (w *work) isStart(i int) bool {
	if i == 0 || w.tokens[i-1].class != "from" {
		return false
	}
	if y, n := writtenYears(w.tokens[i].text); n > 1 && y.End > y.Start {
		return false // 从1979年到1984年安排了 tells both ends
	}
	for j := i + 1; j < len(w.tokens) && j <= i+3; j++ {
		if w.tokens[j].class == "number" {
			return true
		}
	}
	return false
}

// isCompared reports whether a time word is what a change is measured against: 比2007年,
// 是2011年的1.8倍.
func (w *work) isCompared(i int) bool {
	if i == 0 {
		return false
	}
	prev := w.tokens[i-1].text
	if prev == "比" || prev == "较" || prev == "相比" || w.isSetAgainst(i+1) {
		return true
	}
	if prev == "是" || prev == "为" || prev == "相当于" || prev == "等于" {
		next := i + 1
		for next < len(w.tokens) && w.tokens[next].class == "time" { // “十五”时期的
			next++
		}
		return next < len(w.tokens) && (w.tokens[next].text == "的" || w.tokens[next].class == "number")
	}
	return i > 1 && prev == "在" && w.tokens[i-2].text == "比"
}

// isSetAgainst reports whether 相比 follows at once: 1980年同1952年相比.
func (w *work) isSetAgainst(next int) bool {
	return next < len(w.tokens) && (w.tokens[next].text == "相比" || w.tokens[next].text == "相比较")
}

// status tells a result from an aim: by words that name the present or the future, else
// by the year that is named, else by the part of the report.
func (w *work) status(d *draft, t told) Status {
	aims := w.place.part == report.PartTargets || w.place.part == report.PartTasks
	review := w.doc.Meta.Review
	if t.years.End > 0 && review.End > 0 {
		if t.years.End > review.End {
			if t.years.Start <= w.doc.Meta.ReportYear && (!aims && w.looksBack(w.clause[d.clause].rng) || w.isSoFar(d)) {
				return Actual // 截至今年2月底，已撤并公司7万个
			}
			if !t.base && t.years.Start > w.doc.Meta.ReportYear && w.doc.Meta.ReportYear > 0 {
				return Target // 到本世纪末翻两番, whatever is said to be so already
			}
			if aims || t.until || t.years.Start > review.End {
				return w.planned(d)
			}
		} else if aims {
			return Actual
		}
	}
	if aims {
		if w.isPresent(d) {
			return Actual
		}
		return Target
	}
	if w.isOnceBuilt(d) {
		return Target
	}
	return Actual
}

// isOnceBuilt reports whether the sentence tells what a project will do once it is there:
// 建成后可实现100人就业.
func (w *work) isOnceBuilt(d *draft) bool {
	for i := d.token - 1; i > max(0, d.token-4*reach); i-- {
		switch t := &w.tokens[i]; t.text {
		case "。", "；", ";":
			return false
		case "后":
			switch w.tokens[i-1].text {
			case "投产", "达产", "建成", "竣工", "完工", "投用":
				next := w.tokens[i+1]
				return next.class == "comma" || next.text == "可" || next.text == "将" || next.text == "预计" || strings.HasPrefix(next.text, "可")
			}
		}
	}
	return false
}

// isSoFar reports whether the sentence counts up to now: 截至今年2月底.
func (w *work) isSoFar(d *draft) bool {
	for i := max(0, d.token-2*reach); i < d.token; i++ {
		if t := w.tokens[i].text; t == "截至" || t == "截止" || strings.HasPrefix(t, "截至") {
			return true
		}
	}
	return false
}

// planned is target but where the clause says that it is so already (目前已达).
func (w *work) planned(d *draft) Status {
	if w.isPresent(d) {
		return Actual
	}
	return Target
}

// isPresent reports whether the clause speaks of a state of today, or of a result
// already reached, in the part of plans.
func (w *work) isPresent(d *draft) bool {
	cl := w.clause[d.clause]
	if d.clause+1 < len(w.clause) && w.holdsRecord(w.clause[d.clause+1].rng) {
		return true
	}
	if verb := w.verbOf(d.action); verb != nil && verb.class == "have" && w.hasClass(w.left(d), "self") && !w.looksAhead(cl.rng) {
		return true // 我国有十亿人口
	}
	if all := (rng{max(0, d.token-4*reach), min(cl.b, d.token+reach)}); w.looksBack(all) && !w.looksAhead(all) {
		return true // 已建成的主要有：加固堤防6100公里
	}
	if w.isGiven(d) {
		return true
	}
	for i := w.left(d).a; i < d.token; i++ {
		switch w.tokens[i].text {
		case "目前", "现有", "现已", "已有", "已经", "已达", "已达到", "已建成", "截至目前", "去年", "上年":
			if w.tokens[i].class == "time" && w.isCompared(i) {
				continue
			}
			return true
		}
	}
	return false
}

// isGiven reports whether a count is what is built upon: 以9个园区为载体, 依托596平方公里腹地,
// 在167个区县中.
func (w *work) isGiven(d *draft) bool {
	const near = 6
	cl := w.clause[d.clause]
	for i := d.token - 1; i >= max(cl.a, d.token-near); i-- {
		switch t := &w.tokens[i]; {
		case t.text == "依托":
			return true
		case t.text == "以":
			return w.holds(rng{d.token, cl.b}, "为")
		case t.text == "在":
			return w.holds(rng{d.token, cl.b}, "中")
		case isVerbal(t.class) || t.class == "number":
			return false
		}
	}
	return false
}

// looksBack reports whether a range tells of what is done or is so now.
func (w *work) looksBack(r rng) bool {
	for i := r.a; i < r.b; i++ {
		t := &w.tokens[i]
		if t.class != "adverb" && strings.HasPrefix(t.text, "已") {
			return true // 已建成
		}
		switch t.text {
		case "已", "已经", "均已", "都已", "曾", "曾经", "现在", "目前", "过去", "以来", "去年", "截至", "迄今", "至今":
			if t.class != "time" || !w.isCompared(i) {
				return true
			}
		case "了":
			if t.class == "particle" && i > 0 && isVerbal(w.tokens[i-1].class) {
				return true
			}
		}
	}
	return false
}

// looksAhead reports whether a range tells of what is to be done.
func (w *work) looksAhead(r rng) bool {
	for i := r.a; i < r.b; i++ {
		switch t := &w.tokens[i]; t.text {
		case "将", "应", "应当", "应该", "继续", "进一步", "今后", "今年", "明年", "再", "为了", "深入", "全面", "坚持":
			return true
		case "加快", "推进", "推动", "加强", "实施": // but not 加快了, 明显加快
			if i+1 < len(w.tokens) && w.tokens[i+1].text != "了" && w.tokens[i+1].class != "comma" && w.tokens[i+1].class != "stop" {
				return true
			}
		default:
			if t.class == "hope" {
				return true
			}
		}
	}
	return false
}

// holdsRecord reports whether a clause says that a record was set: 再创历史新高.
func (w *work) holdsRecord(r rng) bool {
	if r.empty() {
		return false
	}
	s := w.view.text[w.tokens[r.a].Start:w.tokens[r.b-1].End]
	return strings.HasSuffix(s, "新高") && (strings.HasPrefix(s, "再创") || strings.HasPrefix(s, "创"))
}

// period is the year or the years that a fact is about.
func (w *work) period(d *draft, f *Fact, t told) report.Years {
	review, plan := w.doc.Meta.Review, w.doc.Meta.Plan
	if f.Aspect == Baseline {
		return w.baselineYear(d)
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
		if f.Status == Actual && (years.End == 0 || years.Start > review.End) {
			years = review
		}
		if f.Status == Target && (years.End == 0 || years.End <= review.End) {
			years = plan
		}
	}
	if years.End > years.Start && (w.isState(d, f) && !(t.span && w.isSum(d)) || t.years.End == 0 && w.isNow(d) || w.hasClass(w.left(d), "compare") || f.Aspect == Level && !w.isYearly(d) && w.isMeasuredNext(d)) {
		return report.Years{Start: years.End, End: years.End}
	}
	if years.Start == years.End && w.isMean(d) {
		if from := w.comparedYear(d); from > 0 && from < years.End {
			return report.Years{Start: from + 1, End: years.End} // 2016年完成59亿元，比2011年增长21%，年均增长4%
		}
		if own := w.place.years; own.Start < own.End && own.End == years.End {
			return own
		}
	}
	if f.Status == Target && w.isYearly(d) && years.Start == years.End && years.End == w.place.years.End && w.place.years.Start > review.End {
		return w.place.years // 2015年…累计500亿元 in a plan of five years
	}
	if t.until && f.Status == Target && w.isYearly(d) && plan.End > 0 && years.Start == years.End {
		start := w.place.years.Start
		if start == 0 || start > years.End {
			start = plan.Start
		}
		if start < years.End {
			return report.Years{Start: start, End: years.End}
		}
	}
	return years
}

// isSum reports whether a number adds up the years that the clause tells: 从1950年到1953年共
// 有207万人就业.
func (w *work) isSum(d *draft) bool {
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
	if d.clause+1 >= len(w.clause) {
		return false
	}
	cl := w.clause[d.clause+1]
	for i := cl.a; i < cl.b; i++ {
		if w.tokens[i].class == "time" && w.isCompared(i) {
			return true
		}
	}
	return false
}

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
	if cl := w.clause[max(0, d.clause-1)]; d.clause >= 0 && cl.b > cl.a {
		for i := max(cl.a+1, d.token-2*reach); i < d.token; i++ { // 从1978年到1983年，纯收入由134元提高到
			if t := &w.tokens[i]; t.class == "time" && w.tokens[i-1].class == "from" {
				if y, n := writtenYears(t.text); n > 1 {
					return report.Years{Start: y.Start, End: y.Start}
				}
			}
		}
	}
	return report.Years{}
}

// isYearly reports whether a number is said of each year or of all together.
func (w *work) isYearly(d *draft) bool {
	for i := w.left(d).a; i < d.token; i++ {
		switch w.tokens[i].text {
		case "年均", "每年", "年平均", "平均每年", "每年平均", "逐年", "累计", "一直", "始终", "持续", "历年", "合计", "共计", "总计", "总共":
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
	for _, r := range d.indicator {
		if end := w.tokens[r.b-1].class; end == "do" || end == "second" || w.hasClass(r, "make") || strings.Contains(w.textOf(r), "新增") { // 近三年农村新建房屋达九亿平方米
			return false
		}
	}
	verb := w.verbOf(d.action)
	if verb == nil || d.rule != nil && d.rule.Name == "percent-thing" {
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

// strength is how firmly the clause states an aim. Before a colon a word governs the
// whole list.
func (w *work) strength(d *draft) Strength {
	if s := w.firmness(w.left(d)); s != "" {
		return s
	}
	for c := d.clause - 1; c >= 0 && c > d.clause-maxClauses; c-- {
		if w.clause[c].end == "：" || w.clause[c].end == ":" {
			if s := w.firmness(w.clause[c].last(reach)); s != "" {
				return s
			}
		}
	}
	if w.lead != "" {
		return w.lead
	}
	return Plain
}

// leadOf is the firmness with which a paragraph that ends in a colon leads the next:
// 今年的主要预期目标是：
func leadOf(paragraph string) Strength {
	const near = 120 // bytes
	paragraph = strings.TrimRight(paragraph, " \t\n\u3000")
	if !strings.HasSuffix(paragraph, "：") && !strings.HasSuffix(paragraph, ":") {
		return ""
	}
	lead := paragraph[max(0, len(paragraph)-near):]
	for _, word := range [...]struct {
		text     string
		strength Strength
	}{{"确保", Ensure}, {"力争", Strive}, {"努力实现", Strive}, {"预期目标", Expect}, {"预期", Expect}} {
		if strings.Contains(lead, word.text) {
			return word.strength
		}
	}
	return ""
}

// firmness reads the first word of firmness in a range.
func (w *work) firmness(r rng) Strength {
	for i := r.a; i < r.b; i++ {
		switch strings.TrimSuffix(w.tokens[i].text, "目标") {
		case "确保", "保证", "必须", "务必":
			return Ensure
		case "争取":
			if i+1 < r.b && (isVerbal(w.tokens[i+1].class) || w.tokens[i+1].class == "time") || i+1 < len(w.tokens) && w.tokens[i+1].class == "manner" {
				return Strive // 争取资金50亿元 only says what was sought
			}
		case "力争", "努力", "争创", "力求":
			return Strive
		case "预期", "预计", "有望":
			return Expect
		}
	}
	return ""
}
