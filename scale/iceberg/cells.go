package iceberg

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
)

// writeRows writes rows as JSON objects, one a line, in the order of the columns.
func writeRows(w io.Writer, rows arrow.RecordBatch) error {
	var line cells
	all := array.RecordToStructArray(rows)
	defer all.Release()
	for i := range all.Len() {
		line.Reset()
		if err := line.cell(all, i); err != nil {
			return err
		}
		line.WriteByte('\n')
		if _, err := w.Write(line.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// cells is a line of JSON. The library's own marshalling sorts the fields within lists.
type cells struct{ bytes.Buffer }

// cell adds one cell of a column.
func (c *cells) cell(column arrow.Array, i int) error {
	if column.IsNull(i) {
		c.WriteString("null")
		return nil
	}
	switch column := column.(type) {
	case *array.Struct:
		fields := column.DataType().(*arrow.StructType).Fields()
		return c.several('{', '}', len(fields), func(j int) error {
			if err := c.value(fields[j].Name); err != nil {
				return err
			}
			c.WriteString(": ")
			return c.cell(column.Field(j), i)
		})
	case array.ListLike:
		start, end := column.ValueOffsets(i)
		return c.several('[', ']', int(end-start), func(j int) error { return c.cell(column.ListValues(), int(start)+j) })
	default:
		return c.value(column.GetOneForMarshal(i))
	}
}

// several adds members between brackets.
func (c *cells) several(open, shut byte, n int, member func(j int) error) error {
	c.WriteByte(open)
	for j := range n {
		if j > 0 {
			c.WriteString(", ")
		}
		if err := member(j); err != nil {
			return err
		}
	}
	c.WriteByte(shut)
	return nil
}

// value adds a simple value.
func (c *cells) value(v any) error {
	e := json.NewEncoder(c)
	e.SetEscapeHTML(false) // < and > stay readable
	if err := e.Encode(v); err != nil {
		return err
	}
	c.Truncate(c.Len() - 1) // the encoder ends its line
	return nil
}
