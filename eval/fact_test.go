package eval

import (
	"strings"
	"testing"
)

// Whatever stands in two fact files, they are read or refused, and scored.
func FuzzRead(f *testing.F) {
	f.Add(`{"doc": "a/b.txt", "start": 1, "end": 3, "value": "1e9", "indicator": "“”"}`, `{"doc": "b.txt", "start": 1, "end": 3, "value": "1/0"}`)
	f.Add(`{"doc": "b.txt", "start": 0, "end": 9, "ignore": true}`, `{"doc": "b.txt", "start": -5, "end": -9}`)
	f.Fuzz(func(t *testing.T, one, other string) {
		gold, err := Read(strings.NewReader(one), "gold")
		if err != nil {
			return
		}
		got, err := Read(strings.NewReader(other), "got")
		if err != nil {
			return
		}
		e := New(gold, got, nil)
		e.CompareWith(gold, got, gold)
		var b strings.Builder
		if err := e.WriteText(&b, Detail{Errors: 2, Rows: 2}); err != nil {
			t.Fatal(err)
		}
		for _, figure := range e.Pooled().Figures() {
			if !figure.plain && (figure.num < 0 || figure.num > figure.den) {
				t.Errorf("%s is %d of %d", figure.Name, figure.num, figure.den)
			}
		}
	})
}
