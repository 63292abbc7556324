package eval

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
)

// docDraws is where the log of the draws is shown; between these marks it is generated.
const (
	docDraws   = "../docs/accuracy.md"
	drawsBegin = "<!-- draws: RECORD=true go test ./eval -run TestDraws -->\n"
	drawsEnd   = "<!-- end of draws -->\n"
)

// draw is what one draw of sentences showed.
type draw struct{ sentences, facts, right, missed int }

func (d *draw) add(row []string) error {
	for i, n := range []*int{&d.sentences, &d.facts, &d.right, &d.missed} {
		v, err := strconv.Atoi(row[3+i])
		if err != nil {
			return err
		}
		*n += v
	}
	return nil
}

// share is the F1 of facts right in everything.
func (d *draw) share() string {
	if d.facts == 0 {
		return "–"
	}
	return fmt.Sprintf("%.1f %%", 200*float64(d.right)/float64(2*d.facts+d.missed))
}

// TestDraws holds the table of draws in docs/accuracy.md to their log, eval/draws.tsv.
func TestDraws(t *testing.T) {
	table, err := drawsTable("draws.tsv")
	if err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(docDraws)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(page), drawsBegin)
	_, after, closed := strings.Cut(rest, drawsEnd)
	if !found || !closed {
		t.Fatalf("%s lacks the marks of the table of draws", docDraws)
	}
	want := before + drawsBegin + table + drawsEnd + after
	if os.Getenv("RECORD") == "true" {
		if err := os.WriteFile(docDraws, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want != string(page) {
		t.Errorf("%s does not show eval/draws.tsv; run RECORD=true go test ./eval -run TestDraws", docDraws)
	}
}

func drawsTable(path string) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	r := csv.NewReader(file)
	r.Comma, r.Comment = '\t', '#'
	rows, err := r.ReadAll()
	if err != nil {
		return "", err
	}
	var order []string
	draws := map[string]map[string]*draw{}
	for _, row := range rows[1:] {
		if draws[row[0]] == nil {
			draws[row[0]] = map[string]*draw{"modern": {}, "old": {}, "all": {}}
			order = append(order, row[0])
		}
		for _, group := range []string{row[2], "all"} {
			if err := draws[row[0]][group].add(row); err != nil {
				return "", fmt.Errorf("%s: draw %s: %w", path, row[0], err)
			}
		}
	}
	var b bytes.Buffer
	b.WriteString("| draw | sentences | facts | right, reports of 2010 on | right, older | right, all |\n|---|---|---|---|---|---|\n")
	for _, name := range order {
		d := draws[name]
		fmt.Fprintf(&b, "| %s | %d | %d | %s | %s | %s |\n", name, d["all"].sentences, d["all"].facts,
			d["modern"].share(), d["old"].share(), d["all"].share())
	}
	return b.String(), nil
}
