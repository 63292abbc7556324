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
	"strings"

	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/memory"
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
