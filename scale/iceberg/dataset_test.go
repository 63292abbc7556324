package iceberg

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"zhibiao"
	"zhibiao/output"
	"zhibiao/source"
)

// report is an input: its name and its text.
type report struct{ name, text string }

const jilin = "jilin-2024.txt"

func seed(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "seeds", "reports", jilin))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// three are a report, the one of the year before, and a text of no known place and year.
func three(t testing.TB) []report {
	t.Helper()
	text := seed(t)
	before := strings.NewReplacer("2024", "2023", "2023", "2022", "2022", "2021").Replace(text)
	return []report{
		{jilin, text},
		{"jilin-2023.txt", before},
		{"note.txt", "地区生产总值增长6.7%，排名全省第一。新建学校3所。"},
	}
}

// program is made once: it takes longer to make than a report takes to read.
var program = sync.OnceValues(func() (*zhibiao.Program, error) { return zhibiao.New(zhibiao.Options{Tokens: true}) })

// write adds reports to a dataset as zhibiao extract does.
func write(t testing.TB, dir string, options output.Options, reports ...report) {
	t.Helper()
	p, err := program()
	if err != nil {
		t.Fatal(err)
	}
	options.Version, options.RulesHash = "test", "0123456789abcdef"
	w, err := output.NewParquet(dir, options)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range reports {
		sum := sha256.Sum256([]byte(r.text))
		result := p.Document(source.Text{ID: r.name, Path: r.name, Text: r.text, Format: "txt", Encoding: "utf-8", SHA256: hex.EncodeToString(sum[:])})
		if err := w.Write(result.Rows); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestReadDataset(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, output.Options{}, three(t)...)
	data, err := ReadDataset(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for i, table := range data.Tables {
		names = append(names, table.Name)
		if want := output.Tables()[i]; table.Name == want.Name && !slices.Equal(table.Columns, want.Columns) {
			t.Errorf("table %s: columns\n%v, want\n%v", table.Name, table.Columns, want.Columns)
		}
		for _, p := range table.Parts {
			if err := verify(p); err != nil {
				t.Error(err)
			}
		}
	}
	if want := []string{"documents", "sections", "sentences", "facts", "targets", "panel", "rejects"}; !slices.Equal(names, want) {
		t.Errorf("tables %v, want %v", names, want)
	}
	if data.Version != "test" || data.Rules != "0123456789abcdef" || data.Schema != output.SchemaVersion {
		t.Errorf("told are version %q, rules %q, schema %q", data.Version, data.Rules, data.Schema)
	}
}

func TestReadDatasetTellsWhatIsWrong(t *testing.T) {
	good := `{"name": "zhibiao", "layout": {"format": "parquet"}, "resources": [{"name": "facts", "files": [{"path": "facts/a.parquet", "rows": 1, "hash": "sha256:` + strings.Repeat("0", 64) + `"}]}]}`
	cases := []struct{ name, old, new, want string }{
		{"other", `"zhibiao"`, `"other"`, "name a folder that zhibiao extract wrote"},
		{"format", `"parquet"`, `"csv"`, "--format parquet"},
		{"behind", `"layout"`, `"behind": true, "layout"`, "end it with zhibiao extract"},
		{"outside", "facts/a", "../../a", "write the dataset anew"},
		{"hash", "sha256:0", "sha256:x", "write the dataset anew"},
		{"json", "{", "", "write the dataset anew"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			text := strings.Replace(good, c.old, c.new, 1)
			if err := os.WriteFile(filepath.Join(dir, "dataset.json"), []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
			if _, err := ReadDataset(dir); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want an error with %q", err, c.want)
			}
		})
	}
	if _, err := ReadDataset(t.TempDir()); err == nil || !strings.Contains(err.Error(), "zhibiao extract REPORTS -o") {
		t.Errorf("of an empty folder is told %v", err)
	}
}

// files lists the files of a folder with their content's hash.
func files(t testing.TB, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		all[filepath.ToSlash(name)] = fmt.Sprintf("%x", sha256.Sum256(content))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
