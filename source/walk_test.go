package source

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tree writes files below a new folder and returns it.
func tree(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		p := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// walked lists the inputs and rejects of a walk, without dir.
func walked(dir string, opts Options, paths ...string) []string {
	var got []string
	for in, err := range Walk(paths, opts) {
		s := in.Path
		if err != nil {
			s = "! " + err.Error()
		}
		got = append(got, strings.ReplaceAll(s, dir, "D"))
	}
	return got
}

func TestWalk(t *testing.T) {
	dir := tree(t, map[string]string{
		"b/二.txt": "二", "b/一.html": "一", "b/.git/x.txt": "x", "b/~$三.docx": "x", "b/图.png": "x", "b/style.css": "x",
		"a.txt": "a", "c.txt": "c", "b/d/报告": "d", "empty/x.css": "x", "b/一.gold.jsonl": `{"text":"5%"}`,
	})
	if err := os.Symlink(dir, filepath.Join(dir, "b", "up")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("nowhere", filepath.Join(dir, "b", "z.txt")); err != nil {
		t.Fatal(err)
	}
	got := walked(dir, Options{}, dir+"/c.txt", dir+"/b", dir+"/*.txt", dir+"/b/d/报告", dir+"/none.txt", dir+"/x*.txt", dir+"/[", dir+"/empty")
	want := []string{
		"D/c.txt",
		"D/b/d/报告",
		"! D/b/up: is a link to a folder, which is not followed; give that folder itself",
		"! D/b/z.txt: is a link that leads nowhere; remove or mend the link",
		"D/b/一.html",
		"D/b/二.txt",
		"D/a.txt",
		"! D/none.txt: no such file or folder; check the spelling of the path",
		"! D/x*.txt: matches no file; check the spelling of the pattern",
		"! D/[: is no valid pattern (syntax error in pattern); close the bracket, or quote it with \\",
		"! D/empty: holds no report; give a folder with .txt, .html, .docx, .pdf, .xlsx, .csv, .jsonl, .zip, .tar, .gz or .zst files",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// TestWalkStops leaves the walk early, in a folder and between paths.
func TestWalkStops(t *testing.T) {
	dir := tree(t, map[string]string{"b/1.txt": "1", "b/2.txt": "2", "c.txt": "3"})
	n := 0
	for range Walk([]string{dir + "/b", dir + "/c.txt"}, Options{}) {
		n++
		break
	}
	if n != 1 {
		t.Errorf("got %d inputs after a break", n)
	}
}

func TestReadFile(t *testing.T) {
	dir := tree(t, map[string]string{"a.txt": sample, "big.txt": strings.Repeat("一", 100)})
	for in, err := range Walk([]string{dir + "/a.txt"}, Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		got, err := Read(in)
		if err != nil || got.Text != sample {
			t.Errorf("got %q, %v", got.Text, err)
		}
		if sum, err := in.SHA256(); err != nil || sum != got.SHA256 {
			t.Errorf("hash %s, %v; want %s", sum, err, got.SHA256)
		}
	}
	_, err := Read(Input{Path: dir + "/none.txt"})
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
	if _, err := Read(Input{Path: dir}); err == nil || !strings.Contains(err.Error(), "is a folder") {
		t.Errorf("got %v", err)
	}
	if _, err := Read(Input{Path: dir + "/big.txt", opts: Options{MaxInput: 10}}); err == nil || !strings.Contains(err.Error(), "larger") {
		t.Errorf("got %v", err)
	}
}

// Files shared out and expanded one by one give the inputs of a walk.
func TestFilesExpandToAWalk(t *testing.T) {
	dir := tree(t, map[string]string{
		"a.txt": "a", "b/c.html": "<p>c</p>", "b/t.csv": "名称,正文\n甲,乙\n丙,丁\n", "b/图.png": "x",
	})
	zipped := zipOf(t, member{"m.txt", "m"}, member{"n/o.txt", "o"})
	if err := os.WriteFile(filepath.Join(dir, "z.zip"), zipped, 0o644); err != nil {
		t.Fatal(err)
	}
	opts := Options{TextColumn: "正文"}
	paths := []string{dir, dir + "/a.txt", dir + "/none.txt"}
	var got []string
	list := func(in Input, err error) {
		s := in.Path
		if err != nil {
			s = "! " + err.Error()
		}
		got = append(got, strings.ReplaceAll(s, dir, "D"))
	}
	files := 0
	for in, err := range Files(paths, opts) {
		if err != nil {
			list(in, err)
			continue
		}
		files++
		for member, err := range Expand(File(in.Path, opts)) {
			list(member, err)
		}
	}
	if diff := cmp.Diff(walked(dir, opts, paths...), got); diff != "" {
		t.Error(diff)
	}
	if files != 4 {
		t.Errorf("%d files, want a.txt, c.html, t.csv and z.zip", files)
	}
}
