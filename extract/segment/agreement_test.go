package segment

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// named is a segmenter in the table of agreement.
type named struct {
	name string
	Segmenter
}

// TestAgreement prints how far the segmenters agree on the word boundaries of the reports
// in ../shared/corpus, or of the one in seeds, and how fast they are:
//
//	CGO_ENABLED=1 go test ./extract/segment -run Agreement -v -tags gojieba
func TestAgreement(t *testing.T) {
	if !testing.Verbose() {
		t.Skip("prints a table: run with -v")
	}
	text := corpus(t)
	all := []named{{"trie", newTrie(t)}}
	for _, name := range []string{"gse", "gse+hmm"} {
		g, err := NewGSE(nil, name == "gse+hmm")
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, named{name, g})
	}
	all = append(all, others(t)...)
	slices.SortFunc(all[1:], func(a, b named) int { return strings.Compare(a.name, b.name) })

	var ends [][]int
	var table strings.Builder
	fmt.Fprintf(&table, "\n%d bytes\n%-10s %8s %8s  F1 of boundaries with\n%-10s %8s %8s  ", len(text), "segmenter", "tokens", "MB/s", "", "", "")
	for _, s := range all {
		fmt.Fprintf(&table, "%10s", s.name)
	}
	for _, s := range all {
		tokens := s.Segment(nil, text)
		rate := speed(s, text)
		if at, ok := tiled(tokens, len(text)); !ok {
			t.Errorf("%s: tokens do not tile at %d", s.name, at)
		}
		ends = append(ends, boundaries(tokens))
		fmt.Fprintf(&table, "\n%-10s %8d %8.1f  ", s.name, len(tokens), rate)
		for _, e := range ends {
			f1 := agreement(e, ends[len(ends)-1])
			fmt.Fprintf(&table, "%10.4f", f1)
			if f1 < 0.9 {
				t.Errorf("%s agrees but to %.3f", s.name, f1)
			}
		}
	}
	t.Log(table.String())
}

// speed is the MB/s of the best of three runs over some of the text.
func speed(s Segmenter, text string) float64 {
	text = text[:min(len(text), 300_000)]
	var dst []Token
	best := time.Hour
	for range 3 {
		start := time.Now()
		dst = s.Segment(dst[:0], text)
		best = min(best, time.Since(start))
	}
	return float64(len(text)) / 1e6 / best.Seconds()
}

// corpus is all reports at hand, less what is neither Han nor a mark: every segmenter has
// its own view of 6.7% and GDP.
func corpus(t *testing.T) string {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join("..", "..", "..", "shared", "corpus", "*.txt"))
	if len(files) == 0 {
		return sample(t)
	}
	var all strings.Builder
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(b)
	}
	return strings.Map(func(r rune) rune {
		if c := classOf(r); c == letter || c == digit || r == utf8.RuneError {
			return -1
		}
		return r
	}, all.String())
}

func boundaries(tokens []Token) []int {
	ends := make([]int, len(tokens))
	for i, tok := range tokens {
		ends[i] = tok.End
	}
	return ends
}

// agreement is the F1 of two ascending lists.
func agreement(a, b []int) float64 {
	common := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			common, i, j = common+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return 2 * float64(common) / float64(len(a)+len(b))
}
