package report

import (
	"strconv"
	"strings"
)

// reportYear finds the year of delivery, the years reviewed and planned, and what 今年
// means. What is nearer to the act of delivery counts first: its date, the title, the
// headings, sayings of the text, and last the name of the file.
func (f *finding) reportYear(override int) {
	review, plan := f.headingYears()
	year, month := f.dateYear()
	late := f.lateWords() || month >= 11
	f.clock.plan = plan.Start
	switch {
	case override > 0:
		f.setYear(override, "given by the user")
	case year > 0:
		f.setYear(year, "date of delivery in the front")
	case f.titleYear() > 0:
		f.setYear(f.titleYear(), "year in the title")
	case plan.Start > 0 && plan.Start == plan.End:
		f.setYear(plan.Start, "heading of the plans")
	case review.End > 0:
		f.setYear(review.End+1, "year after the heading of the review")
	default:
		f.saidYear()
	}
	if f.ReportYear == 0 {
		return
	}
	f.clock = clock{f.ReportYear, f.ReportYear}
	if late && (review.End == 0 || review.End >= f.ReportYear) && (plan.Start == 0 || plan.Start > f.ReportYear) {
		f.clock.plan++
		f.tell("plan", strconv.Itoa(f.clock.plan), "delivered at the end of the year that it reviews")
	} else if late && override == 0 && year == 0 && plan.Start == f.ReportYear && f.lateWords() {
		f.clock.now-- // headings name next year, the text calls this one 今年
	}
	f.Review = Years{f.clock.plan - 1, f.clock.plan - 1}
	f.Plan = Years{f.clock.plan, f.clock.plan}
	f.spanYears()
}

func (f *finding) setYear(year int, how string) {
	f.ReportYear = year
	f.tell("report_year", strconv.Itoa(year), "%s", how)
}

// lateWords reports whether the text speaks of next year as reports delivered in
// November or December do; others hardly name it.
func (f *finding) lateWords() bool {
	next := strings.Count(f.doc.Text, "明年")
	return next >= 5 || next >= 3 && next*3 >= strings.Count(f.doc.Text, "今年")
}

// dateYear is the year and month of the date in the lines before the greeting:
// ——2024年1月16日在…会议上.
func (f *finding) dateYear() (year, month int) {
	head, _, _ := strings.Cut(f.front, "各位代表")
	if len(head) > 600 {
		head = head[:600]
	}
	for i := range head {
		y, n := yearAt(head[i:])
		if n == 0 {
			continue
		}
		rest := head[i+n:]
		m, k := digitValue(rest)
		if k == 0 {
			m, k = hanValue(rest)
		}
		if k > 0 && m >= 1 && m <= 12 && strings.HasPrefix(rest[k:], "月") {
			return y, m
		}
	}
	return dashedDate(head)
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

// headingYears are the years that the headings at the top name for the review and for
// the plans: 一、2023年工作回顾 二、2024年工作安排. A plan of five years gives way to the one of
// the year.
func (f *finding) headingYears() (review, plan Years) {
	for _, s := range f.doc.Sections {
		title := s.Title.In(f.doc.Text)
		y, ok := findYears(title)
		if !ok || s.Level != 1 || strings.Contains(title, "年以来") {
			continue
		}
		switch partOfTitle(title) {
		case PartReview:
			if isMixed(title) && review.End > 0 {
				continue
			}
			review = Years{y.Start, max(y.End, review.End)}
			if _, after, ok := strings.Cut(title, "和"); ok { // “十三五”时期和2020年工作回顾
				if z, ok := findYears(after); ok && !isMixed(title) {
					review.End = max(review.End, z.End)
				}
			}
		case PartTargets, PartTasks:
			if plan.Start == 0 || y.Start == y.End && plan.Start != plan.End {
				plan = y
			}
		}
	}
	return review, plan
}

// spanYears widens the years reviewed and planned to those that headings at the top name:
// a report after an election reviews five years.
func (f *finding) spanYears() {
	for _, s := range f.doc.Sections {
		if s.Level != 1 {
			continue
		}
		title := s.Title.In(f.doc.Text)
		y, ok := titleYears(title, f.clock)
		if !ok {
			continue
		}
		switch partOfTitle(title) {
		case PartReview:
			if y.End < f.clock.plan {
				f.Review.Start = min(f.Review.Start, y.Start)
			}
		case PartTargets, PartTasks:
			if y.Start >= f.clock.plan && y.End > f.Plan.End {
				f.Plan.End = y.End
			}
		}
	}
}

// saidYear finds the year of delivery in sayings of the text, for reports without date
// and headings, as those before 1990; the file's name confirms a vote or decides.
func (f *finding) saidYear() {
	opening := f.doc.Text[:min(len(f.doc.Text), 6000)]
	if _, rest, ok := strings.Cut(opening, "刚刚过去的"); ok {
		if y, n := yearAt(rest); n > 0 {
			f.setYear(y+1, "year after 刚刚过去的 year")
			return
		}
	}
	if y := sessionYear(squeeze(opening[:min(len(opening), 1500)])); y > 0 {
		f.setYear(y, "session of the National People's Congress")
		return
	}
	named, voted := nameYear(f.doc.ID), voteYear(f.doc.Text)
	switch {
	case named > 0 && (voted == 0 || voted-named <= 1 && named-voted <= 1):
		f.setYear(named, "name of the file")
	case voted > 0:
		f.setYear(voted, "years named most often in the text")
	case named > 0:
		f.setYear(named, "name of the file")
	}
}

// sessionYear is the year of the session of the National People's Congress that the
// opening names: the first session of the fifth congress met in 1978, of the later ones
// every five years since 1983.
func sessionYear(s string) int {
	at := strings.Index(s, "届全国人民代表大会")
	if at < 0 {
		at = strings.Index(s, "届全國人民代表大會")
	}
	if at < 0 {
		return 0
	}
	congress := 0
	before := s[max(0, at-9):at]
	if i := strings.LastIndex(before, "第"); i >= 0 {
		congress, _ = hanValue(before[i+len("第"):])
	}
	session := 1
	after := s[at+len("届全国人民代表大会"):]
	if rest, ok := strings.CutPrefix(after, "第"); ok {
		if n, k := hanValue(rest); k > 0 && startsWithAny(rest[k:], "次") {
			session = n
		}
	}
	first := map[int]int{1: 1954, 2: 1959, 3: 1964, 4: 1975, 5: 1978}[congress]
	if congress >= 6 {
		first = 1983 + 5*(congress-6)
	}
	if first == 0 {
		return 0
	}
	year := first + session - 1
	if strings.Contains(s[max(0, at-45):at], "去年") { // 从去年９月第五届…第三次会议到现在
		year++
	}
	return year
}

// nameYear is the year in the name of a file: city_aba_2024.txt.
func nameYear(id string) int {
	for i := 0; i+4 <= len(id); i++ {
		if i > 0 && isDigit(id[i-1]) || i+4 < len(id) && isDigit(id[i+4]) {
			continue
		}
		if y, err := strconv.Atoi(id[i : i+4]); err == nil && y >= 1949 && y < 2100 {
			return y
		}
	}
	return 0
}

// isDigit reports whether c is an ASCII digit.
func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// voteYear is the year Y for which Y-1, the year reviewed, and Y are named most often.
func voteYear(text string) int {
	counts := map[int]int{}
	for i := 0; i < len(text); {
		at := strings.Index(text[i:], "年")
		if at < 0 {
			break
		}
		at += i
		for _, size := range []int{4, 12} {
			if at-size >= i {
				if y, n := yearAt(text[at-size : at+len("年")]); n == size+len("年") {
					counts[y]++
				}
			}
		}
		i = at + len("年")
	}
	best, votes := 0, 2
	for y := 1950; y <= 2100; y++ {
		if n := counts[y-1] + counts[y]; counts[y-1] > 0 && counts[y] > 0 && n >= votes {
			best, votes = y, n
		}
	}
	return best
}
