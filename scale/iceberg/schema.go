package iceberg

import (
	"fmt"
	"slices"
	"strings"

	"github.com/apache/arrow-go/v18/arrow"
	ice "github.com/apache/iceberg-go"
	"github.com/apache/iceberg-go/table"

	"zhibiao/output"
)

// yearColumn is the column that tables are partitioned by, where they have it.
const yearColumn = "report_year"

// schemaOf is the schema that a table of the dataset asks for. Its field ids are those of
// a new table: columns count from 1, what lies inside lists comes after them.
func schemaOf(t Table) (*ice.Schema, error) {
	last := len(t.Columns)
	next := func() int { last++; return last }
	var fields []ice.NestedField
	var keys []int
	for i, c := range t.Columns {
		kind, err := typeOf(c.Type, next)
		if err != nil {
			return nil, fmt.Errorf("table %s: column %s: %w; take a version of this program as new as the dataset", t.Name, c.Name, err)
		}
		fields = append(fields, ice.NestedField{ID: i + 1, Name: c.Name, Type: kind, Required: !c.Nullable, Doc: docOf(c)})
		// Iceberg takes only columns without nulls into the key, and no floating point.
		if slices.Contains(t.Key, c.Name) && !c.Nullable && c.Type != "DOUBLE" {
			keys = append(keys, i+1)
		}
	}
	return ice.NewSchemaWithIdentifiers(0, keys, fields...), nil
}

// docOf is what the catalog tells of a column.
func docOf(c output.Column) string {
	if c.Unit == "" {
		return c.About
	}
	return c.About + " (" + c.Unit + ")"
}

// typeOf is a type as output.Column names it, LIST<STRUCT<word STRING, start INT32>>, in
// the terms of Iceberg.
func typeOf(name string, next func() int) (ice.Type, error) {
	switch name {
	case "STRING":
		return ice.PrimitiveTypes.String, nil
	case "INT32":
		return ice.PrimitiveTypes.Int32, nil
	case "DOUBLE":
		return ice.PrimitiveTypes.Float64, nil
	case "BOOLEAN":
		return ice.PrimitiveTypes.Bool, nil
	}
	if inner, ok := within(name, "LIST<"); ok {
		id := next()
		element, err := typeOf(inner, next)
		return &ice.ListType{ElementID: id, Element: element, ElementRequired: true}, err
	}
	if inner, ok := within(name, "STRUCT<"); ok {
		return structOf(inner, next)
	}
	return nil, fmt.Errorf("type %q is unknown here", name)
}

func within(name, open string) (string, bool) {
	inner, ok := strings.CutPrefix(name, open)
	return strings.TrimSuffix(inner, ">"), ok && strings.HasSuffix(inner, ">")
}

func structOf(inner string, next func() int) (ice.Type, error) {
	s := &ice.StructType{}
	for member := range strings.SplitSeq(inner, ", ") {
		name, kind, _ := strings.Cut(member, " ")
		id := next()
		t, err := typeOf(kind, next)
		if err != nil {
			return nil, err
		}
		s.FieldList = append(s.FieldList, ice.NestedField{ID: id, Name: name, Type: t, Required: true})
	}
	return s, nil
}

// evolve stages what a table lacks of the schema that its dataset has: new columns,
// which get new ids and are null in the rows there, and new words about old ones. A
// column that the dataset has no more stays, and may then be null. It returns the names
// of the columns that are new.
func evolve(tx *table.Transaction, name string, have, want *ice.Schema) ([]string, error) {
	update, staged := tx.UpdateSchema(true, false), false
	var added []string
	for _, w := range want.Fields() {
		h, ok := have.FindFieldByName(w.Name)
		switch {
		case !ok:
			update.AddColumn([]string{w.Name}, w.Type, w.Doc, false, nil)
			added, staged = append(added, w.Name), true
		case !sameType(h.Type, w.Type):
			return nil, fmt.Errorf("table %s: column %s is %s in the catalog and %s in the dataset; register the dataset into another namespace", name, w.Name, h.Type, w.Type)
		case h.Doc != w.Doc || h.Required && !w.Required:
			update.UpdateColumn([]string{w.Name}, table.ColumnUpdate{
				Doc: ice.Optional[string]{Val: w.Doc, Valid: true}, Required: ice.Optional[bool]{Val: h.Required && w.Required, Valid: true},
			})
			staged = true
		}
	}
	for _, h := range have.Fields() {
		if _, ok := want.FindFieldByName(h.Name); !ok && h.Required {
			update.UpdateColumn([]string{h.Name}, table.ColumnUpdate{Required: ice.Optional[bool]{Valid: true}})
			staged = true
		}
	}
	if !staged {
		return nil, nil
	}
	if err := update.Commit(); err != nil {
		return nil, fmt.Errorf("table %s: %w; register the dataset into another namespace", name, err)
	}
	return added, nil
}

// sameType compares types whatever the ids of their fields.
func sameType(a, b ice.Type) bool {
	plainA, errA := table.TypeToArrowType(a, false, false)
	plainB, errB := table.TypeToArrowType(b, false, false)
	return errA == nil && errB == nil && arrow.TypeEqual(plainA, plainB)
}

// partitionOf is the partition of a table: by year where its rows have one.
func partitionOf(schema *ice.Schema) *ice.PartitionSpec {
	year, ok := schema.FindFieldByName(yearColumn)
	if !ok {
		return ice.UnpartitionedSpec
	}
	const first = 1000 // where the specification has ids of partition fields begin
	spec := ice.NewPartitionSpec(ice.PartitionField{SourceIDs: []int{year.ID}, FieldID: first, Name: yearColumn, Transform: ice.IdentityTransform{}})
	return &spec
}
