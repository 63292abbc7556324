package source

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// maxColumns is the width of Excel's own sheets.
const maxColumns = 16384

// sheetReader reads a sheet row by row, without a tree.
type sheetReader struct {
	shared []string
	take   func(row int, cells []string) error
	row    int
	cells  []string
	col    int
	kind   string // the cell's type: s refers to shared, inlineStr holds its text
	text   strings.Builder
	inText bool
}

// read reads the sheet.
func (s *sheetReader) read(d *xml.Decoder) error {
	for {
		tok, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := tok.(type) {
		case xml.StartElement:
			if t.Name.Local == "rPh" || t.Name.Local == "f" {
				if err := skipElement(d); err != nil {
					return err
				}
				continue
			}
			s.start(t)
		case xml.EndElement:
			if err := s.end(t.Name.Local); err != nil {
				return err
			}
		case xml.CharData:
			if s.inText {
				s.text.Write(t)
			}
		}
	}
}

// start opens an element.
func (s *sheetReader) start(t xml.StartElement) {
	switch t.Name.Local {
	case "row":
		s.row++
		if n, err := strconv.Atoi(xmlAttr(t, "r")); err == nil {
			s.row = n
		}
		s.cells, s.col = nil, -1
	case "c":
		s.col++
		if i := columnIndex(strings.TrimRight(xmlAttr(t, "r"), "0123456789")); i >= 0 {
			s.col = i
		}
		s.kind = xmlAttr(t, "t")
		s.text.Reset()
	case "v", "t":
		s.inText = true
	}
}

// end closes an element.
func (s *sheetReader) end(name string) error {
	switch name {
	case "v", "t":
		s.inText = false
	case "c":
		if s.col < 0 || s.col >= maxColumns {
			return nil
		}
		for len(s.cells) <= s.col {
			s.cells = append(s.cells, "")
		}
		s.cells[s.col] = s.value()
	case "row":
		if len(s.cells) > 0 {
			return s.take(s.row, s.cells)
		}
	}
	return nil
}

// value is the text of the cell. Excel writes a carriage return as _x000D_.
func (s *sheetReader) value() string {
	text := s.text.String()
	if s.kind == "s" {
		i, err := strconv.Atoi(strings.TrimSpace(text))
		if err != nil || i < 0 || i >= len(s.shared) {
			return ""
		}
		text = s.shared[i]
	}
	return strings.ReplaceAll(text, "_x000D_", "\r")
}
