package output

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Style tells how a terminal wants its text.
type Style struct {
	Width int  // columns of the terminal; 0 for as wide as need be
	Color bool // the caller knows of NO_COLOR and of pipes
	Limit int  // facts shown; 0 for all
}

// Print writes rows for people to read: of one document its headline indicators,
// facts and a summary, of several a line each.
func Print(w io.Writer, rows Rows, style Style) error {
	p := &printer{bufio.NewWriter(w), style}
	if len(rows.Documents) == 1 {
		p.report(rows)
	} else {
		p.overview(rows)
	}
	p.rejects(rows.Rejects)
	if err := p.out.Flush(); err != nil {
		return fmt.Errorf("print tables: %w", err)
	}
	return nil
}

// printer holds the terminal while a report is printed; bufio keeps the first error.
type printer struct {
	out   *bufio.Writer
	style Style
}

func (p *printer) report(rows Rows) {
	d := rows.Documents[0]
	p.heading(cmp.Or(d.Title, d.DocID))
	p.line(placeLine(&d))
	if g, more := headlines(rows); len(g.rows) > 0 {
		p.line("")
		g.print(p)
		if more > 0 {
			p.line(p.paint(dim, fmt.Sprintf("… and %d more in the panel table", more)))
		}
	}
	if len(rows.Facts) > 0 {
		p.line("")
		p.facts(rows.Facts)
	}
	p.line("")
	p.line(summary(rows.Facts))
}

// placeLine says whose report it is: 吉林市 220200 · 吉林省 · city · 2024 · 17,203 characters.
func placeLine(d *DocumentRow) string {
	var parts []string
	for _, s := range []string{
		strings.TrimSpace(d.Region + " " + d.RegionCode), d.Province, d.Level, year(d.ReportYear),
		thousands(int(d.Chars)) + " characters",
	} {
		if s != "" && s != d.Region { // 北京市 is its own province
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " · ")
}

// facts prints the facts in text order, as many as the style allows.
func (p *printer) facts(facts []FactRow) {
	shown := facts
	if p.style.Limit > 0 && len(shown) > p.style.Limit {
		shown = shown[:p.style.Limit]
	}
	g := grid{columns: []column{
		{title: "at", right: true},
		{title: "indicator", least: 16},
		{title: "action", least: 6},
		{title: "quantity", least: 8},
		{title: "status", least: 6},
		{title: "period", least: 4},
	}}
	for i := range shown {
		f := &shown[i]
		g.add(statusColor(f.Status), strconv.Itoa(int(f.Start)), f.Indicator, f.Action, quantity(f),
			statusWord(f), f.period().String())
	}
	g.print(p)
	if more := len(facts) - len(shown); more > 0 {
		p.line(p.paint(dim, fmt.Sprintf("… and %s more; --format jsonl shows all, -o DIR writes tables", thousands(more))))
	}
}

// statusWord adds how firmly an aim is stated: target, strive. A threshold or a scale
// has no status and shows its aspect instead.
func statusWord(f *FactRow) string {
	word := cmp.Or(f.Status, f.Aspect)
	if f.Strength != "" && f.Strength != "plain" {
		word += ", " + f.Strength
	}
	return word
}

// quantity shows a number with its bound and sign: ~ +7%, >= 300亿元, 与经济增长同步.
func quantity(f *FactRow) string {
	sign := map[string]string{"up": "+", "down": "-"}[f.Direction]
	if strings.HasPrefix(f.ValueText, "-") || f.Kind == "parity" {
		sign = ""
	}
	mark := map[string]string{
		"about": "~ ", "almost": "< ~ ", "over": "> ", "at_least": ">= ", "under": "< ", "at_most": "<= ",
	}[f.Bound]
	return mark + sign + f.Text
}

// overview prints a line for each document.
func (p *printer) overview(rows Rows) {
	if len(rows.Documents) == 0 {
		return
	}
	g := grid{columns: []column{
		{title: "document", least: 16},
		{title: "region", least: 8},
		{title: "level"},
		{title: "year", right: true},
		{title: "characters", right: true},
		{title: "facts", right: true},
		{title: "results", right: true},
		{title: "targets", right: true},
	}}
	byDoc := map[string][]FactRow{}
	for _, f := range rows.Facts {
		byDoc[f.DocID] = append(byDoc[f.DocID], f)
	}
	for i := range rows.Documents {
		d := &rows.Documents[i]
		n := count(byDoc[d.DocID], func(f *FactRow) string { return f.Status })
		g.add("", d.DocID, d.Region, d.Level, year(d.ReportYear), thousands(int(d.Chars)),
			thousands(int(d.Facts)), thousands(n["actual"]), thousands(n["target"]))
	}
	g.print(p)
	p.line("")
	p.line(fmt.Sprintf("%s documents, %s", thousands(len(rows.Documents)), summary(rows.Facts)))
}

// rejects prints the inputs that failed; mentions that failed are counted only.
func (p *printer) rejects(rejects []RejectRow) {
	mentions := 0
	for _, r := range rejects {
		if r.What == rejectMention {
			mentions++
			continue
		}
		p.line(p.paint(red, "rejected ") + clean(r.Source+": "+r.Reason))
	}
	if mentions > 0 {
		p.line(fmt.Sprintf("number phrases that could not be read: %s; the rejects table tells why", thousands(mentions)))
	}
}

func year(y int32) string {
	if y == 0 {
		return ""
	}
	return strconv.Itoa(int(y))
}
