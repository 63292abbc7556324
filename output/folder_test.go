package output

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// walk lists the files under a folder.
func walk(t *testing.T, dir string) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			name, _ := filepath.Rel(dir, path)
			names = append(names, filepath.ToSlash(name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(names)
	return names
}

func TestDatasetKeepsItsLayout(t *testing.T) {
	dir := t.TempDir()
	rows := goldRows(t)
	if err := os.WriteFile(filepath.Join(dir, "notes.txt"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	writeParquet(t, dir, Options{Partition: "report_year"}, rows)
	var folders []string
	for _, name := range walk(t, dir) {
		folders = append(folders, filepath.Dir(name))
	}
	want := []string{
		".", "documents/report_year=2024", "facts/report_year=2024", ".", "panel", "rejects",
		"sections/report_year=2024", "sentences/report_year=2024", "targets/report_year=2024",
	}
	if diff := cmp.Diff(want, folders); diff != "" {
		t.Errorf("folders (-want +got):\n%s", diff)
	}
	for name, open := range map[string]func() error{
		"no partitions": func() error { _, err := NewParquet(dir, Options{}); return err },
		"wide":          func() error { _, err := NewParquet(dir, Options{Partition: "report_year", Wide: true}); return err },
		"csv":           func() error { _, err := NewCSVFolder(dir, false, Options{}); return err },
	} {
		if err := open(); err == nil || !strings.Contains(err.Error(), "choose another folder") {
			t.Errorf("%s: error is %v, want one with a cure", name, err)
		}
	}
}

func TestFolderKeepsNothingOfAFailedRun(t *testing.T) {
	dir := t.TempDir()
	f, err := openFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	full := errors.New("no space left")
	err = run(2, []func() error{
		func() error { return f.write("facts.parquet", "facts", 1, func(io.Writer) error { return nil }) },
		func() error {
			return f.write("documents.parquet", "documents", 1, func(io.Writer) error { return full })
		},
	})
	if !errors.Is(err, full) || !strings.Contains(err.Error(), "documents.parquet") {
		t.Errorf("error is %v, want it to name the file and the cause", err)
	}
	f.abort()
	if left := walk(t, dir); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestFolderThatIsAFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "taken")
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := NewParquet(path, Options{}); err == nil || !strings.Contains(err.Error(), "name a folder") {
		t.Errorf("error is %v, want one with a cure", err)
	}
}

func TestDatasetCountsRowsAndNamesFiles(t *testing.T) {
	dir := t.TempDir()
	rows := goldRows(t)
	writeParquet(t, dir, Options{Version: "1.2.3"}, rows)
	content, err := os.ReadFile(filepath.Join(dir, datasetFile))
	if err != nil {
		t.Fatal(err)
	}
	var d dataset
	if err := json.Unmarshal(content, &d); err != nil {
		t.Fatal(err)
	}
	if len(d.Resources) != len(Tables()) {
		t.Fatalf("%d resources, want %d", len(d.Resources), len(Tables()))
	}
	facts := d.Resources[3]
	info, err := os.Stat(filepath.Join(dir, facts.Path.(string)))
	if err != nil {
		t.Fatal(err)
	}
	if facts.Rows != len(rows.Facts) || facts.Bytes != info.Size() || !strings.HasPrefix(facts.Hash, "sha256:") {
		t.Errorf("facts has %d rows, %d bytes, hash %s; want %d rows, %d bytes", facts.Rows, facts.Bytes, facts.Hash, len(rows.Facts), info.Size())
	}
}

// Tables of another schema are not added to: their columns mean something else.
func TestTablesOfAnotherSchemaAreNotAddedTo(t *testing.T) {
	dir := t.TempDir()
	writeParquet(t, dir, Options{}, goldRows(t))
	path := filepath.Join(dir, datasetFile)
	content, err := os.ReadFile(path)
	errOf(t, err)
	save(t, path, bytes.Replace(content, []byte(`"schema_version":"`+SchemaVersion), []byte(`"schema_version":"1`), 1))
	if _, err := NewParquet(dir, Options{}); err == nil || !strings.Contains(err.Error(), "schema version 1, this program writes "+SchemaVersion+"; choose another folder") {
		t.Errorf("error is %v, want one that tells the versions and the cure", err)
	}
	if _, err := OpenDataset(dir); err != nil {
		t.Errorf("tables of version 1 are not read: %v", err)
	}
}

// Tables of a later schema are not even read, nor those that do not tell theirs.
func TestTablesOfALaterSchemaAreNotRead(t *testing.T) {
	dir := t.TempDir()
	writeParquet(t, dir, Options{}, goldRows(t))
	path := filepath.Join(dir, datasetFile)
	content, err := os.ReadFile(path)
	errOf(t, err)
	for _, version := range []string{"99", "", "x", "0"} {
		save(t, path, bytes.Replace(content, []byte(`"schema_version":"`+SchemaVersion), []byte(`"schema_version":"`+version), 1))
		_, opened := OpenDataset(dir)
		_, checked := Check(dir)
		for _, err := range []error{opened, checked} {
			if err == nil || !strings.Contains(err.Error(), "this program reads 1 to "+SchemaVersion) {
				t.Errorf("version %q: error is %v, want one that tells the versions", version, err)
			}
		}
	}
}
