package iceberg

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/iceberg-go/table"
	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"zhibiao/output"
)

// open opens a SQLite catalog in a warehouse.
func open(t testing.TB, warehouse string) *Catalog {
	t.Helper()
	c, err := Open(t.Context(), Address{Warehouse: warehouse, Namespace: "zhibiao"}, ToMake)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

// follow registers a dataset.
func follow(t testing.TB, c *Catalog, dir string) map[string]Change {
	t.Helper()
	data, err := ReadDataset(dir)
	if err != nil {
		t.Fatal(err)
	}
	changes, err := Register(t.Context(), c, data, false)
	if err != nil {
		t.Fatal(err)
	}
	by := map[string]Change{}
	for _, change := range changes {
		by[change.Table] = change
	}
	return by
}

// checkRows compares all tables with the parts of a dataset, cell by cell.
func checkRows(t testing.TB, c *Catalog, dir string) {
	t.Helper()
	for _, table := range output.Tables() {
		want := written(t, dir, table.Name)
		if got := rows(t, c, table.Name, Look{}); !slices.Equal(want, got) {
			t.Errorf("table %s (- parts, + Iceberg):\n%s", table.Name, cmp.Diff(want, got))
		}
	}
}

func TestRowsAreThoseOfTheParts(t *testing.T) {
	for name, options := range map[string]output.Options{
		"plain": {}, "by year": {Partition: "report_year"}, "wide": {Wide: true}, "many parts": {Batch: 1},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "指标 数据")
			write(t, dir, options, three(t)...)
			c := open(t, filepath.Join(t.TempDir(), "仓 库"))
			changes := follow(t, c, dir)
			checkRows(t, c, dir)
			if n := changes["facts"].Rows; n != int64(len(written(t, dir, "facts"))) || n < 600 {
				t.Errorf("%d facts are told", n)
			}
		})
	}
}

func TestTheSameDatasetAgainChangesNothing(t *testing.T) {
	dir, warehouse := t.TempDir(), t.TempDir()
	write(t, dir, output.Options{}, three(t)...)
	c := open(t, warehouse)
	first := follow(t, c, dir)
	before := files(t, warehouse)
	for name, change := range follow(t, c, dir) {
		if change.Changed || change.Added+change.Removed > 0 || change.Snapshot != first[name].Snapshot {
			t.Errorf("table %s changed: %+v", name, change)
		}
	}
	if diff := cmp.Diff(before, files(t, warehouse)); diff != "" {
		t.Errorf("the warehouse changed:\n%s", diff)
	}
}

func TestTablesFollowTheDataset(t *testing.T) {
	dir := t.TempDir()
	reports := three(t)
	write(t, dir, output.Options{}, reports[0], reports[2])
	c := open(t, t.TempDir())
	first := follow(t, c, dir)
	old := map[string][]string{}
	for name := range first {
		old[name] = rows(t, c, name, Look{})
	}

	reports[2].text += "粮食产量100万吨。"                         // replaced
	write(t, dir, output.Options{}, reports[1], reports[2]) // and one is new
	second := follow(t, c, dir)
	checkRows(t, c, dir)
	for name := range first {
		list, err := c.Snapshots(t.Context(), name)
		if err != nil {
			t.Fatal(err)
		}
		if name == "rejects" {
			if len(list) > 0 {
				t.Errorf("rejects: %d snapshots of no rows", len(list))
			}
			continue
		}
		if len(list) != 2 || list[0].ID != first[name].Snapshot || list[1].ID != second[name].Snapshot || list[0].Current || !list[1].Current {
			t.Errorf("table %s: snapshots %v, want one for each registration", name, list)
		}
		// The dataset has removed the parts of then; the table keeps its copies.
		if diff := cmp.Diff(old[name], rows(t, c, name, Look{Snapshot: first[name].Snapshot})); diff != "" {
			t.Errorf("table %s: the first snapshot reads otherwise than it did:\n%s", name, diff)
		}
		if slices.Equal(old[name], rows(t, c, name, Look{})) {
			t.Errorf("table %s: nothing new to be seen", name)
		}
	}
	if follow(t, c, dir)["facts"].Changed {
		t.Error("the dataset as it stands changed the table once more")
	}
}

// A dataset that loses a report, or is merged into other parts, is followed too.
func TestPartsGone(t *testing.T) {
	dir := t.TempDir()
	reports := three(t)
	write(t, dir, output.Options{Batch: 1}, reports...)
	c := open(t, t.TempDir())
	follow(t, c, dir)
	if _, _, err := output.Compact(dir); err != nil {
		t.Fatal(err)
	}
	if change := follow(t, c, dir)["facts"]; change.Removed != 3 || change.Added != 1 {
		t.Errorf("3 parts were merged into one, told is %+v", change)
	}
	checkRows(t, c, dir)
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	write(t, dir, output.Options{}, reports[2])
	follow(t, c, dir)
	checkRows(t, c, dir)
}

func TestYearsAreFilesOfTheirOwn(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, output.Options{}, three(t)...)
	c := open(t, t.TempDir())
	follow(t, c, dir)
	facts, err := c.table(t.Context(), "facts")
	if err != nil {
		t.Fatal(err)
	}
	tasks, err := facts.Scan().PlanFiles(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var years []any
	for _, task := range tasks {
		years = append(years, task.File.Partition()[1000])
		checkIDs(t, facts, strings.TrimPrefix(task.File.FilePath(), "file://"))
	}
	slices.SortFunc(years, func(a, b any) int { return strings.Compare(plain(a), plain(b)) })
	if diff := cmp.Diff([]any{int32(2023), int32(2024), nil}, years); diff != "" {
		t.Errorf("years of the files:\n%s", diff)
	}
	for _, line := range rows(t, c, "facts", Look{Year: 2023, Columns: []string{"doc_id"}}) {
		if line != `{"doc_id": "jilin-2023.txt"}`+"\n" {
			t.Fatalf("a row of 2023 is %s", line)
		}
	}
	if n := len(rows(t, c, "facts", Look{Limit: 7})); n != 7 {
		t.Errorf("%d rows, want 7", n)
	}
}

// checkIDs compares the field ids in a data file, read by parquet-go, with the table's.
func checkIDs(t *testing.T, tbl *table.Table, path string) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	file, err := parquet.OpenFile(f, info.Size())
	if err != nil {
		t.Fatal(err)
	}
	for _, column := range file.Root().Columns() {
		field, _ := tbl.Schema().FindFieldByName(column.Name())
		if field.ID == 0 || column.ID() != field.ID || column.Optional() == field.Required {
			t.Errorf("%s: column %s has id %d, optional %t; the table wants %v", path, column.Name(), column.ID(), column.Optional(), field)
		}
	}
}

func TestSchemaTellsWhatTheDatasetTells(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, output.Options{}, three(t)[2])
	c := open(t, t.TempDir())
	follow(t, c, dir)
	keys := map[string][]string{"documents": {"doc_id"}, "sections": {"section_id"}, "sentences": {"sentence_id"}, "facts": {"fact_id"}, "targets": {"fact_id"}, "panel": {"place", "year", "indicator_code"}}
	for _, described := range output.Tables() {
		tbl, err := c.table(t.Context(), described.Name)
		if err != nil {
			t.Fatal(err)
		}
		for i, column := range described.Columns {
			field := tbl.Schema().Field(i)
			if field.ID != i+1 || field.Name != column.Name || field.Required == column.Nullable || !strings.HasPrefix(field.Doc, column.About) || !strings.Contains(field.Doc, column.Unit) {
				t.Errorf("table %s: column %+v became field %v %q", described.Name, column, field, field.Doc)
			}
		}
		var got []string
		for _, id := range tbl.Schema().IdentifierFieldIDs {
			name, _ := tbl.Schema().FindColumnName(id)
			got = append(got, name)
		}
		if !slices.Equal(got, keys[described.Name]) {
			t.Errorf("table %s: identifier fields %v, want %v", described.Name, got, keys[described.Name])
		}
		if spec, years := tbl.Spec(), described.Name != "panel" && described.Name != "rejects"; spec.IsUnpartitioned() == years {
			t.Errorf("table %s: partitioned by %v", described.Name, spec)
		}
		if !strings.Contains(tbl.Properties()["comment"], described.Row) {
			t.Errorf("table %s: comment %q", described.Name, tbl.Properties()["comment"])
		}
	}
}

// Two warehouses made of the same dataset hold the same data files.
func TestDataFilesDependOnTheDatasetAlone(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, output.Options{}, three(t)...)
	var sums [2][]string
	for i := range sums {
		warehouse := t.TempDir()
		follow(t, open(t, warehouse), dir)
		for name, sum := range files(t, warehouse) {
			if place, file := filepath.Split(name); strings.HasSuffix(name, ".parquet") {
				sums[i] = append(sums[i], place+file[:len(file)-len("01234567.parquet")]+sum) // less the run
			}
		}
		slices.Sort(sums[i])
	}
	if diff := cmp.Diff(sums[0], sums[1]); diff != "" || len(sums[0]) < 10 {
		t.Errorf("%d data files, which differ:\n%s", len(sums[0]), diff)
	}
}

func TestAnotherFolderIsNotTakenForThisOne(t *testing.T) {
	a, b := t.TempDir(), t.TempDir()
	write(t, a, output.Options{}, three(t)[0])
	write(t, b, output.Options{}, three(t)[2])
	c := open(t, t.TempDir())
	follow(t, c, a)
	data, err := ReadDataset(b)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Register(t.Context(), c, data, false); err == nil || !strings.Contains(err.Error(), "--replace") {
		t.Fatalf("another folder is registered: %v", err)
	}
	checkRows(t, c, a)
	if _, err := Register(t.Context(), c, data, true); err != nil {
		t.Fatal(err)
	}
	checkRows(t, c, b)
	follow(t, c, b)
}

func TestOpenTellsWhatIsWrong(t *testing.T) {
	cases := []struct {
		name    string
		address Address
		want    string
	}{
		{"kind", Address{Catalog: "hive:x", Warehouse: "w", Namespace: "n"}, "use sqlite:FILE or rest:URL"},
		{"namespace", Address{Warehouse: "w", Namespace: "a.b"}, "letters, digits"},
		{"absent", Address{Warehouse: filepath.Join(t.TempDir(), "w"), Namespace: "n"}, "zhibiao-iceberg register"},
		{"warehouse", Address{Catalog: "sqlite:x.db", Namespace: "n"}, "--warehouse"},
	}
	for _, c := range cases {
		if _, err := Open(t.Context(), c.address, ToRead); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want an error with %q", c.name, err, c.want)
		}
	}
	c := open(t, t.TempDir())
	if err := c.WriteRows(t.Context(), &bytes.Buffer{}, "facts", Look{}); err == nil || !strings.Contains(err.Error(), "not in namespace") {
		t.Errorf("of a table that is not there is told %v", err)
	}
	if _, err := c.Tables(t.Context()); err == nil || !strings.Contains(err.Error(), "register a dataset") {
		t.Errorf("of an empty catalog is told %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := c.Tables(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("a run that was stopped tells %v", err)
	}
}

// Who only reads needs no right to write.
func TestReadingWritesNothing(t *testing.T) {
	dir, warehouse := t.TempDir(), filepath.Join(t.TempDir(), "仓 库?")
	write(t, dir, output.Options{}, three(t)[2])
	follow(t, open(t, warehouse), dir)
	before := files(t, warehouse)
	c, err := Open(t.Context(), Address{Warehouse: warehouse, Namespace: "zhibiao"}, ToRead)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	checkRows(t, c, dir)
	if err := c.CreateNamespace(t.Context(), table.Identifier{"other"}, nil); err == nil {
		t.Error("a catalog opened for reading is written")
	}
	if diff := cmp.Diff(before, files(t, warehouse)); diff != "" {
		t.Errorf("the warehouse changed:\n%s", diff)
	}
}
