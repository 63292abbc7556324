package extract

import (
	"strings"
	"unicode/utf8"

	"zhibiao/report"
)

// view is a sentence made easy to read: no line breaks or blanks, no page numbers
// between lines, full-width digits and letters as half-width, traditional characters
// as simplified. It knows the way back to the document.
type view struct {
	text  string
	from  int     // document offset of the sentence
	start []int32 // of each byte of text, the document offset of its character; nil where text is the document's own
	end   []int32
}

// newView reads a sentence through the noise of its layout. Most sentences need no
// change and are the document's own bytes.
func newView(doc *report.Document, s report.Span, noise []report.Span, simplify map[rune]rune) view {
	raw := s.In(doc.Text)
	if len(noise) == 0 && simplify == nil && isPlain(raw) {
		return view{text: raw, from: s.Start}
	}
	v := view{from: s.Start, start: make([]int32, 0, len(raw)+1), end: make([]int32, 0, len(raw)+1)}
	var b strings.Builder
	b.Grow(len(raw))
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRuneInString(raw[i:])
		at := s.Start + i
		i += size
		for len(noise) > 0 && noise[0].End <= at {
			noise = noise[1:]
		}
		if len(noise) > 0 && noise[0].Start <= at || isBlank(r) {
			continue
		}
		if n := footnoteMark(raw[i-size:]); n > 0 {
			i += n - size
			continue
		}
		n := b.Len()
		if r == utf8.RuneError && size == 1 {
			b.WriteByte(raw[i-1])
		} else {
			b.WriteRune(fold(r, simplify))
		}
		for ; n < b.Len(); n++ {
			v.start = append(v.start, int32(at))
			v.end = append(v.end, int32(at+size))
		}
	}
	v.text = b.String()
	return v
}

// isPlain reports whether a sentence can be read as it stands.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '[':
			return false
		case c == 0xEF && i+1 < len(s) && s[i+1] >= 0xBC: // U+FF00…: full-width forms
			if r, _ := utf8.DecodeRuneInString(s[i:]); fold(r, nil) != r {
				return false
			}
		case c == 0xE2 && i+1 < len(s) && (s[i+1] == 0x80 || s[i+1] == 0x81):
			if r, _ := utf8.DecodeRuneInString(s[i:]); isBlank(r) {
				return false
			}
		case c == 0xE3 && strings.HasPrefix(s[i:], "〔"):
			return false
		case c == 0xC2 && i+1 < len(s) && s[i+1] == 0xA0, // NBSP
			c == 0xE3 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] == 0x80: // ideographic space
			return false
		}
	}
	return true
}

// footnoteMark is the length of a footnote mark at the start of s ([7], 〔12〕), or 0.
// A document number (〔2023〕12号) has four digits.
func footnoteMark(s string) int {
	open, end := "[", "]"
	if strings.HasPrefix(s, "〔") {
		open, end = "〔", "〕"
	} else if !strings.HasPrefix(s, open) {
		return 0
	}
	n := len(open)
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if digits := n - len(open); digits < 1 || digits > 3 || !strings.HasPrefix(s[n:], end) {
		return 0
	}
	return n + len(end)
}

func isBlank(r rune) bool {
	switch r {
	case ' ', '\n', '\t', '\r', '\u00a0', '\u3000', '\ufeff', '\u200b', '\u200c', '\u200d', '\u2060':
		return true
	}
	return false
}

// fold makes full-width digits, letters and the signs of numbers half-width, and leaves
// ，；（） alone, which end clauses.
func fold(r rune, simplify map[rune]rune) rune {
	switch {
	case r >= '０' && r <= '９', r >= 'Ａ' && r <= 'Ｚ', r >= 'ａ' && r <= 'ｚ', r == '％', r == '．', r == '＋', r == '－', r == '／':
		return r - 0xFEE0
	}
	if s, ok := simplify[r]; ok {
		return s
	}
	return r
}

// span is the document's span of a span of the view, gaps and all.
func (v *view) span(s report.Span) report.Span {
	if v.start == nil {
		return report.Span{Start: v.from + s.Start, End: v.from + s.End}
	}
	if s.Empty() {
		return report.Span{}
	}
	return report.Span{Start: int(v.start[s.Start]), End: int(v.end[s.End-1])}
}

// spans are the document's spans of a span of the view, without what the view skips.
func (v *view) spans(dst []report.Span, s report.Span) []report.Span {
	if s.Empty() {
		return dst
	}
	if v.start == nil {
		return append(dst, v.span(s))
	}
	cur := report.Span{Start: int(v.start[s.Start]), End: int(v.end[s.Start])}
	for i := s.Start + 1; i < s.End; i++ {
		switch {
		case int(v.end[i]) == cur.End:
		case int(v.start[i]) == cur.End:
			cur.End = int(v.end[i])
		default:
			dst = append(dst, cur)
			cur = report.Span{Start: int(v.start[i]), End: int(v.end[i])}
		}
	}
	return append(dst, cur)
}
