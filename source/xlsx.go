package source

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
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
	found, alive := false, true
	var missing error
	for _, s := range b.sheets {
		rows := rowTaker{in: in, sheet: s.name, col: -1, yield: w.yield, alive: true}
		err := b.rows(s.part, rows.take)
		found = found || rows.col >= 0
		alive = rows.alive
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

// book is an Excel workbook.
type book struct {
	parts
	sheets []sheet
	shared []string // the texts that cells refer to by number
}

// sheet is a sheet's name and the part it is in.
type sheet struct{ name, part string }

// open reads the list of sheets and the shared texts.
func (b *book) open() error {
	var wb struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := b.decode("xl/workbook.xml", &wb); err != nil {
		return fmt.Errorf("read xl/workbook.xml: %w", err)
	}
	var rels struct {
		List []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := b.decode("xl/_rels/workbook.xml.rels", &rels); err != nil {
		return fmt.Errorf("read xl/_rels/workbook.xml.rels: %w", err)
	}
	targets := map[string]string{}
	for _, r := range rels.List {
		if rest, ok := strings.CutPrefix(r.Target, "/"); ok {
			targets[r.ID] = rest
		} else {
			targets[r.ID] = path.Join("xl", r.Target)
		}
	}
	for _, s := range wb.Sheets {
		b.sheets = append(b.sheets, sheet{s.Name, targets[s.ID]})
	}
	err := b.read("xl/sharedStrings.xml", b.readShared)
	if errors.Is(err, errNoPart) {
		return nil // all texts stand in the cells
	}
	return err
}

// readShared reads the shared texts. Readings of Japanese text (rPh) are no part of it.
func (b *book) readShared(r io.Reader) error {
	d := xml.NewDecoder(r)
	var text strings.Builder
	inText := false
	for {
		tok, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read xl/sharedStrings.xml: %w", err)
		}
		switch t := tok.(type) {
		case xml.StartElement:
			if t.Name.Local == "rPh" {
				if err := skipElement(d); err != nil {
					return err
				}
				continue
			}
			inText = t.Name.Local == "t"
		case xml.EndElement:
			inText = false
			if t.Name.Local == "si" {
				b.shared = append(b.shared, text.String())
				text.Reset()
			}
		case xml.CharData:
			if inText {
				text.Write(t)
			}
		}
	}
}

// rows hands the rows of a sheet to take, one by one.
func (b *book) rows(part string, take func(row int, cells []string) error) error {
	err := b.read(part, func(r io.Reader) error {
		s := sheetReader{shared: b.shared, take: take}
		return s.read(xml.NewDecoder(r))
	})
	if errors.Is(err, errStop) {
		return nil
	}
	return err
}
