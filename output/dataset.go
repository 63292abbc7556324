package output

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// datasetFile describes a dataset as a Frictionless Data Package.
const (
	datasetFile = "dataset.json"
	datasetName = "zhibiao"
)

// dataset is a Frictionless Data Package (specs.frictionlessdata.io): resources with
// their columns. Row counts, units and files are properties that it leaves free.
type dataset struct {
	Profile   string     `json:"profile"`
	Name      string     `json:"name"`
	Title     string     `json:"title"`
	Version   string     `json:"version,omitempty"`
	Rules     string     `json:"rules,omitempty"`
	Schema    string     `json:"schema_version"`
	Layout    layout     `json:"layout"`
	Behind    bool       `json:"behind,omitempty"` // links between reports and the panel are still to be made
	Resources []resource `json:"resources"`
}

// layout is what all files of a dataset must share.
type layout struct {
	Format    string `json:"format"`
	Partition string `json:"partition,omitempty"`
	Wide      bool   `json:"wide,omitempty"`
}

type resource struct {
	Name   string         `json:"name"`
	About  string         `json:"description"`
	Path   any            `json:"path"` // one, or a list where the table is partitioned
	Format string         `json:"format"`
	Media  string         `json:"mediatype"`
	Bytes  int64          `json:"bytes"`
	Hash   string         `json:"hash,omitempty"` // of a single file
	Rows   int            `json:"rows"`
	Files  []fileEntry    `json:"files"`
	Schema resourceSchema `json:"schema"`
}

type resourceSchema struct {
	Fields  []field      `json:"fields"`
	Key     []string     `json:"primaryKey,omitempty"`
	Foreign []foreignKey `json:"foreignKeys,omitempty"`
}

// foreignKey is a column that names rows of a table, of the same one where Resource is empty.
type foreignKey struct {
	Fields    string    `json:"fields"`
	Reference reference `json:"reference"`
}

type reference struct {
	Resource string `json:"resource"`
	Fields   string `json:"fields"`
}

type field struct {
	Name        string          `json:"name"`
	Type        string          `json:"type"`
	Unit        string          `json:"unit,omitempty"`
	About       string          `json:"description"`
	Constraints map[string]bool `json:"constraints,omitempty"`
}

// fileEntry is a file of a table.
type fileEntry struct {
	table string
	Part  int    `json:"part,omitempty"`
	Path  string `json:"path"`
	Rows  int    `json:"rows"`
	Bytes int64  `json:"bytes"`
	Hash  string `json:"hash"`
}

// describe writes dataset.json for the files of a format.
func describe(w io.Writer, format string, files []fileEntry, behind bool, opts Options) error {
	d := dataset{
		Profile: "data-package", Name: datasetName, Title: "Quantities of Chinese government work reports",
		Version: opts.Version, Rules: opts.RulesHash, Schema: SchemaVersion,
		Layout: layout{format, opts.Partition, opts.Wide}, Behind: behind,
		Resources: []resource{},
	}
	if len(files) == 0 {
		return encodeDataset(w, &d)
	}
	for _, t := range Tables() {
		r := resource{Name: t.Name, About: "A row is " + t.Row + ".", Format: format, Media: media(format)}
		var paths []string
		for _, f := range files {
			if f.table == t.Name {
				r.Files = append(r.Files, f)
				r.Rows, r.Bytes = r.Rows+f.Rows, r.Bytes+f.Bytes
				paths = append(paths, f.Path)
			}
		}
		r.Path = paths
		if len(paths) == 1 {
			r.Path, r.Hash = paths[0], r.Files[0].Hash
		}
		r.Schema = resourceSchemaOf(t)
		if len(paths) > 0 {
			d.Resources = append(d.Resources, r)
		}
	}
	return encodeDataset(w, &d)
}

func encodeDataset(w io.Writer, d *dataset) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false) // and no indent, which would weigh as much as a report
	return e.Encode(d)
}

func resourceSchemaOf(t Table) resourceSchema {
	var s resourceSchema
	if t.Key != "" {
		s.Key = strings.Split(t.Key, ", ")
	}
	for _, c := range t.Columns {
		f := field{Name: c.Name, Type: frictionless(c.Type), Unit: c.Unit, About: c.About}
		if !c.Nullable {
			f.Constraints = map[string]bool{"required": true}
		}
		s.Fields = append(s.Fields, f)
		if r, ok := referenceOf(t, c.Name); ok {
			s.Foreign = append(s.Foreign, foreignKey{c.Name, r})
		}
	}
	return s
}

// referenceOf is what a column of a table names.
func referenceOf(t Table, column string) (reference, bool) {
	switch {
	case column == "parent_id":
		return reference{"", "section_id"}, true
	case column == t.Key: // its own rows
		return reference{"facts", "fact_id"}, t.Name == "targets"
	case column == "doc_id":
		return reference{"documents", column}, true
	case column == "section_id":
		return reference{"sections", column}, true
	case column == "sentence_id":
		return reference{"sentences", column}, true
	case strings.HasSuffix(column, "fact_id"):
		return reference{"facts", "fact_id"}, true
	}
	return reference{}, false
}

// frictionless is a column's type in the terms of a Table Schema.
func frictionless(parquetType string) string {
	switch parquetType {
	case "INT32":
		return "integer"
	case "DOUBLE":
		return "number"
	case "BOOLEAN":
		return "boolean"
	case "STRING":
		return "string"
	default:
		return "array"
	}
}

func media(format string) string {
	if format == formatCSV {
		return "text/csv"
	}
	return "application/vnd.apache.parquet"
}

// readDescription reads the dataset.json of a folder; nil where there is none.
func readDescription(dir string) (*dataset, error) {
	content, err := os.ReadFile(filepath.Join(dir, datasetFile))
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var d dataset
	if err := json.Unmarshal(content, &d); err != nil {
		return nil, fmt.Errorf("%s: %w; write the tables anew into another folder", filepath.Join(dir, datasetFile), err)
	}
	if d.Name != datasetName {
		return nil, fmt.Errorf("%s: describes %q, not tables of zhibiao; choose another folder", filepath.Join(dir, datasetFile), d.Name)
	}
	if !knownSchema(d.Schema) {
		return nil, fmt.Errorf("%s: has schema version %s, this program reads 1 to %s; use the version of zhibiao that wrote it", filepath.Join(dir, datasetFile), cmp.Or(d.Schema, "unknown"), SchemaVersion)
	}
	for _, f := range d.files() {
		if !filepath.IsLocal(f.Path) {
			return nil, fmt.Errorf("%s: file %q lies outside the folder; write the tables anew into another one", filepath.Join(dir, datasetFile), f.Path)
		}
	}
	return &d, nil
}

// knownSchema reports whether the columns of a schema version are known: those of a later
// one may mean something else.
func knownSchema(version string) bool {
	n, err := strconv.Atoi(version)
	last, _ := strconv.Atoi(SchemaVersion)
	return err == nil && n >= 1 && n <= last
}

// files lists the files of all tables.
func (d *dataset) files() []fileEntry {
	var files []fileEntry
	for _, r := range d.Resources {
		for _, f := range r.Files {
			f.table = r.Name
			files = append(files, f)
		}
	}
	return files
}

// tally counts and hashes what is written to it.
type tally struct {
	hash  hash.Hash
	bytes int64
}

func (t *tally) Write(p []byte) (int, error) {
	t.bytes += int64(len(p))
	return t.hash.Write(p)
}
