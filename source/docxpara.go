package source

import "strings"

// para is the innermost open paragraph, nil outside of any.
func (w *wordReader) para() *para {
	if len(w.paras) == 0 {
		return nil
	}
	return &w.paras[len(w.paras)-1]
}

// add appends to the open paragraph.
func (w *wordReader) add(s string) {
	if p := w.para(); p != nil {
		p.text.WriteString(s)
	}
}

// endPara writes the paragraph as a line, its number before it.
func (w *wordReader) endPara() {
	if len(w.paras) == 0 {
		return
	}
	p := w.para()
	text := p.text.String()
	if strings.TrimSpace(text) != "" {
		text = w.numbers.next(p.style, p.num) + text
	}
	w.paras = w.paras[:len(w.paras)-1]
	if n := len(w.cells); n > 0 {
		w.cells[n-1].lines = append(w.cells[n-1].lines, text)
		return
	}
	w.line(text)
}

// endCell closes a cell of the row.
func (w *wordReader) endCell() {
	if len(w.cells) == 0 {
		return
	}
	c := &w.cells[len(w.cells)-1]
	c.multi = c.multi || len(c.lines) > 1
	c.row = append(c.row, strings.Join(c.lines, "\n"))
	c.lines = nil
}

// endRow writes a row as one line with tabs between cells, or cell by cell if cells
// hold several paragraphs.
func (w *wordReader) endRow() {
	if len(w.cells) == 0 {
		return
	}
	c := w.cells[len(w.cells)-1]
	w.cells = w.cells[:len(w.cells)-1]
	sep := "\t"
	if c.multi {
		sep = "\n"
	}
	text := strings.TrimRight(strings.Join(c.row, sep), "\t\n")
	if n := len(w.cells); n > 0 {
		w.cells[n-1].lines = append(w.cells[n-1].lines, text)
		return
	}
	w.line(text)
}

// line writes a line.
func (w *wordReader) line(text string) {
	if w.notes && strings.TrimSpace(text) == "" {
		return
	}
	w.out.WriteString(text)
	w.out.WriteByte('\n')
}
