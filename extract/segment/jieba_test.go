//go:build cgo && gojieba

package segment

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestJieba(t *testing.T) {
	j, err := NewJieba("", []Word{{Text: "碳纤维原丝"}}, false)
	if err != nil {
		t.Fatal(err)
	}
	text := "新建碳纤维原丝项目\x00增长6.7%\xff好"
	want := "新建/v 碳纤维原丝/x 项目/n \x00/w 增长/v 6/m ./w 7/m %/w \xff/x 好/a"
	if diff := cmp.Diff(want, marked(text, j.Segment(nil, text))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(anyText(100), rapid.String()).Draw(t, "text")
		if at, ok := tiled(j.Segment(nil, text), len(text)); !ok {
			t.Fatalf("tokens of %q do not tile at %d", text, at)
		}
	})
	if _, err := NewJieba(t.TempDir(), nil, false); err == nil {
		t.Error("a folder without dictionaries is taken")
	}
}

// others are the segmenters that Agreement compares beside the trie and gse.
func others(t *testing.T) []named {
	var out []named
	for name, hmm := range map[string]bool{"jieba": false, "jieba+hmm": true} {
		j, err := NewJieba("", nil, hmm)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, named{name, j})
	}
	return out
}
