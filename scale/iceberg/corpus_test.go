package iceberg

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhibiao/output"
)

// Real reports of many places and years, some of which change afterwards.
func TestCorpus(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("..", "..", "..", "shared", "corpus", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) == 0 {
		t.Skip("no ../shared/corpus here")
	}
	var reports []report
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		reports = append(reports, report{filepath.Base(path), string(text)})
	}
	dir, c := t.TempDir(), open(t, t.TempDir())
	half := len(reports) / 2
	write(t, dir, output.Options{Partition: "report_year", Batch: 20}, reports[:half]...)
	first := follow(t, c, dir)
	checkRows(t, c, dir)
	old := rows(t, c, "targets", Look{})

	changed := slices.Clone(reports)
	for i := 0; i < half; i += 10 {
		changed[i].text = strings.Replace(changed[i].text, "增长", "下降", 1)
	}
	write(t, dir, output.Options{Partition: "report_year", Batch: 20}, changed...)
	follow(t, c, dir)
	checkRows(t, c, dir)
	if diff := cmp.Diff(old, rows(t, c, "targets", Look{Snapshot: first["targets"].Snapshot})); diff != "" {
		t.Errorf("the first snapshot of the aims reads otherwise than it did:\n%s", diff)
	}
}
