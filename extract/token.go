package extract

import (
	"slices"
	"strings"

	"zhibiao/extract/mention"
	"zhibiao/extract/segment"
	"zhibiao/report"
	"zhibiao/rules"
	"zhibiao/seeds"
)

// token is a word of a sentence with the class that rules know it by.
type token struct {
	report.Span
	text    string
	class   string
	symbol  rune
	up      Direction // of a verb of change
	mention int       // index of the mention that it is, or -1
}

// vocabulary gives words their classes: those of the lexicons, else by part of speech.
type vocabulary struct {
	rules   *rules.Set
	entries map[string]entry
	byTag   map[string]entry
}

type entry struct {
	class     string
	direction Direction
	symbol    rune
}

// newVocabulary reads the lexicons that name classes.
func newVocabulary(lex *seeds.Lexicons, set *rules.Set) *vocabulary {
	v := &vocabulary{rules: set, entries: make(map[string]entry, len(lex.Words)+len(lex.Actions)), byTag: map[string]entry{}}
	for _, w := range lex.Words {
		v.entries[w.Text] = entry{w.Class, "", set.Symbol(w.Text, w.Class)}
	}
	for _, a := range lex.Actions {
		v.entries[a.Word] = entry{a.Class, Direction(a.Direction), set.Symbol(a.Word, a.Class)}
	}
	return v
}

// words are the lexicon's words for the segmenter, each with the part of speech that its
// class stands for.
func (v *vocabulary) words(lex *seeds.Lexicons) []segment.Word {
	var out []segment.Word
	for _, w := range lex.Words {
		out = append(out, segment.Word{Text: w.Text, Tag: tagOf(w.Class)})
	}
	for _, a := range lex.Actions {
		out = append(out, segment.Word{Text: a.Word, Tag: "v"})
	}
	return out
}

// tagOf is the part of speech of a class of seeds/words.tsv.
func tagOf(class string) string {
	switch class {
	case "time":
		return "t"
	case "pause", "comma", "stop", "colon", "opening", "closing":
		return "w"
	case "adverb", "mean", "each", "compare", "hope", "before":
		return "d"
	case "for", "in", "from", "to", "with", "than":
		return "p"
	case "and", "which":
		return "c"
	}
	return "n"
}

// class is the class and symbol of a word.
func (v *vocabulary) class(word, tag string) entry {
	if e, ok := v.entries[word]; ok {
		return e
	}
	class := tagClass(tag)
	if class == "noun" && isPlant(word) {
		class = "plant"
	}
	return entry{class: class, symbol: v.rules.Symbol("", class)}
}

// isPlant reports whether a noun names a plant, a park or a station, which sizes describe:
// 2000亩桑叶产业园.
func isPlant(noun string) bool {
	for _, end := range [...]string{"园", "厂", "站", "库", "港", "基地", "电厂", "矿井", "煤矿", "线路", "大桥", "隧道", "船闸"} {
		if len(noun) > len(end) && strings.HasSuffix(noun, end) {
			return true
		}
	}
	return false
}

// tagClass is the class of a part of speech. What no dictionary knows is taken for a
// name, as most unknown words of a report are (美思德, 森雅).
func tagClass(tag string) string {
	if tag == "" {
		return "noun"
	}
	switch tag {
	case "vn":
		return "nverb"
	case "ad", "d", "dg": // may open a name: 充分就业社区
		return "manner"
	case "f", "s":
		return "place"
	case "t", "tg": // 春季, 上午: only lexicon words and dates tell the year
		return "noun"
	case "x", "eng", "n":
		return "noun"
	}
	switch tag[0] {
	case 'n', 'i', 'l', 'j', 'g':
		return "noun"
	case 'v':
		return "verb"
	case 'a', 'b', 'z':
		return "adj"
	case 'p':
		return "prep"
	case 'c':
		return "conj"
	case 'r':
		return "pronoun"
	case 'u', 'y', 'e', 'o':
		return "particle"
	case 'm':
		return "numeral"
	case 'q':
		return "classifier"
	case 'w':
		return "mark"
	}
	return "noun"
}

// tokens cuts a view into classified tokens; a mention is one token whatever it holds.
func (x *Extractor) tokens(w *work) {
	w.fixed = w.fixed[:0]
	w.fixedOf = w.fixedOf[:0]
	for i, m := range w.mentions {
		if m.Role != mention.Word {
			w.fixed = append(w.fixed, m.Span)
			w.fixedOf = append(w.fixedOf, i)
		}
	}
	w.words = segment.Around(x.segmenter, w.words[:0], w.view.text, w.fixed)
	w.tokens = w.tokens[:0]
	next := 0
	for _, word := range w.words {
		t := token{Span: word.Span, text: word.Span.In(w.view.text), mention: -1}
		if next < len(w.fixed) && word.Span == w.fixed[next] {
			t.mention = w.fixedOf[next]
			t.class = roleClass(w.mentions[t.mention], t.text)
			t.symbol = x.vocabulary.rules.Symbol("", t.class)
			next++
		} else {
			e := x.vocabulary.class(t.text, word.Tag)
			t.class, t.symbol, t.up = e.class, e.symbol, e.direction
			if class := w.boundClass(t.Span); class != "" && e.class != "exceed" && e.class != "reach" && e.class != "above" && e.class != "below" {
				t.class, t.symbol, t.up = class, x.vocabulary.rules.Symbol("", class), ""
			}
		}
		w.tokens = append(w.tokens, t)
	}
}

// maxBound bounds, in bytes, how far a bound word stands from its number.
const maxBound = 96

// boundClass is before or after for a word that bounds a number (上百家, 7%左右).
func (w *work) boundClass(s report.Span) string {
	first, _ := slices.BinarySearchFunc(w.mentions, s.Start-maxBound, func(m mention.Mention, at int) int { return m.End - at })
	for i := first; i < len(w.mentions); i++ {
		switch m := &w.mentions[i]; {
		case m.Start-s.End > maxBound:
			return ""
		case m.Before.Contains(s):
			if s.In(w.view.text) == "过" {
				return "exceed" // 产值过亿元 as 产值超亿元
			}
			return "before"
		case m.After.Contains(s):
			return "after"
		}
	}
	return ""
}

// roleClass is the class of a mention's token.
func roleClass(m mention.Mention, text string) string {
	switch m.Role {
	case mention.Quantity:
		return "number"
	case mention.Date:
		return "time"
	}
	if m.Role == mention.Ordinal && strings.HasSuffix(text, "是") {
		return "adverb" // 一是, 十二是: stands before the phrase
	}
	return "noun"
}
