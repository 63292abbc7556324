package zhibiao_test

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"zhibiao"
	"zhibiao/output"
	"zhibiao/source"
)

// jilin is the report that every clone has.
const jilin = "seeds/reports/jilin-2024.txt"

func program(t testing.TB) *zhibiao.Program {
	t.Helper()
	p, err := zhibiao.New(zhibiao.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// corpus lists real reports: the one of this repository, and those beside it.
func corpus(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("../shared/corpus/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Log("../shared/corpus is not here: the report of this repository stands for it")
	}
	return append(files, jilin)
}

func text(t testing.TB, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func jsonLines(t *testing.T, p *zhibiao.Program, files []string, jobs int) string {
	t.Helper()
	var b bytes.Buffer
	_, err := p.Tabulate(context.Background(), source.Walk(files, source.Options{}), jobs, output.NewJSONL(&b), func(r zhibiao.Result) {
		if r.Err != nil {
			t.Error(r.Err)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The same input gives the same facts, whatever the number of workers.
func TestSameFactsTwice(t *testing.T) {
	p, files := program(t), corpus(t)
	if testing.Short() {
		files = files[len(files)-1:]
	}
	one := jsonLines(t, p, files, 1)
	if two := jsonLines(t, p, files, 4); one != two {
		t.Errorf("facts differ between one worker and four:\n%s", cmp.Diff(one, two))
	}
	if one == "" {
		t.Error("no facts")
	}
}

// The same input gives the same bytes of every table.
func TestSameTablesTwice(t *testing.T) {
	p, files := program(t), corpus(t)
	files = files[max(0, len(files)-5):]
	var folders [2]map[string]string
	for i := range folders {
		dir := t.TempDir()
		to, err := output.NewParquet(dir, output.Options{Version: "test", RulesHash: p.RulesHash()})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Tabulate(context.Background(), source.Walk(files, source.Options{}), 1+2*i, to, func(zhibiao.Result) {}); err != nil {
			t.Fatal(err)
		}
		folders[i] = contents(t, dir)
	}
	for name, one := range folders[0] {
		if folders[1][name] != one {
			t.Errorf("%s differs between two runs", name)
		}
	}
	if len(folders[0]) < 7 || len(folders[0]) != len(folders[1]) {
		t.Errorf("%d and %d files", len(folders[0]), len(folders[1]))
	}
}

// contents are the files of a folder, by their path in it.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files[path] = text(t, filepath.Join(dir, path))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// Every fact stands in its text, in order, in one piece, and says what it is.
func TestFactsStandInTheirText(t *testing.T) {
	p := program(t)
	for _, file := range corpus(t) {
		checkFacts(t, p, filepath.Base(file), text(t, file))
	}
}

func checkFacts(t *testing.T, p *zhibiao.Program, id, text string) {
	t.Helper()
	r := p.Read(id, text)
	end := 0
	for _, f := range r.Facts {
		switch {
		case f.Span.Start < 0 || f.Span.End > len(text) || f.Span.Empty():
			t.Fatalf("%s: %v of %d bytes", id, f.Span, len(text))
		case f.Text != f.Span.In(r.Text):
			t.Errorf("%s: %v is %q, not %q", id, f.Span, f.Span.In(r.Text), f.Text)
		case f.Kind == "parity":
		case f.Span.Start < end:
			t.Errorf("%s: %q at %d overlaps the fact before it", id, f.Text, f.Span.Start)
		case f.Aspect == "" || f.Bound == "":
			t.Errorf("%s: %q at %d lacks aspect or bound: %+v", id, f.Text, f.Span.Start, f)
		}
		if f.Kind != "parity" {
			end = f.Span.End
		}
	}
	for _, m := range r.Misses {
		if m.Reason == "" || m.Cure == "" {
			t.Errorf("%s: miss %q without reason or cure", id, m.Text)
		}
	}
}

func FuzzFacts(f *testing.F) {
	for _, text := range []string{
		"地区生产总值增长6.7%，排名全省第一。",
		"一、2023年工作回顾\n肉牛、白鹅、生猪饲养量分别达到145万头、1500万只、400万头。\n二、2024年任务\n力争增长6%-7%左右。",
		"三分之一、1/3、百分之五点六、翻两番，由50个增至80个，其中新建12.5万平方米。",
		"％１２３．４亿元，第十六位；-3.2%、－1万、1,234.5吨、２０２３年三成五。",
	} {
		f.Add(text)
	}
	p := program(f)
	f.Fuzz(func(t *testing.T, text string) {
		if utf8.ValidString(text) && !strings.ContainsRune(text, 0) {
			checkFacts(t, p, "fuzz", text)
		}
	})
}

// A batch yields its results in the order of the inputs and stops when it is told to.
func TestBatchKeepsOrder(t *testing.T) {
	p := program(t)
	dir := t.TempDir()
	var paths []string
	for _, name := range []string{"c", "a", "b", "missing", "d"} {
		path := filepath.Join(dir, name+".txt")
		paths = append(paths, path)
		if name != "missing" {
			if err := os.WriteFile(path, []byte(strings.Repeat("粮食产量增长5%。", 1+len(paths))), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	var got []string
	for r := range p.Batch(context.Background(), source.Walk(paths, source.Options{}), 3) {
		got = append(got, r.Path)
	}
	if diff := cmp.Diff(paths, got); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
	for range p.Batch(context.Background(), source.Walk(paths, source.Options{}), 3) {
		break // must not leave a worker waiting
	}
}

// What workers do apart, read and make rows, is what a batch does.
func TestReadAndDocumentAreABatch(t *testing.T) {
	p := program(t)
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "empty.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	paths := []string{jilin, filepath.Join(dir, "empty.txt"), filepath.Join(dir, "none.txt")}
	var apart []output.Rows
	for in, err := range source.Files(paths, source.Options{}) {
		if err != nil {
			apart = append(apart, zhibiao.Rejected(in.Path, err).Rows)
			continue
		}
		text, err := zhibiao.ReadText(in)
		if err != nil {
			apart = append(apart, zhibiao.Rejected(in.Path, err).Rows)
			continue
		}
		if place := p.Place(text); place != "220200" {
			t.Errorf("%s reports of place %q, want 220200", text.ID, place)
		}
		apart = append(apart, p.Document(text).Rows)
	}
	var batch []output.Rows
	for r := range p.Batch(context.Background(), source.Walk(paths, source.Options{}), 1) {
		batch = append(batch, r.Rows)
	}
	if diff := cmp.Diff(batch, apart); diff != "" || len(batch) != 3 {
		t.Errorf("%d results: %s", len(batch), diff)
	}
}
