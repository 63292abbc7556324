package output

import (
	"cmp"
	_ "embed"
	"reflect"
	"strings"

	"zhibiao/normalize"
)

// Table describes a table: what a row is and its columns.
type Table struct {
	Name    string   `json:"name"`
	Row     string   `json:"row"` // what a row is: a quantity
	Key     string   `json:"key"` // column or columns that name a row
	Columns []Column `json:"columns"`
}

// Column describes a column of a table.
type Column struct {
	Name     string `json:"name"`
	Type     string `json:"type"` // STRING, DOUBLE, INT32, BOOLEAN, LIST
	Nullable bool   `json:"nullable"`
	Unit     string `json:"unit,omitempty"` // year, code points, or the column that holds the unit
	About    string `json:"about"`
}

//go:embed columns.tsv
var columnsTSV string

// Tables describes every table. Names and types come from the row structs that write
// them, meanings from columns.tsv, so that neither can be documented in two ways.
func Tables() []Table {
	meanings := readMeanings(columnsTSV)
	table := func(name, row, key string, of any) Table {
		return Table{Name: name, Row: row, Key: key, Columns: columnsOf(name, reflect.TypeOf(of), meanings)}
	}
	return []Table{
		table("documents", "an input read", "doc_id", DocumentRow{}),
		table("sections", "a heading and the text up to the next", "section_id", SectionRow{}),
		table("sentences", "a sentence", "sentence_id", SentenceRow{}),
		table("facts", "a quantity with all that the text says of it", "fact_id", FactRow{}),
		table("targets", "an aim, with the result before and the result reached", "fact_id", TargetRow{}),
		table("panel", "an indicator of a region in a year", "place, year, indicator_code", PanelRow{}),
		table("rejects", "an input or a mention that failed", "", RejectRow{}),
	}
}

// Lines describes the lines of JSON that facts are printed as, as if they were a table.
func Lines() Table {
	return Table{
		Name: "jsonl", Row: "a fact as a line of JSON; empty fields are left out",
		Columns: columnsOf("jsonl", reflect.TypeFor[normalize.Line](), readMeanings(columnsTSV)),
	}
}

// tableNames are the names of all tables.
func tableNames() []string {
	return []string{"documents", "sections", "sentences", "facts", "targets", "panel", "rejects"}
}

// meaning is a line of columns.tsv.
type meaning struct{ unit, about string }

func readMeanings(tsv string) map[string]meaning {
	all := map[string]meaning{}
	for line := range strings.Lines(tsv) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(cells) == 3 && !strings.HasPrefix(line, "#") {
			all[cells[0]] = meaning{cells[1], cells[2]}
		}
	}
	return all
}

// columnsOf lists the columns of a row struct. Those of an embedded struct, the fact
// within a target, come where it stands.
func columnsOf(table string, row reflect.Type, meanings map[string]meaning) []Column {
	var columns []Column
	for i := range row.NumField() {
		field := row.Field(i)
		if field.Anonymous {
			columns = append(columns, columnsOf(table, field.Type, meanings)...)
			continue
		}
		name, options, _ := strings.Cut(cmp.Or(field.Tag.Get("parquet"), field.Tag.Get("json")), ",")
		m, ok := meanings[table+"."+name]
		if !ok {
			m = meanings[name]
		}
		columns = append(columns, Column{
			Name: name, Type: typeName(field.Type), Nullable: strings.Contains(options, "optional") || strings.Contains(options, "omitempty"),
			Unit: m.unit, About: m.about,
		})
	}
	return columns
}

// typeName is the Parquet type of a field, as readers name it.
func typeName(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Pointer:
		return typeName(t.Elem())
	case reflect.Int:
		return "INTEGER"
	case reflect.Int32:
		return "INT32"
	case reflect.Float64:
		return "DOUBLE"
	case reflect.Bool:
		return "BOOLEAN"
	case reflect.Slice:
		return "LIST<" + typeName(t.Elem()) + ">"
	case reflect.Struct:
		var fields []string
		for i := range t.NumField() {
			name, _, _ := strings.Cut(t.Field(i).Tag.Get("parquet"), ",")
			fields = append(fields, name+" "+typeName(t.Field(i).Type))
		}
		return "STRUCT<" + strings.Join(fields, ", ") + ">"
	default:
		return "STRING"
	}
}
