package output

import (
	"fmt"
	"slices"
	"strings"

	"github.com/parquet-go/parquet-go"
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
	if text := &rows.Documents[0].Text; *text == "" { // a lean dataset
		*text = joined(rows.Sentences)
	}
	return rows, nil
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
		last := ""
		err := scan(d, table, func(path string, at int64, rows []docOf) {
			for i, row := range rows {
				if row.DocID == last && runs[last].path == path {
					run := runs[last]
					run.rows++
					runs[last] = run
					continue
				}
				last = strings.Clone(row.DocID)
				runs[last] = runOf{path, at + int64(i), 1}
			}
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
	lean := false
	err := scan(d, "documents", func(_ string, _ int64, rows []textOf) {
		for _, row := range rows {
			lean = lean || row.Text == ""
			if row.Text != "" {
				visit(row.DocID, row.Text)
			}
		}
	})
	if err != nil || !lean {
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

// NameCount is an indicator's name with its code and the number of facts that bear it.
type NameCount struct {
	Name, Code string
	Facts      int
}

// Names counts the names of indicators, the most frequent first.
func (d *Dataset) Names() ([]NameCount, error) {
	type key struct{ name, code string }
	counts := map[key]int{}
	err := scan(d, "facts", func(_ string, _ int64, rows []calledOf) {
		for _, row := range rows {
			if row.Indicator != "" {
				counts[key{row.Indicator, row.Code}]++
			}
		}
	})
	if err != nil {
		return nil, err
	}
	list := make([]NameCount, 0, len(counts))
	for k, n := range counts {
		list = append(list, NameCount{k.name, k.code, n})
	}
	slices.SortFunc(list, func(a, b NameCount) int {
		if a.Facts != b.Facts {
			return b.Facts - a.Facts
		}
		return strings.Compare(a.Name+"\x00"+a.Code, b.Name+"\x00"+b.Code)
	})
	return list, nil
}

// calledOf is what a fact is about.
type calledOf struct {
	Indicator string `parquet:"indicator,optional"`
	Code      string `parquet:"indicator_code,optional,dict"`
}

// Facts reads the facts of an indicator across all documents, by its code or else by its
// name, and no more than most of them.
func (d *Dataset) Facts(name, code string, most int) ([]FactRow, error) {
	var runs []runOf
	err := scan(d, "facts", func(path string, at int64, rows []calledOf) {
		for i, row := range rows {
			if len(runs) == most || code != row.Code && code != "" || code == "" && name != row.Indicator {
				continue
			}
			runs = append(runs, runOf{path, at + int64(i), 1})
		}
	})
	if err != nil {
		return nil, err
	}
	return factsAt(runs)
}

// factsAt reads single rows, opening each file once.
func factsAt(runs []runOf) ([]FactRow, error) {
	var facts []FactRow
	for len(runs) > 0 {
		path := runs[0].path
		n := slices.IndexFunc(runs, func(r runOf) bool { return r.path != path })
		if n < 0 {
			n = len(runs)
		}
		rows := make([]FactRow, n)
		err := open(path, func(r *parquet.GenericReader[FactRow]) error {
			for i, run := range runs[:n] {
				if err := r.SeekToRow(run.start); err != nil {
					return err
				}
				if read, err := r.Read(rows[i : i+1]); read != 1 {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		facts, runs = append(facts, rows...), runs[n:]
	}
	return facts, nil
}
