package output

import (
	"testing"

	"zhibiao/extract"
	"zhibiao/extract/mention"
	"zhibiao/normalize"
	"zhibiao/report"
)

// said makes a report of one place and year that says some facts.
func said(region string, year int, facts ...normalize.Fact) Rows {
	doc := handMade(region+".txt", "一二三四五六七八九十")
	doc.ID = region + "-" + report.Years{Start: year, End: year}.String() + ".txt"
	doc.Meta = report.Meta{
		Region: region, CodeNow: "code of " + region, Prefecture: "above " + region, ReportYear: year,
		Review: report.Years{Start: year - 1, End: year - 1}, Plan: report.Years{Start: year, End: year},
	}
	doc.Sections = append(doc.Sections, report.Section{Span: report.Span{Start: len(doc.Text), End: len(doc.Text)}, Part: report.PartTasks})
	for i := range facts {
		facts[i].Span = report.Span{Start: 3 * i, End: 3*i + 3}
		facts[i].Text = facts[i].Span.In(doc.Text)
	}
	return NewRows(doc, Source{Path: doc.ID}, facts, nil)
}

// rate is a growth rate of GDP in per cent.
func rate(status extract.Status, year int, value string, direction extract.Direction, bound mention.Bound) normalize.Fact {
	return normalize.Fact{
		Indicator: "地区生产总值", IndicatorCode: "gdp", Kind: mention.Percent, Value: value, Unit: "%",
		Canonical: canonical(value, "%"), UnitCode: "1", Bound: bound, Aspect: extract.ChangeRate,
		Direction: direction, Status: status, Period: report.Years{Start: year, End: year},
	}
}

func between(low, high string) normalize.Fact {
	f := rate(extract.Target, 2024, "", extract.Up, mention.Range)
	f.Low, f.High, f.CanonicalLow, f.CanonicalHigh = low, high, canonical(low, "%"), canonical(high, "%")
	return f
}

func TestTargetsAreHeldAgainstWhatWasReached(t *testing.T) {
	price := rate(extract.Target, 2024, "3", extract.Up, mention.About)
	price.IndicatorCode = "cpi"
	prices := rate(extract.Actual, 2024, "0.2", extract.Up, mention.Exact)
	prices.IndicatorCode = "cpi"
	actual := func(value string, d extract.Direction) normalize.Fact {
		return rate(extract.Actual, 2024, value, d, mention.Exact)
	}
	aim := func(value string, d extract.Direction, b mention.Bound) normalize.Fact {
		return rate(extract.Target, 2024, value, d, b)
	}
	for _, c := range []struct {
		name     string
		aim, got normalize.Fact
		met      bool
		gap      string
	}{
		{"6%以上 and 6.1%", aim("6", extract.Up, mention.AtLeast), actual("6.1", extract.Up), true, "0.001"},
		{"6%以上 and 5.9%", aim("6", extract.Up, mention.AtLeast), actual("5.9", extract.Up), false, "-0.001"},
		{"7%左右 and 6.6%", aim("7", extract.Up, mention.About), actual("6.6", extract.Up), true, "-0.004"},
		{"7%左右 and 6.4%", aim("7", extract.Up, mention.About), actual("6.4", extract.Up), false, "-0.006"},
		{"6.5% and -1.2%", aim("6.5", extract.Up, mention.Exact), actual("1.2", extract.Down), false, "-0.077"},
		{"6%-7% and 6.4%", between("6", "7"), actual("6.4", extract.Up), true, "0"},
		{"6%-7% and 7.5%", between("6", "7"), actual("7.5", extract.Up), true, "0.005"},
		{"下降3% and 下降3.2%", aim("3", extract.Down, mention.Exact), actual("3.2", extract.Down), true, "-0.002"},
		{"下降3%以上 and 下降2%", aim("3", extract.Down, mention.AtLeast), actual("2", extract.Down), false, "0.01"},
		{"涨幅3%左右 and 0.2%", price, prices, true, "-0.028"},
	} {
		all := Join([]Rows{said("甲市", 2024, c.aim), said("甲市", 2025, c.got)})
		if len(all.Targets) != 1 || all.Targets[0].Achieved == nil {
			t.Errorf("%s: not linked: %+v", c.name, all.Targets)
			continue
		}
		got := all.Targets[0]
		if *got.Achieved != c.met || got.GapText != c.gap || got.ReachedFactID != "甲市-2025.txt#0-1" {
			t.Errorf("%s: achieved %v, gap %s from %s; want %v, %s", c.name, *got.Achieved, got.GapText, got.ReachedFactID, c.met, c.gap)
		}
	}
}

func TestTargetsOfAnotherPlaceStayOpen(t *testing.T) {
	all := Join([]Rows{
		said("甲市", 2024, rate(extract.Target, 2024, "6", extract.Up, mention.Exact)),
		said("乙市", 2025, rate(extract.Actual, 2024, "7", extract.Up, mention.Exact)),
	})
	if got := all.Targets[0]; got.Achieved != nil || got.ReachedFactID != "" || got.Gap != nil {
		t.Errorf("the aim of one place is answered by another: %+v", got)
	}
}

// One result answers no two aims under one bare name.
func TestTargetsOfACommonNameStayOpen(t *testing.T) {
	projects := func(status extract.Status, value string) normalize.Fact {
		return normalize.Fact{
			Indicator: "项目", Kind: mention.Count, Value: value, Canonical: value, Unit: "个", Bound: mention.Exact,
			Aspect: extract.Level, Status: status, Period: report.Years{Start: 2024, End: 2024},
		}
	}
	two := Join([]Rows{
		said("甲市", 2024, projects(extract.Target, "7"), projects(extract.Target, "11")),
		said("甲市", 2025, projects(extract.Actual, "16")),
	})
	for _, aim := range two.Targets {
		if aim.Achieved != nil {
			t.Errorf("项目 %s is answered by %s", aim.ValueText, aim.ReachedFactID)
		}
	}
	one := Join([]Rows{
		said("甲市", 2024, projects(extract.Target, "7")),
		said("甲市", 2025, projects(extract.Actual, "16"), projects(extract.Actual, "3")),
	})
	if one.Targets[0].Achieved != nil {
		t.Errorf("项目 is answered by one of two results")
	}
}

func TestTargetsKnowTheYearBefore(t *testing.T) {
	rows := said("甲市", 2024,
		rate(extract.Actual, 2023, "6.7", extract.Up, mention.Exact), between("5.5", "6"))
	got := rows.Targets[0]
	if got.PreviousText != "0.067" || got.DifferenceText != "-0.012" || got.PreviousFactID != "甲市-2024.txt#0-1" {
		t.Errorf("year before is %s (%s), difference %s; want 0.067, -0.012", got.PreviousText, got.PreviousFactID, got.DifferenceText)
	}
	if *got.Difference != -0.012 {
		t.Errorf("difference is %v, want -0.012 rounded once", *got.Difference)
	}
}

func TestConstraint(t *testing.T) {
	for _, c := range []struct {
		bound    mention.Bound
		strength extract.Strength
		want     string
	}{
		{mention.Exact, extract.Plain, constraintNone},
		{mention.AtLeast, extract.Plain, constraintHard},
		{mention.AtMost, extract.Plain, constraintHard},
		{mention.About, extract.Plain, constraintSoft},
		{mention.About, extract.Ensure, constraintHard},
		{mention.AtLeast, extract.Expect, constraintHard},
		{mention.Exact, extract.Strive, constraintSoft},
		{mention.Range, extract.Plain, constraintNone},
	} {
		got := constraint(&FactRow{Bound: string(c.bound), Strength: string(c.strength)})
		if got != c.want {
			t.Errorf("%s, %s is %s, want %s", c.bound, c.strength, got, c.want)
		}
	}
}
