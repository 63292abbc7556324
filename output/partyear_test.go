package output

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhibiao/extract"
	"zhibiao/extract/mention"
	"zhibiao/report"
)

func TestPartOfYear(t *testing.T) {
	for before, want := range map[string]string{
		"前三季度，全市实现地区生产总值1995.5亿元、增长": "前三季度",
		"第一季度增长":            "第一季度",
		"确保一季度开工率":          "一季度",
		"前两个季度增长":           "",
		"前3个季度增长":           "前3个季度",
		"今年上半年，进出口增长":       "上半年",
		"1-11月，投资增长":        "1-11月",
		"２０２３年１—１１月份投资增长":   "１—１１月份",
		"1月至11月，投资增长":       "1月至11月",
		"一至十一月，投资增长":        "一至十一月",
		"前11个月，投资增长":        "前11个月",
		"12月份，居民消费价格上涨":     "12月份",
		"第一季度下降0.2%，第二季度增长": "第二季度",
		"上半年比去年同期增长":        "上半年",
		"上半年增长5%，全年增长":      "",
		"前三季度增长5%，2023年增长":  "",
		"下半年空气综合指数较上半年下降":   "下半年",
		"较上半年下降":            "",
		"连续三个季度增长":          "",
		"截至11月底达到":          "",
		"12月10日签约项目":        "",
		"地区生产总值增长":          "",
		"半年内完成":             "",
		"岁月如歌，增长":           "",
		"":                  "",
	} {
		if got := partOfYear(before); got != want {
			t.Errorf("%s: %q, want %q", before, got, want)
		}
	}
}

// Words are found wherever strings.Contains finds them.
func TestHoldsWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{"月", "有", "季", "度", "季度", "半", "年", "\x88", "a"})).Draw(t, "text"), "")
		for _, word := range []string{"月", "季度", "半年"} {
			if got := holdsWord(text, word); got != strings.Contains(text, word) {
				t.Errorf("%q in %q: %v", word, text, got)
			}
		}
	})
}

// TestPartsOfAYear holds that 前三季度 fills no cell of the year and answers no aim for it.
func TestPartsOfAYear(t *testing.T) {
	part := rate(extract.Actual, 2024, "9", extract.Up, mention.Exact)
	whole := rate(extract.Actual, 2024, "6", extract.Up, mention.Exact)
	aim := rate(extract.Target, 2024, "7", extract.Up, mention.Exact)
	for _, c := range []struct {
		name    string
		with    bool
		growth  string
		reached string
	}{{"alone", false, "", ""}, {"beside the year's", true, "0.06", "0.06"}} {
		facts := said("甲市", 2025, part, whole)
		facts.Facts[0].PartOfYear = "前三季度"
		if !c.with {
			facts.Facts = facts.Facts[:1]
		}
		all := Join([]Rows{said("甲市", 2024, aim), facts})
		row := cells(t, all, 2024, "gdp")
		if row.GrowthText != c.growth || row.PartsOfYear != 1 || row.Conflicts != 0 {
			t.Errorf("%s: growth %q, %d parts of the year, %d conflicts", c.name, row.GrowthText, row.PartsOfYear, row.Conflicts)
		}
		if got := all.Targets[0].ReachedText; got != c.reached {
			t.Errorf("%s: reached %q, want %q", c.name, got, c.reached)
		}
	}
}

// A fact takes the part of the year from its own sentence.
func TestPartOfYearOfFacts(t *testing.T) {
	doc := handMade("甲市.txt", "前三季度增长5%。全年增长6%。")
	second := len("前三季度增长5%。")
	doc.Sections[0].Paragraphs = []report.Paragraph{{Span: report.Span{End: len(doc.Text)}, Sentences: []report.Sentence{
		{Span: report.Span{End: second}}, {Span: report.Span{Start: second, End: len(doc.Text)}},
	}}}
	first, next := rate(extract.Actual, 2023, "5", extract.Up, mention.Exact), rate(extract.Actual, 2023, "6", extract.Up, mention.Exact)
	first.Span = report.Span{Start: len("前三季度增长"), End: len("前三季度增长5%")}
	next.Span, next.Sentence = report.Span{Start: second + len("全年增长"), End: second + len("全年增长6%")}, 1
	in := newPlaces(doc)
	parts := yearParts{in: in}
	if a, b := parts.of(&first), parts.of(&next); a != "前三季度" || b != "" {
		t.Errorf("parts are %q and %q", a, b)
	}
}
