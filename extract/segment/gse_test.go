package segment

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestGSE loads gse once, which takes a second.
func TestGSE(t *testing.T) {
	g, err := NewGSE([]Word{{Text: "规模以上工业增加值", Tag: "indicator"}, {Text: "GDP", Tag: "indicator"}}, true)
	if err != nil {
		t.Fatal(err)
	}
	t.Run("agrees", func(t *testing.T) { agrees(t, g) })
	t.Run("words", func(t *testing.T) {
		text := "规模以上工业增加值和GDP增长6.7%\x00\xff"
		want := "规模以上工业增加值/indicator 和/c GDP/indicator 增长/v 6/m ./w 7/m %/w \x00/w \xff/x"
		if diff := cmp.Diff(want, marked(text, g.Segment(nil, text))); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
	t.Run("tiles", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			text := rapid.OneOf(anyText(100), rapid.String()).Draw(t, "text")
			if at, ok := tiled(g.Segment(nil, text), len(text)); !ok {
				t.Fatalf("tokens of %q do not tile at %d", text, at)
			}
		})
	})
}

// agrees compares gse and the trie on sentences where single characters, which gse
// weighs less, do not matter.
func agrees(t *testing.T, g *GSE) {
	trie := newTrie(t, Word{Text: "规模以上工业增加值", Tag: "indicator"})
	for _, text := range []string{
		"规模以上工业增加值持续增长",
		"社会消费品零售总额同比增长",
		"城镇居民人均收入提高",
		"解决企业发展难题",
		"完成小区改造任务",
		"固定资产投资增速居全省首位",
	} {
		want, got := trie.Segment(nil, text), g.Segment(nil, text)
		if diff := cmp.Diff(marked(text, want), marked(text, got)); diff != "" {
			t.Errorf("%s (-trie +gse):\n%s", text, diff)
		}
	}
}

// TestLexiconListsItsWords: the blob gives back what was compiled, to within its scale.
func TestLexiconListsItsWords(t *testing.T) {
	in := []Word{{"增长", "v", 21_000_000}, {"增", "zg", 100}, {"增长率", "n", 36_000_000}, {"长", "a", 599_900}}
	blob, err := Compile(in)
	if err != nil {
		t.Fatal(err)
	}
	lex, err := readLexicon(string(blob))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]Word{}
	for _, w := range lex.words() {
		got[w.Text] = w
	}
	for _, w := range in {
		g := got[w.Text]
		if g.Tag != w.Tag || g.Freq < w.Freq*998/1000 || g.Freq > w.Freq*1002/1000 {
			t.Errorf("%v came back as %v", w, g)
		}
	}
	if len(got) != len(in) {
		t.Errorf("%d words came back, want %d", len(got), len(in))
	}
	for _, n := range []int{0, 7, 15, 500, len(blob) - 8} {
		if _, err := readLexicon(string(blob[:n])); err == nil {
			t.Errorf("a blob cut to %d bytes is taken", n)
		}
	}
}
