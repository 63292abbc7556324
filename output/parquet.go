package output

import (
	"fmt"
	"io"
	"slices"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress"
	"github.com/parquet-go/parquet-go/compress/zstd"
)

// codecs are the compressors that the tables of a run share: an encoder costs a megabyte
// or more to set up.
type codecs struct{ light, dense compress.Codec }

func newCodecs() *codecs {
	return &codecs{&zstd.Codec{Level: zstd.SpeedFastest}, &zstd.Codec{Level: zstd.SpeedDefault}}
}

// of compresses harder where there is much to compress: the better encoder takes 20 MB
// to set up, more than a single report needs in all.
func (c *codecs) of(size partSize) compress.Codec {
	const much = 700_000 // characters, 2 MB
	if size.chars < much {
		return c.light
	}
	return c.dense
}

// tableWriter writes one file of a table. The rows go in by steps of fixed size, so that
// the bytes depend on the rows alone and not on how they came.
type tableWriter[T any] struct {
	table   string
	out     *parquet.GenericWriter[T]
	pending []T
	step    int
	rows    int
}

func newTableWriter[T any](w io.Writer, table string, size partSize, codec compress.Codec, opts Options) *tableWriter[T] {
	step := 1024
	if table == "documents" {
		step = 16 // each with a whole text
	}
	return &tableWriter[T]{table: table, out: parquet.NewGenericWriter[T](w, settings(table, size, codec, opts)...), step: step}
}

// add takes rows, and keeps those that do not make a step yet.
func (t *tableWriter[T]) add(rows []T) error {
	t.rows += len(rows)
	for len(rows) > 0 {
		if len(t.pending) == 0 && len(rows) >= t.step {
			if err := t.put(rows[:t.step]); err != nil {
				return err
			}
			rows = rows[t.step:]
			continue
		}
		n := min(t.step-len(t.pending), len(rows))
		t.pending, rows = append(t.pending, rows[:n]...), rows[n:]
		if len(t.pending) == t.step {
			if err := t.put(t.pending); err != nil {
				return err
			}
			clear(t.pending)
			t.pending = t.pending[:0]
		}
	}
	return nil
}

// put writes rows two at a time. Of more, parquet-go v0.32.0 writes what is absent as ""
// or 0 instead of null behind a run of values that is as long as its distance from the
// 64th row before (null, 全省, null): github.com/parquet-go/parquet-go/issues/154.
func (t *tableWriter[T]) put(rows []T) error {
	const safe = 2
	for pair := range slices.Chunk(rows, safe) {
		if _, err := t.out.Write(pair); err != nil {
			return fmt.Errorf("table %s: %w", t.table, err)
		}
	}
	return nil
}

// close finishes the file and tells how many rows it holds.
func (t *tableWriter[T]) close() (int, error) {
	if err := t.put(t.pending); err != nil {
		return t.rows, err
	}
	if err := t.out.Close(); err != nil {
		return t.rows, fmt.Errorf("table %s: %w", t.table, err)
	}
	return t.rows, nil
}

// settings are what the writer of a table is told. Compression is set here and not in
// the struct tags, which parquet-go would take for one column at a time; the codec is
// shared by all tables, because a zstd encoder costs a megabyte to set up.
func settings(table string, size partSize, codec compress.Codec, opts Options) []parquet.WriterOption {
	options := []parquet.WriterOption{
		parquet.Compression(codec),
		parquet.MaxRowsPerRowGroup(rowsPerGroup(table)),
		parquet.DataPageStatistics(true),
		parquet.PageBufferSize(pageSize(table, size)),
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
// whole text along.
func rowsPerGroup(table string) int64 {
	if table == "documents" {
		return 2_000
	}
	return 100_000
}

// The sizes of pages. Texts share large ones, which compress a seventh better: reports
// repeat each other. Other columns keep small ones, so that a reader can skip most.
const (
	smallPage = 256 << 10
	largePage = 8 << 20
)

// pageSize makes no page larger than there is text to fill it: the buffers are set up
// in full at the start.
func pageSize(table string, size partSize) int {
	const perChar = 3 // bytes of UTF-8
	if table == "documents" || table == "sentences" {
		return max(smallPage, min(largePage, size.chars*perChar))
	}
	return smallPage
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
