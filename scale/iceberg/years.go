package iceberg

import (
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/parquet"
	"github.com/apache/arrow-go/v18/parquet/compress"
	"github.com/apache/arrow-go/v18/parquet/pqarrow"
	iceio "github.com/apache/iceberg-go/io"
)

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

// groupBytes bounds what is held of a file before it is written: documents bring their
// whole texts along.
const groupBytes = 32 << 20

func (y *years) writeTo(folder string, rows arrow.RecordBatch) error {
	f := y.open[folder]
	if f == nil {
		var err error
		if f, err = y.create(folder, rows.Schema()); err != nil {
			return err
		}
		y.open[folder] = f
	}
	if f.out.RowGroupTotalBytesWritten() >= groupBytes {
		if err := f.out.NewBufferedRowGroupChecked(); err != nil {
			return err
		}
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
