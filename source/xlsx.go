package source

import (
	"archive/zip"
	"errors"
	"strconv"
)

// xlsx yields the report in each row of an Excel workbook's sheets. The sheets that
// lack the column are passed over if another has it.
func (w *walker) xlsx(in Input, c content) bool {
	z, err := zip.NewReader(c, c.size)
	if err != nil {
		return w.yield(Input{}, in.brokenBook("", err))
	}
	b := book{parts: parts{zip: z, limit: in.opts.max()}}
	if err := b.open(); err != nil {
		return w.yield(Input{}, in.brokenBook("", err))
	}
	found := false
	var missing error
	for _, s := range b.sheets {
		rows := rowTaker{in: in, sheet: s.name, col: -1, yield: w.yield, alive: true}
		err := b.rows(s.part, rows.take)
		found = found || rows.col >= 0
		alive := rows.alive
		switch {
		case !alive:
			return false
		case rows.err != nil:
			missing = rows.err
		case err != nil:
			found = true
			alive = w.yield(Input{}, in.brokenBook("sheet "+s.name, err))
		}
		if !alive {
			return false
		}
	}
	if found {
		return true
	}
	if missing == nil {
		return w.yield(Input{}, in.reject("", "the workbook is empty", "fetch it again"))
	}
	return w.yield(Input{}, in.reject("row 1", missing.Error(), "name it with --text-column"))
}

// brokenBook is the Reject of a workbook that cannot be read.
func (in Input) brokenBook(where string, err error) *Reject {
	return &Reject{Path: in.Path, Where: where, What: "the workbook is damaged", Cure: "open it in Excel or LibreOffice and save it anew as .xlsx or .csv", Err: err}
}

// rowTaker yields the cells of one column of a sheet.
type rowTaker struct {
	in    Input
	sheet string
	col   int // -1 before the first row
	err   error
	yield func(Input, error) bool
	alive bool
}

// errStop ends the reading of a sheet.
var errStop = errors.New("stop")

// take takes a row.
func (t *rowTaker) take(row int, cells []string) error {
	if t.col < 0 {
		col, header, err := textColumn(cells, t.in.opts.TextColumn)
		if err != nil {
			t.err = err
			return errStop
		}
		t.col = col
		if header {
			return nil
		}
	}
	if t.col >= len(cells) || cells[t.col] == "" {
		return nil // an empty row, or one of remarks
	}
	t.alive = t.yield(t.in.cell(FormatXLSX, t.sheet+"."+strconv.Itoa(row), cells[t.col]), nil)
	if !t.alive {
		return errStop
	}
	return nil
}
