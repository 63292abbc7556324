package output

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"zhibiao/extract"
	"zhibiao/extract/mention"
	"zhibiao/normalize"
)

// firmsAt is a count of firms: 高新技术企业达到N家.
func firmsAt(status extract.Status, year int, value string) normalize.Fact {
	f := rate(status, year, value, "", mention.Exact)
	f.Indicator, f.IndicatorCode, f.Kind, f.Aspect = "高新技术企业", "high_tech_firms", mention.Count, extract.Level
	f.Unit, f.UnitCode, f.Canonical = "家", "家", value
	return f
}

// roads is an indicator without a code.
func roads(status extract.Status, year int, value string) normalize.Fact {
	f := firmsAt(status, year, value)
	f.Indicator, f.IndicatorCode, f.Unit, f.UnitCode = "新建道路", "", "公里", "公里"
	return f
}

func compared(t *testing.T, a, b Rows) Comparison {
	t.Helper()
	return Compare(NewSide("A", Join([]Rows{a})), NewSide("B", Join([]Rows{b})))
}

func TestCompareHoldsResultsAgainstAims(t *testing.T) {
	c := compared(t,
		said("甲市", 2023,
			rate(extract.Target, 2023, "6", extract.Up, mention.About),
			rate(extract.Actual, 2022, "5.5", extract.Up, mention.Exact),
			firmsAt(extract.Target, 2023, "100"), firmsAt(extract.Actual, 2022, "80"),
			roads(extract.Actual, 2022, "10"), roads(extract.Target, 2023, "20")),
		said("甲市", 2024,
			rate(extract.Actual, 2023, "4.8", extract.Up, mention.Exact),
			rate(extract.Target, 2024, "5", extract.Up, mention.About),
			firmsAt(extract.Actual, 2023, "130"), roads(extract.Actual, 2023, "20")))
	yes, no := true, false
	want := []ComparedLine{
		{Indicator: "高新技术企业", Against: againstAim, Met: &yes, Difference: "+30%"},
		{Indicator: "地区生产总值", Against: againstAim, Met: &no, Difference: "-1.2 points"},
		{Indicator: "新建道路", Against: againstAim, Met: &yes, Difference: "0%"},
	}
	rest := cmpopts.IgnoreFields(ComparedLine{}, "Region", "Year", "Aim", "Before", "Result", "Next", "surprise")
	if diff := cmp.Diff(want, c.Lines, rest); diff != "" {
		t.Error(diff)
	}
	if l := c.Lines[1]; l.Year != 2023 || l.Next == "" || l.Before == "" || l.Aim == "" {
		t.Errorf("line is %+v, want the year, the aims and the result before", l)
	}
}

func TestCompareFallsBackOnTheYearBefore(t *testing.T) {
	c := compared(t,
		said("甲市", 2023, rate(extract.Actual, 2022, "5.5", extract.Up, mention.Exact)),
		said("甲市", 2024, rate(extract.Actual, 2023, "4", extract.Down, mention.Exact)))
	if len(c.Lines) != 1 || c.Lines[0].Against != againstBefore || c.Lines[0].Difference != "-9.5 points" || c.Lines[0].Met != nil {
		t.Errorf("lines are %+v", c.Lines)
	}
}

func TestCompareTwoPlacesOfOneYear(t *testing.T) {
	c := compared(t,
		said("甲市", 2024, rate(extract.Actual, 2023, "5.5", extract.Up, mention.Exact)),
		said("乙市", 2024, rate(extract.Actual, 2023, "6", extract.Up, mention.Exact)))
	if len(c.Lines) != 1 || c.Lines[0].Against != againstSame || c.Lines[0].Difference != "+0.5 points" {
		t.Errorf("lines are %+v", c.Lines)
	}
	var text, page bytes.Buffer
	if err := errors.Join(c.Print(&text, Style{}), c.Markdown(&page, 0)); err != nil {
		t.Fatal(err)
	}
	const want = "two places: 甲市, 乙市; aims and earlier results are the first one's, results the second one's"
	if lines := strings.Split(text.String(), "\n"); len(lines) < 2 || lines[1] != want {
		t.Errorf("does not say at once that the places differ:\n%s", &text)
	}
	if !strings.Contains(page.String(), "\n\n**"+want+"**\n\n") {
		t.Errorf("does not say that the places differ:\n%s", &page)
	}
}

func TestCompareTellsPlacesApart(t *testing.T) {
	growth := rate(extract.Actual, 2023, "5.5", extract.Up, mention.Exact)
	now := func(rows Rows, code string) Rows {
		rows.Documents[0].CodeNow = code
		return rows
	}
	side := func(parts ...Rows) Side { return NewSide("", Join(parts)) }
	for _, c := range []struct {
		name string
		a, b Side
		want string
	}{
		{"one", side(said("甲市", 2023, growth)), side(said("甲市", 2024, growth)), ""},
		{"county and district", side(now(said("甲县", 2023, growth), "1")), side(now(said("甲区", 2024, growth), "1")), ""},
		{"one in common", side(said("甲市", 2023, growth), said("乙市", 2023, growth)), side(said("乙市", 2024, growth)), ""},
		{"unknown", side(now(said("", 2023, growth), "")), side(said("甲市", 2024, growth)), "not known to be of one place; taken as such"},
		{"none in common", side(said("甲市", 2023, growth), said("乙市", 2023, growth)), side(said("丙市", 2024, growth)), "other places: 乙市 and 甲市, 丙市; none is in both, so nothing is compared"},
	} {
		if got := apart(c.a, c.b); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestCompareListsAimsWithoutResult(t *testing.T) {
	c := compared(t,
		said("甲市", 2023, firmsAt(extract.Target, 2023, "100"), rate(extract.Target, 2023, "6", extract.Up, mention.About)),
		said("甲市", 2024, rate(extract.Actual, 2023, "6", extract.Up, mention.Exact)))
	if len(c.Unanswered) != 1 || !strings.HasPrefix(c.Unanswered[0], "高新技术企业 2023: ") {
		t.Errorf("unanswered: %q", c.Unanswered)
	}
}

// A dataset gives the side that its rows give.
func TestCompareDatasets(t *testing.T) {
	a := said("甲市", 2023, rate(extract.Target, 2023, "6", extract.Up, mention.About), firmsAt(extract.Target, 2023, "100"))
	b := said("甲市", 2024, rate(extract.Actual, 2023, "5", extract.Up, mention.Exact), firmsAt(extract.Actual, 2023, "99"))
	var sides []Side
	for _, rows := range []Rows{a, b} {
		dir := t.TempDir()
		writeParquet(t, dir, Options{}, rows)
		d, err := OpenDataset(dir)
		if err != nil {
			t.Fatal(err)
		}
		side, err := d.Side([]string{"A", "B"}[len(sides)])
		if err != nil {
			t.Fatal(err)
		}
		sides = append(sides, side)
	}
	text := func(c Comparison) string {
		var out bytes.Buffer
		if err := c.Print(&out, Style{}); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	if diff := cmp.Diff(text(compared(t, a, b)), text(Compare(sides[0], sides[1]))); diff != "" {
		t.Error(diff)
	}
}

func TestComparisonAsMarkdown(t *testing.T) {
	c := compared(t,
		said("甲市", 2023, rate(extract.Target, 2023, "6", extract.Up, mention.About)),
		said("甲市", 2024, rate(extract.Actual, 2023, "5", extract.Up, mention.Exact)))
	c.Lines[0].Indicator = "<b>|总值*"
	var out bytes.Buffer
	if err := c.Markdown(&out, 0); err != nil {
		t.Fatal(err)
	}
	want := `| &lt;b>\|总值\* | 2023 | \~ +`
	if !strings.Contains(out.String(), want) || !strings.Contains(out.String(), "| missed |") {
		t.Errorf("page lacks %q:\n%s", want, out.String())
	}
}
