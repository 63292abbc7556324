package output

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The gold read and written again is the gold.
func TestJSONLWritesTheFieldsOfGold(t *testing.T) {
	var got bytes.Buffer
	w := NewJSONL(&got)
	if err := w.Write(goldRows(t)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	gold, err := os.ReadFile(filepath.Join("..", "seeds", "reports", "jilin-2024.gold.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	beyond := []string{"indicator_alt", "indicator_code", "rule", "confidence"} // not in both
	want := objects(t, string(gold), beyond)
	if diff := cmp.Diff(want, objects(t, got.String(), beyond)); diff != "" {
		t.Errorf("facts differ from gold (-gold +written):\n%s", diff)
	}
	first, _, _ := strings.Cut(got.String(), "\n")
	const start = `{"doc":"jilin-2024.txt","start":298,"end":301,"text":"17项","kind":"count","value":"17","unit":"项"`
	if !strings.HasPrefix(first, start) {
		t.Errorf("first line is %s, want it to start %s", first, start)
	}
}

func objects(t *testing.T, lines string, without []string) []map[string]any {
	t.Helper()
	var all []map[string]any
	for line := range strings.Lines(lines) {
		var o map[string]any
		if err := json.Unmarshal([]byte(line), &o); err != nil {
			t.Fatal(err)
		}
		if o["ignore"] == true {
			continue
		}
		for _, key := range without {
			delete(o, key)
		}
		all = append(all, o)
	}
	return all
}

func TestJSONLKeepsMarkupAsItIs(t *testing.T) {
	var got bytes.Buffer
	w := NewJSONL(&got)
	if err := w.Write(Rows{Facts: []FactRow{{DocID: "a<b>&.txt", Text: "5“个”\n\u2028"}}}); err != nil {
		t.Fatal(err)
	}
	want := `{"doc":"a<b>&.txt","start":0,"end":0,"text":"5“个”\n\u2028"}` + "\n"
	if got.String() != want {
		t.Errorf("got %q, want %q", got.String(), want)
	}
}

// What is told of a part of the year must not be taken for the year's.
func TestJSONLTellsThePartOfTheYear(t *testing.T) {
	var got bytes.Buffer
	w := NewJSONL(&got)
	if err := w.Write(Rows{Facts: []FactRow{{DocID: "a.txt", Text: "6.7%", PeriodStart: 2023, PeriodEnd: 2023, PartOfYear: "前三季度"}}}); err != nil {
		t.Fatal(err)
	}
	want := `{"doc":"a.txt","start":0,"end":0,"text":"6.7%","period":"2023","part_of_year":"前三季度"}` + "\n"
	if got.String() != want {
		t.Errorf("got %q, want %q", got.String(), want)
	}
}
