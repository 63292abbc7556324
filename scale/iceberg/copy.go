package iceberg

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/memory"
	"github.com/apache/arrow-go/v18/parquet"
	"github.com/apache/arrow-go/v18/parquet/compress"
	"github.com/apache/arrow-go/v18/parquet/file"
	"github.com/apache/arrow-go/v18/parquet/pqarrow"
	ice "github.com/apache/iceberg-go"
	iceio "github.com/apache/iceberg-go/io"
	"github.com/apache/iceberg-go/table"
)

// verify checks the content of a part against its hash.
func verify(p Part) error {
	f, err := os.Open(p.Path)
	if err != nil {
		return fmt.Errorf("%w; if zhibiao extract is changing the dataset, register it when that is done", err)
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return fmt.Errorf("%s: %w", p.Path, err)
	}
	if got := hex.EncodeToString(sum.Sum(nil)); got != p.Hash {
		return fmt.Errorf("%s: the content has hash %s, not %s; write the dataset anew", p.Path, got, p.Hash)
	}
	return nil
}

// copier writes the rows of parts into data files of a table: with the table's field
// ids, so that columns may be renamed and added; each of one year, as the partition wants.
type copier struct {
	fs     iceio.WriteFileIO
	places table.LocationProvider
	schema *ice.Schema
	told   []byte   // schema, as JSON
	run    string   // makes names that no other run makes
	files  []string // written, also in part
}

// copy writes the data files of a part.
func (c *copier) copy(ctx context.Context, p Part) error {
	in, err := file.OpenParquetFile(p.Path, false)
	if err != nil {
		return fmt.Errorf("%s: %w", p.Path, err)
	}
	defer in.Close()
	const rows = 1024 // a document brings its whole text along
	reader, err := pqarrow.NewFileReader(in, pqarrow.ArrowReadProperties{BatchSize: rows}, memory.DefaultAllocator)
	if err != nil {
		return fmt.Errorf("%s: %w", p.Path, err)
	}
	records, err := reader.GetRecordReader(ctx, nil, nil)
	if err != nil {
		return fmt.Errorf("%s: %w", p.Path, err)
	}
	defer records.Release()
	out := &years{copier: c, part: p, open: map[string]*yearFile{}}
	err = errors.Join(c.pour(ctx, records, out), out.close())
	if err == nil && out.rows != p.Rows {
		err = fmt.Errorf("%d rows, not %d; write the dataset anew", out.rows, p.Rows)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", p.Path, err)
	}
	return nil
}

// pour brings the rows of a part into the shape of the table. Columns are found by name:
// parts have no field ids. Those that an older part lacks are null.
func (c *copier) pour(ctx context.Context, from array.RecordReader, to *years) error {
	found, err := table.ArrowSchemaToIceberg(from.Schema(), false, c.schema.NameMapping())
	if err != nil {
		return err
	}
	const version = 2
	for from.Next() {
		rows, err := table.ToRequestedSchema(ctx, c.schema, found, from.RecordBatch(), table.SchemaOptions{IncludeFieldIDs: true, FormatVersion: version})
		if err != nil {
			return err
		}
		err = to.write(rows)
		rows.Release()
		if err != nil {
			return err
		}
	}
	return cmp.Or(from.Err(), ctx.Err())
}

// remove removes what was written.
func (c *copier) remove() {
	for _, name := range c.files {
		_ = c.fs.Remove(name) // no snapshot names it
	}
}

// years are the data files of one part, each of one year.
type years struct {
	copier *copier
	part   Part
	open   map[string]*yearFile // by folder of the partition, empty without
	rows   int64
}

type yearFile struct {
	sink iceio.FileWriter
	out  *pqarrow.FileWriter
}

// write takes rows, which lie by document and so by year.
func (y *years) write(rows arrow.RecordBatch) error {
	y.rows += rows.NumRows()
	found := rows.Schema().FieldIndices(yearColumn)
	if len(found) == 0 {
		return y.writeTo("", rows)
	}
	values, ok := rows.Column(found[0]).(*array.Int32)
	if !ok {
		return fmt.Errorf("column %s is no INT32", yearColumn)
	}
	for start := 0; start < values.Len(); {
		end := start + 1
		for end < values.Len() && folderOf(values, end) == folderOf(values, start) {
			end++
		}
		run := rows.NewSlice(int64(start), int64(end))
		err := y.writeTo(folderOf(values, start), run)
		run.Release()
		if err != nil {
			return err
		}
		start = end
	}
	return nil
}

// folderOf is the folder of a row's partition, as Iceberg names it.
func folderOf(values *array.Int32, row int) string {
	if values.IsNull(row) {
		return yearColumn + "=null"
	}
	return yearColumn + "=" + strconv.Itoa(int(values.Value(row)))
}

func (y *years) writeTo(folder string, rows arrow.RecordBatch) error {
	f := y.open[folder]
	if f == nil {
		var err error
		if f, err = y.create(folder, rows.Schema()); err != nil {
			return err
		}
		y.open[folder] = f
	}
	return f.out.WriteBuffered(rows)
}

func (y *years) create(folder string, schema *arrow.Schema) (*yearFile, error) {
	c := y.copier
	name := c.places.NewDataLocation(path.Join(folder, dataName(y.part, c.run)))
	sink, err := c.fs.Create(name)
	if err != nil {
		return nil, err
	}
	c.files = append(c.files, name)
	const group = 100_000 // rows, as in the parts
	props := parquet.NewWriterProperties(parquet.WithCompression(compress.Codecs.Zstd), parquet.WithMaxRowGroupLength(group), parquet.WithStats(true), parquet.WithCreatedBy("zhibiao-iceberg"))
	out, err := pqarrow.NewFileWriter(schema, struct{ io.Writer }{sink}, props, pqarrow.NewArrowWriterProperties())
	if err != nil {
		return nil, errors.Join(err, sink.Close())
	}
	// As Iceberg's own writers do: some readers find the columns of old files by it.
	if err := out.AppendKeyValueMetadata("iceberg.schema", string(c.told)); err != nil {
		return nil, errors.Join(err, sink.Close())
	}
	return &yearFile{sink, out}, nil
}

// close finishes the files.
func (y *years) close() error {
	var failed error
	for _, f := range y.open {
		failed = errors.Join(failed, f.out.Close(), f.sink.Close())
	}
	return failed
}

// dataName is the name of a data file: part-00001-…, the hash of the part's content, the run.
func dataName(p Part, run string) string {
	number := "part"
	if pieces := strings.Split(filepath.Base(p.Path), "-"); len(pieces) > 2 {
		number = strings.Join(pieces[:2], "-")
	}
	return number + "-" + p.Hash + "-" + run + ".parquet"
}

// hashIn is the hash of the part whose rows a data file holds, by its name; empty for
// files that others wrote.
func hashIn(location string) string {
	pieces := strings.Split(strings.TrimSuffix(path.Base(location), ".parquet"), "-")
	if len(pieces) < 3 {
		return ""
	}
	hash := pieces[len(pieces)-2]
	if digest, err := hex.DecodeString(hash); err != nil || len(digest) != sha256.Size {
		return ""
	}
	return hash
}
