package report

import (
	"os"
	"strings"
	"testing"
)

// TestOneLine takes the line breaks out of real reports, as pages do that lose them, and
// asks for the sense of each sentence that it has with them: a review or a plan.
func TestOneLine(t *testing.T) {
	same, all := 0, 0
	for _, file := range corpusFiles(t) {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var line strings.Builder
		for _, l := range strings.Split(string(b), "\n") {
			line.WriteString(strings.TrimSpace(l))
		}
		doc := Read("x.txt", line.String(), nil)
		checkTiles(t, doc)
		got := senses(doc)
		for s, want := range senses(Read("x.txt", string(b), nil)) {
			part, ok := got[s]
			if !ok {
				continue // a heading grown together with what follows it
			}
			all++
			if part == want {
				same++
			}
		}
	}
	t.Logf("%d of %d sentences keep their sense", same, all)
	if same*100 < all*96 {
		t.Errorf("%d of %d sentences keep their sense, want 96 %%", same, all)
	}
}

// senses are the sentences of d, without blanks, with their part, targets taken for tasks.
func senses(d Document) map[string]Part {
	all := map[string]Part{}
	for _, s := range d.Sections {
		for _, p := range s.Paragraphs {
			for _, q := range p.Sentences {
				all[squeeze(q.In(d.Text))] = sense(p.Part)
			}
		}
	}
	return all
}
