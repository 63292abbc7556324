package bench

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"

	"zhibiao"
	"zhibiao/output"
	"zhibiao/source"
)

// TestTablesWeighNoMoreThanHalfAsMuchAgain holds a dataset to one and a half times its texts
// in a ZIP archive at the best compression.
func TestTablesWeighNoMoreThanHalfAsMuchAgain(t *testing.T) {
	files := corpus(t)
	if len(files) == 1 {
		t.Skip("../shared/corpus is absent: one report is less than its tables' footers")
	}
	dir := t.TempDir()
	to, err := output.NewParquet(dir, output.Options{Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := program(t).Tabulate(context.Background(), source.Walk(files, source.Options{}), 2, to, func(zhibiao.Result) {}); err != nil {
		t.Fatal(err)
	}
	tables, packed := size(t, []string{dir}), zipped(t, files)
	t.Logf("%d bytes of tables, %d of texts zipped: %.2f times", tables, packed, float64(tables)/float64(packed))
	if 2*tables > 3*packed {
		t.Errorf("tables of %d bytes are more than 1.5 times the zipped texts, %d", tables, packed)
	}
}

// zipped is the size of a ZIP archive of files.
func zipped(tb testing.TB, files []string) int64 {
	tb.Helper()
	var archive bytes.Buffer
	z := zip.NewWriter(&archive)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestCompression) })
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		member, err := z.Create(filepath.Base(f))
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := member.Write(text); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return int64(archive.Len())
}
