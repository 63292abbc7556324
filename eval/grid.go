package eval

import (
	"io"
	"strings"

	"golang.org/x/text/width"
)

// grid is rows of cells, aligned by what they take on a screen: a Han character is two
// columns wide.
type grid struct {
	rows [][]string
	left int // leading columns that are aligned to the left; the others are numbers
}

func (g *grid) add(cells ...string) { g.rows = append(g.rows, cells) }

// turn makes rows of the columns; all rows must be of one length.
func (g *grid) turn() {
	turned := make([][]string, len(g.rows[0]))
	for _, row := range g.rows {
		for i, cell := range row {
			turned[i] = append(turned[i], cell)
		}
	}
	g.rows = turned
}

// write writes the rows with two spaces between columns and none at line ends.
func (g *grid) write(w io.Writer, indent string) error {
	var widths []int
	for _, row := range g.rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], columns(cell))
		}
	}
	var b strings.Builder
	for _, row := range g.rows {
		b.WriteString(indent)
		var line strings.Builder
		for i, cell := range row {
			if i > 0 {
				line.WriteString("  ")
			}
			pad := strings.Repeat(" ", widths[i]-columns(cell))
			if i < g.left {
				line.WriteString(cell + pad)
			} else {
				line.WriteString(pad + cell)
			}
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// columns is the width of text on a screen.
func columns(s string) int {
	n := 0
	for _, r := range s {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}
