package output

import (
	"bytes"
	"strings"
	"testing"
)

func printed(t *testing.T, rows Rows, style Style) string {
	t.Helper()
	var b bytes.Buffer
	if err := Print(&b, rows, style); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestPrintAlignsWideLetters(t *testing.T) {
	text := printed(t, goldRows(t), Style{Width: 80, Limit: 30})
	screen := widths()
	column := -1
	for line := range strings.Lines(text) {
		if n := screen.StringWidth(strings.TrimSuffix(line, "\n")); n > 80 {
			t.Errorf("%d columns: %s", n, line)
		}
		if i := strings.Index(line, "quantity"); i > 0 {
			column = screen.StringWidth(line[:i])
		}
		for _, quantity := range []string{"17项", "+7.1%", "925万吨", "与经济增长同步"} {
			i := strings.Index(line, "  "+quantity+" ")
			if at := screen.StringWidth(line[:max(i, 0)]) + 2; i > 0 && column > 0 && at != column {
				t.Errorf("%s stands at column %d, want %d: %s", quantity, at, column, line)
			}
		}
	}
	for _, want := range []string{
		"2024年吉林市政府工作报告\n", "吉林市 220200 · 吉林省 · city · 2024 · 15,143 characters\n",
		"地区生产总值                     +6.7%   1     ~ +7%\n", "… and 327 more",
		"357 facts: 178 results, 146 targets, 33 conditions and sizes\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("lacks %q:\n%s", want, text)
		}
	}
	if strings.Contains(text, "\x1b") {
		t.Error("colours that nobody asked for")
	}
}

// A report must not speak to the terminal.
func TestPrintIsDeafToEscapes(t *testing.T) {
	rows := Rows{
		Documents: []DocumentRow{{DocID: "a\x1b[31m.txt"}},
		Facts:     []FactRow{{DocID: "a", Indicator: "出\n口\x1b]0;x\x07", Text: "5\u202e个"}},
	}
	text := printed(t, rows, Style{Width: 40})
	if strings.ContainsAny(text, "\x1b\x07\u202e") || !strings.Contains(text, "出 口") {
		t.Errorf("got %q", text)
	}
}

func TestPrintListsSeveralDocuments(t *testing.T) {
	all := Join([]Rows{goldRows(t), oddities(), NewReject(Source{Path: "empty.txt"}, "empty file", "give it text")})
	text := printed(t, all, Style{Width: 100})
	for _, want := range []string{"2 documents, 364 facts", "jilin-2024.txt", "odd 🍜.txt", "rejected empty.txt: empty file", "could not be read: 1;"} {
		if !strings.Contains(text, want) {
			t.Errorf("lacks %q:\n%s", want, text)
		}
	}
}

func TestPrintColoursWhenAsked(t *testing.T) {
	text := printed(t, goldRows(t), Style{Width: 80, Color: true})
	if !strings.Contains(text, cyan) || strings.Count(text, reset) < 100 {
		t.Error("aims are not set off")
	}
}
