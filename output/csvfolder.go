package output

import (
	"fmt"
	"io"
	"slices"
)

// NewCSVFolder returns a Writer of CSV tables into a folder: facts.csv and its
// sisters, in the columns of the Parquet tables, in place of those of an earlier run.
func NewCSVFolder(dir string, bom bool, opts Options) (Writer, error) {
	d, err := readDescription(dir)
	if err != nil {
		return nil, err
	}
	if d != nil && d.Layout.Format != formatCSV {
		return nil, fmt.Errorf("output folder %s: holds tables in %s; choose another folder", dir, d.Layout.name())
	}
	f, err := openFolder(dir)
	if err != nil {
		return nil, err
	}
	return &csvFolder{folder: f, bom: bom, opts: opts}, nil
}

// csvFolder keeps the rows until Close, because the order of the tables, the results
// that answer an aim and the panel need all documents. CSV is for what fits into a
// spreadsheet; Parquet takes any amount.
type csvFolder struct {
	folder *folder
	bom    bool
	opts   Options
	parts  []Rows
}

func (c *csvFolder) Write(rows Rows) error {
	rows.Documents = slices.Clone(rows.Documents) // the caller's stay as they are
	rows.setRules(c.opts.RulesHash)
	c.parts = append(c.parts, rows)
	return nil
}

// Close writes the tables side by side and names them when all are done.
func (c *csvFolder) Close() error {
	all := Join(c.parts)
	c.parts = nil
	if c.opts.Lean {
		all.slim()
	}
	err := run(atATime, []func() error{
		csvJob(c, "facts", all.Facts), csvJob(c, "sentences", all.Sentences), csvJob(c, "documents", all.Documents),
		csvJob(c, "targets", all.Targets), csvJob(c, "sections", all.Sections),
		csvJob(c, "panel", all.Panel), csvJob(c, "rejects", all.Rejects),
	})
	if err == nil {
		files := c.folder.files()
		err = c.folder.write(datasetFile, "", 0, func(w io.Writer) error { return describe(w, formatCSV, files, false, c.opts) })
	}
	if err != nil {
		c.folder.abort()
		return err
	}
	return c.folder.commit()
}

func csvJob[T any](c *csvFolder, table string, rows []T) func() error {
	return func() error {
		return c.folder.write(table+"."+formatCSV, table, len(rows), func(w io.Writer) error { return encodeCSV(w, rows, c.bom) })
	}
}
