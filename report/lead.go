package report

import "strings"

// A clock is what a report means by its time words: the year in which its plans begin,
// and what 今年 is, which differ in a report delivered at the year's end.
type clock struct {
	plan int // first year planned; 0 if unknown
	last int // last year planned
	now  int // what 今年 means
}

// leads are time words that open a paragraph or stand in a heading, with the years they
// mean counted from the first year planned.
type lead struct {
	words      []string
	from, to   int
	lookingFwd bool
}

// timeWords lists the leads, longest meanings first.
var timeWords = [...]lead{
	{[]string{"今后五年", "未来五年", "今后5年", "未来5年", "下一个五年", "今後五年"}, 0, 4, true},
	{[]string{"今后三年", "未来三年", "今后3年", "未来3年"}, 0, 2, true},
	{[]string{"过去五年", "过去的五年", "过去5年", "五年来", "5年来", "这五年", "五年间", "近五年", "五年以来", "本届政府五年", "刚刚过去的五年", "過去五年", "五年來", "五年以來"}, -5, -1, false},
	{[]string{"过去四年", "四年来"}, -4, -1, false},
	{[]string{"过去三年", "三年来", "这三年", "过去的三年"}, -3, -1, false},
	{[]string{"过去一年", "过去的一年", "一年来", "这一年", "去年", "一年以来", "刚刚过去的一年"}, -1, -1, false},
	{[]string{"新的一年", "明年"}, 0, 0, true},
}

// leadYears reads the years that the opening words of a paragraph name for it: 2022年，
// 五年来， “十四五”时期， 今年. The prefix 刚刚过去的, a heading's number and 各位代表！ are
// passed over. It reports whether the words look ahead.
func leadYears(s string, c clock) (y Years, ahead, ok bool) {
	s = s[skipLead(s):]
	s = s[:min(len(s), 90)]
	if y, ahead, ok = spanLead(s, c); ok {
		return y, ahead, true
	}
	if c.plan == 0 {
		return Years{}, false, false
	}
	if strings.HasPrefix(s, "今年") {
		if startsWithAny(s, "今年以来", "今年来") && c.now == c.plan {
			return Years{}, false, false
		}
		return Years{c.now, c.now}, c.now >= c.plan, true
	}
	for _, l := range timeWords {
		if startsWithAny(s, l.words...) {
			return Years{c.plan + l.from, c.plan + l.to}, l.lookingFwd, true
		}
	}
	return Years{}, false, false
}

// spanLead reads a lead that names its years: 2022年， 2018-2022年， 2012年以来， 到2025年，
// “十三五”时期.
func spanLead(s string, c clock) (Years, bool, bool) {
	until := matchLen(s, 0, "到", "至")
	if until == len(s) || !mayBeYear(s[until:]) {
		return Years{}, false, false
	}
	if y, n := yearsAt(s[until:]); n > 0 {
		if namesMonth(s[until+n:]) {
			return Years{}, false, false // 一九五四年九月十四日 tells of an event
		}
		if until == 0 && startsWithAny(s[n:], "以来", "至今") && c.plan > y.Start {
			y.End = c.plan - 1
		}
		return y, c.plan > 0 && y.End >= c.plan, true
	}
	if y, n := planAt(s); n > 0 {
		rest := strings.TrimLeft(s[n:], "”\"」＂")
		if startsWithAny(rest, "时期", "期间", "以来", "的五年", "五年", "，") {
			return y, c.plan > 0 && y.End >= c.plan && !strings.HasPrefix(rest, "以来"), true
		}
	}
	return Years{}, false, false
}

// namesMonth reports whether a month begins s: 2月, 九月.
func namesMonth(s string) bool {
	_, n := digitValue(s)
	if n == 0 {
		_, n = hanValue(s)
	}
	return n > 0 && strings.HasPrefix(s[n:], "月")
}

// skipLead is the length of what may precede the time words of a paragraph.
func skipLead(s string) int {
	i := skipSpace(s, 0, len(s))
	if n := numberAt(s, i, len(s)); n.form != unnumbered {
		i = skipSpace(s, n.End, len(s))
	}
	for {
		n := matchLen(s, i, "各位代表", "同志们", "《报告》说", "《报告》指出", "报告指出", "，", "！", "：", "、", "刚刚过去的", "刚刚过去", "回顾", "在")
		if n == 0 || startsWithAny(s[i:], "刚刚过去的一年", "刚刚过去的五年") {
			return i
		}
		i = skipSpace(s, i+n, len(s))
	}
}

// titleYears are the years that a heading names: 2023年工作回顾, 过去五年工作回顾, “十四五”
// 时期主要目标任务.
func titleYears(s string, c clock) (Years, bool) {
	if c.plan > 0 && containsAny(s, "五年", "5年", "三年", "3年", "四年") {
		for _, l := range timeWords {
			if l.to-l.from >= 2 && containsAny(s, l.words...) {
				return Years{c.plan + l.from, c.plan + l.to}, true
			}
		}
	}
	y, ok := findYears(s)
	if ok && c.plan > y.Start && y.End == y.Start && strings.Contains(s, "年以来") {
		y.End = c.plan - 1
	}
	return y, ok
}
