package extract

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhibiao/report"
)

// newView reads a sentence through the noise of its layout.
func newView(doc *report.Document, s report.Span, noise []report.Span, simplify map[rune]rune) view {
	var v view
	v.read(doc, s, noise, simplify, false)
	return v
}

func TestViewFolds(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"plain text stays", "增长6.7%。", "增长6.7%。"},
		{"full width", "增长６．７％，达到５００亿元。", "增长6.7%，达到500亿元。"},
		{"marks keep their width", "（一）发展，稳定；", "（一）发展，稳定；"},
		{"line break inside a number", "产值885\n\n亿元", "产值885亿元"},
		{"blanks", "增长 6.7\u00a0%\u3000左右", "增长6.7%左右"},
		{"footnote marks", "研发[6]费用〔12〕增长", "研发费用增长"},
		{"a document number is none", "〔2023〕12号", "〔2023〕12号"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := &report.Document{Text: c.text}
			v := newView(doc, report.Span{End: len(c.text)}, nil, nil)
			if v.text != c.want {
				t.Errorf("view is %q, want %q", v.text, c.want)
			}
		})
	}
}

// Page numbers between lines are read over, and the way back leaves them out of names.
func TestViewReadsOverNoise(t *testing.T) {
	text := "新建污水\n— 6 —\n管网17公里"
	at := strings.Index(text, "— 6 —")
	doc := &report.Document{Text: text}
	v := newView(doc, report.Span{End: len(text)}, []report.Span{{Start: at, End: at + len("— 6 —")}}, nil)
	if v.text != "新建污水管网17公里" {
		t.Fatalf("view is %q", v.text)
	}
	from := strings.Index(v.text, "污水管网")
	var name strings.Builder
	for _, s := range v.spans(nil, report.Span{Start: from, End: from + len("污水管网")}) {
		name.WriteString(s.In(text))
	}
	if name.String() != "污水管网" {
		t.Errorf("name is %q, want 污水管网", name.String())
	}
}

// Whatever the text, each byte of the view leads back to the character it was read from.
func TestViewLeadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("增长５％ \n\u3000国內萬[1]，。a6"))).Draw(t, "text")
		doc := &report.Document{Text: "前文" + text}
		v := newView(doc, report.Span{Start: len("前文"), End: len(doc.Text)}, nil, map[rune]rune{'萬': '万', '內': '内'})
		for i := range v.text {
			end := i + 1
			for end < len(v.text) && v.text[end]&0xC0 == 0x80 {
				end++
			}
			back := v.span(report.Span{Start: i, End: end}).In(doc.Text)
			if got := []rune(back); len(got) != 1 {
				t.Fatalf("%q of the view leads back to %q", v.text[i:end], back)
			}
		}
	})
}
