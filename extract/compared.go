package extract

import "strings"

// setAgainst is the year that the clause before c sets what follows against, or 0: 与解放前最高
// 水平相比，在一九五三年.
func (w *work) setAgainst(c int) int {
	if c == 0 || w.clause[c-1].rng.empty() || !strings.HasPrefix(w.tokens[w.clause[c-1].b-1].text, "相比") {
		return 0
	}
	for i := w.clause[c-1].a; i < w.clause[c-1].b; i++ {
		if w.tokens[i].class == "time" {
			if t, ok := w.readTime(i); ok && t.base {
				return t.years.End
			}
		}
	}
	return 0
}

// isYardstick reports whether a time word says by what something is reckoned: 按上年实际数额核
// 减, 按1952年不变价格计算.
func (w *work) isYardstick(i int) bool {
	if i == 0 {
		return false
	}
	switch w.tokens[i-1].text {
	case "按", "按照":
		return true
	case "以":
		for next := i + 1; next < min(i+4, len(w.tokens)); next++ { // 以1990年不变价计算
			if isPrice(w.tokens[next].text) {
				return true
			}
		}
	}
	return false
}

// isPrice reports whether a word names prices that a measure is reckoned by.
func isPrice(word string) bool {
	return strings.HasSuffix(word, "价") || strings.HasSuffix(word, "价格")
}

// isComparedOwn reports whether the clause itself says what a change is measured against.
func (w *work) isComparedOwn(d *draft) bool {
	r := w.left(d)
	if w.hasClass(r, "compare") || w.hasClass(r, "than") {
		return true
	}
	for i := r.a; i < r.b; i++ { // 平均每年增长, but not 平均消费水平提高
		if t := &w.tokens[i]; t.class == "mean" && (t.text != "平均" || i+1 < r.b && !isNominal(w.tokens[i+1].class)) {
			return true
		}
	}
	return false
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
	if prev == "比" || prev == "较" || prev == "相比" || prev == "比较" || prev == "超过" && w.leadsToRate(i+1) || w.isSetAgainst(i+1) {
		return true
	}
	if prev == "的" && w.isQualified(i) {
		return true
	}
	if prev == "是" || prev == "为" || prev == "相当于" || prev == "等于" || prev == "恢复到" {
		next := i + 1
		for next < len(w.tokens) && next < i+5 && (w.tokens[next].class == "time" || w.tokens[next].text == "总和" || w.tokens[next].class == "before" || w.tokens[next].class == "noun") { // “十五”时期的, 前五年总和的, 解放前最高年份的
			next++
		}
		return next < len(w.tokens) && (w.tokens[next].text == "的" || w.tokens[next].class == "number")
	}
	return i > 1 && prev == "在" && w.tokens[i-2].text == "比"
}

// leadsToRate reports whether nothing but a measure stands between a year and the rate by
// which it is passed: 超过1957年水平百分之十.
func (w *work) leadsToRate(next int) bool {
	for ; next < len(w.tokens); next++ {
		switch t := &w.tokens[next]; t.class {
		case "of", "noun", "head", "gauge", "size", "before", "particle":
		case "number":
			return isRate(w.mentions[t.mention].Kind)
		default:
			return false
		}
	}
	return false
}

// isQualified reports whether 比 stands before what a year is told to have been like: 比大丰收
// 的1982年还多, 超过历史最高年的1973年.
func (w *work) isQualified(i int) bool {
	const near = 6
	for j := i - 2; j >= max(0, i-near); j-- {
		switch t := &w.tokens[j]; {
		case t.text == "比" || t.text == "较" || t.text == "超过":
			return true
		case t.class == "comma" || t.class == "stop" || t.class == "number":
			return false
		}
	}
	return false
}

// isSetAgainst reports whether 相比 follows a year at once, or the level that it had:
// 1980年同1952年相比, 与解放前最高水平相比.
func (w *work) isSetAgainst(next int) bool {
	joined := next > 1 && w.tokens[next-2].class == "and"
	for near := next + 4; joined && next < min(near, len(w.tokens)-1); {
		if t := &w.tokens[next]; t.class != "of" && t.class != "before" && !isNominal(t.class) {
			break
		}
		next++
	}
	return next < len(w.tokens) && (w.tokens[next].text == "相比" || w.tokens[next].text == "相比较")
}
