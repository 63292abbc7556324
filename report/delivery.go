package report

import (
	"strconv"
	"strings"
)

// reportYear finds the year of delivery. What is nearer to the act counts first: its
// date, the title, the headings, sayings of the text, and last the name of the file.
func (f *finding) reportYear(override int) {
	review, plan := f.headingYears()
	d := f.date()
	if !d.ofCongress && plan.Start > 0 && plan.Start == plan.End && (d.year > plan.Start || d.year < plan.Start-1) {
		d = date{} // the day on which a page was put up
	}
	switch {
	case override > 0:
		f.setYear(override, "given by the user")
	case d.year > 0:
		f.setYear(d.year, "date of delivery in the front")
	case f.titleYear() > 0:
		f.setYear(f.titleYear(), "year in the title")
	case plan.Start > 0 && plan.Start == plan.End:
		f.setYear(plan.Start, "heading of the plans")
	case review.End > 0:
		f.setYear(review.End+1, "year after the heading of the review")
	default:
		f.saidYear()
	}
	if f.ReportYear > 0 {
		f.setClock(review, plan, d)
		f.spanYears()
	}
}

// setClock finds in which year the plans begin and what 今年 means: usually the year of
// delivery, but a report delivered in December plans the next one.
func (f *finding) setClock(review, plan Years, d date) {
	f.clock = clock{plan: f.ReportYear, last: f.ReportYear, now: f.ReportYear}
	how := "year of delivery"
	next := f.lateWords()
	switch {
	case f.DocType == docPlan && f.planNamed().Start > 0:
		f.clock.plan, f.clock.last, how = f.planNamed().Start, f.planNamed().End, "plan named in the front"
	case (next || d.month >= 11) && (review.End == 0 || review.End >= f.ReportYear) && (plan.Start == 0 || plan.Start > f.ReportYear):
		f.clock.plan++
		f.clock.last++
		how = "delivered at the end of the year that it reviews"
	case next && d.year == 0 && plan.Start == f.ReportYear:
		f.clock.now-- // headings name next year, the text calls this one 今年
	}
	f.Review = Years{f.clock.plan - 1, f.clock.plan - 1}
	f.Plan = Years{f.clock.plan, f.clock.last}
	f.tell("plan", f.Plan.String(), "%s", how)
	f.tell("review", f.Review.String(), "year before the plans")
}

// planNamed are the years of the five-year plan that the front names: 第十个五年计划纲要.
func (f *finding) planNamed() Years {
	for i := range f.front {
		if y, n := planAt(f.front[i:]); n > 0 {
			return y
		}
	}
	return Years{}
}

func (f *finding) setYear(year int, how string) {
	f.ReportYear = year
	f.tell("report_year", strconv.Itoa(year), "%s", how)
}

// lateWords reports whether the text speaks of next year as reports delivered in
// November or December do; others hardly name it.
func (f *finding) lateWords() bool {
	next := count(f.doc.Text, "明年", 5)
	return next >= 5 || next >= 3 && next*3 >= count(f.doc.Text, "今年", 3*next+1)
}

// headingYears are the years that the headings at the top name for the review and for
// the plans: 一、2023年工作回顾 二、2024年工作安排. A plan of five years gives way to the one of
// the year.
func (f *finding) headingYears() (review, plan Years) {
	for i, s := range f.doc.Sections {
		if s.Level != 1 {
			continue
		}
		title := s.Title.In(f.doc.Text)
		y, ok := findYears(title)
		if !ok || strings.Contains(title, "年以来") {
			continue
		}
		switch f.parts[i] {
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
	for i, s := range f.doc.Sections {
		if s.Level != 1 {
			continue
		}
		title := s.Title.In(f.doc.Text)
		y, ok := titleYears(title, f.clock)
		if !ok {
			continue
		}
		switch f.parts[i] {
		case PartReview:
			if y.End < f.clock.plan && y.Start < f.Review.Start {
				f.Review.Start = y.Start
				f.tell("review", f.Review.String(), "heading %s", squeeze(title))
			}
		case PartTargets, PartTasks:
			if y.Start >= f.clock.plan && y.End > f.Plan.End {
				f.Plan.End = y.End
				f.tell("plan", f.Plan.String(), "heading %s", squeeze(title))
			}
		}
	}
}
