package output

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"
)

// NewParquet returns a Writer of Parquet tables into a folder: facts.parquet and its
// sisters, or facts/report_year=2024/part-0.parquet where partitions are asked for.
func NewParquet(dir string, opts Options) (Writer, error) {
	if opts.Partition != "" && opts.Partition != partitionYear {
		return nil, fmt.Errorf("partition %q: no such partition; use %s", opts.Partition, partitionYear)
	}
	f, err := openFolder(dir)
	if err != nil {
		return nil, err
	}
	return &parquetWriter{folder: f, opts: opts}, nil
}

const partitionYear = "report_year"

type parquetWriter struct {
	folder *folder
	opts   Options
	parts  []Rows
}

func (p *parquetWriter) Write(rows Rows) error {
	p.parts = append(p.parts, rows)
	return nil
}

// Close writes the tables side by side and names them when all are done.
func (p *parquetWriter) Close() error {
	all := Join(p.parts)
	p.parts = nil
	jobs := make(chan func() error)
	failed := make(chan error)
	var group sync.WaitGroup
	for range 2 {
		group.Go(func() {
			for job := range jobs {
				failed <- job()
			}
		})
	}
	list := p.jobs(all)
	go func() {
		for _, job := range list {
			jobs <- job
		}
		close(jobs)
	}()
	var errs []error
	for range list {
		errs = append(errs, <-failed)
	}
	group.Wait()
	if err := errors.Join(errs...); err != nil {
		p.folder.abort()
		return err
	}
	return p.folder.commit(commitOrder)
}

// jobs lists the files to write, the heavy ones first.
func (p *parquetWriter) jobs(all Rows) []func() error {
	return slices.Concat(
		tableJobs(p, "facts", all.Facts, func(r FactRow) int32 { return r.ReportYear }),
		tableJobs(p, "sentences", all.Sentences, func(r SentenceRow) int32 { return r.ReportYear }),
		tableJobs(p, "documents", all.Documents, func(r DocumentRow) int32 { return r.ReportYear }),
		tableJobs(p, "targets", all.Targets, func(r TargetRow) int32 { return r.ReportYear }),
		tableJobs(p, "sections", all.Sections, func(r SectionRow) int32 { return r.ReportYear }),
		tableJobs(p, "panel", all.Panel, nil),
		tableJobs(p, "rejects", all.Rejects, nil),
	)
}

// tableJobs are the files of one table: one, or one a year where partitions are
// asked for and the table has a report year.
func tableJobs[T any](p *parquetWriter, table string, rows []T, year func(T) int32) []func() error {
	if p.opts.Partition == "" || year == nil {
		return []func() error{func() error {
			return p.folder.write(table+".parquet", func(w io.Writer) error { return encode(w, table, rows, p.opts) })
		}}
	}
	byYear := map[int32][]T{}
	for _, r := range rows {
		byYear[year(r)] = append(byYear[year(r)], r)
	}
	var jobs []func() error
	for y, part := range byYear {
		name := fmt.Sprintf("%s/%s=%s/part-0.parquet", table, partitionYear, hiveYear(y))
		jobs = append(jobs, func() error {
			return p.folder.write(name, func(w io.Writer) error { return encode(w, table, part, p.opts) })
		})
	}
	return jobs
}

// hiveYear writes a year as Hive does; readers take its word for null from there too.
func hiveYear(y int32) string {
	if y == 0 {
		return "__HIVE_DEFAULT_PARTITION__"
	}
	return strconv.Itoa(int(y))
}

// commitOrder puts documents last: where they stand, all else stands.
func commitOrder(name string) int {
	if strings.HasPrefix(name, "documents") {
		return 1
	}
	return 0
}

// rowsPerGroup keeps row groups at some tens of megabytes; a document brings its
// whole text along.
func rowsPerGroup(table string) int64 {
	if table == "documents" {
		return 2_000
	}
	return 100_000
}

// encode writes one table as a Parquet file. Compression is set here and not in the
// struct tags, which parquet-go would take for one column at a time.
func encode[T any](w io.Writer, table string, rows []T, opts Options) error {
	writer := parquet.NewGenericWriter[T](w,
		parquet.Compression(&zstd.Codec{Level: zstd.SpeedDefault}),
		parquet.MaxRowsPerRowGroup(rowsPerGroup(table)),
		parquet.DataPageStatistics(true),
		parquet.CreatedBy("zhibiao", opts.Version, ""),
		parquet.KeyValueMetadata("zhibiao.version", opts.Version),
		parquet.KeyValueMetadata("zhibiao.rules", opts.RulesHash),
		parquet.KeyValueMetadata("zhibiao.schema", SchemaVersion),
		parquet.BloomFilters(bloomFilters(table)...),
	)
	if _, err := writer.Write(rows); err != nil {
		return fmt.Errorf("table %s: %w", table, err)
	}
	if err := writer.Close(); err != nil {
		return fmt.Errorf("table %s: %w", table, err)
	}
	return nil
}

// bloomFilters are for the columns that people look single values up in.
func bloomFilters(table string) []parquet.BloomFilterColumn {
	const bits = 10 // a value; one look-up in a hundred is in vain
	switch table {
	case "facts", "targets":
		return []parquet.BloomFilterColumn{
			parquet.SplitBlockFilter(bits, "doc_id"), parquet.SplitBlockFilter(bits, "indicator_code"),
		}
	case "panel":
		return []parquet.BloomFilterColumn{parquet.SplitBlockFilter(bits, "indicator_code")}
	case "rejects":
		return nil
	default:
		return []parquet.BloomFilterColumn{parquet.SplitBlockFilter(bits, "doc_id")}
	}
}
