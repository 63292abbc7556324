package segment

import (
	"os"
	"path/filepath"
	"testing"
)

// report reads the report that the repository carries.
func sample(t testing.TB) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "seeds", "reports", "jilin-2024.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func BenchmarkSegment(b *testing.B) {
	trie, text := newTrie(b, Word{Text: "地区生产总值"}, Word{Text: "规模以上工业增加值"}), sample(b)
	dst := trie.Segment(nil, text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		dst = trie.Segment(dst[:0], text)
	}
}

// BenchmarkNew lays 3,000 words on top, as many as the lexicons hold.
func BenchmarkNew(b *testing.B) {
	const count = 3000
	var words []Word
	text, seen := sample(b), map[string]bool{}
	tokens := newTrie(b).Segment(nil, text)
	for n := 1; len(words) < count; n++ {
		for i := 0; i+n <= len(tokens) && len(words) < count; i++ {
			w := text[tokens[i].Start:tokens[i+n-1].End]
			if len(w) > 3 && !seen[w] {
				seen[w] = true
				words = append(words, Word{Text: w, Tag: "n"})
			}
		}
	}
	for b.Loop() {
		if _, err := New(words); err != nil {
			b.Fatal(err)
		}
	}
}
