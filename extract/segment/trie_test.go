package segment

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func newTrie(t testing.TB, words ...Word) *Trie {
	t.Helper()
	trie, err := New(words)
	if err != nil {
		t.Fatal(err)
	}
	return trie
}

// marked writes tokens as 全年/n 增长/v.
func marked(text string, tokens []Token) string {
	var out []string
	for _, tok := range tokens {
		out = append(out, tok.In(text)+"/"+tok.Tag)
	}
	return strings.Join(out, " ")
}

func TestSegment(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", ""},
		{"解决企业发展难题", "解决/v 企业/n 发展/vn 难题/n"},
		{"生产和服务持续增长", "生产/vn 和/c 服务/vn 持续/vd 增长/v"},
		{"共有4S店5G基站GDP，２０２４年", "共有/v 4S店/n 5G/eng 基站/n GDP/eng ，/w ２０２４/m 年/q"},
		{"增长6.7%，", "增长/v 6/m ./w 7/m %/w ，/w"},
		{"a\x00b\xff中\xe4\xb8", "a/eng \x00/w b/eng \xff/x 中/f \xe4/x \xb8/x"},
		{"老𩽾\n  好", "老/a 𩽾/x \n/w  /w  /w 好/a"},
	}
	trie := newTrie(t)
	for _, tt := range tests {
		got := marked(tt.text, trie.Segment(nil, tt.text))
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
	}
}

func TestDomainWords(t *testing.T) {
	trie := newTrie(t,
		Word{Text: "规模以上工业增加值", Tag: "indicator"},
		Word{Text: "PM2.5平均浓度", Tag: "indicator"},
		Word{Text: "增长", Tag: "rise"},
		Word{Text: "增", Tag: "rise"},
		Word{Text: "农民"},
		Word{Text: "农民", Tag: "late"},
		Word{Text: "𬭊元素"},
	)
	tests := []struct{ text, want string }{
		{"规模以上工业增加值增长", "规模以上工业增加值/indicator 增长/rise"},
		{"PM2.5平均浓度PM2", "PM2.5平均浓度/indicator PM2/eng"},
		{"农民增收增5户", "农民/n 增收/v 增/rise 5/m 户/q"},
		{"产𬭊元素", "产/zg 𬭊元素/n"},
	}
	for _, tt := range tests {
		got := marked(tt.text, trie.Segment(nil, tt.text))
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
	}
}
