package zhibiao_test

import (
	"cmp"
	"encoding/csv"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"zhibiao/extract"
)

// TestGDPAims compares the growth aims for GDP that the program finds in the corpus with
// those that were read out of the texts by eye: no more, no fewer, each once.
func TestGDPAims(t *testing.T) {
	files := corpus(t)
	files = files[:len(files)-1] // the report of this repository is in the corpus, too
	if len(files) == 0 {
		t.Skip("../shared/corpus is not here")
	}
	p := program(t)
	var got []string
	for _, file := range files {
		id := filepath.Base(file)
		for _, f := range p.Read(id, text(t, file)).Facts {
			if f.IndicatorCode == "gdp" && f.Aspect == extract.ChangeRate && f.Status == extract.Target {
				got = append(got, strings.Join([]string{id, f.Period.String(), cmp.Or(f.Value, f.Low+"-"+f.High), string(f.Bound)}, " "))
			}
		}
	}
	slices.Sort(got)
	if diff := gocmp.Diff(aimsByEye(t), got); diff != "" {
		t.Errorf("aims (-read by eye +found):\n%s", diff)
	}
}

// aimsByEye reads testdata/gdp_aims.tsv, sorted.
func aimsByEye(t *testing.T) []string {
	t.Helper()
	r := csv.NewReader(strings.NewReader(text(t, "testdata/gdp_aims.tsv")))
	r.Comma, r.Comment = '\t', '#'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var aims []string
	for _, row := range rows[1:] {
		aims = append(aims, strings.Join(row, " "))
	}
	slices.Sort(aims)
	return aims
}
