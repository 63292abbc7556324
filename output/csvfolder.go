package output

import (
	"cmp"
	"fmt"
	"io"
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
	opts.Wide = true // rows as they are: CSV has no other place for a sentence
	g, err := newGathered(dir, opts)
	if err != nil {
		g.Abort()
		return nil, err
	}
	return &csvFolder{gathered: g, folder: f, bom: bom}, nil
}

// csvFolder writes the tables at Close.
type csvFolder struct {
	gathered
	folder *folder
	bom    bool
}

// Close writes the tables side by side and names them when all are done.
func (c *csvFolder) Close() error {
	defer c.Abort() // what was gathered
	err := c.settle()
	if err == nil {
		err = run(atATime, []func() error{
			csvJob(c, "facts", c.facts), csvJob(c, "sentences", c.sentences), csvJob(c, "documents", c.documents),
			csvJob(c, "targets", c.targets), csvJob(c, "sections", c.sections),
			csvJob(c, "panel", c.panel), csvJob(c, "rejects", c.rejects),
		})
	}
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

// csvJob writes a table, whose rows each hands out.
func csvJob[T any](c *csvFolder, table string, each func(visit func([]T) error) error) func() error {
	return func() error {
		named := func(string) string { return table + "." + formatCSV }
		return c.folder.stage(fileEntry{table: table}, named, true, func(w io.Writer) (int, error) {
			rows, out := 0, newCSVTable[T](w, true, c.bom)
			err := each(func(list []T) error {
				rows += len(list)
				return out.add(list)
			})
			return rows, cmp.Or(err, out.flush())
		})
	}
}
