package source

import (
	"bytes"
	"context"
	"errors"
	"io"
	"iter"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// shelf is a store in memory: objects by URL. A URL stands for those that begin with it.
type shelf struct {
	objects map[string]string
	fail    map[string]error
	opened  *atomic.Int64
}

func (s shelf) Find(url string) iter.Seq2[Object, error] {
	return func(yield func(Object, error) bool) {
		if err := s.fail[url]; err != nil {
			yield(Object{}, err)
			return
		}
		for _, name := range slices.Sorted(maps.Keys(s.objects)) {
			below, ok := strings.CutPrefix(name, url)
			if ok && !yield(Object{name, strings.TrimPrefix(below, "/"), int64(len(s.objects[name]))}, nil) {
				return
			}
		}
	}
}

func (s shelf) Open(url string) (io.ReadCloser, error) {
	s.opened.Add(1)
	if err := s.fail[url]; err != nil {
		return nil, err
	}
	return io.NopCloser(strings.NewReader(s.objects[url])), nil
}

// shelved puts what lies in a folder on a shelf.
func shelved(t *testing.T, dir, url string) shelf {
	t.Helper()
	s := shelf{map[string]string{}, map[string]error{}, new(atomic.Int64)}
	err := filepath.WalkDir(dir, func(p string, d os.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		data, err := os.ReadFile(p)
		s.objects[url+filepath.ToSlash(strings.TrimPrefix(p, dir))] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// outcomes reads all that paths stand for: texts with their hashes, and rejects.
func outcomes(opts Options, paths ...string) []string {
	var got []string
	for in, err := range Walk(paths, opts) {
		var text Text
		if err == nil {
			text, err = Read(in)
		}
		if err != nil {
			got = append(got, "! "+err.Error())
			continue
		}
		sum, _ := in.SHA256()
		got = append(got, strings.Join([]string{text.Path, text.ID, string(text.Format), text.Encoding, text.SHA256, sum, text.Text}, " "))
	}
	return got
}

// TestStoreAsFolder reads the same files from a folder and from a store, in every format,
// small and large: documents, hashes and rejects are the same but for the place.
func TestStoreAsFolder(t *testing.T) {
	dir := t.TempDir()
	put := func(name string, data []byte) {
		name = filepath.Join(dir, name)
		errOf(t, os.MkdirAll(filepath.Dir(name), 0o755))
		errOf(t, os.WriteFile(name, data, 0o644))
	}
	for _, in := range inEveryFormat(t, sample) {
		put("small/"+in.Path, in.data)
	}
	for _, in := range largeFiles(t) {
		put("large/"+in.Path, in.data)
	}
	for name, data := range map[string]string{"~$甲.docx": "x", "图.png": "x", "empty.txt": "", ".git/a.txt": "甲", "bad.zip": "PK\x03\x04", "甲.rar": "Rar!", "x.txt": "\x89PNG"} {
		put("odd/"+name, []byte(data))
	}
	const url = "s3://reports/all"
	reader := NewPDFReader("")
	defer reader.Close()
	store := shelved(t, dir, url)
	for _, opts := range []Options{{PDF: reader}, {PDF: reader, MaxInput: 1000}, {PDF: reader, TextColumn: "正文"}} {
		want := outcomes(opts, dir)
		for i := range want {
			want[i] = strings.ReplaceAll(want[i], dir, url)
		}
		opts.Store = store
		got := outcomes(opts, url)
		slices.Sort(want) // folders come name by name, objects by their whole keys
		slices.Sort(got)
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("max %d: %.2000s", opts.MaxInput, d)
		}
	}
}

// largeFiles are too large to be fetched ahead: texts, tables, archives, and a Word file,
// which is a zip by its first bytes. What does not shrink makes the packed ones large.
func largeFiles(t *testing.T) []Input {
	t.Helper()
	junk := make([]byte, aheadBytes)
	rand.NewChaCha8([32]byte{}).Read(junk)
	long := strings.Repeat("全市粮食产量增长5%。\n", aheadBytes/28)
	files := []Input{
		Bytes("a.txt", []byte(long), Options{}),
		Bytes("b.csv", []byte("年,正文\n2024,\""+long+"\"\n2025,"+sample[:30]+"\n"), Options{}),
		Bytes("c.jsonl", []byte(`{"text":`+jsonText(long)+"}\n{}\n"), Options{}),
		Bytes("d.tar", tarOf(t, member{"1.txt", sample}, member{"2.png", string(junk)}), Options{}),
		Bytes("e.zip", zipOf(t, member{"1.txt", sample}, member{"2.png", string(junk)}), Options{}),
		Bytes("f.docx", docxOf(t, "<w:p><w:r><w:t>增长5%</w:t></w:r></w:p>", member{"media.png", string(junk)}), Options{}),
		Bytes("g.pdf", append([]byte("%PDF-1.4"), junk...), Options{}),
	}
	for _, f := range files {
		if len(f.data) <= aheadBytes {
			t.Fatalf("%s is not large", f.Path)
		}
	}
	return files
}

func errOf(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestStoreFaults tells which object is not to be had and why, and goes on.
func TestStoreFaults(t *testing.T) {
	s := shelf{map[string]string{
		"s3://b/1.txt": "一", "s3://b/2.txt": "二", "s3://b/3.txt": "三", "s3://b/4.zip": strings.Repeat("x", aheadBytes+1),
	}, map[string]error{
		"s3://b/2.txt": errors.New("line cut"),
		"s3://b/4.zip": &Reject{Path: "s3://b/4.zip", What: "may not be read", Cure: "ask for the right"},
		"s3://c":       errors.New("no such bucket"),
	}, new(atomic.Int64)}
	got := walked("nowhere", Options{Store: s}, "s3://b/3.txt", "s3://b", "s3://c", "s3://d")
	want := []string{
		"s3://b/3.txt", "s3://b/1.txt",
		"! s3://b/2.txt: cannot be fetched (line cut); try again, or look at the store",
		"! s3://b/4.zip: may not be read; ask for the right",
		"! s3://c: cannot be fetched (no such bucket); try again, or look at the store",
		"! s3://d: holds no report; " + cureFolder,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	got = walked("nowhere", Options{}, "s3://b")
	if d := cmp.Diff([]string{"! s3://b: is a URL, and no object store is at hand; fetch it and give the file"}, got); d != "" {
		t.Error(d)
	}
}

// TestStoreEnds stops fetching when the walk is left, and tells no reject of an object
// whose fetching was given up.
func TestStoreEnds(t *testing.T) {
	s := shelf{map[string]string{}, map[string]error{}, new(atomic.Int64)}
	for i := range 1000 {
		s.objects["s3://b/"+strings.Repeat("a", i)+".txt"] = "一"
	}
	for range Walk([]string{"s3://b"}, Options{Store: s}) {
		break
	}
	if n := s.opened.Load(); n > 2*aheadObjects+2 {
		t.Errorf("%d objects were fetched for one", n)
	}
	s = shelf{map[string]string{"s3://b/1.txt": "一", "s3://b/2.txt": "二"}, map[string]error{"s3://b/1.txt": context.Canceled}, new(atomic.Int64)}
	if got := walked("nowhere", Options{Store: s}, "s3://b", "s3://b"); len(got) > 0 {
		t.Errorf("got %q after the end", got)
	}
}

// TestSpoolIsRemoved leaves no temporary file behind.
func TestSpoolIsRemoved(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	big := zipOf(t, member{"a.txt", string(bytes.Repeat([]byte("一"), 10))}, member{"b.txt", "二"})
	big = append(big, make([]byte, aheadBytes)...) // a zip is read from its end
	s := shelf{map[string]string{"s3://b/1.tar": string(tarOf(t, member{"a.txt", strings.Repeat("一", aheadBytes)})), "s3://b/2.zip": string(big)}, map[string]error{}, new(atomic.Int64)}
	got := walked("nowhere", Options{Store: s}, "s3://b")
	if len(got) != 2 || got[0] != "s3://b/1.tar!a.txt" || !strings.Contains(got[1], "damaged") {
		t.Errorf("got %q", got)
	}
	if left, _ := os.ReadDir(temp); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
