package report

import (
	"strings"
	"testing"
	"time"
)

// TestReadIsLinear reads 50 MB of text that is hard on a splitter in one way each. A cost
// that grew faster than the input would take hours.
func TestReadIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("large inputs")
	}
	const size = 50 << 20
	sentence := "全年地区生产总值增长6.7%，“排名”全省第一；规模工业增加值增长7.1%。"
	for name, unit := range map[string]string{
		"one line":         sentence,
		"no marks":         "字",
		"open quotes":      "“",
		"quotes that pair": "“，”",
		"brackets":         "（（）",
		"straight quotes":  `"，`,
		"headings":         "一是稳。（一）好。",
		"dashes":           "——",
		"NUL":              "\x00",
		"invalid":          "\xe4\xb8。\xff",
		"spaces":           "\u3000",
	} {
		t.Run(name, func(t *testing.T) {
			n := size
			if len(unit) < 40 {
				n = size / 16 // a mark a byte makes a clause a byte: less text, as many parts
			}
			text := strings.Repeat(unit, n/len(unit))
			start := time.Now()
			doc := Read("x.txt", text, nil)
			took := time.Since(start)
			checkTiles(t, doc)
			if rate := float64(len(text)) / (1 << 20) / took.Seconds(); rate < 1 {
				t.Errorf("read at %.1f MB/s, want at least 1", rate)
			}
		})
	}
}

func TestOpenQuoteDoesNotSwallow(t *testing.T) {
	text := "坚持“稳字当头。" + strings.Repeat("新建道路5公里，改造管网3公里。", 200) + "打造“两个基地”。完成任务。"
	doc := Read("x.txt", text, nil)
	n := 0
	for _, p := range doc.Sections[0].Paragraphs {
		n += len(p.Sentences)
	}
	if n != 203 {
		t.Errorf("got %d sentences, want 203: an open quote must not join sentences", n)
	}
}

// Text without stops is cut at clauses: what repeats its sentence stays small.
func TestSentenceEnds(t *testing.T) {
	text := strings.Repeat("生产总值增长5%，", 4000)
	for _, s := range sentencesOfAll(Read("a.txt", text, nil)) {
		if s.Len() > endless+64 {
			t.Errorf("a sentence of %d bytes", s.Len())
		}
	}
}

func sentencesOfAll(d Document) []Sentence {
	var all []Sentence
	for _, section := range d.Sections {
		for _, p := range section.Paragraphs {
			all = append(all, p.Sentences...)
		}
	}
	return all
}
