package service

import (
	"reflect"
	"strings"

	"zhibiao"
	"zhibiao/output"
)

// schemas describe the bodies of requests and answers. Names and types come from the
// structs that are written, meanings from the columns of the tables, so that zhibiao
// schema and the service cannot say different things.
func schemas() object {
	return object{
		"Answer": object{
			"type": "object", "required": []string{"documents", "facts", "rejects"},
			"properties": object{"documents": list("Document"), "facts": list("Fact"), "rejects": list("Reject")},
		},
		"Document": schemaOf(reflect.TypeFor[Document](), table("documents")),
		"Fact":     schemaOf(reflect.TypeFor[zhibiao.Line](), output.Lines()),
		"Reject":   schemaOf(reflect.TypeFor[Reject](), table("rejects")),
		"Problem":  schemaOf(reflect.TypeFor[Problem](), output.Table{}),
		"Request":  schemaOf(reflect.TypeFor[Request](), output.Table{}),
	}
}

func table(name string) output.Table {
	for _, t := range output.Tables() {
		if t.Name == name {
			return t
		}
	}
	return output.Table{}
}

func list(of string) object { return object{"type": "array", "items": ref(of)} }

// schemaOf is the schema of a struct. A field's meaning is its tag about, or that of the
// column of its name.
func schemaOf(t reflect.Type, of output.Table) object {
	columns := map[string]output.Column{}
	for _, c := range of.Columns {
		columns[c.Name] = c
	}
	properties, required := object{}, []string{}
	for i := range t.NumField() {
		field := t.Field(i)
		name, options, _ := strings.Cut(field.Tag.Get("json"), ",")
		about := field.Tag.Get("about")
		if c := columns[name]; about == "" {
			about = c.About
			if c.Unit != "" {
				about += " (" + c.Unit + ")"
			}
		}
		properties[name] = object{"type": typeName(field.Type), "description": about}
		if !strings.Contains(options, "omitempty") {
			required = append(required, name)
		}
	}
	s := object{"type": "object", "properties": properties, "required": required, "additionalProperties": false}
	if of.Row != "" {
		s["description"] = of.Row
	}
	return s
}

func typeName(t reflect.Type) string {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch t.Kind() {
	case reflect.Int, reflect.Int32:
		return "integer"
	case reflect.Bool:
		return "boolean"
	default:
		return "string"
	}
}
