package output

import (
	"strings"
	"testing"
)

// Documents of one name in two folders stay two documents, whatever the order.
func TestJoinKeepsDocumentsOfOneNameApart(t *testing.T) {
	doc, facts := jilin(t)
	first := NewRows(doc, Source{Path: "2023/jilin-2024.txt"}, facts, nil)
	second := NewRows(doc, Source{Path: "2024/jilin-2024.txt"}, facts, nil)
	for _, parts := range [][]Rows{{first, second}, {second, first}} {
		all := Join(parts)
		names := map[string]string{}
		for _, d := range all.Documents {
			names[d.DocID] = d.Source
		}
		if names["jilin-2024.txt"] != "2023/jilin-2024.txt" || names["jilin-2024.txt~2"] != "2024/jilin-2024.txt" {
			t.Errorf("names are %v", names)
		}
		seen := map[string]bool{}
		for _, f := range all.Facts {
			if seen[f.FactID] || !strings.HasPrefix(f.FactID, f.DocID+"#") {
				t.Fatalf("fact id %s of %s is there twice or not of its document", f.FactID, f.DocID)
			}
			seen[f.FactID] = true
		}
	}
}
