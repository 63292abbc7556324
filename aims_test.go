package zhibiao

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhibiao/extract"
	"zhibiao/normalize"
)

// TestGDPAims compares the growth aims for GDP that the program finds in the corpus with
// those that were read out of the texts by eye: no more, no fewer, each once.
func TestGDPAims(t *testing.T) {
	files, _ := filepath.Glob("../shared/corpus/*.txt")
	if len(files) == 0 {
		t.Skip("../shared/corpus is not here")
	}
	p, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		_, facts, _ := p.Facts(filepath.Base(file), string(text))
		for _, f := range facts {
			if f.IndicatorCode == "gdp" && f.Aspect == extract.ChangeRate && f.Status == extract.Target {
				got = append(got, strings.Join([]string{filepath.Base(file), f.Period.String(), amount(f), string(f.Bound)}, " "))
			}
		}
	}
	want := aimsByEye(t)
	sort.Strings(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("aims (-read by eye +found):\n%s", diff)
	}
}

func amount(f normalize.Fact) string {
	if f.Value != "" {
		return f.Value
	}
	return f.Low + "-" + f.High
}

// aimsByEye reads testdata/gdp_aims.tsv, sorted.
func aimsByEye(t *testing.T) []string {
	t.Helper()
	file, err := os.Open("testdata/gdp_aims.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	r := csv.NewReader(file)
	r.Comma, r.Comment = '\t', '#'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, row := range rows[1:] {
		out = append(out, strings.Join(row, " "))
	}
	sort.Strings(out)
	return out
}
