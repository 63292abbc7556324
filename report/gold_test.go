package report_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zhibiao/report"
)

// TestGoldParts compares the part and years of paragraphs with status and period of the
// annotated facts in them. Words of the sentence change some of these, so a share is
// asked for, not all.
func TestGoldParts(t *testing.T) {
	files, _ := filepath.Glob("../../shared/gold/*.gold.jsonl")
	if len(files) == 0 {
		t.Skip("no gold beside the repository")
	}
	known := places(t)
	for _, file := range files {
		text, err := os.ReadFile(strings.TrimSuffix(file, ".gold.jsonl") + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		doc := report.Read("report.txt", string(text), known)
		runes := report.NewRunes(doc.Text)
		status, period, all, dated := 0, 0, 0, 0
		for _, fact := range readGold(t, file) {
			p := paragraphAt(doc, runes, fact.Start)
			if fact.Status == "" {
				continue
			}
			all++
			got := "actual"
			if p.Part == report.PartTargets || p.Part == report.PartTasks {
				got = "target"
			}
			if got == fact.Status {
				status++
			} else if testing.Verbose() {
				t.Logf("%s: %s %s %s in %s %v: %.60s", file[len(file)-24:], fact.Text, fact.Status, fact.Period, p.Part, p.Years, p.In(doc.Text))
			}
			if fact.Period == "" {
				continue
			}
			dated++
			if years := fmt.Sprint(p.Years.End); fact.Period == years || fact.Period == p.Years.String() {
				period++
			} else if testing.Verbose() {
				t.Logf("%s: %s %s period %s, paragraph %v: %.60s", file[len(file)-24:], fact.Text, fact.Status, fact.Period, p.Years, p.In(doc.Text))
			}
		}
		t.Logf("%s: status %d of %d, period %d of %d", filepath.Base(file), status, all, period, dated)
		if status*100 < all*93 || period*100 < dated*80 {
			t.Errorf("%s: parts or years of paragraphs are wrong too often", filepath.Base(file))
		}
	}
}

// A goldFact is what the test needs of an annotated fact.
type goldFact struct {
	Start                int
	Text, Status, Period string
	Ignore               bool
}

func readGold(t *testing.T, file string) []goldFact {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var facts []goldFact
	for s := bufio.NewScanner(f); s.Scan(); {
		var fact goldFact
		if err := json.Unmarshal(s.Bytes(), &fact); err != nil {
			t.Fatal(err)
		}
		if !fact.Ignore {
			facts = append(facts, fact)
		}
	}
	return facts
}

// paragraphAt is the paragraph around code point at.
func paragraphAt(doc report.Document, runes *report.Runes, at int) report.Paragraph {
	for _, s := range doc.Sections {
		for _, p := range s.Paragraphs {
			if runes.Of(p.Start) <= at && at < runes.Of(p.End) {
				return p
			}
		}
	}
	return report.Paragraph{}
}
