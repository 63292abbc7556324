package segment

import (
	"math"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"zhibiao/report"
)

// tiled tells where tokens fail to tile a text of n bytes.
func tiled(tokens []Token, n int) (at int, ok bool) {
	for _, tok := range tokens {
		if tok.Start != at || tok.Empty() || tok.Tag == "" {
			return at, false
		}
		at = tok.End
	}
	return at, at == n
}

func TestTokensTile(t *testing.T) {
	trie := newTrie(t, Word{Text: "工业值"}, Word{Text: "7万㎡"}, Word{Text: "a𬭊"})
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(anyText(2000), rapid.String()).Draw(t, "text")
		if at, ok := tiled(trie.Segment(nil, text), len(text)); !ok {
			t.Fatalf("tokens of %q do not tile at %d", text, at)
		}
	})
}

func FuzzSegment(f *testing.F) {
	trie := newTrie(f, Word{Text: "PM2.5平均浓度"}, Word{Text: "城镇新增就业"})
	for _, s := range []string{"", "城镇新增就业4.58万人", "PM2.5平均浓度", "\xe4\xb8", "４S店\x00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tokens := trie.Segment(nil, text)
		if at, ok := tiled(tokens, len(text)); !ok {
			t.Fatalf("tokens of %q do not tile at %d", text, at)
		}
		for _, tok := range tokens {
			if utf8.ValidString(text) && !utf8.ValidString(tok.In(text)) {
				t.Fatalf("token %q cuts a character", tok.In(text))
			}
		}
	})
}

// costOf is what the tokens cost: the sum that Segment promises to make least.
func costOf(t *Trie, text string, tokens []Token) uint32 {
	var sum uint32
	for _, tok := range tokens {
		c := uint32(costUnknown)
		if known, _, ok := t.base.find(tok.In(text)); ok {
			c = known
		}
		for _, w := range t.words {
			if w.text == tok.In(text) {
				c = min(c, w.cost)
			}
		}
		sum += c
	}
	return sum
}

// least is the cost of the best path, found without windows, arrays or packing.
func least(t *Trie, chars []rune) uint32 {
	own := map[string]bool{}
	for _, w := range t.words {
		own[w.text] = true
	}
	best := make([]uint32, len(chars)+1)
	for i := 1; i <= len(chars); i++ {
		best[i] = math.MaxUint32
		for j := max(0, i-20); j < i; j++ {
			w := string(chars[j:i])
			if _, _, ok := t.base.find(w); ok || own[w] || j == i-1 {
				best[i] = min(best[i], best[j]+costOf(t, w, []Token{{Span: report.Span{End: len(w)}}}))
			}
		}
	}
	return best[len(chars)]
}

// TestPathIsBest holds beyond a window: 3,000 characters without a mark.
func TestPathIsBest(t *testing.T) {
	trie := newTrie(t)
	var han []rune
	for _, r := range sample(t) {
		if classOf(r) == other && len(han) < 3*windowSize {
			han = append(han, r)
		}
	}
	text := string(han)
	if got, want := costOf(trie, text, trie.Segment(nil, text)), least(trie, han); got != want {
		t.Errorf("path costs %d, the best %d", got, want)
	}
}

// TestPathTakesWordsOfDomain: of any length, alike at their beginnings, given twice, of
// characters that the dictionary lacks.
func TestPathTakesWordsOfDomain(t *testing.T) {
	letters := rapid.StringOfN(rapid.SampledFrom([]rune("增长工业值㎡𬭊𬭋")), 1, 5, -1)
	rapid.Check(t, func(t *rapid.T) {
		var words []Word
		for _, text := range rapid.SliceOfN(letters, 0, 40).Draw(t, "words") {
			words = append(words, Word{Text: text})
		}
		trie, err := New(words)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.Join(rapid.SliceOfN(letters, 1, 30).Draw(t, "text"), "")
		if got, want := costOf(trie, text, trie.Segment(nil, text)), least(trie, []rune(text)); got != want {
			t.Fatalf("path costs %d, the best %d", got, want)
		}
	})
}

// anyText draws from few characters, so that words meet, with bytes that are no UTF-8.
func anyText(most int) *rapid.Generator[string] {
	letters := []string{"增", "长", "工", "业", "值", "万", "㎡", "𬭊", "a", "7", "\x00", "\xe5", "\xff"}
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(letters), 1, most).Draw(t, "letters"), "")
	})
}

func TestSegmentIsSafeForConcurrentUse(t *testing.T) {
	trie, text := newTrie(t), sample(t)
	want := trie.Segment(nil, text)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 5 {
				if got := trie.Segment(nil, text); !cmp.Equal(want, got) {
					t.Error("tokens differ from run to run")
				}
			}
		})
	}
	all.Wait()
}

func TestSegmentAllocatesNothing(t *testing.T) {
	trie, text := newTrie(t), sample(t)
	dst := trie.Segment(nil, text)
	if n := testing.AllocsPerRun(10, func() { dst = trie.Segment(dst[:0], text) }); n > 0 {
		t.Errorf("%v allocations a run, want none", n)
	}
}

// TestHugeSentences: a line of megabytes of Han, of digits, of NUL, of broken bytes.
func TestHugeSentences(t *testing.T) {
	trie := newTrie(t)
	var dst []Token
	for s, size := range map[string]int{"工业增加值": 10 << 20, "7": 10 << 20, "值": 1 << 20, "\x00": 1 << 20, "a增": 1 << 20, "\xff": 1 << 20} {
		text := strings.Repeat(s, size/len(s))
		dst = trie.Segment(dst[:0], text)
		if at, ok := tiled(dst, len(text)); !ok {
			t.Errorf("tokens of %d bytes of %q do not tile at %d", size, s, at)
		}
	}
}

func TestAround(t *testing.T) {
	trie, text := newTrie(t), "增长6.7%左右，共45户"
	find := func(s string) report.Span {
		i := strings.Index(text, s)
		return report.Span{Start: i, End: i + len(s)}
	}
	got := Around(trie, nil, text, []report.Span{find("6.7%"), find("7%"), find("45户")})
	want := "增长/v 6.7%/m 左右/f ，/w 共/d 45户/m"
	if diff := cmp.Diff(want, marked(text, got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := Around(trie, nil, text, nil); !cmp.Equal(got, trie.Segment(nil, text)) {
		t.Error("without spans the tokens differ from Segment")
	}
}
