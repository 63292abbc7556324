package mention

import "zhibiao/report"

// small returns the end of a whole number of at most two digits, Arabic or Chinese.
func small(text string, i int) int {
	if c, _ := at(text, i); isDigit(c) {
		if e := digits(text, i); e-i <= 2 || c > '9' && e-i <= 6 {
			return e
		}
		return i
	}
	e := i
	for range 3 {
		c, size := at(text, e)
		if signOf(c)&ofCount == 0 {
			break
		}
		e += size
	}
	return e
}

// months reads months and days: 3月, 12月底, 1-10月, 1月至10月, 3月5日, 5月中旬.
func months(text string, i, _ int) (report.Span, bool) {
	e, found := month(text, i)
	if !found {
		f := small(text, i)
		if j := dash(text, f); f > i && j > f {
			if e, found = month(text, j); found {
				return report.Span{Start: i, End: e}, true
			}
		}
		return day(text, i)
	}
	if j := dash(text, e); j > e {
		if f, ok := month(text, j); ok {
			e = f
		}
	}
	return report.Span{Start: i, End: e}, true
}

// month returns the end of a month with its day or third at i.
func month(text string, i int) (int, bool) {
	e := small(text, i)
	if e == i || !follows(text, e, "月") || follows(text, e, "月亮 月球 月饼 月薪 月嫂 月湖 月山 月河 月租 月子") {
		return i, false
	}
	e += len("月")
	for _, w := range []string{"上旬", "中旬", "下旬", "份", "底", "初", "末"} {
		if follows(text, e, w) {
			return e + len(w), true
		}
	}
	if s, ok := day(text, e); ok {
		e = s.End
	}
	return e, true
}

// day reads a day of the month, alone or as a range: 5日, 5日至8日, 5-8日.
func day(text string, i int) (report.Span, bool) {
	e := small(text, i)
	if e == i {
		return report.Span{}, false
	}
	if j := dash(text, e); j > e {
		if f := small(text, j); f > j {
			e = f
		}
	}
	if !follows(text, e, "日 號 号") || follows(text, e, "日常 日用 日内 日以内 日之内 日均 日产 日游 号线 号文 号工程 号楼 号院 号地 号召 号井 号机 号公路 号泊 号港") {
		return report.Span{}, false
	}
	if follows(text, e, "号") && (!precedes(text, i, "月") || !isDigitAt(text, i)) {
		return report.Span{}, false
	}
	e += len("日")
	if j := dash(text, e); j > e {
		if s, ok := day(text, j); ok {
			e = s.End
		}
	}
	return report.Span{Start: i, End: e}, true
}
