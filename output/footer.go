package output

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"reflect"
	"slices"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/bloom"
	"github.com/parquet-go/parquet-go/bloom/xxhash"
	"github.com/parquet-go/parquet-go/encoding/thrift"
	"github.com/parquet-go/parquet-go/format"
)

// magic begins and ends a Parquet file.
const magic = "PAR1"

// footer is what stands at the end of a file: the schema, where everything lies, and the
// indexes of the pages.
type footer struct {
	meta    format.FileMetaData
	sorting []format.SortingColumn
	columns []format.ColumnIndex // of all row groups, one after the other
	offsets []format.OffsetIndex
}

// newFooter takes schema and notes from an empty file that parquet-go writes, so that they
// are what it makes of the row struct.
func newFooter[T any](table string, opts Options) (*footer, [][]string, error) {
	var empty bytes.Buffer
	w := parquet.NewGenericWriter[T](&empty, append(settings(opts), parquet.PageBufferSize(1), parquet.WriteBufferSize(0))...) // no row comes
	if err := w.Close(); err != nil {
		return nil, nil, err
	}
	file, err := parquet.OpenFile(bytes.NewReader(empty.Bytes()), int64(empty.Len()))
	if err != nil {
		return nil, nil, err
	}
	f, paths := &footer{meta: *file.Metadata()}, file.Schema().Columns()
	for _, name := range sortedBy(table) {
		i := slices.IndexFunc(paths, func(p []string) bool { return p[0] == name })
		f.sorting = append(f.sorting, format.SortingColumn{ColumnIdx: int32(i)})
	}
	return f, paths, nil
}

// reset begins another file.
func (f *footer) reset() {
	f.meta.RowGroups, f.meta.NumRows = []format.RowGroup{}, 0
	f.columns, f.offsets = f.columns[:0], f.offsets[:0]
}

// group begins a row group.
func (f *footer) group(rows, offset int64) *format.RowGroup {
	f.meta.NumRows += rows
	f.meta.RowGroups = append(f.meta.RowGroups, format.RowGroup{
		NumRows: rows, FileOffset: offset, SortingColumns: f.sorting, Ordinal: int16(len(f.meta.RowGroups)),
	})
	return &f.meta.RowGroups[len(f.meta.RowGroups)-1]
}

// add describes a column of the row group, whose dictionary, if it has one, is some bytes
// long and begins at an offset of the file, with the pages behind it.
func (f *footer) add(g *format.RowGroup, c *columnWriter, offset int64, dictionary int) {
	m := &c.chunk.meta
	m.Type, m.Codec, m.PathInSchema = physical(c.kind), format.Zstd, c.path
	m.Encoding = thrift.Slice[format.Encoding]{format.RLE, c.encoding}
	m.DataPageOffset = offset + int64(dictionary)
	m.TotalCompressedSize = int64(dictionary + len(c.chunk.pages))
	if c.dictionary != nil {
		m.Encoding = thrift.Slice[format.Encoding]{format.Plain, format.RLE, c.encoding}
		m.DictionaryPageOffset = offset
	}
	b := &c.chunk.bounds
	m.Statistics.MinValue, m.Statistics.MaxValue = b.least, b.greatest
	for i := range c.chunk.places {
		c.chunk.places[i].Offset += m.DataPageOffset
	}
	c.chunk.index.BoundaryOrder = order(c.kind, &c.chunk.index)
	g.TotalByteSize += m.TotalUncompressedSize
	g.TotalCompressedSize += m.TotalCompressedSize
	g.Columns = append(g.Columns, format.ColumnChunk{MetaData: *m})
	f.columns, f.offsets = append(f.columns, c.chunk.index), append(f.offsets, format.OffsetIndex{PageLocations: c.chunk.places})
}

// physical is the Parquet type of a field.
func physical(kind reflect.Kind) format.Type {
	switch kind {
	case reflect.String:
		return format.ByteArray
	case reflect.Int32:
		return format.Int32
	case reflect.Float64:
		return format.Double
	default:
		return format.Boolean
	}
}

// order is how the pages' bounds follow each other.
func order(kind reflect.Kind, x *format.ColumnIndex) format.BoundaryOrder {
	last := -1
	for i := range x.NullPages {
		if x.NullPages[i] {
			continue
		}
		if last >= 0 && (compareAs(kind, x.MinValues[last], x.MinValues[i]) > 0 || compareAs(kind, x.MaxValues[last], x.MaxValues[i]) > 0) {
			return format.Unordered
		}
		last = i
	}
	return format.Ascending
}

// bloomFilter is a filter of the values of a column's dictionary, with its header.
func bloomFilter(d *dictionary) ([]byte, error) {
	const bits = 10 // a value; one look-up in a hundred is in vain
	filter := make(bloom.SplitBlockFilter, bloom.NumSplitBlocksOf(int64(len(d.ends)), bits))
	for n := range d.ends {
		filter.Insert(xxhash.Sum64(d.value(int32(n))[4:]))
	}
	header := format.BloomFilterHeader{
		NumBytes:    int32(len(filter.Bytes())),
		Algorithm:   format.BloomFilterAlgorithm{Value: new(format.SplitBlockAlgorithm)},
		Hash:        format.BloomFilterHash{Value: new(format.XxHash)},
		Compression: format.BloomFilterCompression{Value: new(format.BloomFilterUncompressed)},
	}
	content, err := thrift.Marshal(new(thrift.CompactProtocol), &header)
	if err != nil {
		return nil, fmt.Errorf("bloom filter: %w", err)
	}
	return append(content, filter.Bytes()...), nil
}

// bytes are the indexes and the footer of a file, whose other content ends at an offset.
func (f *footer) bytes(offset int64) ([]byte, error) {
	var out []byte
	put := func(value any) (at int64, size int32, err error) {
		content, err := thrift.Marshal(new(thrift.CompactProtocol), value)
		at, out = offset+int64(len(out)), append(out, content...)
		return at, int32(len(content)), err
	}
	var err error
	chunks := f.chunks()
	for i, c := range chunks {
		if c.ColumnIndexOffset, c.ColumnIndexLength, err = put(&f.columns[i]); err != nil {
			return nil, err
		}
	}
	for i, c := range chunks {
		if c.OffsetIndexOffset, c.OffsetIndexLength, err = put(&f.offsets[i]); err != nil {
			return nil, err
		}
	}
	_, size, err := put(&f.meta)
	return append(binary.LittleEndian.AppendUint32(out, uint32(size)), magic...), err
}

// chunks are the columns of all row groups.
func (f *footer) chunks() []*format.ColumnChunk {
	var list []*format.ColumnChunk
	for i := range f.meta.RowGroups {
		for j := range f.meta.RowGroups[i].Columns {
			list = append(list, &f.meta.RowGroups[i].Columns[j])
		}
	}
	return list
}
