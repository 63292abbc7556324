package main

import (
	"fmt"
	"io"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"zhibiao"
	"zhibiao/output"
	"zhibiao/source"
)

// The formats of extract.
const (
	formatTable   = "table"
	formatJSONL   = "jsonl"
	formatCSV     = "csv"
	formatParquet = "parquet"
	formatXLSX    = "xlsx"
)

// chosen is the format asked for: by default a table to read, or Parquet into a folder.
func (f extractFlags) chosen() string {
	switch {
	case f.format != "":
		return f.format
	case f.dir != "":
		return formatParquet
	default:
		return formatTable
	}
}

// allJobs is how many reports are read at the same time unless the user says so: one more
// than there are processors, so that all have work while a result waits for its turn.
func allJobs() int { return runtime.GOMAXPROCS(0) + 1 }

// onProcessors keeps the program, which writes tables on all the processors it has, to as
// many as it reads reports at the same time, until the function that it returns is called.
func onProcessors(jobs int) (restore func()) {
	before := runtime.GOMAXPROCS(0)
	runtime.GOMAXPROCS(min(jobs, before))
	return func() { runtime.GOMAXPROCS(before) }
}

// check tells what is wrong with the flags before any work is done.
func (f extractFlags) check() error {
	if f.jobs < 1 {
		return fmt.Errorf("--jobs %d: at least one report is read at a time", f.jobs)
	}
	if f.batch < 1 {
		return fmt.Errorf("--batch %d: at least one report is held at a time", f.batch)
	}
	if err := f.isFolder(); err != nil {
		return err
	}
	switch format := f.chosen(); format {
	case formatTable, formatJSONL:
		if f.dir != "" && !f.single() {
			return fmt.Errorf("--format %s goes to standard output; leave -o out", format)
		}
	case formatParquet, formatXLSX:
		if f.dir == "" {
			return fmt.Errorf("--format %s needs a folder for the tables; add -o DIR", format)
		}
	case formatCSV:
	default:
		return fmt.Errorf("unknown format %q; choose table, jsonl, csv, parquet or xlsx", format)
	}
	return nil
}

// isFolder tells of a file that is named where a folder is made.
func (f extractFlags) isFolder() error {
	switch ext := strings.ToLower(filepath.Ext(f.dir)); {
	case source.Remote(f.dir):
		return nil
	case ext == "."+formatXLSX:
		return fmt.Errorf("-o %s: name a folder; for a workbook in it add --format xlsx, as in -o tables --format xlsx", f.dir)
	case ext == "."+formatCSV, ext == "."+formatParquet:
		return fmt.Errorf("-o %s: name a folder, in which each table has files of its own, as in -o tables --format %s", f.dir, ext[1:])
	case ext == "."+formatJSONL:
		return fmt.Errorf("-o %s: name a folder, or have the facts printed: --format jsonl > %s", f.dir, f.dir)
	}
	return nil
}

// idle tells of a flag that does nothing with the others: what it asks for would be missed.
func (f extractFlags) idle(c *cobra.Command) error {
	format := f.chosen()
	if name := changed(c, "partition", "wide", "tokens", "batch", "force"); f.dir == "" && name != "" {
		return fmt.Errorf("--%s is for tables in a folder; add -o DIR, or leave it out", name)
	}
	if name := changed(c, "partition", "wide"); format != formatParquet && name != "" {
		return fmt.Errorf("--%s is for tables in Parquet, not %s; leave one of the two out", name, format)
	}
	if name := changed(c, "limit"); format != formatTable && name != "" {
		return fmt.Errorf("--limit is for the printed table, not %s; leave it out, or cut what is printed with head", format)
	}
	if f.bom && format != formatCSV {
		return fmt.Errorf("--bom is for CSV, not %s; add --format csv, or leave it out", format)
	}
	return nil
}

// writer is where the rows go: standard output, or the folder or URL of -o.
func (sh *shell) writer(f extractFlags, stdout io.Writer, program *zhibiao.Program) (output.Writer, error) {
	format := f.chosen()
	if f.dir != "" {
		options := output.Options{Version: version(), RulesHash: program.RulesHash(), Partition: f.partition, Wide: f.wide, Batch: f.batch, Force: f.force}
		if source.Remote(f.dir) {
			return sh.remote(f, options)
		}
		switch format {
		case formatCSV:
			return output.NewCSVFolder(f.dir, f.bom, options)
		case formatXLSX:
			return output.NewWorkbook(f.dir)
		default:
			return output.NewParquet(f.dir, options)
		}
	}
	switch format {
	case formatJSONL:
		return output.NewJSONL(stdout), nil
	case formatCSV:
		return output.NewCSV(stdout, f.bom), nil
	default:
		return newTable(stdout, f.limit), nil
	}
}
