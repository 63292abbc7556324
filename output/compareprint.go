package output

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Print writes a comparison for the terminal, as many lines as the style allows.
func (c Comparison) Print(w io.Writer, style Style) error {
	p := &printer{bufio.NewWriter(w), style}
	p.heading(c.A + " → " + c.B)
	if c.Apart != "" {
		p.line(p.paint(red, clean(c.Apart)))
	}
	g := grid{columns: []column{
		{title: "indicator", least: 16},
		{title: "year"},
		{title: "aim", least: 8},
		{title: "before", least: 8},
		{title: "result", least: 8},
		{title: "against"},
		{title: "surprise", right: true},
		{title: ""},
		{title: "next aim", least: 8},
	}}
	if c.regions() > 1 {
		g.columns = append([]column{{title: "region", least: 6}}, g.columns...)
	}
	for _, l := range c.shown(style.Limit) {
		g.add(l.color(), c.cells(l)...)
	}
	if len(g.rows) > 0 {
		p.line("")
		g.print(p)
	}
	if more := len(c.Lines) - len(g.rows); more > 0 {
		p.line(p.paint(dim, fmt.Sprintf("… and %d more; --limit 0 shows all", more)))
	}
	p.line("")
	p.line(c.summary())
	if len(c.Unanswered) > 0 {
		p.line(fmt.Sprintf("%s without a result: %s", Count(len(c.Unanswered), "headline aim"), clean(strings.Join(c.Unanswered, "; "))))
	}
	if err := p.out.Flush(); err != nil {
		return fmt.Errorf("print comparison: %w", err)
	}
	return nil
}

// Markdown writes a comparison as a page with a table, at most so many lines; 0 is all.
func (c Comparison) Markdown(w io.Writer, limit int) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "# %s → %s\n\n%s%s\n\n", inCell(c.A), inCell(c.B), c.warning(), c.summary()) // bufio keeps the error for Flush
	titles := []string{"indicator", "year", "aim", "before", "result", "against", "surprise", "", "next aim"}
	if c.regions() > 1 {
		titles = append([]string{"region"}, titles...)
	}
	fmt.Fprintf(b, "| %s |\n|%s\n", strings.Join(titles, " | "), strings.Repeat("---|", len(titles)))
	for _, l := range c.shown(limit) {
		cells := c.cells(l)
		for i := range cells {
			cells[i] = inCell(cells[i])
		}
		fmt.Fprintf(b, "| %s |\n", strings.Join(cells, " | "))
	}
	if len(c.Unanswered) > 0 {
		fmt.Fprint(b, "\nHeadline aims without a result:\n\n")
		for _, aim := range c.Unanswered {
			fmt.Fprintf(b, "- %s\n", inCell(aim))
		}
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("write comparison: %w", err)
	}
	return nil
}

// warning is a paragraph that says that the places differ.
func (c Comparison) warning() string {
	if c.Apart == "" {
		return ""
	}
	return "**" + inCell(c.Apart) + "**\n\n"
}

// inCell keeps a text inside its cell and out of Markdown and HTML.
func inCell(s string) string {
	return strings.NewReplacer("|", `\|`, "<", "&lt;", "&", "&amp;", "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "~", `\~`).Replace(clean(s))
}

func (c Comparison) shown(limit int) []ComparedLine {
	if limit > 0 && len(c.Lines) > limit {
		return c.Lines[:limit]
	}
	return c.Lines
}

// cells are those of a line, with its region where there are several.
func (c Comparison) cells(l ComparedLine) []string {
	cells := []string{l.Indicator, strconv.Itoa(int(l.Year)), l.Aim, l.Before, l.Result, l.Against, l.Difference, l.verdict(), l.Next}
	if c.regions() > 1 {
		return append([]string{l.Region}, cells...)
	}
	return cells
}

func (c Comparison) regions() int {
	seen := map[string]bool{}
	for _, l := range c.Lines {
		seen[l.Region] = true
	}
	return len(seen)
}

func (l ComparedLine) verdict() string {
	switch {
	case l.Met == nil:
		return ""
	case *l.Met:
		return "met"
	default:
		return "missed"
	}
}

func (l ComparedLine) color() string {
	switch l.verdict() {
	case "missed":
		return red
	case "met":
		return ""
	default:
		return dim
	}
}

// summary counts the results, and of those with an aim what met it.
func (c Comparison) summary() string {
	met, missed := 0, 0
	for _, l := range c.Lines {
		met += truth(l.verdict() == "met")
		missed += truth(l.verdict() == "missed")
	}
	if len(c.Lines) == 0 {
		return "0 results to compare: B is to be the report of the year after A, of the same place, or of the same year"
	}
	if met+missed == 0 {
		return Count(len(c.Lines), "result") + " to compare, none with an aim"
	}
	return fmt.Sprintf("%s to compare; of %d with an aim %d met it and %d missed it", Count(len(c.Lines), "result"), met+missed, met, missed)
}
