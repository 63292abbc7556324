package seeds

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func load(t testing.TB) *Lexicons {
	t.Helper()
	l, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// Every list that the program is built with has entries: a table left out of the binary
// would otherwise be an empty one.
func TestLoad(t *testing.T) {
	l := load(t)
	sizes := map[string]int{
		"units": len(l.Units), "classifiers": len(l.Classifiers), "numerals": len(l.Numerals), "bounds": len(l.Bounds),
		"names": len(l.Names), "idioms": len(l.Idioms), "indicators": len(l.Indicators), "actions": len(l.Actions),
		"words": len(l.Words), "series": len(l.Series), "regions": len(regions(t).list),
	}
	for name, size := range sizes {
		if size < 3 {
			t.Errorf("%s has %d entries", name, size)
		}
	}
	if u, ok := l.Unit("亩"); !ok || u.Factor != "2000/3" {
		t.Errorf("亩 is %+v", u)
	}
	if _, ok := l.Unit("亩分地"); ok {
		t.Error("亩分地 is a unit")
	}
}

// Each testdata/TABLE-*.bad.tsv begins with the messages that it must be refused with.
func TestBadLexicons(t *testing.T) {
	files, err := filepath.Glob("testdata/*.bad.tsv")
	if err != nil || len(files) == 0 {
		t.Fatal("no bad lexicons: ", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var want []string
			for line := range strings.Lines(string(data)) {
				if message, ok := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "# want: "); ok {
					want = append(want, message)
				}
			}
			table, _, _ := strings.Cut(filepath.Base(file), "-")
			_, err = load(t).Overlay(fstest.MapFS{table + ".tsv": {Data: data}})
			if err == nil {
				t.Fatal("accepted")
			}
			if diff := cmp.Diff(want, strings.Split(err.Error(), "\n")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestOverlay(t *testing.T) {
	base := load(t)
	l, err := base.Overlay(fstest.MapFS{
		"units.tsv":   {Data: []byte("unit\tkind\tdimension\tcanonical\tfactor\tnote\r\n亩\tmeasure\tarea\tm2\t666\r\n垧\tmeasure\tarea\tm2\t10000\tNortheast\r\n")},
		"regions.tsv": {Data: []byte("code\tfrom\tto\tname\tshort\tlevel\tparent\tnote\n133100\t2017\t\t雄安新区\t雄安\tcity\t130000\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	if u, _ := l.Unit("亩"); u.Factor != "666" {
		t.Errorf("the user's 亩 is %+v", u)
	}
	if u, _ := base.Unit("亩"); u.Factor != "2000/3" {
		t.Errorf("the overlay changed the lexicon below: %+v", u)
	}
	if len(l.Units) != len(base.Units)+1 && len(l.Units) != len(base.Units) {
		t.Errorf("%d units over %d", len(l.Units), len(base.Units))
	}
	r, err := l.Regions()
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Full("133100", 2024); got != "河北省雄安新区" {
		t.Errorf("the user's region is %q", got)
	}
	if got := r.Full("130608", 2024); got != "河北省保定市清苑区" {
		t.Errorf("a region below the overlay is %q", got)
	}
}

// A folder without tables changes nothing.
func TestOverlayNothing(t *testing.T) {
	base := load(t)
	l, err := base.Overlay(fstest.MapFS{"growth.yaml": {Data: []byte("rules:\n")}})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(base.Units, l.Units) || !slices.Equal(base.Indicators, l.Indicators) {
		t.Error("the lists differ")
	}
}

// Merged entries are sorted, unique, complete, and the added one wins.
func TestMerge(t *testing.T) {
	word := rapid.StringOfN(rapid.SampledFrom([]rune("增长上升ab")), 1, 3, -1)
	list := func(class string) *rapid.Generator[[]Word] {
		return rapid.Custom(func(t *rapid.T) []Word {
			keys := rapid.SliceOfDistinct(word, func(s string) string { return s }).Draw(t, class)
			slices.Sort(keys)
			words := make([]Word, len(keys))
			for i, k := range keys {
				words[i] = Word{Text: k, Class: class}
			}
			return words
		})
	}
	rapid.Check(t, func(t *rapid.T) {
		base, added := list("base").Draw(t, "base"), list("added").Draw(t, "added")
		merged := merge(base, added)
		want := make(map[string]string)
		for _, w := range append(slices.Clone(base), added...) {
			want[w.Text] = w.Class
		}
		if len(merged) != len(want) {
			t.Fatalf("%d entries of %d", len(merged), len(want))
		}
		for i, w := range merged {
			if i > 0 && merged[i-1].Text >= w.Text || want[w.Text] != w.Class {
				t.Fatalf("entry %d is %+v", i, w)
			}
		}
	})
}

// Whatever bytes a user's table holds, loading it ends without a panic and, if it is
// accepted, every entry is found again.
func FuzzOverlay(f *testing.F) {
	base := load(f)
	f.Add("name\tcode\tnote\n生产总值\tgdp\n")
	f.Add("name\tcode\tnote\r\n\t\t\t\n")
	f.Fuzz(func(t *testing.T, table string) {
		l, err := base.Overlay(fstest.MapFS{"indicators.tsv": {Data: []byte(table)}})
		if err != nil {
			return
		}
		for _, i := range l.Indicators {
			if got := l.indicators.find(i.Name); got == nil || *got != i {
				t.Errorf("%q is %+v", i.Name, got)
			}
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load(b)
	}
}
