package source

import (
	"slices"
	"strings"
	"unicode"
)

// pdfLine is a line as it stands on a page, in points from the lower left.
type pdfLine struct {
	glyphs      []glyph
	text        string
	left, right float64
	y           float64 // its base line
	size        float64 // of its type
}

// set makes the line's text of its glyphs, from left to right, without the spaces that
// setting left in it and with a tab for a gap as wide as a column's.
func (l *pdfLine) set() {
	spaced := spacedLetters(l.glyphs)
	g := slices.DeleteFunc(l.glyphs, func(g glyph) bool { return g.r == ' ' })
	slices.SortStableFunc(g, func(a, b glyph) int {
		switch {
		case a.x < b.x-0.01:
			return -1
		case b.x < a.x-0.01:
			return 1
		}
		return 0
	})
	if len(g) == 0 {
		return
	}
	var b strings.Builder
	for i, c := range g {
		if i > 0 {
			p := g[i-1]
			gap := c.x - p.x - width(p.r, l.size)
			switch {
			case gap > l.size:
				b.WriteByte('\t')
			case spaced[[2]glyph{p, c}] && !closeNumbers(p, c, l.size):
				b.WriteByte(' ')
			}
		}
		b.WriteRune(c.r)
	}
	last := g[len(g)-1]
	l.text = b.String()
	l.left, l.right = g[0].x, last.x+l.size
	l.glyphs = nil
}

// spacedLetters are the neighbours that a space stands between, if neither is a Chinese
// character: among those no space means anything (增长 6.7%).
func spacedLetters(g []glyph) map[[2]glyph]bool {
	pairs := map[[2]glyph]bool{}
	for i := 1; i < len(g)-1; i++ {
		if g[i].r == ' ' && !wideRune(g[i-1].r) && !wideRune(g[i+1].r) {
			pairs[[2]glyph{g[i-1], g[i+1]}] = true
		}
	}
	return pairs
}

// closeNumbers reports whether two digits or marks stand so close that they are one
// number, set a full width apart: 2 0 0 1年.
func closeNumbers(a, b glyph, size float64) bool {
	return numeric(a.r) && numeric(b.r) && b.x-a.x < 1.4*size
}

// width is about how wide a character is set.
func width(r rune, size float64) float64 {
	if wideRune(r) {
		return size
	}
	return 0.5 * size
}

// wideRune reports whether r is a Chinese character, full-width form or mark.
func wideRune(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF || r >= 0x2010 && r <= 0x203B || r >= 0x2100 && r <= 0x214F
}

// numeric reports whether r may stand inside or beside a number: 2001-2005, 6.7%.
func numeric(r rune) bool { return r > ' ' && r < 0x7F && !unicode.IsLetter(r) }
