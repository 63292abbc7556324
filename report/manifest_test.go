package report_test

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"zhibiao/report"
)

// A table is a gazetteer read from the lexicon of regions, so that this package is tested
// with real names without importing the one that serves them.
type table map[string][]report.Place

func (t table) Places(name string) []report.Place { return t[name] }

// places reads the divisions of GB/T 2260.
func places(t testing.TB) report.Gazetteer {
	t.Helper()
	b, err := os.ReadFile("../seeds/regions.tsv")
	if err != nil {
		t.Skip("no regions: ", err)
	}
	names, known := map[string]string{}, table{}
	var rows [][]string
	for _, l := range strings.Split(string(b), "\n") {
		if c := strings.Split(l, "\t"); len(c) >= 7 && len(c[0]) == 6 {
			rows = append(rows, c)
			names[c[0]] = c[3]
		}
	}
	for _, c := range rows {
		p := report.Place{Code: c[0], Name: c[3], FullName: c[3], Level: report.Level(c[5])}
		p.From, _ = strconv.Atoi(c[1])
		p.To, _ = strconv.Atoi(c[2])
		if parent := c[6]; strings.HasSuffix(parent, "00") && !strings.HasSuffix(parent, "0000") {
			p.FullName = names[parent] + p.FullName
		}
		if p.Level != report.LevelNational {
			p.Province = names[c[0][:2]+"0000"]
		}
		if p.Province != p.Name {
			p.FullName = p.Province + p.FullName
		}
		for _, n := range append(strings.Fields(c[4]), c[3]) {
			known[n] = append(known[n], p)
		}
	}
	return known
}

// sameRegion compares a region found with the one of the manifest, which names a division
// as it is called today: 徐水县 of 2011 is its 徐水区.
func sameRegion(m report.Meta, want string) bool {
	if m.RegionPath == want {
		return true
	}
	path := strings.TrimRight(m.RegionPath, "市县区")
	return path != "" && path == strings.TrimRight(want, "市县区") && m.Level == report.LevelCounty
}

// TestManifest compares region, level and year with the manifest of the corpus and
// prints a table of the misses.
func TestManifest(t *testing.T) {
	const dir = "../../shared/corpus"
	file, err := os.Open(filepath.Join(dir, "manifest.tsv"))
	if err != nil {
		t.Skip("no corpus beside the repository: ", err)
	}
	defer file.Close()
	r := csv.NewReader(file)
	r.Comma, r.LazyQuotes = '\t', true
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	known := places(t)
	right := 0
	for _, row := range rows[1:] {
		text, err := os.ReadFile(filepath.Join(dir, row[0]))
		if err != nil {
			t.Fatal(err)
		}
		// The file's name would give the year away.
		m := report.Read("report.txt", string(text), known).Meta
		got := fmt.Sprintf("%s\t%s\t%d", m.RegionPath, m.Level, m.ReportYear)
		year, _ := strconv.Atoi(row[4])
		if sameRegion(m, row[2]) && string(m.Level) == row[3] && m.ReportYear == year && m.RegionCode != "" && m.DocType == "work_report" {
			right++
			continue
		}
		t.Errorf("%s: got %s, want %s\t%s\t%s\n  %q %q code %s %v", row[0], got, row[2], row[3], row[4], m.Title, m.DocType, m.RegionCode, m.Evidence)
	}
	t.Logf("%d of %d reports right in region, level and year", right, len(rows)-1)
}
