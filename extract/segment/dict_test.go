package segment

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// naive is the leftmost-longest search that Dict must equal.
func naive(words []string, text string) []Found {
	var out []Found
	for i := 0; i < len(text); {
		best := Match{}
		for id, w := range words {
			if len(w) > best.Len && strings.HasPrefix(text[i:], w) {
				best = Match{ID: id, Len: len(w)}
			}
		}
		if best.Len == 0 {
			i++
			continue
		}
		out = append(out, Found{Match: best, Start: i})
		i += best.Len
	}
	return out
}

// anyText draws from few characters, so that words meet, with bytes that are no UTF-8.
func anyText(most int) *rapid.Generator[string] {
	letters := []string{"增", "长", "工", "业", "值", "万", "㎡", "𬭊", "a", "7", "\x00", "\xe5", "\xff"}
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(letters), 1, most).Draw(t, "letters"), "")
	})
}

func TestDictFindsLikeNaive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfNDistinct(anyText(5), 0, 40, rapid.ID[string]).Draw(t, "words")
		text := anyText(60).Draw(t, "text")
		dict, err := NewDict(words)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(naive(words, text), dict.Find(nil, text)); diff != "" {
			t.Fatalf("Find(%q) in %q (-want +got):\n%s", text, words, diff)
		}
		var want []Match
		for n := 1; n <= len(text); n++ {
			for id, w := range words {
				if w == text[:n] {
					want = append(want, Match{ID: id, Len: n})
				}
			}
		}
		if diff := cmp.Diff(want, dict.Prefixes(nil, text)); diff != "" {
			t.Fatalf("Prefixes(%q) in %q (-want +got):\n%s", text, words, diff)
		}
	})
}

// TestDictHoldsManyWords: all words of a report and their neighbours are found again.
func TestDictHoldsManyWords(t *testing.T) {
	text, seen := sample(t), map[string]bool{}
	var words []string
	for i := range text {
		for _, n := range []int{3, 5, 6, 9, 20} {
			if w := text[i:min(i+n, len(text))]; !seen[w] {
				seen[w] = true
				words = append(words, w)
			}
		}
	}
	dict, err := NewDict(words)
	if err != nil {
		t.Fatal(err)
	}
	for id, w := range words {
		if m, ok := dict.Longest(w); !ok || m != (Match{ID: id, Len: len(w)}) {
			t.Fatalf("Longest(%q) = %v, want word %d", w, m, id)
		}
	}
	if dict.Len() != len(words) || dict.Word(7) != words[7] {
		t.Errorf("Len %d, Word(7) %q; want %d, %q", dict.Len(), dict.Word(7), len(words), words[7])
	}
}

func TestDictRejects(t *testing.T) {
	for words, want := range map[string]string{
		"亩,公顷,亩": `dictionary: "亩" is word 0 and word 2: give it once`,
		"亩,,公顷":  "dictionary: word 1 is empty: remove it",
	} {
		if _, err := NewDict(strings.Split(words, ",")); err == nil || err.Error() != want {
			t.Errorf("NewDict(%q) = %v, want %s", words, err, want)
		}
	}
}
