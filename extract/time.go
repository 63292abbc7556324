package extract

import (
	"strings"

	"zhibiao/report"
)

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
	out, times := told{}, w.times
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
		for len(times) > 0 && times[len(times)-1] >= end {
			times = times[:len(times)-1]
		}
		for k := len(times) - 1; k >= 0 && times[k] >= max(cl.a, end-2*reach); k-- {
			i := times[k]
			if w.tokens[i].class != "time" || w.datesThing(i, d.token) || w.isYardstick(i) {
				continue
			}
			t, ok := w.readTime(i)
			if ok && d.aspect != Baseline && w.isStart(i) {
				continue // 由“十二五”末的9家: the time of the baseline only
			}
			if !ok || (far || c < d.clause && !t.base) && !w.opens(cl.rng, i) && !(lead && w.dates(i)) {
				continue
			}
			if t.base && t.span && d.aspect == Gap {
				return told{years: t.years, span: true} // 超过第一个五年计划投资额
			}
			if t.base {
				if (c == d.clause || inherits) && !out.base {
					out.base = true
					out.years.Start = t.years.End
				}
				continue
			}
			if base := w.setAgainst(c); !out.base && inherits && base > 0 {
				out.base, out.years.Start = true, base
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
	return w.tokens[i].mention >= 0 && i+2 < number && w.tokens[number-1].class == "of" && (strings.HasSuffix(w.tokens[i].text, "前") || strings.HasSuffix(w.tokens[i+1].text, "前"))
}

// dates reports whether a time word says of when what follows it is: 拿一九五四年预计产量来
// 同一九四九年产量比较 is about 1954.
func (w *work) dates(i int) bool {
	if i+1 >= len(w.tokens) || i > 0 && (w.tokens[i-1].class == "and" || w.tokens[i-1].class == "with") {
		return false
	}
	if i > 0 && w.tokens[i-1].class == "to" {
		return true // 提出到1985年的奋斗目标：
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

// readTime reads a time word; ok is false for one that names no year of its own.
func (w *work) readTime(i int) (told, bool) {
	t := &w.tokens[i]
	year := w.doc.Meta.ReportYear
	review, plan := w.doc.Meta.Review, w.doc.Meta.Plan
	single := func(y int) told { return told{years: report.Years{Start: y, End: y}} }
	text := t.text
	for _, end := range [...]string{"底", "末", "年"} { // 去年年底
		if cut := strings.TrimSuffix(text, end); len(cut) >= len("去年") && strings.HasSuffix(cut, "年") {
			text = cut
		}
	}
	switch text {
	case "去年", "上年":
		if w.isCompared(i) || review.End == 0 {
			return told{}, false
		}
		if review.End >= year && text == "去年" {
			return single(year - 1), true
		}
		return single(review.End), true
	case "全年", "全年度":
		if (w.place.part == report.PartTargets || w.place.part == report.PartTasks) && !w.spokeOfLastYear(i) {
			return single(plan.Start), plan.Start > 0
		}
		return single(review.End), review.End > 0
	case "解放前", "解放以前", "建国前", "建国以前":
		if w.isCompared(i) {
			return told{years: report.Years{Start: 1948, End: 1948}, base: true}, true
		}
		return told{}, false
	case "解放以来", "建国以来", "新中国成立以来":
		return told{years: report.Years{Start: 1949, End: review.End}, span: true}, true
	case "改革开放以来":
		return told{years: report.Years{Start: 1979, End: review.End}, span: true}, true
	case "本世纪末", "本世纪内":
		return told{years: report.Years{Start: year/100*100 + 100, End: year/100*100 + 100}, until: true}, true
	case "前年":
		return single(year - 2), true
	case "今年":
		if review.End == year { // delivered at the year's end
			return told{years: report.Years{Start: year, End: year}, base: w.isCompared(i)}, true
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
	within := strings.TrimSuffix(t.text, "内") // 五年内
	if n := smallNumeral(strings.TrimSuffix(within, "年")); strings.HasSuffix(within, "年") && n >= 2 && n <= 10 && digitless(within) &&
		w.place.part != report.PartReview && plan.Start > 0 && w.opens(w.clause[w.clauseOf(i)].rng, i) {
		return told{years: report.Years{Start: plan.Start, End: plan.Start + n - 1}, span: true}, true // 三年完成投资70亿元
	}
	if n := smallNumeral(strings.TrimSuffix(within, "年")); within != t.text && strings.HasSuffix(within, "年") && n >= 2 && n <= 10 && digitless(within) &&
		w.place.part == report.PartReview && review.End > 0 && w.opens(w.clause[w.clauseOf(i)].rng, i) {
		return told{years: report.Years{Start: review.End - n + 1, End: review.End}, span: true}, true // 三年内新建厂矿二十一个
	}
	if n := smallNumeral(strings.TrimSuffix(t.text, "年")); strings.HasSuffix(t.text, "年") && n >= 2 && n <= 10 && digitless(t.text) &&
		w.place.part == report.PartReview && review.End > 0 && i+1 < len(w.tokens) && isMove(w.tokens[i+1].class) {
		return told{years: report.Years{Start: review.End - n + 1, End: review.End}, span: true}, true // 三年增长3倍
	}
	if i > 1 && w.tokens[i-1].text == "的" && w.tokens[i-2].class == "time" {
		if t, ok := w.readTime(i - 2); ok && t.span {
			return t, true // 1953年到1978年的二十六年间
		}
	}
	if t, ok := w.partOfSpan(i); ok {
		return t, true
	}
	if strings.HasPrefix(t.text, "这") && w.place.part != report.PartReview {
		return told{}, false // 这三年 of plans are those to come
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

func isMove(class string) bool { return class == "rise" || class == "fall" || class == "double" }

// spokeOfLastYear reports whether the sentence has been about last year up to token i: 去年增发
// 国债加强建设，但全年货币发行还比计划少.
func (w *work) spokeOfLastYear(i int) bool {
	for j := i - 1; j >= max(0, i-4*reach); j-- {
		switch t := &w.tokens[j]; {
		case t.class == "stop":
			return false
		case (t.text == "去年" || t.text == "上年") && !w.isCompared(j) && !w.isStart(j) && !w.isYardstick(j):
			return true
		}
	}
	return false
}

// partOfSpan reads the first or last years of a span named right before: “六五”前四年.
func (w *work) partOfSpan(i int) (told, bool) {
	t := &w.tokens[i]
	first := strings.HasPrefix(t.text, "前") || strings.HasPrefix(t.text, "头")
	if i == 0 || w.tokens[i-1].class != "time" || !first && !strings.HasPrefix(t.text, "后") {
		return told{}, false
	}
	n := smallNumeral(strings.TrimSuffix(t.text, "年"))
	whole, ok := w.readTime(i - 1)
	if !ok || !whole.span || n < 1 || n > whole.years.End-whole.years.Start {
		return told{}, false
	}
	if first {
		whole.years.End = whole.years.Start + n - 1
	} else {
		whole.years.Start = whole.years.End - n + 1
	}
	return whole, true
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
		case "in": // 在1979到1983年平均每年增长7.9%的基础上 dates nothing behind it
			if last := w.tokens[cl.b-1].text; i+1 < cl.b && endsFrame(last) {
				return false
			}
		case "pronoun":
			if w.tokens[j].text != "我们" {
				return false
			}
		case "hope", "adverb", "self", "to", "from", "conj", "time", "noun" /* marker */ :
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
