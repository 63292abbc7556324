package output

import (
	"fmt"
	"io"
	"reflect"
	"slices"
	"sync"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress"
)

// tableWriter writes the files of a table, one after the other. The rows go in by steps of
// fixed size, so that the bytes depend on the rows alone and not on how they came.
type tableWriter[T any] struct {
	name    string // of the table and its pages
	table   string
	out     *parquet.GenericWriter[T]
	leaves  []leaf
	runs    [][]T // rows of this step
	pending int   // their number
	values  []parquet.Value
	step    int
	group   int64 // rows of this row group
	rows    int
}

// writers are table writers that have closed their file: to set one up, buffers and all,
// takes longer than to write a small table. It is safe for concurrent use.
type writers struct {
	mu   sync.Mutex
	free map[string]any // by name
}

// newTableWriter begins a file.
func newTableWriter[T any](s *store, w io.Writer, table string, size partSize) *tableWriter[T] {
	name := fmt.Sprint(table, pageSize(table, size))
	s.writers.mu.Lock()
	t, _ := s.writers.free[name].(*tableWriter[T])
	delete(s.writers.free, name)
	s.writers.mu.Unlock()
	if t != nil {
		t.out.Reset(w)
		t.rows, t.group = 0, 0
		return t
	}
	step := 1024
	if table == "documents" {
		step = 16 // each with a whole text
	}
	out := parquet.NewGenericWriter[T](w, settings(table, size, s.codecs.of(size), s.opts)...)
	t = &tableWriter[T]{name: name, table: table, step: step, out: out, leaves: leavesOf(reflect.TypeFor[T](), 0)}
	for i, path := range out.Schema().Columns() {
		t.leaves[i].absent = !s.opts.Wide && slices.Contains(copies(table), path[0])
	}
	return t
}

// add takes rows, which must stay as they are until the file is closed.
func (t *tableWriter[T]) add(rows []T) error {
	t.rows += len(rows)
	for len(rows) > 0 {
		n := min(t.step-t.pending, len(rows))
		t.runs = append(t.runs, rows[:n])
		t.pending += n
		if t.pending == t.step {
			if err := t.put(); err != nil {
				return err
			}
		}
		rows = rows[n:]
	}
	return nil
}

// put hands a step on, and ends the row group when it is full.
func (t *tableWriter[T]) put() error {
	if t.pending == 0 {
		return nil
	}
	for i, column := range t.out.ColumnWriters() {
		t.values = slices.Grow(t.values[:0], t.pending)
		for _, rows := range t.runs {
			t.values = fill(t.values, i, &t.leaves[i], rows)
		}
		if _, err := column.WriteRowValues(t.values); err != nil {
			return fmt.Errorf("table %s: %w", t.table, err)
		}
	}
	clear(t.values) // and let go of the rows
	clear(t.runs)
	t.runs = t.runs[:0]
	t.group += int64(t.pending)
	t.pending = 0
	if t.group < rowsPerGroup(t.table) {
		return nil
	}
	t.group = 0
	if err := t.out.Flush(); err != nil {
		return fmt.Errorf("table %s: %w", t.table, err)
	}
	return nil
}

// close finishes the file, tells how many rows it holds, and leaves the writer to the
// next file of its kind.
func (t *tableWriter[T]) close(s *store) (int, error) {
	if err := t.put(); err != nil {
		return t.rows, err
	}
	if err := t.out.Close(); err != nil {
		return t.rows, fmt.Errorf("table %s: %w", t.table, err)
	}
	s.writers.mu.Lock()
	defer s.writers.mu.Unlock()
	s.writers.free[t.name] = t
	return t.rows, nil
}

// settings are what the writer of a table is told. Compression is set here and not in
// the struct tags, which parquet-go would take for one column at a time. Texts that stand
// in no dictionary are stored apart from their lengths: they compress better alone.
func settings(table string, size partSize, codec compress.Codec, opts Options) []parquet.WriterOption {
	options := []parquet.WriterOption{
		parquet.Compression(codec),
		parquet.DefaultEncodingFor(parquet.ByteArray, &parquet.DeltaLengthByteArray),
		parquet.DataPageStatistics(false), // the page index has them
		parquet.PageBufferSize(pageSize(table, size)),
		parquet.WriteBufferSize(0), // a folder's files have one
		parquet.CreatedBy("zhibiao", opts.Version, ""),
		parquet.KeyValueMetadata("zhibiao.version", opts.Version),
		parquet.KeyValueMetadata("zhibiao.rules", opts.RulesHash),
		parquet.KeyValueMetadata("zhibiao.schema", SchemaVersion),
		parquet.BloomFilters(bloomFilters(table)...),
		parquet.SortingWriterConfig(parquet.SortingColumns(sortedBy(table)...)),
	}
	for _, column := range prose(table) {
		options = append(options, parquet.SkipPageBounds(column), parquet.SkipPageStatistics(column))
	}
	return options
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

// prose lists the columns whose least and greatest value say nothing: a report's text
// would stand in its file five times over.
func prose(table string) []string {
	switch table {
	case "documents":
		return []string{"text", "evidence"}
	case "sentences":
		return []string{"text"}
	case "facts", "targets":
		return []string{"sentence"}
	default:
		return nil
	}
}

// sortedBy tells readers the order of the rows.
func sortedBy(table string) []parquet.SortingColumn {
	switch table {
	case "documents":
		return []parquet.SortingColumn{parquet.Ascending("doc_id")}
	case "sections", "sentences", "facts", "targets":
		return []parquet.SortingColumn{parquet.Ascending("doc_id"), parquet.Ascending("start")}
	default:
		return nil
	}
}

// rowsPerGroup keeps row groups at some tens of megabytes; a document brings its
// whole text along. It is a number of whole steps.
func rowsPerGroup(table string) int64 {
	if table == "documents" {
		return 2_000
	}
	return 100 << 10
}

// The sizes of pages. Texts share large ones, which compress a tenth better: reports
// repeat each other. Other columns keep small ones, so that a reader can skip most.
const (
	tinyPage   = 64 << 10
	smallPage  = 256 << 10
	mediumPage = 512 << 10
	largePage  = 4 << 20
)

// pageSize makes no large page where there is no text to fill it: the buffers are set up
// in full at the start.
func pageSize(table string, size partSize) int {
	switch {
	case size.tiny():
		return tinyPage
	case !size.large():
		return smallPage
	case table == "documents" || table == "sentences":
		return largePage
	default:
		return mediumPage
	}
}

// bloomFilters are for the columns that people look single values up in.
func bloomFilters(table string) []parquet.BloomFilterColumn {
	const bits = 10 // a value; one look-up in a hundred is in vain
	var filters []parquet.BloomFilterColumn
	switch table {
	case "facts", "targets":
		filters = append(filters, parquet.SplitBlockFilter(bits, "doc_id"), parquet.SplitBlockFilter(bits, "indicator_code"))
	case "panel":
		filters = append(filters, parquet.SplitBlockFilter(bits, "indicator_code"))
	case "documents", "sections", "sentences":
		filters = append(filters, parquet.SplitBlockFilter(bits, "doc_id"))
	}
	return filters
}
