package output

import (
	"reflect"
	"strings"

	"github.com/parquet-go/parquet-go/format"
)

// leaf is a column as it is filled from the rows of a table: where its field lies in the
// row struct, what is there, and how it is encoded.
type leaf struct {
	at       uintptr // of the field in the row
	kind     reflect.Kind
	encoding format.Encoding
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
		l := leaf{at: at + field.Offset, kind: field.Type.Kind(), optional: tagged(field, "optional")}
		switch l.kind {
		case reflect.Pointer:
			l.pointer, l.kind = true, field.Type.Elem().Kind()
		case reflect.Slice:
			l.optional = false // for its elements; the list itself may be missing
			element := field.Type.Elem()
			for j := range element.NumField() {
				part := element.Field(j)
				l.kind, l.list = part.Type.Kind(), &list{element.Size(), part.Offset}
				l.encoding = encodingOf(part, l.kind)
				leaves = append(leaves, l)
			}
			continue
		}
		l.encoding = encodingOf(field, l.kind)
		leaves = append(leaves, l)
	}
	return leaves
}

// encodingOf is how the values of a field are encoded. Texts that stand in no dictionary
// are stored apart from their lengths: they compress better alone.
func encodingOf(field reflect.StructField, kind reflect.Kind) format.Encoding {
	switch text := kind == reflect.String; {
	case tagged(field, "dict"):
		return format.RLEDictionary
	case text && tagged(field, "delta"):
		return format.DeltaByteArray
	case tagged(field, "delta"):
		return format.DeltaBinaryPacked
	case text:
		return format.DeltaLengthByteArray
	default:
		return format.Plain
	}
}

// tagged reports whether an option stands in the parquet tag of a field.
func tagged(field reflect.StructField, option string) bool {
	_, options, _ := strings.Cut(field.Tag.Get("parquet"), ",")
	return strings.Contains(options, option)
}

// levels are the greatest repetition and definition level of the column.
func (l *leaf) levels() (repetition, definition int) {
	switch {
	case l.list != nil:
		return 1, 2
	case l.optional:
		return 0, 1
	default:
		return 0, 0
	}
}
