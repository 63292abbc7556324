package output

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"sync"

	"github.com/parquet-go/parquet-go/compress"
)

// The formats of the tables in a folder.
const (
	formatParquet = "parquet"
	formatCSV     = "csv"
)

// partitionYear is the column that a dataset can be partitioned by.
const partitionYear = "report_year"

// tabulator is a Writer of all tables into a folder, in Parquet or CSV. It keeps the
// rows until Close, because the order of the tables, the results that answer an aim
// and the panel need all documents; their texts are held once, shared by all rows.
type tabulator struct {
	folder *folder
	format string
	bom    bool           // of CSV
	codec  compress.Codec // of Parquet
	opts   Options
	parts  []Rows
}

func newTabulator(dir, format string, opts Options) (*tabulator, error) {
	if opts.Partition != "" && opts.Partition != partitionYear {
		return nil, fmt.Errorf("partition %q: no such partition; use %s", opts.Partition, partitionYear)
	}
	f, err := openFolder(dir)
	if err != nil {
		return nil, err
	}
	return &tabulator{folder: f, format: format, opts: opts}, nil
}

func (t *tabulator) Write(rows Rows) error {
	t.parts = append(t.parts, rows)
	return nil
}

// Close writes the tables side by side and names them when all are done.
func (t *tabulator) Close() error {
	all := Join(t.parts)
	t.parts = nil
	t.codec = codecFor(&all)
	if t.opts.Lean {
		all.slim()
	}
	if err := run(writers, t.jobs(&all)); err != nil {
		t.folder.abort()
		return err
	}
	files := t.folder.files()
	err := t.folder.write(datasetFile, "", 0, func(w io.Writer) error { return describe(w, t.format, files, t.opts) })
	if err != nil {
		t.folder.abort()
		return err
	}
	return t.folder.commit()
}

// writers is how many tables are written at a time: more would hold more of them in
// memory than they would gain.
const writers = 2

// run does the jobs with a number of workers and returns all that went wrong.
func run(workers int, jobs []func() error) error {
	errs := make([]error, len(jobs))
	next := make(chan int)
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			for i := range next {
				errs[i] = jobs[i]()
			}
		})
	}
	for i := range jobs {
		next <- i
	}
	close(next)
	group.Wait()
	return errors.Join(errs...)
}

// jobs lists the files to write, the heavy ones first.
func (t *tabulator) jobs(all *Rows) []func() error {
	return slices.Concat(
		tableJobs(t, "facts", all.Facts, func(r *FactRow) int32 { return r.ReportYear }),
		tableJobs(t, "sentences", all.Sentences, func(r *SentenceRow) int32 { return r.ReportYear }),
		tableJobs(t, "documents", all.Documents, func(r *DocumentRow) int32 { return r.ReportYear }),
		tableJobs(t, "targets", all.Targets, func(r *TargetRow) int32 { return r.ReportYear }),
		tableJobs(t, "sections", all.Sections, func(r *SectionRow) int32 { return r.ReportYear }),
		tableJobs(t, "panel", all.Panel, nil),
		tableJobs(t, "rejects", all.Rejects, nil),
	)
}

// tableJobs are the files of one table: one, or one a year where partitions are
// asked for and the table has a report year.
func tableJobs[T any](t *tabulator, table string, rows []T, year func(*T) int32) []func() error {
	if t.opts.Partition == "" || year == nil {
		return []func() error{func() error { return writeTable(t, table+"."+t.format, table, rows) }}
	}
	byYear := map[int32][]T{}
	for i := range rows {
		y := year(&rows[i])
		byYear[y] = append(byYear[y], rows[i])
	}
	var jobs []func() error
	for y, part := range byYear {
		name := fmt.Sprintf("%s/%s=%s/part-0.%s", table, partitionYear, hiveYear(y), t.format)
		jobs = append(jobs, func() error { return writeTable(t, name, table, part) })
	}
	return jobs
}

func writeTable[T any](t *tabulator, name, table string, rows []T) error {
	return t.folder.write(name, table, len(rows), func(w io.Writer) error {
		if t.format == formatCSV {
			return encodeCSV(w, rows, t.bom)
		}
		return encodeParquet(w, table, rows, t.codec, t.opts)
	})
}

// hiveYear writes a year as Hive does; readers take its word for null from there too.
func hiveYear(y int32) string {
	if y == 0 {
		return "__HIVE_DEFAULT_PARTITION__"
	}
	return strconv.Itoa(int(y))
}
