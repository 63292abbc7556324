package output

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
)

func writeParquet(t testing.TB, dir string, opts Options, parts ...Rows) {
	t.Helper()
	w, err := NewParquet(dir, opts)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range parts {
		if err := w.Write(p); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestParquetKeepsEveryFact(t *testing.T) {
	dir := t.TempDir()
	rows := goldRows(t)
	writeParquet(t, dir, Options{Version: "test", Wide: true}, rows)
	got, err := parquet.ReadFile[FactRow](onlyFile(t, dir, "facts"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(rows.Facts, got); diff != "" {
		t.Error(diff)
	}
}

// A run of values between absent ones, as long as it is far from a 64th row or not: what
// is absent is null.
func TestParquetWritesAbsentAsNull(t *testing.T) {
	facts, s := goldRows(t).Facts, newStore(nil, Options{})
	for _, at := range []int{0, 1, 2, 31, 65, 66} {
		for _, long := range []int{1, 2, 31, 64} {
			rows := slices.Repeat(facts[:1], 140)
			for i := range rows {
				rows[i].Scope, rows[i].PeriodStart = "", 0
				if i >= at && i < at+long {
					rows[i].Scope, rows[i].PeriodStart = "全省", 2024
				}
			}
			path := filepath.Join(t.TempDir(), "facts.parquet")
			f, err := os.Create(path)
			if err != nil {
				t.Fatal(err)
			}
			out, err := newTableWriter[FactRow](s, f, "facts", partSize{})
			errOf(t, err)
			if err := out.add(rows); err != nil {
				t.Fatal(err)
			}
			if _, err := out.close(s); err != nil {
				t.Fatal(err)
			}
			f.Close()
			type sparse struct {
				Scope       *string `parquet:"scope,optional,dict"`
				PeriodStart *int32  `parquet:"period_start,optional"`
			}
			got, err := parquet.ReadFile[sparse](path)
			if err != nil {
				t.Fatal(err)
			}
			for i, row := range got {
				if there := i >= at && i < at+long; (row.Scope != nil) != there || (row.PeriodStart != nil) != there {
					t.Fatalf("values in rows %d to %d: row %d has scope %v, period_start %v", at, at+long, i, row.Scope, row.PeriodStart)
				}
			}
		}
	}
}

func TestParquetIsTheSameWhateverTheOrderOfArrival(t *testing.T) {
	first := goldRows(t)
	doc, facts := jilin(t)
	doc.ID = "other.txt"
	second := NewRows(doc, Source{}, facts, nil)
	a, b := t.TempDir(), t.TempDir()
	writeParquet(t, a, Options{}, first, second)
	writeParquet(t, b, Options{}, second, first)
	if files := walk(t, a); len(files) != 8 {
		t.Fatalf("%d files, want one a table and %s", len(files), datasetFile)
	}
	sameFolders(t, a, b)
}

// sameFolders checks that two folders hold the same files to the byte.
func sameFolders(t *testing.T, a, b string) {
	t.Helper()
	if diff := cmp.Diff(walk(t, a), walk(t, b)); diff != "" {
		t.Fatalf("files (-%s +%s):\n%s", a, b, diff)
	}
	for _, name := range walk(t, a) {
		x, errX := os.ReadFile(filepath.Join(a, name))
		y, errY := os.ReadFile(filepath.Join(b, name))
		if errX != nil || errY != nil || string(x) != string(y) {
			t.Errorf("%s differs (%v, %v)", name, errX, errY)
		}
	}
}

// onlyFile is the file of a table that has one.
func onlyFile(t testing.TB, dir, table string) string {
	t.Helper()
	files, err := Files(dir, table)
	if err != nil || len(files) != 1 {
		t.Fatalf("table %s has files %v (%v), want one", table, files, err)
	}
	return files[0]
}

func TestParquetLeavesNothingWithoutClose(t *testing.T) {
	dir := t.TempDir()
	w, err := NewParquet(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Write(goldRows(t)); err != nil {
		t.Fatal(err)
	}
	files, err := os.ReadDir(dir)
	if err != nil || len(files) != 0 {
		t.Errorf("%d files left (%v), want none", len(files), err)
	}
}

func BenchmarkParquet(b *testing.B) {
	rows := goldRows(b)
	dir := b.TempDir()
	for b.Loop() {
		writeParquet(b, dir, Options{Version: "bench"}, rows)
	}
}

func BenchmarkNewRows(b *testing.B) {
	doc, facts := jilin(b)
	for b.Loop() {
		NewRows(doc, Source{}, facts, nil)
	}
}

// A dataset holds each sentence once, and the text is still all there; a wide one has it
// also beside what is told of it.
func TestDatasetHoldsTheTextOnce(t *testing.T) {
	rows := goldRows(t)
	dir, wide := t.TempDir(), t.TempDir()
	writeParquet(t, dir, Options{}, rows)
	writeParquet(t, wide, Options{Wide: true}, rows)
	sentences, err := parquet.ReadFile[SentenceRow](onlyFile(t, dir, "sentences"))
	errOf(t, err)
	text, byID := "", map[string]string{}
	for _, s := range sentences {
		text += s.Text
		byID[s.SentenceID] = s.Text
	}
	if text != rows.Documents[0].Text {
		t.Error("the sentences together are not the document")
	}
	for _, f := range rows.Facts {
		if f.Sentence == "" || byID[f.SentenceID] != f.Sentence {
			t.Fatalf("sentence_id %s of %s leads to %q, want %q", f.SentenceID, f.FactID, byID[f.SentenceID], f.Sentence)
		}
	}
	for _, where := range []string{dir, wide} {
		documents, err := parquet.ReadFile[DocumentRow](onlyFile(t, where, "documents"))
		errOf(t, err)
		facts, err := parquet.ReadFile[FactRow](onlyFile(t, where, "facts"))
		errOf(t, err)
		targets, err := parquet.ReadFile[TargetRow](onlyFile(t, where, "targets"))
		errOf(t, err)
		for name, got := range map[string][2]string{
			"documents.text": {documents[0].Text, text}, "facts.sentence": {facts[0].Sentence, rows.Facts[0].Sentence},
			"targets.sentence": {targets[0].Sentence, rows.Targets[0].Sentence},
		} {
			if want := map[string]string{wide: got[1]}[where]; got[0] != want {
				t.Errorf("wide %v: %s is %.30q, want %.30q", where == wide, name, got[0], want)
			}
		}
	}
	if a, b := folderSize(t, dir), folderSize(t, wide); a*4 > b*3 {
		t.Errorf("%d bytes, wide %d: want a quarter less", a, b)
	}
}

func folderSize(t *testing.T, dir string) int {
	t.Helper()
	size := 0
	for _, name := range walk(t, dir) {
		if name == datasetFile {
			continue
		}
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		size += int(info.Size())
	}
	return size
}
