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

// open opens a file for one look at its rows.
func open[T any](path string, look func(*parquet.GenericReader[T]) error) error {
	return within(path, func(file *parquet.File) error {
		r := parquet.NewGenericReader[T](file)
		return errors.Join(look(r), r.Close())
	})
}

// within opens a file for one look.
func within(path string, look func(*parquet.File) error) (err error) {
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return missing(path)
	}
	if err != nil {
		return err
	}
	defer f.Close()
	defer recoverSchema(path, &err)
	file, err := parquetFile(f)
	if err == nil {
		err = look(file)
	}
	if err != nil {
		return damaged(path, err)
	}
	return nil
}

// parquetFile reads the footer of a file.
func parquetFile(f *os.File) (*parquet.File, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	return parquet.OpenFile(f, info.Size(), parquet.SkipBloomFilters(true))
}

// recoverSchema makes an error of the panic with which parquet-go meets a schema that it
// cannot convert.
func recoverSchema(path string, err *error) {
	if fault := recover(); fault != nil {
		*err = fmt.Errorf("%s: not a table of zhibiao: %v; write it anew", path, fault)
	}
}

// damaged tells which file cannot be read.
func damaged(path string, err error) error {
	return fmt.Errorf("%s: %w; write the tables anew", path, err)
}

// missing is the error for a file that dataset.json names and that is not there.
func missing(path string) error {
	return fmt.Errorf("%s: part of the dataset: %w; put it back, or write the tables anew into another folder", path, os.ErrNotExist)
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

// readColumn reads one column of text from first row to last, several times faster than
// scan does. It goes on while visit wants more; the value must not be kept.
func readColumn(d *Dataset, table, name string, visit func(path string, at int64, value []byte) bool) error {
	for _, path := range d.files[table] {
		more := true
		var at int64
		err := within(path, func(file *parquet.File) error {
			leaf, ok := file.Schema().Lookup(name)
			if !ok {
				return fmt.Errorf("no column %s", name)
			}
			for _, group := range file.RowGroups() {
				pages := group.ColumnChunks()[leaf.ColumnIndex].Pages()
				var err error
				at, more, err = values(pages, at, func(at int64, value []byte) bool { return visit(path, at, value) })
				if err = errors.Join(err, pages.Close()); err != nil || !more {
					return err
				}
			}
			return nil
		})
		if err != nil || !more {
			return err
		}
	}
	return nil
}

// values reads the values of one column in a row group; at is the number of its first
// row. It returns that of the row after the last, and whether more is wanted.
func values(pages parquet.Pages, at int64, visit func(at int64, value []byte) bool) (int64, bool, error) {
	buffer := make([]parquet.Value, batch)
	for {
		page, err := pages.ReadPage()
		if errors.Is(err, io.EOF) {
			return at, true, nil
		}
		if err != nil {
			return at, false, err
		}
		reader := page.Values()
		for {
			n, err := reader.ReadValues(buffer)
			for _, v := range buffer[:n] {
				if !visit(at, v.ByteArray()) {
					parquet.Release(page)
					return at, false, nil
				}
				at++
			}
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				return at, false, err
			}
		}
		parquet.Release(page)
	}
}
