package output

import (
	"reflect"
	"strings"
	"unsafe"

	"github.com/parquet-go/parquet-go"
)

// leaf is a column as it is filled from the rows of a table: where its field lies in the
// row struct, and what is there. Rows are taken apart here and not by parquet-go: v0.32.0
// writes what is absent as "" or 0 instead of null behind a run of values that is as long
// as its distance from the 64th row before (null, 全省, null):
// github.com/parquet-go/parquet-go/issues/154.
type leaf struct {
	at       uintptr // of the field in the row
	kind     reflect.Kind
	pointer  bool // to the value, nil for null
	optional bool // zero means null
	absent   bool // null throughout, whatever the rows hold
	list     *list
}

// list is where the leaf of a list lies, in the elements of a slice.
type list struct {
	size uintptr // of an element
	at   uintptr // of the field in it
}

// leavesOf are the leaves of a row struct in the order of its columns.
func leavesOf(row reflect.Type, at uintptr) []leaf {
	var leaves []leaf
	for i := range row.NumField() {
		field := row.Field(i)
		if field.Anonymous {
			leaves = append(leaves, leavesOf(field.Type, at+field.Offset)...)
			continue
		}
		_, options, _ := strings.Cut(field.Tag.Get("parquet"), ",")
		l := leaf{at: at + field.Offset, kind: field.Type.Kind(), optional: strings.Contains(options, "optional")}
		switch l.kind {
		case reflect.Pointer:
			l.pointer, l.kind = true, field.Type.Elem().Kind()
			leaves = append(leaves, l)
		case reflect.Slice:
			element := field.Type.Elem()
			for j := range element.NumField() {
				part := element.Field(j)
				l.kind, l.list = part.Type.Kind(), &list{element.Size(), part.Offset}
				leaves = append(leaves, l)
			}
		default:
			leaves = append(leaves, l)
		}
	}
	return leaves
}

// fill appends the values of a column, of rows of the type that the leaf is of.
func fill[T any](values []parquet.Value, column int, l *leaf, rows []T) []parquet.Value {
	null, defined := parquet.NullValue().Level(0, 0, column), 0
	if l.optional {
		defined = 1
	}
	if l.absent {
		for range rows {
			values = append(values, null)
		}
		return values
	}
	for i := range rows {
		field := unsafe.Add(unsafe.Pointer(&rows[i]), l.at)
		switch {
		case l.list != nil:
			values = l.elements(values, column, field)
			continue
		case l.pointer:
			field = *(*unsafe.Pointer)(field)
		}
		if l.optional && (field == nil || !l.pointer && l.zero(field)) {
			values = append(values, null)
			continue
		}
		values = append(values, l.value(field).Level(0, defined, column))
	}
	return values
}

// zero reports whether what is in a field means null.
func (l *leaf) zero(field unsafe.Pointer) bool {
	switch l.kind {
	case reflect.String:
		return *(*string)(field) == ""
	case reflect.Int32:
		return *(*int32)(field) == 0
	case reflect.Float64:
		return *(*float64)(field) == 0
	default:
		return !*(*bool)(field)
	}
}

// elements appends the values of a list. A list that is not there is null.
func (l *leaf) elements(values []parquet.Value, column int, field unsafe.Pointer) []parquet.Value {
	header := *(*[]byte)(field) // whatever it is a slice of, only length and place are asked for
	const missing, empty, defined = 0, 1, 2
	switch {
	case header == nil:
		return append(values, parquet.NullValue().Level(0, missing, column))
	case len(header) == 0:
		return append(values, parquet.NullValue().Level(0, empty, column))
	}
	for i := range uintptr(len(header)) {
		value := l.value(unsafe.Add(unsafe.Pointer(unsafe.SliceData(header)), i*l.list.size+l.list.at))
		values = append(values, value.Level(min(int(i), 1), defined, column))
	}
	return values
}

// value is what is in a field.
func (l *leaf) value(field unsafe.Pointer) parquet.Value {
	switch l.kind {
	case reflect.String:
		text := *(*string)(field)
		return parquet.ByteArrayValue(unsafe.Slice(unsafe.StringData(text), len(text)))
	case reflect.Int32:
		return parquet.Int32Value(*(*int32)(field))
	case reflect.Float64:
		return parquet.DoubleValue(*(*float64)(field))
	default:
		return parquet.BooleanValue(*(*bool)(field))
	}
}
