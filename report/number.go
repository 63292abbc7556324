package report

import "strings"

// A numbering is the way in which a heading is numbered.
type numbering uint8

// The numberings, by the form of the number.
const (
	unnumbered  numbering = iota
	byPart                // 第一部分, 第一篇
	byChapter             // 第一章
	byClause              // 第一节
	byComma               // 一、
	byBracket             // （一）
	byDigit               // 1. 1、
	byDigitBox            // （1） ①
	byOrdinal             // 第一，
	byThing               // 一是, 一要
	byDash                // ——
	byTitle               // a line of its own without number: 重点工程
	byMainTitle           // the same, naming a main part: 2023年工作回顾
)

// A number is a heading's number as written: （一） is the first byBracket.
type number struct {
	Span
	form  numbering
	value int // 0 for ——
}

// numberAt reads the number of a heading at i; its form is unnumbered if there is none.
func numberAt(text string, i, end int) number {
	s := text[i:end]
	if s == "" {
		return number{}
	}
	var n number
	switch c := s[0]; {
	case c >= '0' && c <= '9' || c == 0xEF && isWideDigit(s):
		n = digitNumber(s)
	case c == '(' || strings.HasPrefix(s, "（") || strings.HasPrefix(s, "〔"):
		n = boxedNumber(s)
	case c == 0xE2:
		n = markNumber(s)
	case c >= 0xE4:
		n = hanNumber(s)
	}
	if n.form != unnumbered {
		n.Start, n.End = i, i+n.End
	}
	return n
}

// hanNumber reads 一、 一是 第一， 第一章; Span.End is its length.
func hanNumber(s string) number {
	ordinal := strings.HasPrefix(s, "第")
	at := 0
	if ordinal {
		at = len("第")
	}
	value, n := hanValue(s[at:])
	if n == 0 {
		return number{}
	}
	at += n
	if ordinal {
		return ordinalNumber(s, at, value)
	}
	after := skipSpace(s, at, len(s))
	if k := matchLen(s, after, "、", "．", "."); k > 0 {
		if isEnumeration(s[after+k:]) {
			return number{}
		}
		return number{Span{0, after + k}, byComma, value}
	}
	if k := matchLen(s, at, "是", "要"); k > 0 && value <= 20 {
		return number{Span{0, at + k}, byThing, value}
	}
	return number{}
}

// ordinalNumber reads what follows 第一 up to at: ， makes a number, 部分 and 章 too; but
// 第一季度 and 第一产业 begin a sentence.
func ordinalNumber(s string, at, value int) number {
	if at == len(s) {
		return number{}
	}
	if k := matchLen(s, at, "部分", "篇", "编"); k > 0 {
		return number{Span{0, at + k}, byPart, value}
	}
	if k := matchLen(s, at, "章"); k > 0 {
		return number{Span{0, at + k}, byChapter, value}
	}
	if k := matchLen(s, at, "节"); k > 0 {
		return number{Span{0, at + k}, byClause, value}
	}
	k := matchLen(s, at, "，", "、", ",")
	if k == 0 || isEnumeration(s[at+k:]) {
		return number{}
	}
	return number{Span{0, at + k}, byOrdinal, value}
}

// isEnumeration tells 三、四线城市 and 一、二、三产业 from headings: what follows the mark
// is one numeral and then a noun or another mark.
func isEnumeration(s string) bool {
	s = strings.TrimPrefix(s, "第")
	_, n := hanValue(s)
	return n == len("一") && startsWithAny(s[n:], "、", "产", "次", "季", "线", "级", "期", "类", "和", "批", "轮", "届", "号")
}

// boxedNumber reads （一） (一) （1）.
func boxedNumber(s string) number {
	at := matchLen(s, 0, "（", "(", "〔")
	at = skipSpace(s, at, len(s))
	form := byBracket
	value, n := hanValue(s[at:])
	if n == 0 {
		form = byDigitBox
		value, n = digitValue(s[at:])
	}
	if n == 0 {
		return number{}
	}
	at = skipSpace(s, at+n, len(s))
	if at == len(s) {
		return number{}
	}
	k := matchLen(s, at, "）", ")", "〕")
	if k == 0 {
		return number{}
	}
	return number{Span{0, at + k}, form, value}
}

// digitNumber reads 1. 1、 １． but not 1.5万 nor 2023年.
func digitNumber(s string) number {
	value, at := digitValue(s)
	if at == 0 || at == len(s) || value == 0 {
		return number{}
	}
	k := matchLen(s, at, ".", "．", "、", "）", ")")
	if k == 0 {
		return number{}
	}
	if _, n := digitValue(s[at+k:]); n > 0 && value > 0 && s[at+k] != '"' {
		return number{} // 1.5万吨; 2、3号楼
	}
	return number{Span{0, at + k}, byDigit, value}
}

// markNumber reads —— ── ① ●.
func markNumber(s string) number {
	if strings.HasPrefix(s, "——") || strings.HasPrefix(s, "──") || strings.HasPrefix(s, "――") {
		return number{Span{0, len(s) - len(strings.TrimLeft(s, "—─―"))}, byDash, 0}
	}
	if k := matchLen(s, 0, "●", "■", "◆", "★"); k > 0 {
		return number{Span{0, k}, byDash, 0}
	}
	if len(s) >= 3 && s[1] == 0x91 && s[2] >= 0xA0 && s[2] <= 0xB3 {
		return number{Span{0, 3}, byDigitBox, int(s[2]-0xA0) + 1}
	}
	return number{}
}
