package mention

import "zhibiao/report"

// date reads a point or span of time at i: 2023年, 2018-2022年, 3月5日, 1月至10月, 一季度,
// “十四五”, 上世纪八十年代, 第八个五年计划. Lengths of time are read by duration.
func (r *Reader) date(text string, i, floor int) (Mention, bool) {
	if !mayDate(text, i) {
		return Mention{}, false
	}
	s, ok := dateAt(text, i, floor)
	return Mention{Span: s, Role: Date}, ok
}

// dateAt tries each kind of date.
func dateAt(text string, i, floor int) (report.Span, bool) {
	for _, try := range [...]func(string, int, int) (report.Span, bool){years, months, plan, season, age, clock} {
		if s, ok := try(text, i, floor); ok {
			return s, true
		}
	}
	return report.Span{}, false
}

// mayDate reports whether what follows the numeral at i lets it be a date at all; most
// numerals are none, and each kind of date is costly to try.
func mayDate(text string, i int) bool {
	c, size := at(text, i)
	var e int
	switch {
	case isDigit(c):
		e = digits(text, i)
	case c == '一' || c == '二':
		if d, _ := at(text, i+size); oneOf(d, "五六七八九〇○零0OoＯ０") {
			return true // 一九五七年
		}
		e = small(text, i)
	default:
		e = small(text, i)
	}
	if e == i {
		return false
	}
	if d, _ := back(text, e); d == '五' { // “十四五”
		return true
	}
	switch d, _ := at(text, e); d { // what the kinds of date go on with
	case '年': // most are lengths of time: 连续5年
		return isDigit(c) && (e-i == len("2023") || c > '9') || follows(text, e, "年代")
	case '个', '個': // most are counts
		return follows(text, e, "个五年 個五年")
	case '學', '学', '月', '日', '號', '号', '季', '世', '时', ':', '：', '两', '兩', '三', '四', '五',
		'-', '–', '~', '～', '－', '−', '至', '到', '〜', '∼', '‐', '‑', '—', '―', '─', '一':
		return true
	}
	return false
}

// years reads one or more calendar years: 2023年底, 2018-2022年, 1953年至1957年, 一九五七年.
func years(text string, i, _ int) (report.Span, bool) {
	e, found := year(text, i)
	if !found {
		return report.Span{}, false
	}
	dated := false
	for {
		if follows(text, e, "年 學年 学年") && !follows(text, e, "年鉴 年均") {
			dated = true
			e = tail(text, e+len("年"))
			if follows(text, e-len("年"), "学年 學年") {
				e += len("年")
			}
		}
		if !dated && follows(text, e, "两年 三年 四年 五年 兩年") {
			return report.Span{Start: i, End: e}, true
		}
		j := dash(text, e)
		if j == e {
			break
		}
		f, ok := year(text, j)
		if !ok {
			f = digits(text, j)
			if f-j != 2 || !follows(text, f, "年") || dated {
				break
			}
		}
		dated = true
		e = f
	}
	return report.Span{Start: i, End: e}, dated
}

// year returns the end of a year of four digits at i.
func year(text string, i int) (int, bool) {
	if c, _ := at(text, i); isDigit(c) {
		e := digits(text, i)
		if e-i != 4 || text[i] != '1' && text[i] != '2' || text[i] == '2' && text[i+1] > '1' || text[i] == '1' && text[i+1] < '5' {
			return i, false
		}
		return e, true
	}
	e := i
	for n := range 5 {
		c, size := at(text, e)
		ok := oneOf(c, "〇○零一二三四五六七八九0OoＯ０")
		switch {
		case n == 0 && c != '一' && c != '二', n == 1 && !oneOf(c, "五六七八九〇○零0OoＯ０"):
			return i, false
		case n == 4:
			return e, !ok && !isPower(c)
		case !ok:
			return i, false
		}
		e += size
	}
	return i, false
}

// tail returns the end of what narrows a year: 底, 上半年, 前三季度, 3月5日.
func tail(text string, i int) int {
	for _, w := range []string{"度", "底", "末", "初", "以来", "前三季度", "前两季度", "上半年", "下半年", "春", "夏", "秋", "冬"} {
		if follows(text, i, w) && !follows(text, i, "度假 初步 以来的 初见 初心 底线 初中 初级 初始 冬奥 冬春 春节 秋季 春季 夏季 冬季") {
			return i + len(w)
		}
	}
	if follows(text, i, "以来") {
		return i + len("以来")
	}
	if s, ok := months(text, i, i); ok {
		return s.End
	}
	if s, ok := season(text, i, i); ok {
		return s.End
	}
	return i
}
