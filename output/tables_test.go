package output

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
)

// Every column means something, and columns.tsv explains no column that is not there.
func TestEveryColumnIsDocumentedOnce(t *testing.T) {
	used := map[string]bool{}
	meanings := readMeanings(columnsTSV)
	for _, table := range append(Tables(), Lines()) {
		for _, c := range table.Columns {
			if c.About == "" {
				t.Errorf("%s.%s has no meaning in columns.tsv", table.Name, c.Name)
			}
			if _, ok := meanings[table.Name+"."+c.Name]; ok {
				used[table.Name+"."+c.Name] = true
			} else {
				used[c.Name] = true
			}
		}
	}
	for name := range meanings {
		if !used[name] && name != "column" {
			t.Errorf("columns.tsv explains %s, which no table has", name)
		}
	}
	if lines := strings.Count(columnsTSV, "\n") - 2; lines != len(meanings) {
		t.Errorf("columns.tsv has %d lines but %d columns: one is there twice or broken", lines, len(meanings))
	}
}

// What the description says is what the files hold.
func TestTablesDescribeTheFiles(t *testing.T) {
	dir := t.TempDir()
	writeParquet(t, dir, Options{Version: "1.2.3", RulesHash: "abc"}, goldRows(t))
	for _, table := range Tables() {
		content, err := os.ReadFile(onlyFile(t, dir, table.Name))
		if err != nil {
			t.Fatal(err)
		}
		file, err := parquet.OpenFile(bytes.NewReader(content), int64(len(content)))
		if err != nil {
			t.Fatal(err)
		}
		var names, described []string
		for _, f := range file.Schema().Fields() {
			names = append(names, f.Name())
		}
		for _, c := range table.Columns {
			described = append(described, c.Name)
		}
		if diff := cmp.Diff(described, names); diff != "" {
			t.Errorf("%s (-described +written):\n%s", table.Name, diff)
		}
		for key, want := range map[string]string{"zhibiao.version": "1.2.3", "zhibiao.rules": "abc", "zhibiao.schema": SchemaVersion} {
			if got, _ := file.Lookup(key); got != want {
				t.Errorf("%s: %s is %q, want %q", table.Name, key, got, want)
			}
		}
	}
}

func TestWriteSchemaNamesWhatIsThere(t *testing.T) {
	for _, format := range []string{"text", "markdown", "json"} {
		var b bytes.Buffer
		if err := WriteSchema(&b, format, "facts"); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), "canonical_value") || strings.Contains(b.String(), "review_start") {
			t.Errorf("%s does not describe facts alone:\n%s", format, b.String())
		}
	}
	err := WriteSchema(&bytes.Buffer{}, "text", "fact")
	if err == nil || !strings.Contains(err.Error(), "documents, sections, sentences, facts") {
		t.Errorf("error %v names no cure", err)
	}
}

func TestTablesBearTheirNames(t *testing.T) {
	var names []string
	for _, table := range Tables() {
		names = append(names, table.Name)
	}
	if diff := cmp.Diff(names, tableNames()); diff != "" {
		t.Error(diff)
	}
}
