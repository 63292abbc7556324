package seeds

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode/utf8"
)

// entry is a row as read; its key orders the table.
type entry interface{ key() string }

// schema says what a table looks like and how a row becomes an entry.
type schema[T entry] struct {
	file     string
	columns  []string
	required int // the first so many cells must be there; the first column is the key
	parse    func(*row) T
}

// row is a line of a table: its cells, one for each column, and where it stands.
type row struct {
	file     string
	line     int
	cells    []string
	valid    bool // the whole file is UTF-8, which is cheaper to know than of each line
	problems *Problems
}

// wrong reports what is wrong with the row and how to cure it.
func (r *row) wrong(cure, format string, args ...any) {
	r.problems.add(r.file, r.line, fmt.Sprintf(format, args...), cure)
}

// readTable reads a table in one pass. A folder without the file yields nothing: a
// user's folder adds only what it holds.
func readTable[T entry](fsys fs.FS, s schema[T], problems *Problems) []T {
	text, err := readText(fsys, s.file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		problems.add(s.file, 1, "cannot be read: "+err.Error(), "make it a readable file")
		return nil
	}
	entries := make([]T, 0, strings.Count(text, "\n"))
	r := &row{file: s.file, cells: make([]string, len(s.columns)), valid: utf8.ValidString(text), problems: problems}
	header, last, lastLine := false, "", 0
	for line := range strings.Lines(text) {
		r.line++
		line = strings.TrimRight(line, "\r\n")
		switch {
		case line == "" || line[0] == '#':
			continue
		case !header:
			header = true
			if !r.header(line, s.columns) {
				return nil // every row would be wrong in the same way
			}
			continue
		case !r.cut(line, s.required, s.columns):
			continue
		}
		e := s.parse(r)
		if k := e.key(); r.order(k, last, lastLine) {
			entries, last, lastLine = append(entries, e), k, r.line
		}
	}
	if !header {
		r.wrong("begin with the line "+strings.Join(s.columns, "<tab>"), "no header line")
	}
	return entries
}

// readText reads a file as text, without the copy that fs.ReadFile would cost.
func readText(fsys fs.FS, name string) (string, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }() // it was only read
	var text strings.Builder
	if info, err := f.Stat(); err == nil {
		text.Grow(int(info.Size()))
	}
	_, err = io.CopyBuffer(&text, f, make([]byte, 4096))
	return text.String(), err
}

// header checks the line that names the columns.
func (r *row) header(line string, columns []string) bool {
	want := strings.Join(columns, "\t")
	if line == want {
		return true
	}
	cure := "name the columns " + strings.ReplaceAll(want, "\t", "<tab>")
	if strings.HasPrefix(line, "\uFEFF") {
		cure = "save the file without a byte order mark"
	}
	r.wrong(cure, "wrong header %q", line)
	return false
}

// cut splits a line into cells; cells left out at its end are empty.
func (r *row) cut(line string, required int, columns []string) bool {
	if !r.valid && !utf8.ValidString(line) {
		r.wrong("save the file as UTF-8", "invalid UTF-8")
		return false
	}
	clear(r.cells)
	n := 0
	for rest, more := line, true; more; n++ {
		var cell string
		cell, rest, more = strings.Cut(rest, "\t")
		if n >= len(columns) {
			r.wrong("separate by one tab each: "+strings.Join(columns, "<tab>"), "more than %d columns", len(columns))
			return false
		}
		if spaced(cell) {
			r.wrong("remove the space", "space around %q in column %s", cell, columns[n])
			return false
		}
		r.cells[n] = cell
	}
	for i := range required {
		if r.cells[i] == "" {
			r.wrong("write it after a tab", "no %s", columns[i])
			return false
		}
	}
	return true
}

// spaced reports whether a cell begins or ends with a space, narrow or full-width, which
// nobody sees and no lookup would match.
func spaced(cell string) bool {
	return cell != "" && (cell[0] == ' ' || cell[len(cell)-1] == ' ' ||
		strings.HasPrefix(cell, "\u3000") || strings.HasSuffix(cell, "\u3000"))
}

// order checks that a key comes after the one before it.
func (r *row) order(key, last string, lastLine int) bool {
	switch {
	case key > last:
		return true
	case key == last:
		r.wrong("remove one", "%q is twice, first on line %d", key, lastLine)
	default:
		r.wrong("sort the lines in byte order (LC_ALL=C sort)", "%q stands after %q", key, last)
	}
	return false
}

// oneOf checks that a cell holds a word of a closed list.
func (r *row) oneOf(column, cell string, words []string) {
	for _, w := range words {
		if cell == w {
			return
		}
	}
	r.wrong("use one of "+strings.Join(words, ", "), "unknown %s %q", column, cell)
}

// identifier checks that a cell is a lower-case identifier: growth_rate.
func (r *row) identifier(column, cell string) {
	for i := range len(cell) {
		c := cell[i]
		if c != '_' && (c < 'a' || c > 'z') && (i == 0 || c < '0' || c > '9') {
			r.wrong("use letters a to z, digits and _", "%s %q is no identifier", column, cell)
			return
		}
	}
}

// number checks that a cell is an exact number: 0.5, 10000, 2000/3.
func (r *row) number(column, cell string) {
	num, den, fraction := strings.Cut(cell, "/")
	if !decimal(num) || fraction && (!decimal(den) || strings.Trim(den, "0.") == "") {
		r.wrong("write a decimal such as 0.5 or a fraction such as 2000/3", "%s %q is no number", column, cell)
	}
}

// decimal reports whether s is digits with at most one point between them.
func decimal(s string) bool {
	whole, part, point := strings.Cut(s, ".")
	return digits(whole) && (!point || digits(part))
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
