package view

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"zhibiao/extract"
	"zhibiao/extract/mention"
	"zhibiao/normalize"
	"zhibiao/output"
	"zhibiao/report"
)

// hostile is a text that would run, were it read as markup anywhere.
const hostile = "全年</script><script>alert(1)</script>增长6.7%，\"><img src=x onerror=alert(2)>完成5个，\u202e逆序\u202c<!--"

// rowsOf are the rows of a document with a fact on each of the given words.
func rowsOf(t testing.TB, id, text string, words ...string) output.Rows {
	t.Helper()
	doc := report.Document{ID: id, Text: text, Meta: report.Meta{
		Title: "<b>报告</b>" + id, Region: "吉林市", RegionCode: "220200", Province: "吉林省", Level: report.LevelCity,
		ReportYear: 2024, Review: report.Years{Start: 2023, End: 2023}, Plan: report.Years{Start: 2024, End: 2024},
	}}
	all := report.Span{End: len(text)}
	doc.Sections = []report.Section{{Span: all, Parent: -1, Part: report.PartReview, Paragraphs: []report.Paragraph{{
		Span: all, Sentences: []report.Sentence{{Span: all, Clauses: []report.Clause{{Span: all}}}},
	}}}}
	var facts []normalize.Fact
	for _, w := range words {
		at := strings.Index(text, w)
		if at < 0 {
			t.Fatalf("%q is not in the text", w)
		}
		facts = append(facts, normalize.Fact{
			Span: report.Span{Start: at, End: at + len(w)}, Text: w, Value: "6.7", Unit: "%", Kind: mention.Percent, Bound: mention.Exact,
			Indicator: "地区生产总值<i>", IndicatorCode: "gdp", Aspect: extract.ChangeRate, Direction: extract.Up, Status: extract.Actual,
			Period: report.Years{Start: 2023, End: 2023}, Canonical: "0.067", UnitCode: "1",
		})
	}
	return output.NewRows(&doc, output.Source{Path: id}, facts, nil)
}

func pageOf(t testing.TB, parts ...output.Rows) string {
	t.Helper()
	var b bytes.Buffer
	p := NewPage(&b, "test")
	for _, rows := range parts {
		if err := p.Write(rows); err != nil {
			t.Fatal(err)
		}
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var element = regexp.MustCompile(`<[a-z/!][^>]*>`)

// Whatever a report holds, its page has the elements that every page has.
func TestTextIsNeverMarkup(t *testing.T) {
	tame := pageOf(t, rowsOf(t, "a.txt", "全年增长6.7%，完成5个。", "6.7%"))
	wild := pageOf(t, rowsOf(t, "a.txt", hostile, "6.7%"))
	count := func(page string) int {
		app := page[:strings.Index(page, appCSS)] + page[strings.Index(page, appCSS)+len(appCSS):]
		return len(element.FindAllString(strings.Replace(app, inline(appJS()), "", 1), -1))
	}
	if count(tame) != count(wild) || count(tame) < 10 {
		t.Errorf("%d elements, want %d", count(wild), count(tame))
	}
	if strings.Contains(wild, "alert(1)</script>") || strings.Contains(wild, "<b>") {
		t.Error("the text of a report stands in its page as markup")
	}
	if got := dataOf(t, wild).Report.Text; got != hostile {
		t.Errorf("text %q, want %q", got, hostile)
	}
}

func dataOf(t testing.TB, page string) payload {
	t.Helper()
	_, rest, _ := strings.Cut(page, `id="data">`)
	content, _, _ := strings.Cut(rest, "</script>")
	var data payload
	if err := json.Unmarshal([]byte(content), &data); err != nil {
		t.Fatal(err)
	}
	return data
}

func TestPageNeedsNothingElse(t *testing.T) {
	page := pageOf(t, rowsOf(t, "a.txt", "增长6.7%。", "6.7%"))
	for _, outside := range []string{`src="http`, `href="http`, "url(http", "@import"} {
		if strings.Contains(page, outside) {
			t.Errorf("the page has %s", outside)
		}
	}
	for _, pinned := range []string{pin(inline(appJS())), pin(appCSS), "default-src 'none'"} {
		if !strings.Contains(page, pinned) {
			t.Errorf("the page's policy lacks %s", pinned)
		}
	}
}

func TestPageOfManyPacksThem(t *testing.T) {
	page := pageOf(t, rowsOf(t, "a.txt", "增长6.7%。", "6.7%"), rowsOf(t, "b.txt", hostile), rowsOf(t, "a.txt", "另一篇6.7%。"))
	data := dataOf(t, page)
	if len(data.Heads) != 3 || len(data.Packed) != 3 || data.Report != nil {
		t.Errorf("%d heads, %d reports packed", len(data.Heads), len(data.Packed))
	}
	if data.Heads[0].ID == data.Heads[1].ID {
		t.Error("two documents of one name have one id")
	}
	if len(data.Panel) != 1 || data.Panel[0].Growth == nil || *data.Panel[0].Growth != 0.067 {
		t.Errorf("panel %+v", data.Panel)
	}
}

func TestAssetsAreThere(t *testing.T) {
	if len(appJS()) < 100_000 || len(appCSS) < 5_000 {
		t.Fatalf("program of %d bytes, style of %d: run npm run build in web/", len(appJS()), len(appCSS))
	}
	if strings.Contains(appCSS, "</") {
		t.Error("the style would end its element")
	}
	if _, err := os.Stat(filepath.Join("assets", "app.js")); err != nil {
		t.Error(err)
	}
}
