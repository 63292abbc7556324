package output

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"zhibiao/extract"
	"zhibiao/extract/mention"
	"zhibiao/normalize"
	"zhibiao/report"
)

// goldLine is a fact of a gold file.
type goldLine struct {
	normalize.Line
	Ignore bool `json:"ignore"`
}

// jilin is the report in seeds with its gold facts, read without the extractor.
func jilin(t testing.TB) (*report.Document, []normalize.Fact) {
	t.Helper()
	dir := filepath.Join("..", "seeds", "reports")
	text, err := os.ReadFile(filepath.Join(dir, "jilin-2024.txt"))
	if err != nil {
		t.Fatal(err)
	}
	doc := handMade("jilin-2024.txt", string(text))
	doc.Meta = report.Meta{
		Title: "2024年吉林市政府工作报告", DocType: "work_report", Region: "吉林市", RegionCode: "220200",
		Province: "吉林省", Level: report.LevelCity, ReportYear: 2024,
		Review: report.Years{Start: 2023, End: 2023}, Plan: report.Years{Start: 2024, End: 2024},
		Evidence: []report.Evidence{{Field: "region", Value: "吉林市", How: "title"}},
	}
	var facts []normalize.Fact
	file, err := os.Open(filepath.Join(dir, "jilin-2024.gold.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var g goldLine
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		if !g.Ignore {
			facts = append(facts, g.fact(doc))
		}
	}
	return doc, facts
}

// handMade is a document cut at 。 and at line ends: enough for tables.
func handMade(id, text string) *report.Document {
	doc := &report.Document{ID: id, Text: text}
	section := report.Section{Span: report.Span{End: len(text)}, Parent: -1, Part: report.PartReview}
	paragraph := report.Paragraph{Span: section.Span}
	start := 0
	for i, r := range text {
		end := i + len(string(r))
		if (r == '。' || r == '\n' || end == len(text)) && end > start {
			paragraph.Sentences = append(paragraph.Sentences, report.Sentence{Span: report.Span{Start: start, End: end}})
			start = end
		}
	}
	section.Paragraphs = []report.Paragraph{paragraph}
	doc.Sections = []report.Section{section}
	return doc
}

func (g goldLine) fact(doc *report.Document) normalize.Fact {
	start := byteOffset(doc.Text, g.Start)
	f := normalize.Fact{
		Span: report.Span{Start: start, End: start + len(g.Text)}, Text: g.Text, Indicator: g.Indicator,
		IndicatorCode: code(g.Indicator), Action: g.Action, Kind: mention.Kind(g.Kind),
		Value: g.Value, Low: g.Low, High: g.High, Unit: g.Unit, Bound: mention.Bound(g.Bound),
		Aspect: extract.Aspect(g.Aspect), Direction: extract.Direction(g.Direction),
		Status: extract.Status(g.Status), Period: years(g.Period), Strength: extract.Strength(g.Strength),
		Reference: g.Reference, Confidence: "high", Rule: "gold",
		Canonical: canonical(g.Value, g.Unit), CanonicalLow: canonical(g.Low, g.Unit), CanonicalHigh: canonical(g.High, g.Unit),
	}
	if g.Unit == "%" {
		f.Dimension, f.UnitCode = "ratio", "1"
	}
	for i, s := range doc.Sections[0].Paragraphs[0].Sentences {
		if s.Contains(f.Span) {
			f.Sentence = i
		}
	}
	return f
}

func code(indicator string) string {
	return map[string]string{
		"地区生产总值": "gdp", "地区生产总值增速": "gdp", "规模工业增加值": "industrial_value_added",
		"固定资产投资": "fixed_asset_investment", "社会消费品零售总额": "retail_sales",
		"规模以上工业增加值": "industrial_value_added", "居民消费价格": "cpi",
	}[indicator]
}

// canonical is the value with per cent as a fraction of one.
func canonical(value, unit string) string {
	r, ok := rational(value)
	if !ok || unit != "%" {
		return value
	}
	hundred, _ := rational("1/100")
	return exact(r.Mul(r, hundred))
}

func byteOffset(text string, points int) int {
	for i := range text {
		if points == 0 {
			return i
		}
		points--
	}
	return len(text)
}

func years(s string) report.Years {
	if s == "" {
		return report.Years{}
	}
	first, last, two := strings.Cut(s, "-")
	start, _ := strconv.Atoi(first)
	if !two {
		return report.Years{Start: start, End: start}
	}
	end, _ := strconv.Atoi(last)
	return report.Years{Start: start, End: end}
}

// goldRows are the rows of the gold report.
func goldRows(t testing.TB) Rows {
	t.Helper()
	doc, facts := jilin(t)
	return NewRows(doc, Source{Path: "reports/jilin-2024.txt", Format: "txt", Encoding: "utf-8"}, facts, nil)
}
