package main

import (
	"fmt"
	"io"

	"zhibiao"
	"zhibiao/output"
)

// The formats of extract.
const (
	formatTable   = "table"
	formatJSONL   = "jsonl"
	formatCSV     = "csv"
	formatParquet = "parquet"
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

// writer is where the rows go: standard output, or the folder of -o.
func (f extractFlags) writer(stdout io.Writer, program *zhibiao.Program) (output.Writer, error) {
	if f.dir != "" {
		return f.folder(program)
	}
	switch f.chosen() {
	case formatTable:
		return newTable(stdout, f.limit), nil
	case formatJSONL:
		return output.NewJSONL(stdout), nil
	case formatCSV:
		return output.NewCSV(stdout, f.bom), nil
	case formatParquet:
		return nil, fmt.Errorf("--format %s needs a folder for the tables; add -o DIR", f.chosen())
	default:
		return nil, f.unknown()
	}
}

// folder is a writer of all tables into a folder.
func (f extractFlags) folder(program *zhibiao.Program) (output.Writer, error) {
	options := output.Options{Version: version(), RulesHash: program.RulesHash(), Partition: f.partition}
	switch f.chosen() {
	case formatParquet:
		return output.NewParquet(f.dir, options)
	case formatCSV:
		return output.NewCSVFolder(f.dir, f.bom, options)
	case formatTable, formatJSONL:
		return nil, fmt.Errorf("--format %s goes to standard output; leave -o out", f.chosen())
	default:
		return nil, f.unknown()
	}
}

func (f extractFlags) unknown() error {
	return fmt.Errorf("unknown format %q; choose table, jsonl, csv or parquet", f.format)
}
