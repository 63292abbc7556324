package source

import (
	"math"
	"slices"
	"strings"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// glyph is a character where it stands on a page, in points from the lower left.
type glyph struct {
	r    rune
	x, y float64
}

// pdfPage asks PDFium about the characters of one page.
type pdfPage struct {
	p        pdfium.Pdfium
	text     references.FPDF_TEXTPAGE
	deadline time.Time
}

// readPDFPage reads the lines of a page in the order in which they were set, which
// keeps columns apart.
func readPDFPage(p pdfium.Pdfium, doc references.FPDF_DOCUMENT, index int, deadline time.Time) ([]pdfLine, error) {
	page, err := p.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: doc, Index: index})
	if err != nil {
		return nil, err
	}
	defer func() { _, _ = p.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: page.Page}) }()
	tp, err := p.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: requests.Page{ByReference: &page.Page}})
	if err != nil {
		return nil, err
	}
	defer func() { _, _ = p.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: tp.TextPage}) }()
	count, err := p.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: tp.TextPage})
	if err != nil || count.Count <= 0 {
		return nil, err
	}
	all, err := p.FPDFText_GetText(&requests.FPDFText_GetText{TextPage: tp.TextPage, Count: count.Count})
	if err != nil {
		return nil, err
	}
	return pdfPage{p, tp.TextPage, deadline}.lines(strings.TrimRight(all.Text, "\x00"))
}

// lines cuts the page's characters into lines. Their indexes are PDFium's, but for
// characters beyond U+FFFF, which it counts as two.
func (p pdfPage) lines(text string) ([]pdfLine, error) {
	var lines []pdfLine
	var run []glyph
	size := 10.0
	flush := func() {
		if len(run) > 0 {
			lines = appendLine(lines, pdfLine{glyphs: run, y: run[0].y, size: size})
			run = nil
		}
	}
	index := 0
	for _, r := range text {
		switch {
		case r == '\n' || r == '\r':
			flush()
			if time.Now().After(p.deadline) {
				return nil, errSlow
			}
		case r == ' ' && len(run) == 0 || control(r) && r != '\u0002':
		default:
			if len(run) == 0 {
				size = p.size(index)
			}
			x, y := p.origin(index)
			run = append(run, glyph{visible(r), x, y})
		}
		index++
		if r > 0xFFFF {
			index++
		}
	}
	flush()
	for i := range lines {
		lines[i].set()
	}
	return slices.DeleteFunc(lines, func(l pdfLine) bool { return strings.TrimSpace(l.text) == "" }), nil
}

// appendLine adds a line, or joins it to the one before it if both stand at one height:
// wide gaps set the cells of a table's row apart, and quotes in a font of their own may
// come after the words they stand before.
func appendLine(lines []pdfLine, l pdfLine) []pdfLine {
	if n := len(lines); n > 0 && math.Abs(lines[n-1].y-l.y) < 0.3*l.size {
		lines[n-1].glyphs = append(lines[n-1].glyphs, l.glyphs...)
		return lines
	}
	return append(lines, l)
}

// visible is r, or the hyphen that PDFium marks at a line's end by a character of its own.
func visible(r rune) rune {
	if r == '\uFFFE' || r == '\u0002' {
		return '-'
	}
	return r
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
