// Package iceberg keeps tables of Apache Iceberg that follow a dataset of zhibiao: a
// folder that zhibiao extract wrote with -o.
//
// Each part of the dataset is copied, year by year, into data files of the table, which
// bear the part's content hash in their name. What a table holds is read off the names in
// its current snapshot, so that there is no second record that could disagree with it.
package iceberg

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"zhibiao/output"
)

// Dataset is a folder of Parquet tables as its dataset.json describes it.
type Dataset struct {
	Dir     string // absolute
	Version string // of the program that wrote it
	Rules   string // hash of the rules that its facts were found by
	Schema  string // version of the tables' schema
	Tables  []Table
}

// Table is a table of a dataset; it may have no parts.
type Table struct {
	Name    string
	About   string // what a row is
	Key     []string
	Columns []output.Column
	Parts   []Part
}

// Part is a file of a table.
type Part struct {
	Path string // absolute
	Hash string // SHA-256 of its content, in hex
	Rows int64
}

// description is what matters here of dataset.json, a Frictionless Data Package.
type description struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	Rules   string `json:"rules"`
	Schema  string `json:"schema_version"`
	Behind  bool   `json:"behind"`
	Layout  struct {
		Format string `json:"format"`
	} `json:"layout"`
	Resources []resource `json:"resources"`
}

type resource struct {
	Name  string `json:"name"`
	About string `json:"description"`
	Files []struct {
		Path string `json:"path"`
		Rows int64  `json:"rows"`
		Hash string `json:"hash"`
	} `json:"files"`
	Schema struct {
		Fields []field  `json:"fields"`
		Key    []string `json:"primaryKey"`
	} `json:"schema"`
}

type field struct {
	Name        string          `json:"name"`
	Type        string          `json:"type"`
	Unit        string          `json:"unit"`
	About       string          `json:"description"`
	Constraints map[string]bool `json:"constraints"`
}

// ReadDataset reads the description of a dataset. The parts are not opened yet.
func ReadDataset(dir string) (*Dataset, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	path := filepath.Join(dir, "dataset.json")
	content, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: no dataset.json here; write one with zhibiao extract REPORTS -o %s", dir, dir)
	}
	if err != nil {
		return nil, err
	}
	var d description
	if err := json.Unmarshal(content, &d); err != nil {
		return nil, fmt.Errorf("%s: %w; write the dataset anew", path, err)
	}
	if err := d.check(path); err != nil {
		return nil, err
	}
	data := &Dataset{Dir: dir, Version: d.Version, Rules: d.Rules, Schema: d.Schema}
	data.Tables, err = tablesOf(dir, d.Resources)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return data, nil
}

// check tells what keeps a dataset from being registered.
func (d *description) check(path string) error {
	switch {
	case d.Name != "zhibiao":
		return fmt.Errorf("%s: describes %q, not tables of zhibiao; name a folder that zhibiao extract wrote", path, d.Name)
	case d.Layout.Format != "parquet":
		return fmt.Errorf("%s: tables in %s; write them with zhibiao extract --format parquet", path, d.Layout.Format)
	case d.Behind:
		return fmt.Errorf("%s: the last run was broken off before panel and links were made; end it with zhibiao extract, or zhibiao dataset compact", path)
	}
	return nil
}

// tablesOf lists the tables described, and those of this version that have no rows.
func tablesOf(dir string, resources []resource) ([]Table, error) {
	known := map[string]output.Table{}
	for _, t := range output.Tables() {
		known[t.Name] = t
	}
	var tables []Table
	for _, r := range resources {
		t := Table{Name: r.Name, About: r.About, Key: r.Schema.Key, Columns: columnsOf(r, known[r.Name])}
		for _, f := range r.Files {
			sum, ok := strings.CutPrefix(f.Hash, "sha256:")
			if digest, err := hex.DecodeString(sum); !ok || err != nil || len(digest) != 32 || !filepath.IsLocal(f.Path) {
				return nil, fmt.Errorf("file %q with hash %q: not a part of a dataset; write the dataset anew", f.Path, f.Hash)
			}
			if f.Rows > 0 {
				t.Parts = append(t.Parts, Part{filepath.Join(dir, filepath.FromSlash(f.Path)), sum, f.Rows})
			}
		}
		delete(known, r.Name)
		tables = append(tables, t)
	}
	for _, t := range output.Tables() {
		if _, absent := known[t.Name]; absent {
			tables = append(tables, Table{Name: t.Name, About: "A row is " + t.Row + ".", Key: singleKey(t.Key), Columns: t.Columns})
		}
	}
	return tables, nil
}

// singleKey is a key of one column; those of several may hold nulls.
func singleKey(key string) []string {
	if key == "" || strings.Contains(key, ",") {
		return nil
	}
	return []string{key}
}

// columnsOf lists the columns of a table as its dataset has them, which another version
// may have written. Their exact types stand in this version's schema where it knows them.
func columnsOf(r resource, known output.Table) []output.Column {
	types := map[string]string{}
	for _, c := range known.Columns {
		types[c.Name] = c.Type
	}
	simple := map[string]string{"integer": "INT32", "number": "DOUBLE", "boolean": "BOOLEAN", "string": "STRING"}
	var columns []output.Column
	for _, f := range r.Schema.Fields {
		c := output.Column{Name: f.Name, Type: simple[f.Type], Nullable: !f.Constraints["required"], Unit: f.Unit, About: f.About}
		if c.Type == "" { // a list, of what is not told
			c.Type = types[f.Name]
		}
		columns = append(columns, c)
	}
	return columns
}
