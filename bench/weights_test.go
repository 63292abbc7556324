package bench

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"zhibiao"
	"zhibiao/output"
	"zhibiao/source"
)

// TestWeights prints how many bytes each column of the corpus' tables takes on disk, the
// heaviest first. WEIGHTS=wide weighs a wide dataset.
func TestWeights(t *testing.T) {
	kind := os.Getenv("WEIGHTS")
	if kind == "" {
		t.Skip("WEIGHTS is not set; narrow or wide")
	}
	dir := t.TempDir()
	to, err := output.NewParquet(dir, output.Options{Version: "test", Wide: kind == "wide"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := program(t).Tabulate(context.Background(), source.Walk(corpus(t), source.Options{}), 2, to, func(zhibiao.Result) {}); err != nil {
		t.Fatal(err)
	}
	total := 0
	for _, table := range output.Tables() {
		total += weigh(t, dir, table.Name)
	}
	t.Logf("%9d together", total)
}

// weigh prints the weights of a table's columns and returns the size of its files.
func weigh(t *testing.T, dir, table string) (size int) {
	t.Helper()
	columns, names, rows := map[string]int{}, []string{}, int64(0)
	paths, err := output.Files(dir, table)
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parquet.OpenFile(strings.NewReader(string(content)), int64(len(content)))
		if err != nil {
			t.Fatal(err)
		}
		size += len(content)
		rows += file.NumRows()
		for _, group := range file.Metadata().RowGroups {
			for _, c := range group.Columns {
				name := strings.Join(c.MetaData.PathInSchema, ".")
				if columns[name] == 0 {
					names = append(names, name)
				}
				columns[name] += int(c.MetaData.TotalCompressedSize) + int(c.MetaData.BloomFilterLength)
			}
		}
	}
	slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(columns[b], columns[a]) })
	rest := size
	var lines strings.Builder
	for _, name := range names {
		rest -= columns[name]
		fmt.Fprintf(&lines, "%9d %s\n", columns[name], name)
	}
	t.Logf("%9d %s, %d rows in %d files, %d of them footers and indexes\n%s", size, filepath.Base(table), rows, len(paths), rest, lines.String())
	return size
}
