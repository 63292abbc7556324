package extract

import (
	"strings"

	"zhibiao/extract/segment"
	"zhibiao/rules"
	"zhibiao/seeds"
)

// vocabulary gives words their classes: those of the lexicons, else by part of speech.
type vocabulary struct {
	rules   *rules.Set
	entries map[string]entry // of the words of the lexicons; nil with the built-in segmenter
	byID    []entry          // of the same, as they were given to it; nil with another
	byTag   [27 * 27]*entry  // of the tags of one or two letters, as they are met in the classes
	plant   entry
}

type entry struct {
	class     string
	direction Direction
	symbol    rune
	listed    listing // of tokens that are looked for one after the other
}

// listing is one of the lists of tokens by what they are.
type listing uint8

const (
	unlisted listing = iota
	asMark           // ends a clause, or tells where none ends
	asTime
)

// listingOf is the list of the tokens of a class.
func listingOf(class string) listing {
	switch class {
	case "conj", "opening", "closing", "comma", "stop", "colon":
		return asMark
	case "time":
		return asTime
	}
	return unlisted
}

// newVocabulary readies the classes of parts of speech.
func newVocabulary(set *rules.Set) *vocabulary {
	v := &vocabulary{rules: set}
	v.plant = v.classed("plant")
	classes := map[string]*entry{}
	for i := range v.byTag {
		tag := []byte{'a' + byte(i/27), 'a' - 1 + byte(i%27)}
		if i%27 == 0 {
			tag = tag[:1]
		}
		class := tagClass(string(tag))
		if classes[class] == nil {
			e := v.classed(class)
			classes[class] = &e
		}
		v.byTag[i] = classes[class]
	}
	return v
}

// classed is the entry of a word that is known by its class only.
func (v *vocabulary) classed(class string) entry {
	return entry{class, "", v.rules.Symbol("", class), listingOf(class)}
}

// name learns the words of the lexicons by their text, for any segmenter.
func (v *vocabulary) name(lex *seeds.Lexicons) {
	v.entries = make(map[string]entry, len(lex.Words)+len(lex.Actions))
	for _, w := range lex.Words {
		v.entries[w.Text] = v.word(w)
	}
	for _, a := range lex.Actions {
		v.entries[a.Word] = v.action(a)
	}
}

// wordsOf are the words of the lexicons for the built-in segmenter, each with the part of
// speech that its class stands for.
func wordsOf(lex *seeds.Lexicons) []segment.Word {
	words := make([]segment.Word, 0, len(lex.Words)+len(lex.Actions))
	for _, w := range lex.Words {
		words = append(words, segment.Word{Text: w.Text, Tag: tagOf(w.Class)})
	}
	for _, a := range lex.Actions {
		words = append(words, segment.Word{Text: a.Word, Tag: "v"})
	}
	return words
}

// number learns the words of the lexicons by their numbers, which are those of wordsOf. A
// verb's class is that of the actions, wherever it stands besides.
func (v *vocabulary) number(lex *seeds.Lexicons) {
	v.byID = make([]entry, 0, len(lex.Words)+len(lex.Actions))
	for _, w := range lex.Words {
		if a, ok := lex.Action(w.Text); ok {
			v.byID = append(v.byID, v.action(a))
		} else {
			v.byID = append(v.byID, v.word(w))
		}
	}
	for _, a := range lex.Actions {
		v.byID = append(v.byID, v.action(a))
	}
}

func (v *vocabulary) word(w seeds.Word) entry {
	return entry{w.Class, "", v.rules.Symbol(w.Text, w.Class), listingOf(w.Class)}
}

func (v *vocabulary) action(a seeds.Action) entry {
	return entry{a.Class, Direction(a.Direction), v.rules.Symbol(a.Word, a.Class), listingOf(a.Class)}
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
func (v *vocabulary) class(word string, t segment.Token) *entry {
	switch {
	case t.Word > 0 && v.byID != nil:
		return &v.byID[t.Word-1]
	case v.byID == nil:
		if e, ok := v.entries[word]; ok {
			return &e
		}
	}
	e := v.tagged(t.Tag)
	if e.class == "noun" && isPlant(word) {
		return &v.plant
	}
	return e
}

// tagged is the class of a word that is known by its part of speech only.
func (v *vocabulary) tagged(tag string) *entry {
	first, second := byte(0), byte('a'-1)
	switch len(tag) {
	case 1:
		first = tag[0]
	case 2:
		first, second = tag[0], tag[1]
	}
	if first >= 'a' && first <= 'z' && second >= 'a'-1 && second <= 'z' {
		return v.byTag[int(first-'a')*27+int(second-'a'+1)]
	}
	e := v.classed(tagClass(tag))
	return &e
}

// isPlant reports whether a noun names a plant, a park or a station, which sizes describe:
// 2000亩桑叶产业园.
func isPlant(noun string) bool {
	const han = len("园")
	if len(noun) <= han {
		return false
	}
	switch noun[len(noun)-han:] { // how the names end
	case "园", "厂", "站", "库", "港", "地", "井", "矿", "路", "桥", "道", "闸", "区", "廊":
	default:
		return false
	}
	for _, end := range [...]string{"园", "厂", "站", "库", "港", "基地", "电厂", "矿井", "煤矿", "线路", "大桥", "隧道", "船闸", "核心区", "起步区", "廊道", "长廊", "绿廊"} {
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
