package extract

import (
	"sort"
	"strings"
	"unicode/utf8"

	"zhibiao/report"
)

// view is a sentence made easy to read: no line breaks or blanks, no page numbers
// between lines, full-width digits and letters as half-width, traditional characters
// as simplified. It knows the way back to the document.
type view struct {
	text   string
	from   int     // document offset of the sentence
	pieces []piece // that it is made of; nil where text is the document's own

	room struct { // for the next sentence
		text   []byte
		pieces []piece
	}
}

// piece is a stretch of a view that stands without a gap in the document: as it is read,
// or one character that is written in another number of bytes.
type piece struct {
	at, n       int // bytes of the view
	report.Span     // of the document
}

// read makes it the view of a sentence, known to be plain or not. Most sentences need no
// change and are the document's own bytes.
func (v *view) read(doc *report.Document, s report.Span, noise []report.Span, simplify map[rune]rune, known bool) {
	raw := s.In(doc.Text)
	v.text, v.from, v.pieces = raw, s.Start, nil
	if len(noise) == 0 && simplify == nil && (known || plain(raw) == len(raw)) {
		return
	}
	v.room.text, v.room.pieces = v.room.text[:0], v.room.pieces[:0]
	for i := 0; i < len(raw); {
		end := len(raw)
		for len(noise) > 0 && noise[0].End <= s.Start+i {
			noise = noise[1:]
		}
		if len(noise) > 0 {
			if end = min(end, noise[0].Start-s.Start); end <= i {
				i = min(noise[0].End-s.Start, len(raw))
				continue
			}
		}
		if simplify == nil { // most of a sentence
			if n := plain(raw[i:end]); n > 0 {
				v.room.text = append(v.room.text, raw[i:i+n]...)
				v.keep(n, report.Span{Start: s.Start + i, End: s.Start + i + n})
				i += n
				continue
			}
		}
		i += v.readRune(raw, i, simplify)
	}
	v.text, v.pieces = string(v.room.text), v.room.pieces
}

// readRune reads the character at byte i of a sentence, or the footnote mark, and returns
// its length.
func (v *view) readRune(raw string, i int, simplify map[rune]rune) int {
	r, size := utf8.DecodeRuneInString(raw[i:])
	if isBlank(r) {
		return size
	}
	if n := footnoteMark(raw[i:]); n > 0 {
		return n
	}
	before := len(v.room.text)
	if r == utf8.RuneError && size == 1 {
		v.room.text = append(v.room.text, raw[i])
	} else {
		v.room.text = utf8.AppendRune(v.room.text, fold(r, simplify))
	}
	v.keep(len(v.room.text)-before, report.Span{Start: v.from + i, End: v.from + i + size})
	return size
}

// keep notes where the last n bytes of the text read so far stand in the document.
func (v *view) keep(n int, s report.Span) {
	if k := len(v.room.pieces) - 1; k >= 0 && n == s.Len() {
		if last := &v.room.pieces[k]; last.End == s.Start && last.n == last.Len() {
			last.n, last.End = last.n+n, s.End
			return
		}
	}
	v.room.pieces = append(v.room.pieces, piece{len(v.room.text) - n, n, s})
}

// isHan reports whether a Han character of three bytes certainly stands at i.
func isHan(s string, i int) bool {
	return s[i] >= 0xE4 && s[i] <= 0xE9 && i+2 < len(s) && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80
}

// plain is the length of what can be read as it stands, from the start of s on.
func plain(s string) int {
	i := 0
	for ; i < len(s); i++ {
		switch c := s[i]; {
		case c >= 0xE4 && c <= 0xE9 && isHan(s, i):
			i += 2
		case c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '[':
			return i
		case c == 0xEF && i+1 < len(s) && s[i+1] >= 0xBC: // U+FF00…: full-width forms
			if r, _ := utf8.DecodeRuneInString(s[i:]); fold(r, nil) != r {
				return i
			}
		case c == 0xE2 && i+1 < len(s) && (s[i+1] == 0x80 || s[i+1] == 0x81):
			if r, _ := utf8.DecodeRuneInString(s[i:]); isBlank(r) {
				return i
			}
		case c == 0xE3 && strings.HasPrefix(s[i:], "〔"):
			return i
		case c == 0xC2 && i+1 < len(s) && s[i+1] == 0xA0, // NBSP
			c == 0xE3 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] == 0x80: // ideographic space
			return i
		}
	}
	return i
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

// pieceAt is the index of the piece that holds byte i of the view.
func (v *view) pieceAt(i int) int {
	return sort.Search(len(v.pieces), func(k int) bool { return v.pieces[k].at+v.pieces[k].n > i })
}

// part is the document's span of what a piece has of a span of the view. A piece of
// another number of bytes is one character, which the span holds whole.
func (p *piece) part(s report.Span) report.Span {
	return report.Span{Start: p.Start + max(0, s.Start-p.at), End: p.End - max(0, p.at+p.n-s.End)}
}

// span is the document's span of a span of the view, gaps and all.
func (v *view) span(s report.Span) report.Span {
	if v.pieces == nil {
		return report.Span{Start: v.from + s.Start, End: v.from + s.End}
	}
	if s.Empty() {
		return report.Span{}
	}
	first, last := &v.pieces[v.pieceAt(s.Start)], &v.pieces[v.pieceAt(s.End-1)]
	return report.Span{Start: first.part(s).Start, End: last.part(s).End}
}

// spans are the document's spans of a span of the view, without what the view skips.
func (v *view) spans(dst []report.Span, s report.Span) []report.Span {
	if s.Empty() {
		return dst
	}
	if v.pieces == nil {
		return append(dst, v.span(s))
	}
	from := len(dst)
	for k := v.pieceAt(s.Start); k < len(v.pieces) && v.pieces[k].at < s.End; k++ {
		part := v.pieces[k].part(s)
		if n := len(dst); n > from && dst[n-1].End == part.Start {
			dst[n-1].End = part.End
		} else {
			dst = append(dst, part)
		}
	}
	return dst
}
