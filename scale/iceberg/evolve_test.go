package iceberg

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"zhibiao/output"
)

// newerReject is a row of rejects as a later version might write it.
type newerReject struct {
	Source   string   `parquet:"source"`
	DocID    string   `parquet:"doc_id,optional,dict"`
	Page     *int32   `parquet:"page,optional"`
	What     string   `parquet:"what,dict"`
	Start    *int32   `parquet:"start,optional"`
	End      *int32   `parquet:"end,optional"`
	Text     string   `parquet:"text,optional"`
	Reason   string   `parquet:"reason"`
	Weight   *float64 `parquet:"weight,optional"`
	Repeated bool     `parquet:"repeated"`
	Cure     string   `parquet:"cure,optional,dict"`
}

// upgrade rewrites the rejects of a dataset as rows of another version, whose fields are
// those of this one after the edit.
func upgrade[T any](t *testing.T, dir string, rows []T, edit func(fields []any) []any) {
	t.Helper()
	var part bytes.Buffer
	if err := parquet.Write(&part, rows); err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(part.Bytes())
	hash := hex.EncodeToString(sum[:])
	name := "rejects/part-00009-" + hash[:12] + ".parquet"
	if err := os.WriteFile(filepath.Join(dir, name), part.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "dataset.json")
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var told map[string]any
	if err := json.Unmarshal(content, &told); err != nil {
		t.Fatal(err)
	}
	for _, r := range told["resources"].([]any) {
		r := r.(map[string]any)
		if r["name"] != "rejects" {
			continue
		}
		r["files"] = []any{map[string]any{"part": 9, "path": name, "rows": len(rows), "bytes": part.Len(), "hash": "sha256:" + hash}}
		schema := r["schema"].(map[string]any)
		schema["fields"] = edit(schema["fields"].([]any))
	}
	if content, err = json.Marshal(told); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, content, 0o666); err != nil {
		t.Fatal(err)
	}
}

// refused is a registered dataset with two rejects.
func refused(t *testing.T) (dir string, c *Catalog, first Change) {
	t.Helper()
	dir = t.TempDir()
	write(t, dir, output.Options{}, three(t)[2])
	w, err := output.NewParquet(dir, output.Options{Version: "test", RulesHash: "0123456789abcdef"})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a.pdf", "b.pdf"} {
		if err := w.Write(output.NewReject(output.Source{Path: name}, "the file is empty", "fetch it again")); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	c = open(t, t.TempDir())
	return dir, c, follow(t, c, dir)["rejects"]
}

func column(name, kind, about string) map[string]any {
	return map[string]any{"name": name, "type": kind, "description": about}
}

func TestNewColumns(t *testing.T) {
	dir, c, first := refused(t)
	old := rows(t, c, "rejects", Look{})
	page := int32(7)
	weight := 0.25
	upgrade(t, dir, []newerReject{{Source: "a.pdf", Page: &page, What: "input", Reason: "torn", Weight: &weight, Repeated: true}}, func(fields []any) []any {
		fields = slices.Insert(fields, 2, any(column("page", "integer", "page of the input")))
		fields[0].(map[string]any)["description"] = "where the input came from"
		repeated := column("repeated", "boolean", "met before")
		repeated["constraints"] = map[string]any{"required": true}
		return append(fields, column("weight", "number", "how much is lost"), repeated)
	})
	second := follow(t, c, dir)["rejects"]
	if want := []string{"page", "weight", "repeated"}; !slices.Equal(second.Columns, want) {
		t.Errorf("new columns %v are told, want %v", second.Columns, want)
	}
	tbl, err := c.table(t.Context(), "rejects")
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]int{"source": 1, "cure": 8, "page": 9, "weight": 10, "repeated": 11}
	for name, id := range ids {
		if field, _ := tbl.Schema().FindFieldByName(name); field.ID != id || id > 8 && field.Required {
			t.Errorf("column %s is %v, want id %d and, if new, optional", name, field, id)
		}
	}
	if field, _ := tbl.Schema().FindFieldByName("source"); field.Doc != "where the input came from" {
		t.Errorf("the new words about a column are not told: %q", field.Doc)
	}
	want := `{"source": "a.pdf", "doc_id": null, "what": "input", "start": null, "end": null, "text": null, "reason": "torn", "cure": null, "page": 7, "weight": 0.25, "repeated": true}` + "\n"
	if got := rows(t, c, "rejects", Look{}); !slices.Equal(got, []string{want}) {
		t.Errorf("got %v, want %s", got, want)
	}
	if got := rows(t, c, "rejects", Look{Snapshot: first.Snapshot}); !slices.Equal(got, old) {
		t.Errorf("the first snapshot reads otherwise:\n%v\nwas\n%v", got, old)
	}
	if follow(t, c, dir)["rejects"].Changed {
		t.Error("the dataset as it stands changed the table once more")
	}
}

// Rows that stand keep their files when a column comes: they read null there.
func TestNewColumnBesideOldRows(t *testing.T) {
	dir, c, first := refused(t)
	path := filepath.Join(dir, "dataset.json")
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.LastIndex(content, []byte(`"name":"cure"`)) // of rejects, which come last
	edited := string(content[:at]) + `"name": "page", "type": "integer", "description": "page of the input"}, {` + string(content[at:])
	if err := os.WriteFile(path, []byte(edited), 0o666); err != nil {
		t.Fatal(err)
	}
	second := follow(t, c, dir)["rejects"]
	if !second.Changed || second.Snapshot != first.Snapshot || !slices.Equal(second.Columns, []string{"page"}) {
		t.Errorf("a column without rows is told as %+v", second)
	}
	for _, line := range rows(t, c, "rejects", Look{}) {
		if !strings.Contains(line, `"page": null`) {
			t.Errorf("a row of before is %s", line)
		}
	}
}

// olderReject lacks a column that was required.
type olderReject struct {
	Source string `parquet:"source"`
	DocID  string `parquet:"doc_id,optional,dict"`
	What   string `parquet:"what,dict"`
}

func TestColumnsGone(t *testing.T) {
	dir, c, _ := refused(t)
	upgrade(t, dir, []olderReject{{Source: "a.pdf", What: "input"}}, func(fields []any) []any { return fields[:3] })
	follow(t, c, dir)
	want := `{"source": "a.pdf", "doc_id": null, "what": "input", "start": null, "end": null, "text": null, "reason": null, "cure": null}` + "\n"
	if got := rows(t, c, "rejects", Look{}); !slices.Equal(got, []string{want}) {
		t.Errorf("got %v, want %s", got, want)
	}
}

func TestColumnOfAnotherType(t *testing.T) {
	dir, c, first := refused(t)
	upgrade(t, dir, []olderReject{{Source: "a.pdf", What: "input"}}, func(fields []any) []any {
		fields[6].(map[string]any)["type"] = "integer" // reason
		return fields
	})
	if err := fails(t, c, dir); !strings.Contains(err.Error(), "into another namespace") {
		t.Errorf("told is %v", err)
	}
	checkStands(t, c, map[string]Change{"rejects": first})
}

func TestColumnOfUnknownType(t *testing.T) {
	dir, c, first := refused(t)
	upgrade(t, dir, []olderReject{{Source: "a.pdf", What: "input"}}, func(fields []any) []any {
		return append(fields, column("pages", "array", "pages of the input"))
	})
	if err := fails(t, c, dir); !strings.Contains(err.Error(), "as new as the dataset") {
		t.Errorf("told is %v", err)
	}
	checkStands(t, c, map[string]Change{"rejects": first})
}
