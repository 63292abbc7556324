package output

import (
	"fmt"
	"strings"
)

// Report reads the rows of one document.
func (d *Dataset) Report(id string) (Rows, error) {
	var rows Rows
	var err error
	if rows.Documents, err = ofDocument[DocumentRow](d, "documents", id); err != nil {
		return rows, err
	}
	if len(rows.Documents) == 0 {
		return rows, fmt.Errorf("dataset %s: no document %q", d.dir, id)
	}
	if rows.Sections, err = ofDocument[SectionRow](d, "sections", id); err != nil {
		return rows, err
	}
	if rows.Sentences, err = ofDocument[SentenceRow](d, "sentences", id); err != nil {
		return rows, err
	}
	if rows.Facts, err = ofDocument[FactRow](d, "facts", id); err != nil {
		return rows, err
	}
	rows.widen()
	return rows, nil
}

// widen fills in the texts that stand in the sentences only.
func (r *Rows) widen() {
	if text := &r.Documents[0].Text; *text == "" {
		*text = joined(r.Sentences)
	}
	byID := make(map[string]string, len(r.Sentences))
	for i := range r.Sentences {
		byID[r.Sentences[i].SentenceID] = r.Sentences[i].Text
	}
	for i := range r.Facts {
		r.Facts[i].Sentence = byID[r.Facts[i].SentenceID]
	}
}

// joined is the text that sentences tile.
func joined(sentences []SentenceRow) string {
	var b strings.Builder
	for i := range sentences {
		b.WriteString(sentences[i].Text)
	}
	return b.String()
}

// ofDocument reads the rows of a table that belong to a document.
func ofDocument[T any](d *Dataset, table, id string) ([]T, error) {
	run, ok, err := d.run(table, id)
	if err != nil || !ok {
		return nil, err
	}
	return rowsAt[T](run)
}

// run is where the rows of a document stand. Tables are sorted by document, so it is one
// run of rows in one file; the column doc_id is read once.
func (d *Dataset) run(table, id string) (runOf, bool, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	runs, known := d.runs[table]
	if !known {
		runs = map[string]runOf{}
		last := runOf{}
		name := ""
		err := readColumn(d, table, "doc_id", func(path string, at int64, value []byte) bool {
			if last.path != path || string(value) != name {
				name = string(value)
				last = runOf{path, at, 0}
			}
			last.rows++
			runs[name] = last
			return true
		})
		if err != nil {
			return runOf{}, false, err
		}
		d.runs[table] = runs
	}
	run, ok := runs[id]
	return run, ok, nil
}

// docOf is the document that a row belongs to.
type docOf struct {
	DocID string `parquet:"doc_id"`
}

// textOf is a document with its text alone.
type textOf struct {
	DocID string `parquet:"doc_id"`
	Text  string `parquet:"text,optional"`
}

// Texts hands on the text of every document.
func (d *Dataset) Texts(visit func(id, text string)) error {
	narrow := false
	err := scan(d, "documents", func(_ string, _ int64, rows []textOf) {
		for _, row := range rows {
			narrow = narrow || row.Text == ""
			if row.Text != "" {
				visit(row.DocID, row.Text)
			}
		}
	})
	if err != nil || !narrow {
		return err
	}
	var id string
	var text strings.Builder
	flush := func() {
		if text.Len() > 0 {
			visit(id, text.String())
		}
		text.Reset()
	}
	err = scan(d, "sentences", func(_ string, _ int64, rows []textOf) {
		for _, row := range rows {
			if row.DocID != id {
				flush()
				id = strings.Clone(row.DocID)
			}
			text.WriteString(row.Text)
		}
	})
	flush()
	return err
}
