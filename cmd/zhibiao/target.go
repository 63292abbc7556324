package main

import (
	"io"
	"path"

	"zhibiao/output"
	"zhibiao/source"
)

// single reports whether -o names one object of a store rather than a folder of tables.
func (f extractFlags) single() bool {
	ext := path.Ext(f.dir)
	return source.Remote(f.dir) && (f.chosen() == formatJSONL || f.chosen() == formatCSV && ext == "."+formatCSV)
}

// remote is where the rows go if -o is a URL.
func (sh *shell) remote(f extractFlags, options output.Options) (output.Writer, error) {
	switch format := f.chosen(); {
	case format == formatJSONL:
		return sh.stores.NewSingle(f.dir, func(w io.Writer) output.Writer { return output.NewJSONL(w) })
	case f.single():
		return sh.stores.NewSingle(f.dir, func(w io.Writer) output.Writer { return output.NewCSV(w, f.bom) })
	case format == formatCSV:
		return sh.stores.NewTables(f.dir, func(dir string) (output.Writer, error) { return output.NewCSVFolder(dir, f.bom, options) })
	case format == formatXLSX:
		return sh.stores.NewFiles(f.dir, output.NewWorkbook)
	default:
		return sh.stores.NewDataset(f.dir, options)
	}
}
