package segment

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// TestBlobIsCurrent: who edits a table must run go generate.
func TestBlobIsCurrent(t *testing.T) {
	lex, err := readLexicon(blob)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"additions.tsv", "corrections.tsv"} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var words []string
		for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
			word, want, ok := strings.Cut(line, "\t")
			if !ok || word == "word" {
				continue
			}
			words = append(words, word)
			got := "-"
			if _, tag, ok := lex.find(word); ok {
				got = lex.tags[tag]
			}
			if got != want {
				t.Errorf("%s: %s is %s in words.bin, want %s: run go generate", file, word, got, want)
			}
		}
		if !slices.IsSorted(words) || len(slices.Compact(words)) != len(words) {
			t.Errorf("%s is not sorted, or says a word twice", file)
		}
	}
}
