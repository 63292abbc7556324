package output

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"zhibiao/extract"
	"zhibiao/extract/mention"
)

// Records come back in the order of their keys, those of one key as they came, however
// many files they lie in.
func TestSorterSorts(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		keys := rapid.SliceOf(rapid.StringMatching(`[ab\x00]{0,3}`)).Draw(t, "keys")
		s := newSorter(dir, rapid.IntRange(1, 100).Draw(t, "most"))
		defer s.remove()
		var want, got []string
		for i, key := range keys {
			rest := strings.Repeat(".", i%5) + fmt.Sprint(i)
			want = append(want, key+"|"+rest)
			err := s.add(
				func(b []byte) []byte { return append(b, key...) },
				func(b []byte) []byte { return append(b, rest...) })
			if err != nil {
				t.Fatal(err)
			}
		}
		slices.SortStableFunc(want, func(a, b string) int {
			x, _, _ := strings.Cut(a, "|")
			y, _, _ := strings.Cut(b, "|")
			return strings.Compare(x, y)
		})
		for r, err := range s.all() {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, string(r[0])+"|"+string(r[1]))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	})
}

// What is told of a fact comes back as it was, but for what links and panel do not need.
func TestToldComesBack(t *testing.T) {
	rows := goldRows(t)
	a := accountOf(&rows.Documents[0])
	for _, f := range rows.Facts {
		packed := string(appendTold(nil, &f))
		var got told
		errOf(t, got.read(&a, packed))
		for i, text := range toldTexts(&got.fact) {
			if want := toldTexts(&f)[i]; *text != *want {
				t.Errorf("%s: text %d is %q, want %q", f.FactID, i, *text, *want)
			}
		}
		if got.fact.DocID != f.DocID || got.fact.Region != f.Region || got.mark || got.of.plan != a.plan || got.fact.PeriodEnd != f.PeriodEnd {
			t.Errorf("got %+v, want %+v", got, f)
		}
		if err := got.read(&a, packed[:20]); err == nil {
			t.Error("half a record is read without an error")
		}
	}
}

// Thousands of reports of one place, as of a place whose name stands in each of a
// country's reports, are related in little memory and time.
func TestManyReportsOfOnePlace(t *testing.T) {
	const reports = 2000
	told := newSorter(t.TempDir(), 1<<20)
	defer told.remove()
	var entries []*entry
	for i := range reports {
		rows := said("甲市", 2024,
			rate(extract.Target, 2024, "6", extract.Up, mention.About), rate(extract.Actual, 2024, "6.1", extract.Up, mention.Exact))
		rows = rows.Renamed(fmt.Sprintf("%04d.txt", i))
		entries = append(entries, entryOf(&rows))
	}
	errOf(t, tell(told, entries))
	s := newStore(nil, Options{})
	answers := &answers{seed: s.seed, sums: map[int]uint64{}, heaps: newSpill[answer](t.TempDir(), 1000)}
	defer answers.heaps.remove()
	r := &relation{store: s, told: told, parts: map[string]int{}, answers: answers}
	var rows []PanelRow
	errOf(t, r.panel(func(more []PanelRow) error {
		rows = append(rows, more...)
		return nil
	}))
	list, err := answers.take(0)
	if err != nil || len(list) != reports {
		t.Errorf("%d answers (%v), want one a report", len(list), err)
	}
	for aim, found := range list {
		if found.ReachedFactID == "" {
			t.Errorf("%s: no result", aim)
		}
	}
	linkAll(entries)
	var want []Rows
	for _, e := range entries {
		want = append(want, *e.rows)
	}
	if diff := cmp.Diff(Join(want).Panel, rows); diff != "" {
		t.Error(diff)
	}
	if !bytes.Contains([]byte(rows[0].LevelFactID+rows[0].GrowthFactID), []byte("0000.txt")) {
		t.Errorf("the panel believes %+v, want the first report", rows[0])
	}
}
