package source

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// maxDepth bounds how deep the elements of an Office part may nest; Word stays below 60.
const maxDepth = 1000

// wordReader writes the text of a part of a Word document to out. It reads element by
// element and keeps no tree, so that its memory does not grow with the document.
type wordReader struct {
	out     *strings.Builder
	numbers *numbering
	limit   int64
	notes   bool       // a part of notes, whose separators are empty paragraphs
	paras   []para     // open paragraphs: a text box holds paragraphs inside one
	cells   []wordCell // open table cells: tables nest
	inText  bool
	hidden  bool // the run is hidden text
}

// para is an open paragraph.
type para struct {
	text  strings.Builder
	style string
	num   numRef
}

// wordCell is an open table cell with the lines in it, and the cells before it in its row.
type wordCell struct {
	lines []string
	row   []string
	multi bool // a cell of the row has several lines: the table only lays out
}

// read reads the part.
func (w *wordReader) read(r io.Reader) error {
	d := xml.NewDecoder(r)
	depth := 0
	for {
		tok, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return w.finish(depth)
		}
		if err != nil {
			return err
		}
		switch t := tok.(type) {
		case xml.StartElement:
			if skipped(t.Name.Local) {
				if err := skipElement(d); err != nil {
					return err
				}
				continue
			}
			if depth++; depth > maxDepth {
				return errors.New("elements nest too deep")
			}
			w.start(t)
		case xml.EndElement:
			depth--
			w.end(t.Name.Local)
		case xml.CharData:
			if w.inText && !w.hidden {
				w.add(string(t))
			}
		}
		if int64(w.out.Len()) > w.limit {
			return errCapped
		}
	}
}

// finish checks that every element was closed.
func (w *wordReader) finish(depth int) error {
	if depth != 0 {
		return io.ErrUnexpectedEOF
	}
	return nil
}

// skipped reports whether an element holds no text of the document as it stands:
// deleted text, the old twin of a drawing, field codes.
func skipped(name string) bool {
	switch name {
	case "del", "moveFrom", "Fallback", "instrText", "delText", "rubyPr", "rt", "pPrChange", "rPrChange":
		return true
	}
	return false
}

// skipElement reads on to the end of the element just begun.
func skipElement(d *xml.Decoder) error {
	for depth := 1; depth > 0; {
		tok, err := d.RawToken()
		if err != nil {
			return err
		}
		switch tok.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

// start opens an element.
func (w *wordReader) start(t xml.StartElement) {
	switch t.Name.Local {
	case "p":
		w.paras = append(w.paras, para{num: numRef{level: -1}})
	case "pStyle":
		if p := w.para(); p != nil {
			p.style = xmlAttr(t, "val")
		}
	case "numId":
		if p := w.para(); p != nil {
			p.num.id = xmlAttr(t, "val")
		}
	case "ilvl":
		if p := w.para(); p != nil {
			p.num.level = small(xmlAttr(t, "val"))
		}
	case "r":
		w.hidden = false
	case "vanish":
		w.hidden = xmlAttr(t, "val") != "0" && xmlAttr(t, "val") != "false"
	case "t":
		w.inText = true
	case "tab":
		// a tab in w:tabs is a tab stop, not a tab
		if xmlAttr(t, "val") == "" {
			w.add("\t")
		}
	case "br":
		if xmlAttr(t, "type") == "" || xmlAttr(t, "type") == "textWrapping" {
			w.add("\n")
		}
	case "cr":
		w.add("\n")
	case "noBreakHyphen":
		w.add("-")
	case "tr":
		w.cells = append(w.cells, wordCell{})
	}
}

// end closes an element.
func (w *wordReader) end(name string) {
	switch name {
	case "t":
		w.inText = false
	case "r":
		w.hidden = false
	case "p":
		w.endPara()
	case "tc":
		w.endCell()
	case "tr":
		w.endRow()
	}
}

// xmlAttr is the value of an attribute by its local name.
func xmlAttr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
