package extract

import (
	"strings"
	"testing"
	"time"

	"zhibiao/report"
)

// A sentence is read to its end, however long, and by portions that cut no number.
func TestPortion(t *testing.T) {
	for name, c := range map[string]struct {
		sentence string
		facts    int
	}{
		"clauses":     {strings.Repeat("地区生产总值增长6.7%，", 1000), 1000},
		"items":       {strings.Repeat("新建水厂5座、", 1000), 1000},
		"no marks":    {strings.Repeat("新建水厂5座的", 1000), 1000},
		"one numeral": {strings.Repeat("8", 3*longest) + "个项目", 1},
		"units":       {strings.Repeat("3个", longest), longest},
		"characters":  {strings.Repeat("亿", 3*longest), 0},
	} {
		doc := report.Read("long.txt", c.sentence+"。", nil)
		facts := extractor(t).Extract(&doc)
		if len(facts) != c.facts {
			t.Errorf("%s: %d facts, want %d", name, len(facts), c.facts)
		}
		var sentences []report.Span
		for _, p := range doc.Sections[0].Paragraphs {
			for _, s := range p.Sentences {
				sentences = append(sentences, s.Span)
			}
		}
		for i := range facts {
			if s := sentences[facts[i].Sentence]; facts[i].Start < s.Start || facts[i].End > s.End {
				t.Fatalf("%s: fact %d at %v is told of the sentence at %v", name, i, facts[i].Span, s)
			}
		}
	}
}

// What is no prose takes no longer for its length: some steps look over a sentence from each
// number in it.
func TestNoProse(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for _, pattern := range []string{"占5%2023年", "三成上年年产比", "2023年年产累计2家", "3亿元的", "24小时开放", "投资5亿元的年产", "第一和", "①十四五5%", "30万吨|", "县三成十四五1"} {
		text := strings.Repeat(pattern, 300_000/len(pattern))
		doc := report.Read("long.txt", text, nil)
		start := time.Now()
		extractor(t).Extract(&doc)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s: %d bytes take %v", pattern, len(text), took)
		}
	}
}

// Nothing is looked for before the first word of a text or behind its last.
func TestEnds(t *testing.T) {
	for _, text := range []string{
		"快于居民收入。", "3个、3个新建", "分别清理30万吨和3个以上2023年", "，“连续3年、2家）", "5%三成、3亿元的", "30万吨、2家第1位前三季度和", "。综合排名3亿元三成和10万人共计",
	} {
		doc := report.Read("ends.txt", text, nil)
		extractor(t).Extract(&doc)
	}
}
