package extract

import (
	"strings"

	"zhibiao/report"
)

// yearsIn reads the years of a date: 2023年, 2018-2022年, 一九五七年, “十四五”时期,
// 过去五年 (counted back from the end of the review). isSpan tells a run of years.
func yearsIn(s string, review report.Years) (years report.Years, isSpan, ok bool) {
	years, n := writtenYears(s)
	if n == 1 && strings.Contains(s, "以来") && review.End > years.Start {
		return report.Years{Start: years.Start, End: review.End}, true, true
	}
	if n > 0 {
		return years, years.End > years.Start, true
	}
	if y, ok := planYears(s); ok {
		return y, true, true
	}
	if i := strings.Index(s, "年"); i > 0 && review.End > 0 {
		n := smallNumeral(s[:i])
		past := strings.Contains(s, "过去") || strings.Contains(s, "来") || strings.Contains(s, "间") || strings.HasPrefix(s, "近") || strings.HasPrefix(s, "这") || strings.Contains(s, "以来")
		if strings.HasPrefix(s, "今明") {
			return report.Years{Start: review.End + 1, End: review.End + n}, true, n > 1
		}
		next := strings.Contains(s, "今后") || strings.Contains(s, "未来")
		switch {
		case (strings.HasPrefix(s, "前") || strings.HasPrefix(s, "上")) && n >= 2: // 比前五年增长, 是上一个五年的1.6倍
			return report.Years{Start: review.Start - n, End: review.Start - 1}, true, true
		case n < 2 || n > 30:
		case next:
			return report.Years{Start: review.End + 1, End: review.End + n}, true, true
		case strings.TrimSuffix(s, "年") == s[:i] && n == review.End-review.Start+1:
			return review, true, true // 五年新增3000台 in a review of five years
		case past && review.End > review.Start && n == review.End-review.Start+1:
			return review, true, true
		case past:
			return report.Years{Start: review.End - n + 1, End: review.End}, true, true
		}
	}
	return report.Years{}, false, false
}

// writtenYears reads up to two years of four digits, Arabic or Chinese.
func writtenYears(s string) (report.Years, int) {
	var years report.Years
	count, value, digits := 0, 0, 0
	flush := func(next rune) {
		if digits == 4 && value >= 1900 && value <= 2100 {
			if count == 0 {
				years.Start = value
			}
			years.End = value
			count++
		} else if digits == 2 && count == 1 && next == '年' && value > years.Start%100 { // 2011-15年
			years.End = years.Start/100*100 + value
			count++
		}
		value, digits = 0, 0
	}
	for _, r := range s {
		d := digitOf(r)
		if d < 0 {
			flush(r)
			continue
		}
		value = value*10 + d
		digits++
		if digits > 4 {
			return report.Years{}, 0
		}
	}
	flush('年')
	return years, count
}

// digitOf is the value of a digit of a written year, or -1.
func digitOf(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r >= '０' && r <= '９':
		return int(r - '０')
	case r == '〇' || r == '○' || r == '零':
		return 0
	}
	switch r {
	case '一':
		return 1
	case '二':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	}
	return -1
}

// planYears are the years of a five-year plan: “十四五” is 2021–2025.
func planYears(s string) (report.Years, bool) {
	if before, _, ok := strings.Cut(s, "个五年"); ok && strings.HasPrefix(before, "第") {
		start := 1951 + 5*smallNumeral(before)
		if start < 1966 {
			start -= 3 // years of recovery lay between the second and the third
		}
		return report.Years{Start: start, End: start + 4}, true
	}
	i := strings.Index(s, "五")
	for _, p := range [...]struct {
		name  string
		start int
	}{{"十五五", 2026}, {"十四五", 2021}, {"十三五", 2016}, {"十二五", 2011}, {"十一五", 2006}, {"“十五”", 2001}, {"九五", 1996}, {"八五", 1991}, {"七五", 1986}, {"六五", 1981}, {"五五", 1976}, {"四五", 1971}, {"三五", 1966}, {"二五", 1958}, {"一五", 1953}} {
		if i >= 0 && strings.Contains(s, p.name) {
			return report.Years{Start: p.start, End: p.start + 4}, true
		}
	}
	return report.Years{}, false
}

// smallNumeral reads a numeral below a hundred at the end of s: 过去五 is 5; 0 if none.
func smallNumeral(s string) int {
	rs := []rune(s)
	value, unit := 0, 1
	for i := len(rs) - 1; i >= 0; i-- {
		switch d := digitOf(rs[i]); {
		case rs[i] == '十':
			unit = 10
			if i == 0 || digitOf(rs[i-1]) < 0 {
				value += 10
			}
		case d >= 0:
			value += d * unit
			unit *= 10
		case rs[i] == '多' || rs[i] == '个' || rs[i] == '两':
			if rs[i] == '两' {
				value += 2
			}
		default:
			return value
		}
	}
	return value
}
