package output

import (
	"fmt"
	"io"
	"reflect"
	"sync"
	"unsafe"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
)

// tableWriter writes the files of a table, one after the other. The rows go in by steps of
// fixed size, so that the bytes depend on the rows alone and not on how they came.
type tableWriter[T any] struct {
	table   string
	out     io.Writer
	offset  int64 // in the file
	columns []*columnWriter
	presses *presses
	hard    bool // compress: the part is large
	footer  *footer
	pending int   // rows of this step
	group   int64 // rows of this row group
	begun   []int64
	rows    int
}

// writers are table writers that have closed their file: to set one up, buffers and all,
// takes longer than to write a small table. It is safe for concurrent use.
type writers struct {
	mu   sync.Mutex
	free map[string]any // by table
}

// newTableWriter begins a file.
func newTableWriter[T any](s *store, w io.Writer, table string, size partSize) (*tableWriter[T], error) {
	s.writers.mu.Lock()
	t, _ := s.writers.free[table].(*tableWriter[T])
	delete(s.writers.free, table)
	s.writers.mu.Unlock()
	if t == nil {
		f, paths, err := newFooter[T](table, s.opts)
		if err != nil {
			return nil, fmt.Errorf("table %s: %w", table, err)
		}
		t = &tableWriter[T]{table: table, footer: f}
		t.columns = newColumns(table, leavesOf(reflect.TypeFor[T](), 0), paths, s.opts.Wide)
		t.begun = make([]int64, len(t.columns))
	}
	t.presses, t.hard = &s.presses, size.large()
	t.out, t.offset, t.rows = w, 0, 0
	t.footer.reset()
	return t, t.write([]byte(magic))
}

// expect makes room for rows of reports of so many letters.
func (t *tableWriter[T]) expect(rows, chars int) {
	const letter = 3 // bytes
	for _, c := range t.columns {
		c.expect(rows, letter*chars)
	}
}

// write writes what comes next in the file.
func (t *tableWriter[T]) write(content []byte) error {
	n, err := t.out.Write(content)
	t.offset += int64(n)
	if err != nil {
		return fmt.Errorf("table %s: %w", t.table, err)
	}
	return nil
}

// step is how many rows go in before pages are looked at.
func (t *tableWriter[T]) step() int {
	if t.table == "documents" {
		return 8 // each may have a whole text
	}
	return 128
}

// add takes rows.
func (t *tableWriter[T]) add(rows []T) error {
	t.rows += len(rows)
	for len(rows) > 0 {
		n := min(t.step()-t.pending, len(rows))
		for _, c := range t.columns {
			c.add(unsafe.Pointer(unsafe.SliceData(rows)), unsafe.Sizeof(rows[0]), n)
		}
		if t.pending += n; t.pending == t.step() {
			if err := t.put(); err != nil {
				return err
			}
		}
		rows = rows[n:]
	}
	return nil
}

// put ends a step: pages and the row group end when they are full.
func (t *tableWriter[T]) put() error {
	t.group += int64(t.pending)
	t.pending = 0
	for i, c := range t.columns {
		if c.size() >= c.limit {
			if err := t.finish(i); err != nil {
				return err
			}
		}
	}
	if t.group < rowsPerGroup(t.table) {
		return nil
	}
	return t.flush()
}

// finish ends the page of a column.
func (t *tableWriter[T]) finish(i int) error {
	c, p := t.columns[i], t.press()
	defer t.presses.give(p)
	row := t.begun[i]
	t.begun[i] += int64(c.rows)
	return p.finish(c, row)
}

func (t *tableWriter[T]) press() *press {
	p := t.presses.take()
	p.hard = t.hard
	return p
}

// flush writes the row group.
func (t *tableWriter[T]) flush() error {
	if t.group == 0 {
		return nil
	}
	g := t.footer.group(t.group, t.offset)
	for i, c := range t.columns {
		if err := t.finish(i); err != nil {
			return fmt.Errorf("table %s: %w", t.table, err)
		}
		at, before := t.offset, 0
		if c.dictionary != nil {
			var err error
			if before, err = t.dictionary(c); err != nil {
				return fmt.Errorf("table %s: %w", t.table, err)
			}
		}
		if err := t.write(c.chunk.pages); err != nil {
			return err
		}
		t.footer.add(g, c, at, before)
	}
	for i, c := range t.columns {
		if err := t.filter(&g.Columns[i].MetaData, c); err != nil {
			return err
		}
		c.reset()
	}
	clear(t.begun)
	t.group = 0
	return nil
}

// dictionary writes the dictionary of a column and tells its size.
func (t *tableWriter[T]) dictionary(c *columnWriter) (int, error) {
	p := t.press()
	defer t.presses.give(p)
	page, err := p.dictionaryPage(c)
	if err != nil {
		return 0, err
	}
	c.chunk.meta.TotalUncompressedSize += int64(len(page) + int(p.header.UncompressedPageSize) - int(p.header.CompressedPageSize))
	return len(page), t.write(page)
}

// filter writes the bloom filter of a column that has one.
func (t *tableWriter[T]) filter(m *format.ColumnMetaData, c *columnWriter) error {
	if !c.bloom || len(c.dictionary.ends) == 0 {
		return nil
	}
	content, err := bloomFilter(c.dictionary)
	if err != nil {
		return fmt.Errorf("table %s: %w", t.table, err)
	}
	m.BloomFilterOffset, m.BloomFilterLength = t.offset, int32(len(content))
	return t.write(content)
}

// close finishes the file, tells how many rows it holds, and leaves the writer to the
// next file of its kind.
func (t *tableWriter[T]) close(s *store) (int, error) {
	t.group += int64(t.pending)
	t.pending = 0
	if err := t.flush(); err != nil {
		return t.rows, err
	}
	content, err := t.footer.bytes(t.offset)
	if err != nil {
		return t.rows, fmt.Errorf("table %s: %w", t.table, err)
	}
	if err := t.write(content); err != nil {
		return t.rows, err
	}
	t.out = nil
	s.writers.mu.Lock()
	defer s.writers.mu.Unlock()
	s.writers.free[t.table] = t
	return t.rows, nil
}

// settings are what parquet-go is told for what it writes of a file: schema and notes.
func settings(opts Options) []parquet.WriterOption {
	return []parquet.WriterOption{
		parquet.CreatedBy("zhibiao", opts.Version, ""),
		parquet.KeyValueMetadata("zhibiao.version", opts.Version),
		parquet.KeyValueMetadata("zhibiao.rules", opts.RulesHash),
		parquet.KeyValueMetadata("zhibiao.schema", SchemaVersion),
	}
}

// copies lists the columns that repeat the text of sentences. They are null unless a
// dataset is wide: in order the sentences are the document, and sentence_id leads to them
// from a fact.
func copies(table string) []string {
	switch table {
	case "documents":
		return []string{"text"}
	case "facts", "targets":
		return []string{"sentence"}
	default:
		return nil
	}
}

// sortedBy tells readers the order of the rows.
func sortedBy(table string) []string {
	switch table {
	case "documents":
		return []string{"doc_id"}
	case "sections", "sentences", "facts", "targets":
		return []string{"doc_id", "start"}
	default:
		return nil
	}
}

// lookedUp lists the columns that people look single values up in: they have a bloom
// filter.
func lookedUp(table string) []string {
	switch table {
	case "facts", "targets":
		return []string{"doc_id", "indicator_code"}
	case "panel":
		return []string{"indicator_code"}
	case "documents", "sections", "sentences":
		return []string{"doc_id"}
	default:
		return nil
	}
}

// rowsPerGroup keeps row groups at some tens of megabytes; a document may bring its
// whole text along. It is a number of whole steps.
func rowsPerGroup(table string) int64 {
	if table == "documents" {
		return 2_000
	}
	return 100 << 10
}

// pageSize is the size of pages before they are compressed. Texts share large ones, which
// compress a tenth better: reports repeat each other. Other columns keep small ones, so that
// a reader can skip most.
func pageSize(table string) int {
	if table == "documents" || table == "sentences" {
		return largePage
	}
	return 512 << 10
}

const largePage = 4 << 20
