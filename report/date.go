package report

import (
	"strconv"
	"strings"
)

// A date is a day of which only year and month matter.
type date struct {
	year, month int
	ofCongress  bool // said of the congress to which the report was made
}

// date is the date in the lines before the greeting: ——2024年1月16日在…大会第三次会议上. Other
// dates there may tell when a page was put up.
func (f *finding) date() date {
	head, _, _ := strings.Cut(f.front, "各位代表")
	head = head[:min(len(head), 600)]
	var first date
	for i := range head {
		d, rest := dateAt(head[i:])
		if d.year == 0 {
			continue
		}
		rest, _, _ = strings.Cut(rest[:min(len(rest), 150)], "年") // up to the next date
		if d.ofCongress = strings.Contains(rest, "大会"); d.ofCongress {
			return d
		}
		if first.year == 0 {
			first = d
		}
	}
	if first.year == 0 {
		first.year, first.month = dashedDate(head)
	}
	return first
}

// dateAt reads a year and month at the start of s; rest is what follows.
func dateAt(s string) (d date, rest string) {
	y, n := yearAt(s)
	if n == 0 {
		return date{}, s
	}
	rest = s[n:]
	m, k := digitValue(rest)
	if k == 0 {
		m, k = hanValue(rest)
	}
	if k == 0 || m < 1 || m > 12 || !strings.HasPrefix(rest[k:], "月") {
		return date{}, s
	}
	return date{year: y, month: m}, rest[k:]
}

// dashedDate reads 时间：2007-03-02.
func dashedDate(s string) (year, month int) {
	for i := 0; i+7 <= len(s); i++ {
		if s[i+4] != '-' && s[i+4] != '/' {
			continue
		}
		y, err := strconv.Atoi(s[i : i+4])
		m, err2 := strconv.Atoi(strings.Trim(s[i+5:i+7], "-/"))
		if err == nil && err2 == nil && y >= 1949 && y < 2100 && m >= 1 && m <= 12 {
			return y, m
		}
	}
	return 0, 0
}

// titleYear is the year in a title: 2024年吉林市政府工作报告, 吉林市2024年政府工作报告.
func (f *finding) titleYear() int {
	head, _, found := strings.Cut(f.front, "工作报告")
	if !found {
		return 0
	}
	if len(head) > 120 {
		head = head[len(head)-120:]
	}
	for i := range head {
		if y, n := yearAt(head[i:]); n > 0 {
			return y
		}
	}
	return 0
}
