package mention

import "zhibiao/report"

// date reads a point or span of time at i: 2023年, 2018-2022年, 3月5日, 1月至10月, 一季度,
// “十四五”, 上世纪八十年代, 第八个五年计划. Lengths of time are read by duration.
func (r *Reader) date(text string, i, floor int) (Mention, bool) {
	for _, try := range []func(string, int, int) (report.Span, bool){years, months, plan, season, age, clock} {
		if s, ok := try(text, i, floor); ok {
			return Mention{Span: s, Role: Date}, true
		}
	}
	return Mention{}, false
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
			return e, !ok && !oneOf(c, powers)
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
		if !oneOf(c, "一二三四五六七八九十") {
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
	if !follows(text, e, "日 號 号") || follows(text, e, "日常 日用 日内 日均 日产 日游 号线 号文 号工程 号楼 号院 号地 号召 号井 号机 号公路 号泊 号港") {
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

// plan reads five-year plans: “十四五”, 十三五时期, 第八个五年计划, “九五”期间.
func plan(text string, i, floor int) (report.Span, bool) {
	if e := small(text, i); e > i && follows(text, e, "个五年计划 个五年规划 個五年計劃 个五年") && precedes(text, i, "第") {
		e += len("个五年")
		if follows(text, e, "计划 规划 計劃") {
			e += len("计划")
		}
		if i-len("第") < floor {
			return report.Span{}, false
		}
		return report.Span{Start: i - len("第"), End: e}, true
	}
	e := small(text, i)
	if e == i || isDigitAt(text, i) || text[e-len("五"):e] != "五" {
		return report.Span{}, false
	}
	open, size := back(text, i)
	close, closeSize := at(text, e)
	quoted := oneOf(open, openQuotes) && oneOf(close, closeQuotes) && i-size >= floor
	after := e
	if quoted {
		after += closeSize
	}
	if follows(text, after, "普法 转移支付 普查") {
		return report.Span{}, false
	}
	length := (e - i) / len("五")
	switch {
	case quoted && length <= 3:
		return report.Span{Start: i - size, End: after}, true
	case length == 3, length == 2 && follows(text, e, "时期 期间 计划 规划 末 以来 后期 前期 時期 期間 計劃"):
		if _, ok := back(text, i); ok > 0 && oneOf(open, hanDigits+powers) {
			return report.Span{}, false
		}
		if follows(text, e, "个 項 项 条 年 家 人 户 亿 万 千 百 十 号 届 中 大") {
			return report.Span{}, false
		}
		return report.Span{Start: i, End: e}, true
	}
	return report.Span{}, false
}

// season reads quarters: 一季度, 第三季度, 前三季度, 二三季度, 一至三季度.
func season(text string, i, floor int) (report.Span, bool) {
	e := small(text, i)
	if e == i {
		return report.Span{}, false
	}
	if j := dash(text, e); j > e {
		if f := small(text, j); f > j {
			e = f
		}
	}
	if !follows(text, e, "季度") {
		return report.Span{}, false
	}
	s := report.Span{Start: i, End: e + len("季度")}
	if precedes(text, i, "第 前") && i-len("第") >= floor {
		s.Start -= len("第")
	}
	return s, true
}

// age reads centuries and decades: 21世纪, 上世纪八十年代末, 20世纪90年代.
func age(text string, i, floor int) (report.Span, bool) {
	e := small(text, i)
	if e == i {
		if e = digits(text, i); e-i != 4 {
			return report.Span{}, false
		}
	}
	s := report.Span{Start: i, End: e}
	if follows(text, e, "世纪 世紀") {
		s.End += len("世纪")
		if f := small(text, s.End); f > s.End && follows(text, f, "年代") {
			s.End = f + len("年代")
		}
		return s, true
	}
	if !follows(text, e, "年代") {
		return report.Span{}, false
	}
	s.End += len("年代")
	if precedes(text, i, "上世纪 本世纪") && i-len("上世纪") >= floor {
		s.Start -= len("上世纪")
	}
	for _, w := range []string{"初期", "中期", "末期", "后期", "初", "末", "中", "以来"} {
		if follows(text, s.End, w) {
			s.End += len(w)
			break
		}
	}
	return s, true
}

// clock reads a time of day: 24时, 8:30.
func clock(text string, i, _ int) (report.Span, bool) {
	e := digits(text, i)
	if e == i || e-i > 2 {
		return report.Span{}, false
	}
	if follows(text, e, "时") && !follows(text, e, "时代 时间 时期 时段 时速 时装 时效 时空 时刻 时长") {
		return report.Span{Start: i, End: e + len("时")}, true
	}
	if c, size := at(text, e); c == ':' || c == '：' {
		j := e + size
		if f := digits(text, j); f-j == 2 && (text[j:f] == "00" || text[j:f] == "30") {
			return report.Span{Start: i, End: f}, true
		}
	}
	return report.Span{}, false
}
