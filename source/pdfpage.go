package source

import (
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// pdfLine is a line as it stands on a page, in points from the lower left.
type pdfLine struct {
	text        string
	left, right float64
	y           float64 // its base line
	size        float64 // of its type
}

// pdfPage asks PDFium about the characters of one page.
type pdfPage struct {
	p    pdfium.Pdfium
	text references.FPDF_TEXTPAGE
}

// readPDFPage reads the lines of a page in the order in which they were set, which
// keeps columns apart.
func readPDFPage(p pdfium.Pdfium, doc references.FPDF_DOCUMENT, index int) ([]pdfLine, error) {
	page, err := p.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: doc, Index: index})
	if err != nil {
		return nil, err
	}
	defer p.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: page.Page})
	tp, err := p.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: requests.Page{ByReference: &page.Page}})
	if err != nil {
		return nil, err
	}
	defer p.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: tp.TextPage})
	count, err := p.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: tp.TextPage})
	if err != nil || count.Count <= 0 {
		return nil, err
	}
	all, err := p.FPDFText_GetText(&requests.FPDFText_GetText{TextPage: tp.TextPage, Count: count.Count})
	if err != nil {
		return nil, err
	}
	return pdfPage{p, tp.TextPage}.lines([]rune(strings.TrimRight(all.Text, "\x00"))), nil
}

// lines cuts the page's characters into lines. Their indexes are PDFium's, but for
// characters beyond U+FFFF, which it counts as two.
func (p pdfPage) lines(chars []rune) []pdfLine {
	var lines []pdfLine
	index := 0
	var starts []int
	for _, r := range chars {
		starts = append(starts, index)
		index++
		if r > 0xFFFF {
			index++
		}
	}
	for from := 0; from < len(chars); {
		to := from
		for to < len(chars) && chars[to] != '\n' && chars[to] != '\r' {
			to++
		}
		if l := p.line(chars[from:to], starts[from:to]); l.text != "" {
			lines = append(lines, l)
		}
		from = to + 1
	}
	return lines
}

// line measures one line and takes the spaces out that setting left in it.
func (p pdfPage) line(chars []rune, index []int) pdfLine {
	for len(chars) > 0 && unicode.IsSpace(chars[0]) {
		chars, index = chars[1:], index[1:]
	}
	for len(chars) > 0 && unicode.IsSpace(chars[len(chars)-1]) {
		chars, index = chars[:len(chars)-1], index[:len(index)-1]
	}
	if len(chars) == 0 {
		return pdfLine{}
	}
	l := pdfLine{size: p.size(index[0])}
	l.left, l.y = p.origin(index[0])
	last := len(chars) - 1
	l.right, _ = p.origin(index[last])
	l.right += l.size
	var b strings.Builder
	for i, r := range chars {
		switch {
		case r == '\uFFFE' || r == '\u0002':
			b.WriteByte('-') // PDFium's marks for a hyphen at a line's end
		case control(r):
		case r == ' ' && i > 0 && i < last && p.stray(chars, index, i, l.size):
		default:
			b.WriteRune(r)
		}
	}
	l.text = b.String()
	return l
}

// stray reports whether the space at i is an effect of setting: between Chinese
// characters there is none, and digits set a full width apart (2 0 0 1年) are one number
// unless the gap is as wide as a column's.
func (p pdfPage) stray(chars []rune, index []int, i int, size float64) bool {
	before, after := chars[i-1], chars[i+1]
	if wideRune(before) || wideRune(after) {
		return true
	}
	if !numeric(before) || !numeric(after) {
		return false
	}
	left, _ := p.origin(index[i-1])
	right, _ := p.origin(index[i+1])
	return right > left && right-left < 1.4*size
}

// origin is where the character at an index stands.
func (p pdfPage) origin(index int) (x, y float64) {
	o, err := p.p.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: p.text, Index: index})
	if err != nil {
		return 0, 0
	}
	return o.X, o.Y
}

// size is the size of the type at an index, ten points if the file tells none.
func (p pdfPage) size(index int) float64 {
	s, err := p.p.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: p.text, Index: index})
	if err != nil || s.Rect.Top-s.Rect.Bottom < 1 {
		return 10
	}
	return float64(s.Rect.Top - s.Rect.Bottom)
}

// wideRune reports whether r is a Chinese character, full-width form or mark.
func wideRune(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF || r >= 0x2010 && r <= 0x2026
}

// numeric reports whether r may stand inside or beside a number: 2001-2005, 6.7%.
func numeric(r rune) bool { return r > ' ' && r < 0x7F && !unicode.IsLetter(r) }
