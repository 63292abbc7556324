package main

import (
	"io"
	"os"

	"golang.org/x/term"

	"zhibiao/output"
)

// table gathers the rows of all reports and prints them at the end, when the widths of
// its columns are known.
type table struct {
	w     io.Writer
	style output.Style
	parts []output.Rows
}

// newTable is a table as wide as the terminal that w is; of w that is none, as wide as
// need be. Colours are for terminals whose user has not set NO_COLOR.
func newTable(w io.Writer, limit int) *table {
	t := &table{w: w, style: output.Style{Limit: limit}}
	if file, ok := w.(*os.File); ok && term.IsTerminal(int(file.Fd())) {
		t.style.Color = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
		if width, _, err := term.GetSize(int(file.Fd())); err == nil {
			t.style.Width = width
		}
	}
	return t
}

// Write keeps the rows. Inputs that could not be read are left out: they have been
// named on standard error.
func (t *table) Write(rows output.Rows) error {
	if len(rows.Documents) > 0 {
		t.parts = append(t.parts, rows)
	}
	return nil
}

// Close prints the table.
func (t *table) Close() error {
	if len(t.parts) == 0 {
		return nil
	}
	return output.Print(t.w, output.Join(t.parts), t.style)
}
