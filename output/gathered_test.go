package output

import (
	"os"
	"path/filepath"
	"testing"
)

// CSV and workbooks are the same to the byte whether the rows wait in memory or apart.
func TestGatheredApartIsGatheredInMemory(t *testing.T) {
	parts := append(series(), oddities(), goldRows(t))
	for name, open := range map[string]func(dir string, most int) Writer{
		"csv": func(dir string, most int) Writer {
			w, err := NewCSVFolder(dir, false, Options{RulesHash: "r"})
			errOf(t, err)
			w.(*csvFolder).most = most
			return w
		},
		"xlsx": func(dir string, most int) Writer {
			w, err := NewWorkbook(dir)
			errOf(t, err)
			w.(*workbook).most = most
			return w
		},
	} {
		t.Run(name, func(t *testing.T) {
			memory, apart := t.TempDir(), t.TempDir()
			writeAll(t, open(memory, mostWaiting), parts)
			writeAll(t, open(apart, 1), parts)
			sameFolders(t, memory, apart)
			nothingLeft(t, apart)
		})
	}
}

// What was gathered apart goes when the run is given up.
func TestGatheredLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	w, err := NewCSVFolder(dir, false, Options{})
	errOf(t, err)
	c := w.(*csvFolder)
	c.most = 1
	put(t, c, goldRows(t))
	if left, _ := filepath.Glob(filepath.Join(dir, tempPattern)); len(left) != 1 {
		t.Fatalf("gathered apart in %v, want one folder", left)
	}
	c.Abort()
	nothingLeft(t, dir)
}

// What a run that was killed has left goes when the next one begins, and only then.
func TestGatheredRemovesWhatIsLeft(t *testing.T) {
	dir := t.TempDir()
	errOf(t, os.Mkdir(filepath.Join(dir, ".zhibiao-1"), 0o700))
	w, err := NewWorkbook(dir)
	errOf(t, err)
	nothingLeft(t, dir)
	if _, err := NewCSVFolder(dir, false, Options{}); err == nil {
		t.Error("two runs write into one folder")
	}
	put(t, w, goldRows(t))
	errOf(t, w.Close())
	_, err = NewCSVFolder(dir, false, Options{})
	errOf(t, err)
}

func nothingLeft(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	errOf(t, err)
	for _, e := range entries {
		if e.IsDir() {
			t.Errorf("%s is left", e.Name())
		}
	}
}
