package mention

import "zhibiao/report"

// plan reads five-year plans: “十四五”, 十三五时期, 第八个五年计划, “九五”期间.
func plan(text string, i, floor int) (report.Span, bool) {
	e := small(text, i)
	if e == i {
		return report.Span{}, false
	}
	if follows(text, e, "个五年计划 个五年规划 個五年計劃 个五年") && precedes(text, i, "第") {
		e += len("个五年")
		if follows(text, e, "计划 规划 計劃") {
			e += len("计划")
		}
		if i-len("第") < floor {
			return report.Span{}, false
		}
		return report.Span{Start: i - len("第"), End: e}, true
	}
	if isDigitAt(text, i) || text[e-len("五"):e] != "五" {
		return report.Span{}, false
	}
	open, size := back(text, i)
	shut, shutSize := at(text, e)
	quoted := opensQuote(open) && closesQuote(shut) && i-size >= floor
	after := e
	if quoted {
		after += shutSize
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
