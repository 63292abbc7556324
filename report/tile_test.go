package report

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// checkTiles reports where the parts of d leave a gap or overlap: sections must tile the
// text, paragraphs their section, and so on down to clauses.
func checkTiles(t interface{ Fatalf(string, ...any) }, d Document) {
	at := 0
	next := func(what string, s Span, outer int) int {
		if s.Start != at || s.Empty() {
			t.Fatalf("%s %v begins at %d, want %d, and must not be empty", what, s, s.Start, at)
		}
		if s.End > outer {
			t.Fatalf("%s %v ends behind %d, the end of what holds it", what, s, outer)
		}
		return s.End
	}
	for i, s := range d.Sections {
		end := next("section", s.Span, len(d.Text))
		if s.Parent >= i || s.Parent < -1 {
			t.Fatalf("section %d has parent %d", i, s.Parent)
		}
		if !s.Title.Empty() && !s.Contains(s.Title) || !s.Number.Empty() && !s.Contains(s.Number) {
			t.Fatalf("section %v does not hold its title %v and number %v", s.Span, s.Title, s.Number)
		}
		for _, p := range s.Paragraphs {
			pEnd := next("paragraph", p.Span, end)
			for _, q := range p.Sentences {
				qEnd := next("sentence", q.Span, pEnd)
				for _, c := range q.Clauses {
					at = next("clause", c.Span, qEnd)
				}
				if at != qEnd {
					t.Fatalf("clauses end at %d, their sentence at %d", at, qEnd)
				}
			}
			if at != pEnd {
				t.Fatalf("sentences end at %d, their paragraph at %d", at, pEnd)
			}
		}
		if at != end {
			t.Fatalf("paragraphs end at %d, their section at %d", at, end)
		}
	}
	if at != len(d.Text) {
		t.Fatalf("sections end at %d, the text at %d", at, len(d.Text))
	}
	last := 0
	for _, n := range d.Noise {
		if n.Start < last || n.Empty() || n.End > len(d.Text) {
			t.Fatalf("noise %v is out of order or out of the text", n)
		}
		last = n.End
	}
}

func TestReadTilesAnyText(t *testing.T) {
	pieces := []string{
		"2023年工作回顾", "一、", "（一）", "(二)", "一是", "1.", "（1）", "——", "第一，", "各位代表：", "名词解释",
		"。", "！", "？", "；", "，", "：", "、", "“", "”", "‘", "’", "（", "）", "《", "》", "\"", "(", ")", "[", "]", ",", ":",
		"\n", "\n\n", " ", "\u3000", "— 22 —", "\n— 3 —\n", "3", "1,234", "９９", "今年主要预期目标是：", "2024年1月5日", "二〇二三年",
		"增长6.7%", "市人民政府", "\xff", "\xe3", "\xe4\xb8", "\x00", "\r", "a", "字", "全市", "过去五年", "“十四五”时期",
	}
	rapid.Check(t, func(rt *rapid.T) {
		parts := rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(pieces), rapid.String()), 0, 60).Draw(rt, "parts")
		checkTiles(rt, Read("x_2024.txt", strings.Join(parts, ""), nil))
	})
}

func FuzzRead(f *testing.F) {
	f.Add("一、2023年工作回顾\n（一）“稳”字当头。增长6.7%，排名第一。\n— 1 —\n二、2024年工作安排")
	f.Add("“他说：“好。”一是稳。\x00\xff")
	f.Fuzz(func(t *testing.T, text string) {
		checkTiles(t, Read("x.txt", text, nil))
	})
}

// corpusFiles are the real reports beside the repository; the test is skipped without.
func corpusFiles(t testing.TB) []string {
	t.Helper()
	files, _ := filepath.Glob("../../shared/corpus/*.txt")
	gold, _ := filepath.Glob("../../shared/gold/*.txt")
	files = append(files, gold...)
	if len(files) == 0 {
		t.Skip("no reports in ../shared/corpus")
	}
	return files
}

func TestReadTilesCorpus(t *testing.T) {
	for _, f := range corpusFiles(t) {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		checkTiles(t, Read(filepath.Base(f), string(b), nil))
	}
}
