package source

import (
	"strconv"
	"strings"
)

// numRef says which list a paragraph is numbered by: w:numId and w:ilvl. Level -1 is
// unsaid; id 0 takes a style's number away.
type numRef struct {
	id    string
	level int
}

// numbering holds the lists of a Word document and counts along: the 一、 of a heading
// often stands in no text but in its style.
type numbering struct {
	styles map[string]numRef
	lists  map[string]*list // by numId
}

// list is one sequence of numbers. Several numIds may share the counters of one
// abstract list.
type list struct {
	counts *[9]int
	levels [9]level
	fresh  [9]bool // startOverride: the first use begins anew
}

// level is how a list numbers one of its levels.
type level struct {
	start  int
	format string // chineseCounting, decimal, …
	text   string // （%2）
	legal  bool   // all numbers in digits
	suff   string // tab, space or nothing follows
}

// next is the number of the next paragraph of that style and reference, empty if it
// has none.
func (n *numbering) next(style string, ref numRef) string {
	inherited := n.styles[style]
	if ref.id == "" {
		ref.id = inherited.id
		if ref.level < 0 {
			ref.level = inherited.level
		}
	}
	l := n.lists[ref.id]
	if l == nil {
		return ""
	}
	at := min(max(ref.level, 0), 8)
	if l.fresh[at] {
		l.fresh[at] = false
		l.counts[at] = 0
	}
	if l.counts[at] == 0 {
		l.counts[at] = l.levels[at].start
	} else {
		l.counts[at]++
	}
	for i := at + 1; i < 9; i++ {
		l.counts[i] = 0
	}
	return l.number(at)
}

// number writes the current number of a level: 第%1章 → 第三章.
func (l *list) number(at int) string {
	lv := l.levels[at]
	if lv.format == "bullet" || lv.format == "none" && !strings.Contains(lv.text, "%") {
		return ""
	}
	text := lv.text
	for i := range 9 {
		mark := "%" + strconv.Itoa(i+1)
		if !strings.Contains(text, mark) {
			continue
		}
		format := l.levels[i].format
		if lv.legal {
			format = "decimal"
		}
		text = strings.ReplaceAll(text, mark, inFormat(max(l.counts[i], l.levels[i].start), format))
	}
	if text == "" {
		return ""
	}
	last := text[len(text)-1]
	// 一、 and （一） need no gap; 1 and 1.2 do
	if last < 0x80 && last != ')' && lv.suff != "nothing" {
		text += " "
	}
	return text
}

// inFormat writes n as Word's number format says.
func inFormat(n int, format string) string {
	switch format {
	case "chineseCounting", "chineseCountingThousand", "japaneseCounting",
		"taiwaneseCounting", "taiwaneseCountingThousand", "koreanCounting":
		return hanNumber(n)
	case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital":
		return hanDigits(n)
	case "chineseLegalSimplified", "ideographLegalTraditional":
		return legalDigits(hanNumber(n))
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperLetter":
		return letter(n, 'A')
	case "lowerLetter":
		return letter(n, 'a')
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		if n >= 1 && n <= 20 {
			return string(rune('①' + n - 1))
		}
	case "decimalEnclosedParen":
		return "(" + strconv.Itoa(n) + ")"
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "ideographTraditional":
		return pick("甲乙丙丁戊己庚辛壬癸", n)
	case "ideographZodiac":
		return pick("子丑寅卯辰巳午未申酉戌亥", n)
	case "none":
		return ""
	}
	return strconv.Itoa(n)
}
