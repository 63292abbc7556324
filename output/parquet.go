package output

import (
	"fmt"
	"io"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress"
	"github.com/parquet-go/parquet-go/compress/zstd"
)

// NewParquet returns a Writer of Parquet tables into a folder: facts.parquet and its
// sisters, or facts/report_year=2024/part-0.parquet where partitions are asked for.
func NewParquet(dir string, opts Options) (Writer, error) {
	t, err := newTabulator(dir, formatParquet, opts)
	if err != nil {
		return nil, err // and not t: a nil *tabulator in a Writer is no nil
	}
	return t, nil
}

// codecFor compresses harder where there is much to compress: the better encoder takes
// 20 MB to set up, more than a single report needs in all.
func codecFor(all *Rows) compress.Codec {
	const much = 2 << 20
	size := 0
	for i := range all.Documents {
		size += len(all.Documents[i].Text)
	}
	if size < much {
		return &zstd.Codec{Level: zstd.SpeedFastest}
	}
	return &zstd.Codec{Level: zstd.SpeedBetterCompression}
}

// encodeParquet writes one table as a Parquet file.
func encodeParquet[T any](w io.Writer, table string, rows []T, codec compress.Codec, opts Options) error {
	writer := parquet.NewGenericWriter[T](w, settings(table, len(rows), codec, opts)...)
	if _, err := writer.Write(rows); err != nil {
		return fmt.Errorf("table %s: %w", table, err)
	}
	if err := writer.Close(); err != nil {
		return fmt.Errorf("table %s: %w", table, err)
	}
	return nil
}

// settings are what the writer of a table is told. Compression is set here and not in
// the struct tags, which parquet-go would take for one column at a time; the codec is
// shared by all tables, because a zstd encoder costs a megabyte to set up.
func settings(table string, rows int, codec compress.Codec, opts Options) []parquet.WriterOption {
	options := []parquet.WriterOption{
		parquet.Compression(codec),
		parquet.MaxRowsPerRowGroup(rowsPerGroup(table)),
		parquet.DataPageStatistics(true),
		parquet.PageBufferSize(pageSize(table, rows)),
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

// sortedBy tells readers the order in which Join puts the rows.
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
func pageSize(table string, rows int) int {
	const perRow = 256 // bytes of a sentence, and far less than a document
	if table == "documents" {
		return max(smallPage, min(largePage, rows*smallPage/4))
	}
	if table == "sentences" {
		return max(smallPage, min(largePage, rows*perRow))
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
