package source

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// column is a run of lines that stand below one another between the same margins.
type column struct {
	lines       []pdfLine
	left, right float64
}

// joinPages joins the lines of all pages into paragraphs, one a line of the text.
func joinPages(pages [][]pdfLine) string {
	var columns []column
	for _, lines := range pages {
		columns = append(columns, columnsOf(lines)...)
	}
	measure(columns)
	var b strings.Builder
	var last pdfLine
	full := false // the last line reached the right margin
	for _, c := range columns {
		for _, l := range c.lines {
			switch {
			case b.Len() == 0:
				b.WriteString(l.text)
			case full && l.continues(last, c.left):
				b.WriteString(glue(last.text, l.text))
			default:
				b.WriteByte('\n')
				b.WriteString(l.text)
			}
			last, full = l, l.full(c.right)
		}
	}
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	return b.String()
}

// full reports whether a line reaches the right margin, as all lines of a paragraph but
// the last do.
func (l pdfLine) full(right float64) bool {
	return l.right > right-2*l.size && l.right-l.left > 8*l.size && !strings.Contains(l.text, "\t")
}

// continues reports whether a line goes on with the paragraph of a full line before it:
// it is not indented and no heading.
func (l pdfLine) continues(last pdfLine, left float64) bool {
	if l.left > left+1.2*l.size || strings.Contains(l.text, "\t") || math.Abs(l.size-last.size) > 0.15*last.size {
		return false
	}
	if whole, ok := strings.CutSuffix(last.text, "."); ok { // 增长6.|7%, but not 4.8%.|粮食产量
		return endsDigit(whole) && l.text[0] >= '0' && l.text[0] <= '9'
	}
	return !endsSentence(last.text) || !opensParagraph(l.text)
}

// endsDigit reports whether a text ends in a digit.
func endsDigit(s string) bool { return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9' }

// endsSentence reports whether a line could be the last of its paragraph.
func endsSentence(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("。！？；：”」）)", r)
}

// opensParagraph reports whether a line begins as headings and items do: 一、 （二） 三是
// 第四章 5. ——.
func opensParagraph(s string) bool {
	s = strings.TrimLeft(s, "（(")
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case r == '第' || strings.HasPrefix(s, "——"):
		return true
	case strings.ContainsRune("一二三四五六七八九十", r):
		rest := strings.TrimLeft(s[n:], "一二三四五六七八九十")
		next, _ := utf8.DecodeRuneInString(rest)
		return strings.ContainsRune("、是要）).．", next)
	case r >= '0' && r <= '9':
		next, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "0123456789"))
		return strings.ContainsRune("、）)．", next)
	}
	return false
}

// glue is what joins two lines of a paragraph: nothing between Chinese characters or
// digits, a space between words in Latin letters, but not inside capitals: GD|P.
func glue(before, after string) string {
	r, _ := utf8.DecodeLastRuneInString(before)
	q, _ := utf8.DecodeRuneInString(after)
	if r < 0x80 && q < 0x80 && unicode.IsLetter(r) && unicode.IsLetter(q) && !(unicode.IsUpper(r) && unicode.IsUpper(q)) {
		return " " + after
	}
	return after
}

// columnsOf cuts a page's lines where the next one stands higher than the last.
func columnsOf(lines []pdfLine) []column {
	var columns []column
	for i, l := range lines {
		if i == 0 || l.y > lines[i-1].y+0.5*l.size {
			columns = append(columns, column{})
		}
		c := &columns[len(columns)-1]
		c.lines = append(c.lines, l)
	}
	return columns
}

// measure finds the margins of the columns: of a short one, those of the text.
func measure(columns []column) {
	var lefts, rights []float64
	for i := range columns {
		c := &columns[i]
		l, r := margins(c.lines)
		lefts, rights = append(lefts, l...), append(rights, r...)
		c.left, c.right = quantile(l, 0.1), quantile(r, 0.85)
		if len(l) < 6 {
			c.left, c.right = -1, -1
		}
	}
	left, right := quantile(lefts, 0.1), quantile(rights, 0.85)
	if len(rights) < 6 { // a few lines tell their margin only by the longest
		right = quantile(rights, 1)
	}
	for i := range columns {
		if columns[i].left < 0 {
			columns[i].left, columns[i].right = left, right
		}
	}
}

// margins are the left and right ends of the lines long enough to be running text.
func margins(lines []pdfLine) (lefts, rights []float64) {
	for _, l := range lines {
		if l.right-l.left > 10*l.size {
			lefts, rights = append(lefts, l.left), append(rights, l.right)
		}
	}
	return lefts, rights
}

// quantile is the value below which a share q of values lies; 0 of none.
func quantile(values []float64, q float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	return sorted[int(q*float64(len(sorted)-1))]
}
