package pipeline

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"zhibiao"
	"zhibiao/output"
	"zhibiao/source"
)

// seed is the report that every clone has.
const seed = "../../seeds/reports/jilin-2024.txt"

// someReports writes reports of some places over some years into a folder: what one aims
// at is answered by the next. Beside them are files that bear one name, an archive, a
// table, and what cannot be read.
func someReports(t testing.TB, dir string, places, years int) []string {
	t.Helper()
	text, err := os.ReadFile(seed)
	ok(t, err)
	names := []string{"吉林市", "长春市", "四平市", "辽源市", "通化市", "白山市", "松原市", "白城市"}
	for p, name := range names[:places] {
		for back := range years {
			write := fmt.Sprintf("%s/%d/report-%d.txt", dir, 2024-back, p)
			ok(t, os.MkdirAll(filepath.Dir(write), 0o755))
			ok(t, os.WriteFile(write, []byte(other(string(text), name, p+1, back)), 0o600))
		}
	}
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	for i, member := range []string{"report-0.txt", "b/report-0.txt", "c.txt"} {
		w, err := z.Create(member)
		ok(t, err)
		_, err = io.WriteString(w, other(string(text), "延吉市", 9+i, 5+i))
		ok(t, err)
	}
	ok(t, z.Close())
	ok(t, os.WriteFile(dir+"/packed.zip", packed.Bytes(), 0o600))
	ok(t, os.WriteFile(dir+"/table.csv", []byte("标题,正文\n甲,全年地区生产总值增长5.1%。\n乙,\n"), 0o600))
	ok(t, os.WriteFile(dir+"/empty.txt", nil, 0o600))
	ok(t, os.WriteFile(dir+"/2024/none.txt", []byte("这里没有地名，也没有数字。"), 0o600))
	return []string{dir, dir + "/2024/report-0.txt", dir + "/missing.txt"}
}

// other is a report as another place could have given it, some years before.
func other(text, place string, n, back int) string {
	var years []string
	for y := 2020; y <= 2030; y++ { // the latter first, so that none is put back twice
		years = append(years, fmt.Sprintf("%d年", y), fmt.Sprintf("%d年", y-back))
	}
	text = strings.NewReplacer(years...).Replace(text)
	text = strings.ReplaceAll(text, "吉林市", place)
	return strings.NewReplacer("6.7%", fmt.Sprintf("%d.%d%%", 4+n%4, back), "122.8万", fmt.Sprintf("1%d2.8万", n%10)).Replace(text)
}

func ok(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// plain writes the tables of a plain run.
func plain(t testing.TB, dir string, o Options) zhibiao.Summary {
	t.Helper()
	p, err := zhibiao.New(o.program())
	ok(t, err)
	o.RulesHash = p.RulesHash()
	to, err := output.NewParquet(dir, o.output())
	ok(t, err)
	sum, err := p.Tabulate(context.Background(), source.Walk(o.Paths, o.source(nil)), 2, to, func(zhibiao.Result) {})
	ok(t, err)
	return sum
}

// The pipeline writes what a plain run writes, with any number of shards.
func TestSameAsPlain(t *testing.T) {
	paths := someReports(t, t.TempDir(), 4, 3)
	o := Options{Paths: paths, TextColumn: "正文", Version: "test"}
	t.Run("seeds", func(t *testing.T) { same(t, o, 1, 2, 8) })
	o.Partition, o.Wide, o.Tokens = "report_year", true, true
	t.Run("partitioned", func(t *testing.T) { same(t, o, 3) })
	corpus := "../../../shared/corpus"
	t.Run("corpus", func(t *testing.T) {
		if _, err := os.Stat(corpus); err != nil || testing.Short() {
			t.Skip("no corpus beside the repository, or -short")
		}
		same(t, Options{Paths: []string{corpus}, Version: "test"}, 1, 2, 8)
	})
}

func same(t *testing.T, o Options, shards ...int) {
	once := t.TempDir()
	want := plain(t, once, o)
	tables := rowsOf(t, once)
	compacted(t, once)
	for _, n := range shards {
		o.Dir, o.Shards = t.TempDir(), n
		got, err := Run(context.Background(), "prism", o)
		ok(t, err)
		counted := []int64{got.Documents, got.Facts, got.Misses, got.Rejected}
		if diff := cmp.Diff([]int64{int64(want.Documents), int64(want.Facts), int64(want.Misses), int64(want.Rejected)}, counted); diff != "" {
			t.Errorf("%d shards: documents, facts, misses and rejects differ:\n%s", n, diff)
		}
		if got.Mean <= 0 || got.Least > got.Mean || got.Mean > got.Most {
			t.Errorf("%d shards: documents took %f, from %f to %f", n, got.Mean, got.Least, got.Most)
		}
		for name, rows := range rowsOf(t, o.Dir) {
			if diff := cmp.Diff(tables[name], rows); diff != "" {
				t.Errorf("%d shards: table %s differs (-plain +pipeline):\n%.2000s", n, name, diff)
			}
		}
		compacted(t, o.Dir)
		if diff := cmp.Diff(contents(t, once), contents(t, o.Dir)); diff != "" {
			t.Errorf("%d shards: files differ after compaction (-plain +pipeline):\n%s", n, diff)
		}
	}
	for name, rows := range tables {
		if len(rows) == 0 {
			t.Errorf("table %s has no rows: nothing is compared", name)
		}
	}
	if !slices.ContainsFunc(tables["targets"], func(row string) bool { return strings.Contains(row, "achieved=true") }) {
		t.Error("no report answers an aim of another: what spans reports is not compared")
	}
}

// rowsOf are the rows of every table of a dataset, in an order that does not depend on
// the files they stand in.
func rowsOf(t testing.TB, dir string) map[string][]string {
	t.Helper()
	tables := map[string][]string{}
	for _, table := range output.Tables() {
		files, err := output.Files(dir, table.Name)
		ok(t, err)
		var rows []string
		for _, f := range files {
			rows = append(rows, rowsIn(t, f)...)
		}
		slices.Sort(rows)
		tables[table.Name] = rows
	}
	return tables
}

// rowsIn writes out the rows of a file, column by column.
func rowsIn(t testing.TB, path string) []string {
	t.Helper()
	data, err := os.ReadFile(path)
	ok(t, err)
	file, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	ok(t, err)
	columns := file.Schema().Columns()
	r := parquet.NewReader(file)
	var rows []string
	buffer := make([]parquet.Row, 64)
	for {
		n, err := r.ReadRows(buffer)
		for _, row := range buffer[:n] {
			var b strings.Builder
			for _, v := range row {
				if !v.IsNull() {
					fmt.Fprintf(&b, "%s=%v ", strings.Join(columns[v.Column()], "."), v)
				}
			}
			rows = append(rows, b.String())
		}
		if errors.Is(err, io.EOF) {
			return rows
		}
		ok(t, err)
	}
}

// compacted puts a dataset into the form that depends on its documents alone.
func compacted(t testing.TB, dir string) {
	t.Helper()
	healthy(t, dir)
	_, _, err := output.Compact(dir)
	ok(t, err)
	healthy(t, dir)
}

func healthy(t testing.TB, dir string) {
	t.Helper()
	problems, err := output.Check(dir)
	if err != nil || len(problems) > 0 {
		t.Fatalf("dataset %s: %v %v", dir, problems, err)
	}
}

// contents are the files of a folder by name.
func contents(t testing.TB, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		files[name] = fmt.Sprintf("%d bytes", len(data)) // the name of a part tells its content
		return err
	})
	ok(t, err)
	return files
}
