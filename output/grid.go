package output

import (
	"strings"
	"unicode"

	"github.com/mattn/go-runewidth"
)

// grid is a table for the terminal, its columns aligned by the width that letters
// take on the screen: 吉 takes two columns.
type grid struct {
	columns []column
	rows    []gridRow
}

type column struct {
	title string
	least int // width down to which the column may be cut; 0 for never
	right bool
	width int
}

type gridRow struct {
	color string
	cells []string
}

// The colours, as the terminal's own palette has them.
const (
	bold  = "\x1b[1m"
	dim   = "\x1b[2m"
	red   = "\x1b[31m"
	cyan  = "\x1b[36m"
	reset = "\x1b[0m"
)

const gutter = "  "

// statusColor sets aims off from results, and conditions and sizes back.
func statusColor(status string) string {
	switch status {
	case "actual":
		return ""
	case "target":
		return cyan
	default:
		return dim
	}
}

func (g *grid) add(color string, cells ...string) {
	for i := range cells {
		cells[i] = clean(cells[i])
	}
	g.rows = append(g.rows, gridRow{color, cells})
}

// clean replaces what would break the line or speak to the terminal: a report may
// hold an escape sequence as well as a line break inside a word.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == unicode.ReplacementChar:
			return '·'
		default:
			return r
		}
	}, s)
}

func (g *grid) print(p *printer) {
	screen := widths()
	g.fit(screen, p.style.Width)
	titles := make([]string, len(g.columns))
	for i, c := range g.columns {
		titles[i] = c.title
	}
	p.line(p.paint(bold, g.format(screen, titles)))
	for _, r := range g.rows {
		p.line(p.paint(r.color, g.format(screen, r.cells)))
	}
}

// widths measures letters the same way everywhere, whatever the locale says: a table
// in a log must not depend on who ran the program.
func widths() *runewidth.Condition {
	return &runewidth.Condition{EastAsianWidth: false, StrictEmojiNeutral: true}
}

// fit gives each column the width of its widest cell, then narrows the widest of
// those that may be cut until the row fits the terminal.
func (g *grid) fit(screen *runewidth.Condition, limit int) {
	total := len(gutter) * (len(g.columns) - 1)
	for i := range g.columns {
		c := &g.columns[i]
		c.width = screen.StringWidth(c.title)
		for _, r := range g.rows {
			c.width = max(c.width, screen.StringWidth(r.cells[i]))
		}
		total += c.width
	}
	for limit > 0 && total > limit {
		widest := -1
		for i, c := range g.columns {
			if c.least > 0 && c.width > c.least && (widest < 0 || c.width > g.columns[widest].width) {
				widest = i
			}
		}
		if widest < 0 {
			return
		}
		g.columns[widest].width--
		total--
	}
}

func (g *grid) format(screen *runewidth.Condition, cells []string) string {
	var b strings.Builder
	for i, c := range g.columns {
		if i > 0 {
			b.WriteString(gutter)
		}
		cell := screen.Truncate(cells[i], c.width, "…")
		if c.right {
			cell = screen.FillLeft(cell, c.width)
		} else {
			cell = screen.FillRight(cell, c.width)
		}
		b.WriteString(cell)
	}
	return strings.TrimRight(b.String(), " ")
}

func (p *printer) line(s string) {
	_, _ = p.out.WriteString(s + "\n") // bufio keeps the error for Flush
}

func (p *printer) heading(s string) { p.line(p.paint(bold, clean(s))) }

func (p *printer) paint(color, s string) string {
	if !p.style.Color || color == "" {
		return s
	}
	return color + s + reset
}
