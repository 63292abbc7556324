package output

import (
	"testing"

	"zhibiao/extract"
	"zhibiao/extract/mention"
	"zhibiao/normalize"
	"zhibiao/report"
)

// parted is a report of 2024 whose facts stand each in a paragraph of its own, of the part
// given, all in one section of tasks.
func parted(year int, parts []report.Part, facts ...normalize.Fact) Rows {
	doc := handMade("甲市.txt", "一二三四五六七八九十")
	doc.ID = "甲市-" + report.Years{Start: year, End: year}.String() + ".txt"
	doc.Meta = report.Meta{
		Region: "甲市", ReportYear: year,
		Review: report.Years{Start: year - 1, End: year - 1}, Plan: report.Years{Start: year, End: year},
	}
	section := report.Section{Span: report.Span{End: len(doc.Text)}, Parent: -1, Part: report.PartTasks}
	for i, part := range parts {
		span := report.Span{Start: 3 * i, End: 3*i + 3}
		section.Paragraphs = append(section.Paragraphs, report.Paragraph{Span: span, Part: part, Sentences: []report.Sentence{{Span: span}}})
		facts[i].Span, facts[i].Text, facts[i].Sentence = span, span.In(doc.Text), i
	}
	doc.Sections = []report.Section{section}
	return NewRows(doc, Source{Path: doc.ID}, facts, nil)
}

// Of two aims for one year that told in the paragraph of aims is the year's, though it comes
// second.
func TestAimsToldAmongTheTargetsWin(t *testing.T) {
	all := Join([]Rows{parted(
		2024, []report.Part{report.PartTasks, report.PartTargets},
		rate(extract.Target, 2024, "8", extract.Up, mention.Exact), rate(extract.Target, 2024, "7", extract.Up, mention.Exact),
	)})
	if got := all.Facts[1].Part; got != "targets" {
		t.Errorf("the part of a paragraph of aims within tasks is %q, want targets", got)
	}
	if row := cells(t, all, 2024, "gdp"); row.GrowthTargetFact != "甲市-2024.txt#1-2" || row.Conflicts != 1 {
		t.Errorf("the aim of the year is %s with %d conflicts, want that of the paragraph of aims", row.GrowthTargetFact, row.Conflicts)
	}
}

func TestNotesTellNothingOfThePlace(t *testing.T) {
	notes, tasks := report.PartNotes, report.PartTasks
	aim := rate(extract.Target, 2024, "7", extract.Up, mention.Exact)
	was := rate(extract.Actual, 2023, "6", extract.Up, mention.Exact)
	reached := rate(extract.Actual, 2024, "7", extract.Up, mention.Exact)
	for _, c := range []struct {
		part  report.Part
		filed bool
	}{{notes, false}, {report.PartReview, true}} {
		all := Join([]Rows{
			parted(2024, []report.Part{tasks, c.part}, aim, was),
			parted(2025, []report.Part{c.part}, reached),
		})
		target := all.Targets[0]
		if (target.PreviousFactID != "") != c.filed || (target.ReachedFactID != "") != c.filed {
			t.Errorf("%s: previous %q, reached %q", c.part, target.PreviousFactID, target.ReachedFactID)
		}
		if row := cells(t, all, 2024, "gdp"); (row.GrowthFactID != "") != c.filed {
			t.Errorf("%s: the panel has %q", c.part, row.GrowthFactID)
		}
		for i := range all.Facts {
			f := &all.Facts[i]
			if want := c.filed || f.Status == "target"; matters(f) != want {
				t.Errorf("%s: %s is kept to be related: %v", c.part, f.FactID, matters(f))
			}
		}
	}
}
