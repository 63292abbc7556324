package report

import "strings"

// yearAt reads a year with its 年 at the start of s and its length in bytes: 2023年,
// 2012 年, ２０２３年, 二〇二三年, 一九九○年. It is 0, 0 if there is none.
func yearAt(s string) (year, size int) {
	for n := 0; n < 4; n++ {
		d, k := yearDigit(s[size:])
		if k == 0 {
			return 0, 0
		}
		year, size = year*10+d, size+k
	}
	if year < 1900 || year > 2100 {
		return 0, 0
	}
	end := skipSpace(s, size, len(s))
	if !strings.HasPrefix(s[end:], "年") {
		return 0, 0
	}
	return year, end + len("年")
}

// yearDigit reads one digit of a year, in any writing.
func yearDigit(s string) (digit, size int) {
	switch {
	case s == "":
		return 0, 0
	case s[0] >= '0' && s[0] <= '9':
		return int(s[0] - '0'), 1
	case isWideDigit(s):
		return int(s[2] - 0x90), 3
	case startsWithAny(s, "〇", "○", "零", "Ｏ"):
		return 0, 3
	case len(s) >= 3 && s[0] >= 0xE4:
		if d := hanDigit(s[:3]); d > 0 && d < 10 {
			return d, 3
		}
	}
	return 0, 0
}

// yearsAt reads a year or a span of years at the start of s: 2018-2022年, 2018年至2022年,
// 二〇一八年到二〇二二年.
func yearsAt(s string) (Years, int) {
	first, at := 0, 0
	for n := 0; n < 4; n++ {
		d, k := yearDigit(s[at:])
		if k == 0 {
			return Years{}, 0
		}
		first, at = first*10+d, at+k
	}
	y, n := yearAt(s)
	dash := at
	if n > 0 {
		dash = n
	}
	dash += matchLen(s, dash, "——", "-", "—", "－", "–", "至", "到", "~", "～")
	if dash > max(at, n) {
		if last, k := yearAt(s[dash:]); k > 0 && last > first && first >= 1900 {
			return Years{first, last}, dash + k
		}
	}
	if n == 0 {
		return Years{}, 0
	}
	return Years{y, y}, n
}

// planAt reads the name of a five-year plan at the start of s: “十四五”, "十二五",
// 第八个五年计划. A name of two characters needs its quotes: 十五 is also fifteen.
func planAt(s string) (Years, int) {
	var at int
	if rest, ok := strings.CutPrefix(s, "第"); ok {
		n, k := hanValue(rest)
		tail := rest[k:]
		if k > 0 && startsWithAny(tail, "个五年计划", "个五年规划", "個五年計劃", "個五年計畫") {
			return planYears(n), len("第") + k + len("个五年计划")
		}
		return Years{}, 0
	}
	quote := matchLen(s, 0, "“", "\"", "「", "＂")
	at = quote
	tens := strings.HasPrefix(s[at:], "十")
	if tens {
		at += len("十")
	}
	n, k := 0, 0
	if d, size := yearDigit(s[at:]); size == 3 && d > 0 && strings.HasPrefix(s[at+size:], "五") {
		n, k = d, size
	}
	if tens {
		n += 10
	}
	switch {
	case k == 0 && tens && quote > 0 && strings.HasPrefix(s[at:], "五") && closesPlan(s[at+len("五"):]):
		return planYears(10), at + len("五") // “十五”
	case k == 0 || !tens && quote == 0 || n < 1:
		return Years{}, 0
	}
	if end := at + k + len("五"); quote == 0 || closesPlan(s[end:]) {
		return planYears(n), end
	}
	return Years{}, 0
}

// closesPlan reports whether the quotation of a plan's name ends at the start of s.
func closesPlan(s string) bool { return startsWithAny(s, "”", "\"", "」", "＂", "“") }

// planYears are the years of the nth five-year plan: the eighth ran from 1991 to 1995.
// Three years of recovery lay between the second and the third.
func planYears(n int) Years {
	switch n {
	case 1, 2:
		return Years{1948 + 5*n, 1952 + 5*n}
	default:
		return Years{1951 + 5*n, 1955 + 5*n}
	}
}

// mayBeYear reports whether a year or the name of a plan can begin s: with a digit, 第,
// 十 or a quotation mark.
func mayBeYear(s string) bool {
	switch c := s[0]; {
	case c >= '0' && c <= '9' || c == '"':
		return true
	case c < 0xE2 || len(s) < 3:
		return false
	case c >= 0xE4 && c <= 0xE9:
		return hanDigit(s[:3]) > 0 || s[:3] == "第" || s[:3] == "零"
	default:
		return c <= 0xEF // “ 「 ＂ 〇 ０
	}
}

// findYears is the first span of years, year, or plan that s names.
func findYears(s string) (Years, bool) {
	for i := range s {
		if !mayBeYear(s[i:]) {
			continue
		}
		if y, n := yearsAt(s[i:]); n > 0 {
			return y, true
		}
		if y, n := planAt(s[i:]); n > 0 {
			return y, true
		}
	}
	return Years{}, false
}
