package source

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// docx reads a Word document: paragraphs with the numbers of their headings, tables
// row by row, and the notes at the end.
func (in Input) docx(data []byte) (Text, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return Text{}, in.brokenWord("", err)
	}
	p := parts{zip: z, limit: in.opts.max()}
	numbers, err := readNumbering(p)
	if err != nil {
		return Text{}, in.brokenWord("numbering", err)
	}
	var b strings.Builder
	for _, name := range []string{"word/document.xml", "word/footnotes.xml", "word/endnotes.xml"} {
		err := p.read(name, func(r io.Reader) error {
			w := wordReader{out: &b, numbers: numbers, limit: in.opts.max(), notes: name != "word/document.xml"}
			return w.read(r)
		})
		if errors.Is(err, errNoPart) && name != "word/document.xml" {
			continue
		}
		if err != nil {
			return Text{}, in.brokenWord(name, err)
		}
	}
	return Text{Text: lineEnds(b.String()), Format: FormatDOCX}, nil
}

// brokenWord is the Reject of a Word document that cannot be read.
func (in Input) brokenWord(where string, err error) *Reject {
	return &Reject{
		Path: in.Path, Where: where, What: "the Word document is damaged or not one",
		Cure: "open it in Word or LibreOffice and save it anew as .docx or .txt", Err: err,
	}
}

// errNoPart says that an Office file lacks a part.
var errNoPart = errors.New("the part is missing")

// parts are the XML parts of an Office file.
type parts struct {
	zip   *zip.Reader
	limit int64 // bytes that a part may unpack to
}

// read hands the named part to f.
func (p parts) read(name string, f func(io.Reader) error) error {
	for _, m := range p.zip.File {
		if m.Name != name {
			continue
		}
		r, err := m.Open()
		if err != nil {
			return err
		}
		defer r.Close()
		return f(&cappedReader{r: r, left: p.limit})
	}
	return fmt.Errorf("%s: %w", name, errNoPart)
}

// decode reads the named part into v; a missing part leaves v as it is.
func (p parts) decode(name string, v any) error {
	err := p.read(name, func(r io.Reader) error { return xml.NewDecoder(r).Decode(v) })
	if errors.Is(err, errNoPart) {
		return nil
	}
	return err
}

// cappedReader fails once more bytes are read than were granted: a part of a kilobyte
// can unpack to gigabytes.
type cappedReader struct {
	r    io.Reader
	left int64
}

// errCapped says that an input holds more than it may.
var errCapped = errors.New("it unpacks to more than the limit (--max-input)")

// Read reads up to the cap.
func (c *cappedReader) Read(b []byte) (int, error) {
	if c.left <= 0 {
		return 0, errCapped
	}
	n, err := c.r.Read(b[:min(int64(len(b)), c.left)])
	c.left -= int64(n)
	return n, err
}
