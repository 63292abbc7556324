package output

import (
	"reflect"
	"slices"

	"github.com/parquet-go/parquet-go/format"
)

// columnWriter is a column of a file that is being written: the values of the page under way,
// as Parquet encodes them, and the pages of the row group. Rows are taken apart here and
// not by parquet-go, which moves each value through several representations, and in
// v0.32.0 writes what is absent as "" or 0 instead of null behind some runs of values:
// github.com/parquet-go/parquet-go/issues/154.
type columnWriter struct {
	leaf
	path  []string
	bloom bool
	prose bool // holds the text of the reports
	limit int  // bytes of a page

	// the page under way
	rows, nulls int
	defined     []byte // definition levels
	repeated    []byte // repetition levels
	numbers     []int32
	doubles     []float64
	truths      []bool
	text        []byte
	ends        []uint32 // of the texts, behind a 0
	dictionary  *dictionary

	chunk chunk
}

// values is the number of values of the page, nulls among them.
func (c *columnWriter) values() int {
	if c.list != nil || c.optional {
		return len(c.defined)
	}
	return c.rows
}

// size is the number of bytes that the page takes about, before it is compressed.
func (c *columnWriter) size() int {
	return len(c.text) + 4*len(c.numbers) + 8*len(c.doubles) + len(c.truths)/8 + len(c.defined)/8
}

// expect makes room for rows that come, with so many bytes of prose where the column has
// it: to grow step by step takes several times the memory.
func (c *columnWriter) expect(rows, prose int) {
	rows = min(rows, c.limit/4)
	if repetition, definition := c.levels(); definition > repetition {
		c.defined = slices.Grow(c.defined, rows)
	}
	switch {
	case c.absent || c.list != nil:
	case c.dictionary != nil || c.kind == reflect.Int32:
		c.numbers = slices.Grow(c.numbers, rows)
	case c.kind == reflect.String:
		c.ends = slices.Grow(c.ends, rows)
		if c.prose {
			const lengths, step = 2, 64 << 10 // bytes of a length, and of the rows after which the page is looked at
			c.text = slices.Grow(c.text, min(prose, c.limit)+lengths*rows+step)
		}
	}
}

// clear begins the next page.
func (c *columnWriter) clear() {
	c.rows, c.nulls = 0, 0
	c.defined, c.repeated = c.defined[:0], c.repeated[:0]
	c.numbers, c.doubles, c.truths = c.numbers[:0], c.doubles[:0], c.truths[:0]
	c.text, c.ends = c.text[:0], append(c.ends[:0], 0)
}

// reset begins the next row group. What the footer holds of this one is let go, not used
// again.
func (c *columnWriter) reset() {
	c.chunk = chunk{pages: c.chunk.pages[:0]}
	if c.dictionary != nil {
		c.dictionary.reset()
	}
}

// newColumns are the columns of a table for its leaves.
func newColumns(table string, leaves []leaf, paths [][]string, wide bool) []*columnWriter {
	columns := make([]*columnWriter, len(leaves))
	for i, l := range leaves {
		name := paths[i][0]
		c := &columnWriter{
			leaf: l, path: paths[i], limit: pageSize(table),
			bloom: slices.Contains(lookedUp(table), name), prose: table != "facts" && table != "targets" && name == "text",
		}
		c.absent = !wide && slices.Contains(copies(table), name)
		if l.encoding == format.RLEDictionary {
			c.dictionary = newDictionary()
		}
		c.clear()
		columns[i] = c
	}
	return columns
}
