package report

import (
	"fmt"
	"strings"
)

// frontLimit is how many bytes of a report are searched for its name, date and speaker.
const frontLimit = 2400

// A finding gathers what the text tells of a report, with its evidence.
type finding struct {
	Meta
	doc   *Document
	parts []Part // for each section, what its heading tells
	front string // the text before the first heading, without blanks
	clock clock
	unit  *string         // what the text calls its own area, once it is known
	said  map[string]bool // words that the text was searched for
}

// meta finds what the text of doc, split into sections, tells of the report.
func (r Reader) meta(doc *Document, parts []Part) (Meta, clock) {
	f := &finding{doc: doc, parts: parts, front: frontOf(doc)}
	f.docType()
	f.reportYear(r.ReportYear)
	f.region(r)
	f.title()
	return f.Meta, f.clock
}

// frontOf is the text before the first heading, without blanks and line ends, at most
// frontLimit bytes of it.
func frontOf(doc *Document) string {
	if len(doc.Sections) == 0 || doc.Sections[0].Level > 0 {
		return ""
	}
	s := doc.Sections[0].In(doc.Text)
	if i := index(s, "各位代表"); i > frontLimit/2 {
		s = s[i-frontLimit/2:] // a web page's links come before the report
	}
	return squeeze(s[:min(len(s), frontLimit)])
}

// tell records the evidence for a field.
func (f *finding) tell(field, value, how string, args ...any) {
	f.Evidence = append(f.Evidence, Evidence{field, value, fmt.Sprintf(how, args...)})
}

// The kinds of document.
const (
	docWorkReport = "work_report"
	docPlan       = "plan"
	docOther      = "other"
)

// docType tells work reports from plans and other papers.
func (f *finding) docType() {
	opening := f.front
	for _, s := range f.doc.Sections[:min(3, len(f.doc.Sections))] {
		opening += squeeze(s.Title.In(f.doc.Text))
	}
	name := func(words ...string) string {
		for _, w := range words {
			if contains(opening, w) {
				return w
			}
		}
		return ""
	}
	parts := map[Part]bool{}
	for _, p := range f.parts {
		parts[p] = true
	}
	if w := name("政府工作报告", "大会报告工作", "报告政府工作", "作工作报告", "作政府工作", "工作报告"); w != "" {
		f.DocType = docWorkReport
		f.tell("doc_type", f.DocType, "the opening says %s", w)
	} else if w := name("规划纲要", "计划纲要", "五年规划", "五年计划", "计划草案"); w != "" {
		f.DocType = docPlan
		f.tell("doc_type", f.DocType, "the opening says %s", w)
	} else if parts[PartReview] && (parts[PartTasks] || parts[PartTargets]) || contains(f.front, "各位代表") {
		f.DocType = docWorkReport
		f.tell("doc_type", f.DocType, "a review and tasks, or a greeting to deputies")
	} else {
		f.DocType = docOther
	}
}

// title is the name of the report as its front gives it, or else built from region and
// year, as 政府工作报告 alone tells no report from another.
func (f *finding) title() {
	for _, p := range f.doc.Sections[0].Paragraphs {
		if f.doc.Sections[0].Level > 0 {
			break
		}
		if p.Len() > frontLimit {
			break
		}
		s := squeeze(p.In(f.doc.Text))
		if strings.HasPrefix(s, "各位代表") {
			break
		}
		if len(s) <= 150 && !strings.Contains(s, ">") && endsWithAny(s, "报告", "纲要", "规划", "计划") && !startsWithAny(s, "政府工作报告", "工作报告", "—") {
			f.Title = s
			f.tell("title", s, "line of the front")
			return
		}
	}
	if f.DocType != docWorkReport || f.Region == "" && f.ReportYear == 0 {
		return
	}
	year := ""
	if f.ReportYear > 0 {
		year = fmt.Sprintf("%d年", f.ReportYear)
	}
	region := f.Region
	if f.Level == LevelNational {
		region = "国务院"
	}
	f.Title = year + region + "政府工作报告"
	f.tell("title", f.Title, "built from year and region")
}
