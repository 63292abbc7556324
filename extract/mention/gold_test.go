package mention_test

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"zhibiao/extract/mention"
	"zhibiao/seeds"
)

func newReader(t testing.TB) *mention.Reader {
	t.Helper()
	lex, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	r, err := mention.NewReader(lex)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// gold is the part of an annotation that a mention can be held to.
type gold struct {
	Start, End              int
	Text, Kind, Unit, Bound string
	Ignore                  bool
}

func readGold(t testing.TB, path string) []gold {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var list []gold
	for s := bufio.NewScanner(f); s.Scan(); {
		var g gold
		if err := json.Unmarshal(s.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		if g.Kind != "parity" {
			list = append(list, g)
		}
	}
	return list
}

// sentences cuts a text at 。；and line ends: enough for mentions, which cross neither.
func sentences(text string, each func(start int, sentence string)) {
	start := 0
	for i, c := range text {
		if c == '。' || c == '；' || c == '\n' {
			each(start, text[start:i])
			start = i + utf8.RuneLen(c)
		}
	}
	each(start, text[start:])
}

// found is a quantity at its place in the document, in code points.
type found struct {
	start, end int
	text       string
	mention.Mention
	unit, context string
}

func readQuantities(r *mention.Reader, text string) []found {
	var list []found
	var buf []mention.Mention
	sentences(text, func(start int, s string) {
		buf = r.Read(buf[:0], s)
		at := utf8.RuneCountInString(text[:start])
		for _, m := range buf {
			if m.Role != mention.Quantity {
				continue
			}
			b := at + utf8.RuneCountInString(s[:m.Start])
			list = append(list, found{
				start: b, end: b + utf8.RuneCountInString(s[m.Start:m.End]), text: m.In(s), Mention: m,
				unit: unitAsWritten(s, m), context: window(s, m.Start, m.End),
			})
		}
	})
	return list
}

func unitAsWritten(s string, m mention.Mention) string {
	switch u := m.Unit.In(s); u {
	case "成", "％", "百分之":
		return "%"
	case "千分之":
		return "‰"
	default:
		return u
	}
}

func window(s string, start, end int) string {
	before, after := []rune(s[:start]), []rune(s[end:])
	return string(before[max(0, len(before)-10):]) + "[" + s[start:end] + "]" + string(after[:min(8, len(after))])
}

// TestGold holds the reader to the annotated reports: the floors are what it reached.
func TestGold(t *testing.T) {
	floors := map[string]float64{"jilin-2024": 0.99, "gaoyang-2017": 0.99, "national-2018": 0.985, "shanxi-2025": 0.985}
	r := newReader(t)
	for name, floor := range floors {
		t.Run(name, func(t *testing.T) {
			dir := "../../../shared/gold"
			if name == "jilin-2024" {
				dir = "../../seeds/reports"
			}
			raw, err := os.ReadFile(filepath.Join(dir, name+".txt"))
			if err != nil {
				t.Skipf("the gold %s is not at hand: %v", name, err)
			}
			text := strings.ReplaceAll(string(raw), "\r\n", "\n")
			compareGold(t, readGold(t, filepath.Join(dir, name+".gold.jsonl")), readQuantities(r, text), floor)
		})
	}
}

func compareGold(t *testing.T, want []gold, got []found, floor float64) {
	t.Helper()
	byStart := make(map[[2]int]gold)
	var ignored []gold
	for _, g := range want {
		if g.Ignore {
			ignored = append(ignored, g)
		} else {
			byStart[[2]int{g.Start, g.End}] = g
		}
	}
	hits, read := 0, 0
	for _, f := range got {
		g, ok := byStart[[2]int{f.start, f.end}]
		if !ok && touches(ignored, f) {
			continue
		}
		read++
		if !ok {
			t.Logf("spurious %s", f.context)
			continue
		}
		hits++
		delete(byStart, [2]int{f.start, f.end})
		if f.unit != g.Unit || string(f.Kind) != g.Kind || string(f.Bound) != g.Bound {
			t.Logf("differs  %s: unit %q kind %s bound %s, want %q %s %s", f.context, f.unit, f.Kind, f.Bound, g.Unit, g.Kind, g.Bound)
		}
	}
	for _, g := range want {
		if _, missed := byStart[[2]int{g.Start, g.End}]; missed && !g.Ignore {
			t.Logf("missed   %s at %d", g.Text, g.Start)
		}
	}
	p, c := float64(hits)/float64(max(1, read)), float64(hits)/float64(max(1, hits+len(byStart)))
	f1 := 2 * p * c / (p + c)
	t.Logf("precision %.4f recall %.4f F1 %.4f", p, c, f1)
	if f1 < floor {
		t.Errorf("F1 %.4f is under %.4f", f1, floor)
	}
}

func touches(ignored []gold, f found) bool {
	for _, g := range ignored {
		if f.start < g.End && g.Start < f.end {
			return true
		}
	}
	return false
}
