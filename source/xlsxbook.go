package source

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

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
