package output

import (
	"math"
	"reflect"
	"slices"
	"unsafe"

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

// add takes the field of n rows from a place in memory on, so many bytes apart.
func (c *columnWriter) add(rows unsafe.Pointer, stride uintptr, n int) {
	c.rows += n
	rows = unsafe.Add(rows, c.at)
	switch {
	case c.absent:
		c.defined = append(c.defined, make([]byte, n)...)
		c.nulls += n
	case c.list != nil:
		for i := range uintptr(n) {
			c.addList(unsafe.Add(rows, i*stride))
		}
	case c.kind == reflect.String:
		c.addTexts(rows, stride, n)
	default:
		for i := range uintptr(n) {
			c.addField(unsafe.Add(rows, i*stride))
		}
	}
}

// addTexts takes a text of each row.
func (c *columnWriter) addTexts(rows unsafe.Pointer, stride uintptr, n int) {
	if c.dictionary != nil {
		c.addWords(rows, stride, n)
		return
	}
	for i := range uintptr(n) {
		s := *(*string)(unsafe.Add(rows, i*stride))
		if c.optional {
			if s == "" {
				c.defined = append(c.defined, 0)
				c.nulls++
				continue
			}
			c.defined = append(c.defined, 1)
		}
		c.addText(s)
	}
}

// addWords takes a text of each row for a dictionary. Most rows have the very text of the row
// before: the name of the document, the word for an exact number.
func (c *columnWriter) addWords(rows unsafe.Pointer, stride uintptr, n int) {
	defined, numbers := c.defined, c.numbers
	var last string
	number := int32(-1)
	for i := range uintptr(n) {
		s := *(*string)(unsafe.Add(rows, i*stride))
		if c.optional {
			if s == "" {
				defined = append(defined, 0)
				c.nulls++
				continue
			}
			defined = append(defined, 1)
		}
		if number < 0 || len(s) != len(last) || unsafe.StringData(s) != unsafe.StringData(last) {
			number, last = c.dictionary.text(s), s
		}
		numbers = append(numbers, number)
	}
	c.defined, c.numbers = defined, numbers
}

func (c *columnWriter) addText(s string) {
	if c.dictionary != nil {
		c.numbers = append(c.numbers, c.dictionary.text(s))
		return
	}
	if len(c.text)+len(s) > cap(c.text) { // append would grow a large one by little, many times
		c.text = slices.Grow(c.text, max(len(s), len(c.text), 1<<10))
	}
	c.text = append(c.text, s...)
	c.ends = append(c.ends, uint32(len(c.text)))
}

// addField takes a field that is no text.
func (c *columnWriter) addField(field unsafe.Pointer) {
	if c.pointer {
		field = *(*unsafe.Pointer)(field)
	}
	if c.optional {
		if field == nil || !c.pointer && c.zero(field) {
			c.defined = append(c.defined, 0)
			c.nulls++
			return
		}
		c.defined = append(c.defined, 1)
	}
	c.addValue(field)
}

// zero reports whether what is in a field means null.
func (c *columnWriter) zero(field unsafe.Pointer) bool {
	switch c.kind {
	case reflect.Int32:
		return *(*int32)(field) == 0
	case reflect.Float64:
		return *(*float64)(field) == 0
	default:
		return !*(*bool)(field)
	}
}

// addValue takes a value.
func (c *columnWriter) addValue(field unsafe.Pointer) {
	switch c.kind {
	case reflect.String:
		c.addText(*(*string)(field))
	case reflect.Int32:
		n := *(*int32)(field)
		if c.dictionary != nil {
			n = c.dictionary.fixed(uint64(uint32(n)), 4)
		}
		c.numbers = append(c.numbers, n)
	case reflect.Float64:
		f := *(*float64)(field)
		if c.dictionary != nil {
			c.numbers = append(c.numbers, c.dictionary.fixed(math.Float64bits(f), 8))
		} else {
			c.doubles = append(c.doubles, f)
		}
	default:
		c.truths = append(c.truths, *(*bool)(field))
	}
}

// addList takes the field of each element of a list. A list that is not there is null.
func (c *columnWriter) addList(field unsafe.Pointer) {
	header := *(*[]byte)(field) // whatever it is a slice of, only length and place are asked for
	const missing, empty, defined = 0, 1, 2
	if len(header) == 0 {
		level := byte(empty)
		if header == nil {
			level = missing
		}
		c.defined, c.repeated = append(c.defined, level), append(c.repeated, 0)
		c.nulls++
		return
	}
	for i := range uintptr(len(header)) {
		c.defined, c.repeated = append(c.defined, defined), append(c.repeated, byte(min(i, 1)))
		c.addValue(unsafe.Add(unsafe.Pointer(unsafe.SliceData(header)), i*c.list.size+c.list.at))
	}
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
