package output

import (
	"errors"
	"io"
	"os"
	"slices"

	"github.com/parquet-go/parquet-go"
)

// mostOpen is how many files of a table a cursor keeps open. Merging goes through as
// many at a time as there were folders of years, or runs that added to a dataset.
const mostOpen = 8

// cursor hands out the rows of one table, entry by entry: from memory, or from disk,
// where it goes on from where it stood, so that what lies in order is read once.
type cursor[T any] struct {
	table string
	pick  func(*Rows) *[]T
	edit  func([]T) // changes rows on their way; nil for none
	from  *Dataset
	open  []*openFile[T] // the one used last stands last
}

// openFile is a file that is open, and the row that comes next.
type openFile[T any] struct {
	path   string
	file   *os.File
	reader *parquet.GenericReader[T]
	next   int64
}

func newCursor[T any](d *Dataset, table string, pick func(*Rows) *[]T) *cursor[T] {
	return &cursor[T]{table: table, pick: pick, from: d}
}

// targetCursor hands out targets. parquet-go v0.32.0 reads a null DOUBLE of an embedded
// struct as zero, so the doubles are made anew from their exact texts.
func targetCursor(d *Dataset, edit func(*TargetRow)) *cursor[TargetRow] {
	c := newCursor(d, "targets", func(r *Rows) *[]TargetRow { return &r.Targets })
	c.edit = func(rows []TargetRow) {
		for i := range rows {
			f := &rows[i].FactRow
			f.Value, f.Low, f.High = double(f.ValueText), double(f.LowText), double(f.HighText)
			f.Canonical, f.CanonLow, f.CanonHigh = double(f.CanonicalText), double(f.CanonLowText), double(f.CanonHighText)
			if edit != nil {
				edit(&rows[i])
			}
		}
	}
	return c
}

// drop lets the rows of an entry go that are in memory, so that the collector need not keep
// them until all tables are written.
func (c *cursor[T]) drop(e *entry) {
	if e.rows != nil {
		*c.pick(e.rows) = nil
	}
}

// rows are the rows of an entry.
func (c *cursor[T]) rows(e *entry) ([]T, error) {
	if e.rows != nil {
		return *c.pick(e.rows), nil
	}
	run, ok, err := c.from.run(c.table, e.doc)
	if err != nil || !ok || e.doc == "" {
		return nil, err
	}
	at, err := c.at(run)
	if err != nil {
		return nil, damaged(run.path, err)
	}
	list := make([]T, run.rows)
	for read := 0; read < len(list); {
		n, err := at.reader.Read(list[read:])
		read += n
		if err != nil && (!errors.Is(err, io.EOF) || read < len(list)) {
			return nil, damaged(run.path, err)
		}
	}
	if at.next += run.rows; at.next == at.reader.NumRows() {
		c.done(at)
	}
	if c.edit != nil {
		c.edit(list)
	}
	return list, nil
}

// at is the open file of a run, set to its first row.
func (c *cursor[T]) at(run runOf) (p *openFile[T], err error) {
	defer recoverSchema(run.path, &err)
	i := slices.IndexFunc(c.open, func(p *openFile[T]) bool { return p.path == run.path })
	if i >= 0 {
		p = c.open[i]
		c.open = append(slices.Delete(c.open, i, i+1), p)
	} else if p, err = c.begin(run.path); err != nil {
		return nil, err
	}
	if p.next != run.start {
		if err := p.reader.SeekToRow(run.start); err != nil {
			return nil, err
		}
		p.next = run.start
	}
	return p, nil
}

// begin opens a file, and closes the one that was not used for longest.
func (c *cursor[T]) begin(path string) (*openFile[T], error) {
	if len(c.open) == mostOpen {
		c.open[0].close()
		c.open = slices.Delete(c.open, 0, 1)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	file, err := parquetFile(f)
	if err != nil {
		f.Close()
		return nil, err
	}
	p := &openFile[T]{path: path, file: f, reader: parquet.NewGenericReader[T](file)}
	c.open = append(c.open, p)
	return p, nil
}

// done closes a file that has been read to its end: in a merge it is not needed again.
func (c *cursor[T]) done(p *openFile[T]) {
	c.open = slices.DeleteFunc(c.open, func(o *openFile[T]) bool { return o == p })
	p.close()
}

func (p *openFile[T]) close() {
	_ = p.reader.Close() // what was read was read
	_ = p.file.Close()
}

// close closes the files; the cursor can be used again.
func (c *cursor[T]) close() {
	for _, p := range c.open {
		p.close()
	}
	c.open = nil
}
