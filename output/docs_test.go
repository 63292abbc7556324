package output

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The columns in docs/tables.md are those of the program. RECORD=true writes them.
func TestTablesPage(t *testing.T) {
	path := filepath.Join("..", "docs", "tables.md")
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const mark = "TestTablesPage -->\n\n"
	head, got, found := strings.Cut(string(content), mark)
	if !found {
		t.Fatalf("%s lacks the line that ends with %q", path, mark)
	}
	var want bytes.Buffer
	if err := WriteSchema(&want, "markdown", ""); err != nil {
		t.Fatal(err)
	}
	if os.Getenv("RECORD") == "true" {
		save(t, path, []byte(head+mark+want.String()))
		return
	}
	if diff := cmp.Diff(want.String(), got); diff != "" {
		t.Errorf("%s is out of date; run RECORD=true go test ./output (-program +page):\n%s", path, diff)
	}
}

// Every query of docs/loading.md runs, and those that the gold can answer give rows.
func TestQuestionsOfTheLoadingPage(t *testing.T) {
	script := filepath.Join("..", "checks", "questions.js")
	if _, err := os.Stat(filepath.Join("..", "checks", "node_modules", "@duckdb")); err != nil {
		t.Skip("checks/node_modules is absent: run npm ci in checks/ to run the queries")
	}
	dir := t.TempDir()
	writeParquet(t, dir, Options{}, goldRows(t))
	out, err := exec.Command("node", script, filepath.Join("..", "docs", "loading.md"), dir).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if n := strings.Count(string(out), "query "); n < 15 {
		t.Errorf("%d queries ran, want fifteen:\n%s", n, out)
	}
	for _, empty := range []string{"query 0: 0", "query 1: 0", "query 2: 0", "query 4: 0", "query 6: 0", "query 7: 0", "query 9: 0", "query 10: 0", "query 12: 0", "query 13: 0", "query 14: 0"} {
		if strings.Contains(string(out), empty+" rows") {
			t.Errorf("%s rows, want some:\n%s", empty, out)
		}
	}
}
