package output

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// What was written is read back, document by document, from one file and from partitions.
func TestDatasetReadsBackWhatWasWritten(t *testing.T) {
	for name, opts := range map[string]Options{
		"plain": {Version: "test"}, "partitioned": {Version: "test", Partition: "report_year"}, "wide": {Version: "test", Wide: true},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			parts := []Rows{oddities(), goldRows(t)}
			writeParquet(t, dir, opts, parts...)
			d, err := OpenDataset(dir)
			if err != nil {
				t.Fatal(err)
			}
			heads, err := d.Heads()
			if err != nil || len(heads) != 2 {
				t.Fatalf("heads: %d, %v", len(heads), err)
			}
			for _, want := range parts {
				got, err := d.Report(want.Documents[0].DocID)
				if err != nil {
					t.Fatal(err)
				}
				want.Targets, want.Rejects = nil, nil
				ignore := cmp.Options{cmpopts.EquateEmpty()}
				if diff := cmp.Diff(want, got, ignore); diff != "" {
					t.Error(diff)
				}
			}
			readsAcross(t, d, Join(parts))
		})
	}
}

// readsAcross checks what is read over all documents.
func readsAcross(t *testing.T, d *Dataset, want Rows) {
	t.Helper()
	panel, err := d.Panel()
	if diff := cmp.Diff(want.Panel, panel, cmpopts.EquateEmpty()); err != nil || diff != "" {
		t.Error(err, diff)
	}
	texts := map[string]string{}
	if err := d.Texts(func(id, text string) { texts[id] = text }); err != nil {
		t.Fatal(err)
	}
	for _, doc := range want.Documents {
		if texts[doc.DocID] != doc.Text {
			t.Errorf("%s: text differs", doc.DocID)
		}
	}
	names, err := d.Names()
	if err != nil || len(names) == 0 || names[0].Facts < names[len(names)-1].Facts {
		t.Fatal(names, err)
	}
	for _, n := range []NameCount{names[0], names[len(names)-1]} {
		facts, err := d.Facts(n.Name, 1000)
		if err != nil {
			t.Fatal(err)
		}
		var got, wanted []string
		for _, f := range facts {
			got = append(got, f.FactID+" "+f.ValueText)
		}
		for _, f := range want.Facts {
			if f.Indicator == n.Name {
				wanted = append(wanted, f.FactID+" "+f.ValueText)
			}
		}
		if diff := cmp.Diff(wanted, got, cmpopts.SortSlices(func(a, b string) bool { return a < b })); diff != "" || len(got) < n.Facts {
			t.Errorf("%s: %s", n.Name, diff)
		}
	}
}

func TestDatasetTellsWhatIsMissing(t *testing.T) {
	if _, err := OpenDataset(t.TempDir()); err == nil {
		t.Error("an empty folder is no dataset")
	}
}
