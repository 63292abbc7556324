package output

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// WriteSchema describes the tables, or the one named, as text, markdown or json. The
// fields of a line of JSON go by the name jsonl.
func WriteSchema(w io.Writer, format, table string) error {
	tables := Tables()
	if table != "" {
		one, err := named(append(tables, Lines()), table)
		if err != nil {
			return err
		}
		tables = []Table{one}
	}
	switch format {
	case "", "text":
		return schemaText(w, tables)
	case "markdown":
		return schemaMarkdown(w, tables)
	case "json":
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(tables)
	default:
		return fmt.Errorf("schema format %q: no such format; use text, markdown or json", format)
	}
}

func named(tables []Table, name string) (Table, error) {
	var names []string
	for _, t := range tables {
		if t.Name == name {
			return t, nil
		}
		names = append(names, t.Name)
	}
	return Table{}, fmt.Errorf("table %q: no such table; use one of %s", name, strings.Join(names, ", "))
}

func schemaText(w io.Writer, tables []Table) error {
	p := &printer{out: bufio.NewWriter(w)}
	for i, t := range tables {
		if i > 0 {
			p.line("")
		}
		p.line(t.Name + ": a row is " + t.Row)
		g := grid{columns: []column{{title: "column"}, {title: "type"}, {title: "null"}, {title: "unit"}, {title: "meaning"}}}
		for _, c := range t.Columns {
			g.add("", c.Name, c.Type, null(c), c.Unit, c.About)
		}
		g.print(p)
	}
	return p.out.Flush()
}

// schemaMarkdown writes docs/tables.md.
func schemaMarkdown(w io.Writer, tables []Table) error {
	b := bufio.NewWriter(w)
	for i, t := range tables {
		if i > 0 {
			fmt.Fprintln(b) // bufio keeps the error for Flush
		}
		fmt.Fprintf(b, "## %s\n\nA row is %s.", t.Name, t.Row)
		if t.Key != "" {
			fmt.Fprintf(b, " It is named by %s.", t.Key)
		}
		_, _ = fmt.Fprint(b, "\n\n| column | type | null | unit | meaning |\n|---|---|---|---|---|\n")
		for _, c := range t.Columns {
			fmt.Fprintf(b, "| `%s` | %s | %s | %s | %s |\n", c.Name, c.Type, null(c), c.Unit, c.About)
		}
	}
	return b.Flush()
}

func null(c Column) string {
	if c.Nullable {
		return "yes"
	}
	return ""
}
