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
	words := make([]Word, 0, 3000)
	for _, tok := range newTrie(b).Segment(nil, sample(b)) {
		if tok.Len() > 3 && len(words) < cap(words) {
			words = append(words, Word{Text: tok.In(sample(b)), Tag: "n"})
		}
	}
	for b.Loop() {
		if _, err := New(words); err != nil {
			b.Fatal(err)
		}
	}
}
