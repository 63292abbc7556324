package report

import (
	"strings"
	"unicode/utf8"
)

// A line is a line of the text without the blanks at its ends; blank lines are left out.
type line struct {
	Span
	indent bool // begins with a full-width space or a tab: a new paragraph
	width  int  // in half-width columns: 增长5.6% is 8
}

// readLines cuts text into its non-blank lines.
func readLines(text string) []line {
	lines := make([]line, 0, 64+strings.Count(text, "\n")/2)
	for start := 0; start < len(text); {
		end := len(text)
		if n := strings.IndexByte(text[start:], '\n'); n >= 0 {
			end = start + n
		}
		if s := trim(text, Span{start, end}); !s.Empty() {
			lines = append(lines, line{
				Span:   s,
				indent: s.Start-start >= 4, // two full-width or four half-width blanks
				width:  width(s.In(text)),
			})
		}
		start = end + 1
	}
	return lines
}

// maxWidth caps the measuring of a line: nothing asks for more, and a report may be one
// line of megabytes.
const maxWidth = 200

// width is the number of half-width columns that s takes, at most maxWidth. Characters
// are told by their first byte, which is exact for valid text.
func width(s string) int {
	n := 0
	for i := 0; i < len(s) && n < maxWidth; {
		switch c := s[i]; {
		case c < utf8.RuneSelf:
			n, i = n+1, i+1
		case c < 0xE0:
			n, i = n+2, i+2
		case c < 0xF0:
			n, i = n+2, i+3
		default:
			n, i = n+2, i+4
		}
	}
	return n
}

// isEnded reports whether a line ends as paragraphs do: with a full stop, perhaps inside
// a closing quote, or with a mark that opens a list.
func isEnded(s string) bool {
	s = strings.TrimRight(s, "”’\"」』）)】》]］〕")
	return endsWithAny(s, "。", "！", "？", "；", "：", "!", "?", ";", ":", "…")
}

// isOpen reports whether a line breaks off: with a comma, or with an opening mark.
func isOpen(s string) bool {
	return endsWithAny(s, "，", "、", ",", "“", "‘", "（", "(", "《")
}

// isContinued reports whether a line begins with a mark that cannot begin a paragraph:
// the page broke the line (全国第一 / ，企业工业设备上云率…).
func isContinued(s string) bool {
	return (s[0] < 0xE4 || s[0] > 0xE9) && startsWithAny(s, "，", "。", "、", "；", "：", "！", "？", "”", "’", "）", "》", "】", "」", "％", "%", ",", ";")
}
