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

	room struct { // for the next sentence
		text       []byte
		start, end []int32
	}
}

// newView reads a sentence through the noise of its layout.
func newView(doc *report.Document, s report.Span, noise []report.Span, simplify map[rune]rune) view {
	var v view
	v.read(doc, s, noise, simplify)
	return v
}

// read makes it the view of a sentence. Most sentences need no change and are the
// document's own bytes.
func (v *view) read(doc *report.Document, s report.Span, noise []report.Span, simplify map[rune]rune) {
	raw := s.In(doc.Text)
	v.text, v.from, v.start, v.end = raw, s.Start, nil, nil
	if len(noise) == 0 && simplify == nil && isPlain(raw) {
		return
	}
	text, start, end := v.room.text[:0], v.room.start[:0], v.room.end[:0]
	for i := 0; i < len(raw); {
		at := s.Start + i
		for len(noise) > 0 && noise[0].End <= at {
			noise = noise[1:]
		}
		noisy := len(noise) > 0 && noise[0].Start <= at
		if c := raw[i]; simplify == nil && !noisy && isHan(raw, i) { // most of a sentence
			text = append(text, c, raw[i+1], raw[i+2])
			start = append(start, int32(at), int32(at), int32(at))
			end = append(end, int32(at+3), int32(at+3), int32(at+3))
			i += 3
			continue
		}
		r, size := utf8.DecodeRuneInString(raw[i:])
		i += size
		if noisy || isBlank(r) {
			continue
		}
		if n := footnoteMark(raw[i-size:]); n > 0 {
			i += n - size
			continue
		}
		if r == utf8.RuneError && size == 1 {
			text = append(text, raw[i-1])
		} else {
			text = utf8.AppendRune(text, fold(r, simplify))
		}
		for len(start) < len(text) {
			start, end = append(start, int32(at)), append(end, int32(at+size))
		}
	}
	v.text, v.start, v.end = string(text), start, end
	v.room.text, v.room.start, v.room.end = text, start, end
}

// isHan reports whether a Han character of three bytes certainly stands at i.
func isHan(s string, i int) bool {
	return s[i] >= 0xE4 && s[i] <= 0xE9 && i+2 < len(s) && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80
}

// isPlain reports whether a sentence can be read as it stands.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= 0xE4 && c <= 0xE9 && isHan(s, i):
			i += 2
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
