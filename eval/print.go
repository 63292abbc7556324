package eval

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Detail says how much WriteText prints.
type Detail struct {
	Errors int // most errors, and most changes, of each sort shown in their sentence
	Rows   int // most rows of a table of errors; 0 for no tables
}

// WriteText writes the evaluation for reading: the figures, the errors by construct,
// the errors in their sentences, and what changed against the earlier run.
func (e *Evaluation) WriteText(w io.Writer, d Detail) error {
	if len(e.Pairs) == 0 && e.Against != nil { // two runs without gold
		return e.writeChanges(w, d.Errors)
	}
	if err := e.writeFigures(w); err != nil {
		return err
	}
	if d.Rows > 0 {
		for _, table := range Tables(e.Pairs, e.Texts) {
			if err := table.write(w, d.Rows); err != nil {
				return err
			}
		}
	}
	if err := e.writeErrors(w, d.Errors); err != nil {
		return err
	}
	if e.Against == nil {
		return nil
	}
	return e.writeChanges(w, d.Errors)
}

// sideBySide is how many reports have a column each; of more, each has a row.
const sideBySide = 6

// writeFigures writes the figures of each report, the pooled ones last.
func (e *Evaluation) writeFigures(w io.Writer) error {
	scores := e.Documents()
	if len(scores) != 1 {
		scores = append(scores, e.Pooled())
	}
	if e.Against != nil {
		scores = append(scores, Scored{"before", e.Against.Score})
	}
	g := grid{left: 1}
	head := []string{""}
	for _, s := range scores {
		head = append(head, strings.TrimSuffix(s.Scope, ".txt"))
	}
	g.add(head...)
	for i, figure := range NewScore(nil).Figures() {
		row := []string{figure.Name}
		for _, s := range scores {
			row = append(row, s.Figures()[i].String())
		}
		g.add(row...)
	}
	if len(scores) > sideBySide {
		g.turn()
	}
	return g.write(w, "")
}

// write writes the table's worst rows. Groups without an error are summed up.
func (t Table) write(w io.Writer, most int) error {
	wrong := 0
	for _, row := range t.Rows {
		wrong += row.Wrong()
	}
	if wrong == 0 || len(t.Rows) < 2 {
		return nil
	}
	g := grid{left: 1}
	head := []string{"by " + t.By, "facts", "right"}
	for _, s := range sorts() {
		head = append(head, string(s))
	}
	g.add(head...)
	shown := 0
	for _, row := range t.Rows {
		if shown == most || row.Wrong() == 0 {
			break
		}
		g.add(row.cells()...)
		shown++
	}
	if _, err := fmt.Fprintln(w); err != nil {
		return err
	}
	if err := g.write(w, ""); err != nil {
		return err
	}
	if rest := len(t.Rows) - shown; rest > 0 {
		_, err := fmt.Fprintf(w, "and %d more\n", rest)
		return err
	}
	return nil
}

func (r Row) cells() []string {
	cells := []string{r.Name, strconv.Itoa(r.Facts), share(r.Right, r.Facts)}
	for _, s := range sorts() {
		cell := ""
		if n := r.Errors[s]; n > 0 {
			cell = strconv.Itoa(n)
		}
		cells = append(cells, cell)
	}
	return cells
}

// share is a percentage for reading: 92.1%.
func share(n, of int) string {
	if of == 0 {
		return ""
	}
	return strconv.FormatFloat(100*float64(n)/float64(of), 'f', 1, 64) + "%"
}
