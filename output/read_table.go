package output

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/parquet-go/parquet-go"
)

// batch is how many rows are read at a time.
const batch = 1024

// runOf is where a document's rows stand: so many from row start of a file.
type runOf struct {
	path        string
	start, rows int64
}

// scan reads a table from its first row to its last. T may hold some of the columns
// only; the others are not read. Visit gets the rows with the file and the number of the
// first, and must not keep the slice.
func scan[T any](d *Dataset, table string, visit func(path string, at int64, rows []T)) error {
	for _, path := range d.files[table] {
		var at int64
		err := open(path, func(r *parquet.GenericReader[T]) error {
			for rows := make([]T, batch); ; {
				n, err := r.Read(rows)
				visit(path, at, rows[:n])
				at += int64(n)
				if errors.Is(err, io.EOF) {
					return nil
				}
				if err != nil {
					return err
				}
				clear(rows)
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// open opens a file for one look.
func open[T any](path string, look func(*parquet.GenericReader[T]) error) (err error) {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	defer func() { // parquet-go panics on a schema that it cannot convert
		if fault := recover(); fault != nil {
			err = fmt.Errorf("%s: not a table of zhibiao: %v; write it anew", path, fault)
		}
	}()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	file, err := parquet.OpenFile(f, info.Size(), parquet.SkipBloomFilters(true))
	if err != nil {
		return fmt.Errorf("%s: %w; write the tables anew", path, err)
	}
	r := parquet.NewGenericReader[T](file)
	defer r.Close()
	if err := look(r); err != nil {
		return fmt.Errorf("%s: %w; write the tables anew", path, err)
	}
	return nil
}

// all reads the rows of a table.
func all[T any](d *Dataset, table string) ([]T, error) {
	var list []T
	err := scan(d, table, func(_ string, _ int64, rows []T) { list = append(list, rows...) })
	return list, err
}

// rowsAt reads a run of rows.
func rowsAt[T any](run runOf) ([]T, error) {
	list := make([]T, run.rows)
	err := open(run.path, func(r *parquet.GenericReader[T]) error {
		if err := r.SeekToRow(run.start); err != nil {
			return err
		}
		for read := 0; read < len(list); {
			n, err := r.Read(list[read:])
			read += n
			if err != nil && (!errors.Is(err, io.EOF) || read < len(list)) {
				return err
			}
		}
		return nil
	})
	return list, err
}
