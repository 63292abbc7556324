package extract

import (
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"zhibiao/report"
	"zhibiao/rules"
	"zhibiao/seeds"
)

// newExtractor is one for all tests of the package: it is safe for concurrent use.
var newExtractor = sync.OnceValues(func() (*Extractor, error) {
	lex, err := seeds.Load()
	if err != nil {
		return nil, err
	}
	set, err := rules.Load(lex)
	if err != nil {
		return nil, err
	}
	x, err := New(lex, nil)
	if err == nil {
		x.Use(set)
	}
	return x, err
})

func extractor(t testing.TB) *Extractor {
	t.Helper()
	x, err := newExtractor()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestParity(t *testing.T) {
	got := read(t, "2024年主要目标", "城乡居民收入与经济增长同步，民间投资增速快于全国平均水平。")
	if diff := cmp.Diff([]string{"与经济增长同步 | 城乡居民收入 |  | target 2024 plain"}, got); diff != "" {
		t.Error(diff)
	}
}

// A text in traditional script yields the facts of the same text in simplified.
func TestTraditional(t *testing.T) {
	text := "一、1953年工作回顧\n" + strings.Repeat("全國農業、工業發展，這是我們的經濟建設。", 3) + "糧食產量達到三億一千萬噸，比上年增長百分之五。"
	doc := report.Read("1954.txt", text, nil)
	facts := extractor(t).Extract(&doc)
	var got []string
	for _, f := range facts {
		got = append(got, f.Span.In(text)+" "+f.Indicator[0].In(text)+" "+string(f.Aspect))
	}
	if diff := cmp.Diff([]string{"三億一千萬噸 糧食產量 level", "百分之五 糧食產量 change_rate"}, got); diff != "" {
		t.Error(diff)
	}
}

// Facts that are lent are those that are given, and what was given stays as it is.
func TestLend(t *testing.T) {
	x := extractor(t)
	for range 2 { // with new work, and with used
		var given [][]Fact
		texts := []string{"全年粮食产量达到93亿斤，增长5%。", strings.Repeat("新建5座水厂、6座泵站。", 300), "地区生产总值增长6.7%，排名全省第一。"}
		for _, text := range texts {
			doc := report.Read("", text, nil)
			given = append(given, x.Extract(&doc))
		}
		for i, text := range texts {
			doc := report.Read("", text, nil)
			x.Lend(&doc, func(lent []Fact) {
				if diff := cmp.Diff(given[i], lent); diff != "" {
					t.Errorf("(-given +lent):\n%s", diff)
				}
			})
		}
	}
}

// No facts are nil, from work that is new and from work that was used.
func TestNoFacts(t *testing.T) {
	for _, text := range []string{"", "增长6.7%。", ""} {
		doc := report.Read("none.txt", text, nil)
		if facts := extractor(t).Extract(&doc); (facts == nil) != (text == "") {
			t.Errorf("%q: %#v", text, facts)
		}
	}
}

// Whatever the text, facts lie in it in order, on character boundaries, and the same
// text gives the same facts.
func FuzzExtract(f *testing.F) {
	for _, seed := range []string{"", "增长6.7%。", "“由5个、（增至8个", "分别增长1%、2%、3%，其中占比的的的", "一、二、三、\n\x00\xff第", "總投資３００億元的項目、國產業們個這會發與億", "比比比2007年2007年是是的1.8倍1.8倍", strings.Repeat("亿", 50) + "个"} {
		f.Add(seed)
	}
	f.Fuzz(holdFacts)
}

// pieces are what reports are made of, to be put together in any order.
var pieces = [...]string{
	"3个", "5%", "3亿元", "24小时", "第1位", "2023年", "3倍", "30万吨", "0.5个百分点", "三成", "连续3年", "前三季度", "5—6%", "10万人", "3个以上", "第一",
	"的", "和", "、", "等", "在", "为", "占", "达到", "增长", "新建", "全国", "其中", "分别", "比", "年均", "至", "“", "”", "（", "）", "：", "，", "。", "；",
	"项目", "产业", "企业", "投资", "由", "高于", "快于", "居", "完成", "以", "对", "每", "力争", "居民收入", "率", "目标", "同步", "计划", "推动", "我市", "上年", "累计", "总", "规模",
}

// FuzzPieces is FuzzExtract for texts that are nearly prose.
func FuzzPieces(f *testing.F) {
	f.Add([]byte{46, 53, 38})
	f.Add([]byte("\x00$\x00Y"))
	f.Fuzz(func(t *testing.T, order []byte) {
		var text strings.Builder
		for _, i := range order {
			text.WriteString(pieces[int(i)%len(pieces)])
		}
		holdFacts(t, text.String())
	})
}

func holdFacts(t *testing.T, text string) {
	doc := report.Read("fuzz.txt", text, nil)
	facts := extractor(t).Extract(&doc)
	last := -1
	for _, fact := range facts {
		if fact.Start < last || fact.End > len(text) || fact.Empty() {
			t.Fatalf("fact at %v, after one that begins at %d, in a text of %d bytes", fact.Span, last, len(text))
		}
		last = fact.Start
		if utf8.ValidString(text) && !utf8.ValidString(fact.Span.In(text)) {
			t.Fatalf("fact %q cuts a character", fact.Span.In(text))
		}
		for _, s := range fact.Indicator {
			_ = s.In(text)
		}
	}
	again := extractor(t).Extract(&doc)
	if diff := cmp.Diff(facts, again); diff != "" {
		t.Fatalf("second run differs:\n%s", diff)
	}
}
