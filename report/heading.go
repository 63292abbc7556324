package report

import "strings"

// A heading is a number and title at the start of a paragraph, or a title line.
type heading struct {
	number    number
	title     Span
	bare      bool // stands alone on its line
	item      bool // ends with a semicolon: an item of a list
	paragraph int  // index of the paragraph that it opens
}

// titleOf is the title after number n in content: up to the first full stop, colon or
// semicolon, else up to a comma where that would be too long for a title.
func titleOf(text string, n number, content Span) Span {
	start := skipSpace(text, n.End, content.End)
	end := start
	for end < content.End {
		i := nextMark(text, end, min(content.End, start+3*maxTitle+3))
		if i >= content.End || i >= start+3*maxTitle {
			break
		}
		_, sh, size := markAt(text, i)
		if sh == endsSentence || matchLen(text, i, "；", "：", ";", ":") > 0 {
			return trim(text, Span{start, i})
		}
		end = i + size
	}
	if content.End-start <= 3*maxTitle {
		return trim(text, Span{start, content.End})
	}
	for i, end := start, min(content.End, start+6*maxTitle); i < end; {
		i = nextMark(text, i, end)
		if i >= end {
			break
		}
		if _, sh, _ := markAt(text, i); sh == endsClause || sh == endsSentence {
			return trim(text, Span{start, i})
		}
		i++
	}
	return Span{start, start}
}

// inlineHeading reads a heading in mid-paragraph, after a full stop: 一、 and （一） are
// sure signs, in reports that came as one line or lost a line break. 一是 there only
// counts off sentences of the paragraph. So are titles of main parts and of glossaries,
// though no mark parts them from the text: 2023年工作回顾2023年是…
func inlineHeading(text string, rest Span) (heading, bool) {
	s := text[rest.Start:rest.End]
	if !mayBeYear(s) && s[0] != '(' && s[0] != '[' && !startsWithAny(s, "名", "附") {
		return heading{}, false // as nearly all sentences
	}
	n := numberAt(text, rest.Start, rest.End)
	if n.form == byComma || n.form == byBracket {
		return heading{number: n, title: titleOf(text, n, rest)}, true
	}
	title := gluedTitle(text, rest)
	if k := matchLen(text, rest.Start, "名词解释", "附：名词解释", "附件：名词解释", "【名词解释】", "[名词解释]", "※注释※", "名 词 解 释", "名词注释"); k > 0 {
		title = Span{rest.Start, min(rest.Start+k, rest.End)}
	}
	if title.Empty() {
		return heading{}, false
	}
	return heading{number: number{form: byMainTitle}, title: title}, true
}

// gluedTitle is the title at the start of rest that says a year and names a main part
// right before the text goes on: 2023年工作回顾|2023年是…, 2024年工作安排|各位代表….
func gluedTitle(text string, rest Span) Span {
	s := rest.In(text)
	_, n := yearAt(s)
	if n == 0 {
		return Span{}
	}
	s = s[:min(len(s), 120)]
	for _, cue := range []string{"工作回顾", "工作安排", "重点工作", "主要任务", "重点任务", "工作任务", "目标任务"} {
		i := index(s, cue)
		if i < 0 {
			continue
		}
		end := i + len(cue)
		end += matchLen(s, end, "建议", "和重点工作", "和主要任务", "和工作安排")
		head := s[:end]
		if containsAny(head, "，", "。", "；", "：", "、") {
			continue
		}
		after := s[end:]
		if _, k := yearAt(after); k > 0 || startsWithAny(after, "各位代表", "过去", "刚刚过去", "今年是", "一年来", "新的一年") {
			return Span{rest.Start, rest.Start + end}
		}
	}
	return Span{}
}

// headingOf is the heading that block i begins with, nil if it has none.
func headingOf(text string, blocks []block, i, front int) *heading {
	b := blocks[i]
	if b.head.form != unnumbered {
		if i < front {
			return nil // ——2024年1月10日在…会议上
		}
		title := titleOf(text, b.head, b.Span)
		return &heading{number: b.head, title: title, bare: title.End == b.End, item: endsWithAny(b.In(text), "；", ";")}
	}
	s := b.In(text)
	if isGlossary(s) && b.lines == 1 {
		return &heading{number: number{form: byMainTitle}, title: b.Span} // 附：名词解释
	}
	if len(s) > collapsed {
		if title := gluedTitle(text, b.Span); !title.Empty() {
			return &heading{number: number{form: byMainTitle}, title: title}
		}
	}
	if len(s) > 4*maxTitle || width(s) > maxTitle || isEnded(s) || isOpen(s) || containsAny(s, "。", "；", "：", "！", "？", "!", "?") {
		return nil
	}
	form := byTitle
	if opensPart(s) {
		form = byMainTitle
	}
	if isFrontLine(s) || form == byTitle && (i < front || !standsAlone(text, blocks, i)) {
		return nil
	}
	return &heading{number: number{form: form}, title: b.Span}
}

// standsAlone reports whether the short line of block i can be a title: what precedes it
// is complete and what follows is longer than a title.
func standsAlone(text string, blocks []block, i int) bool {
	if i+1 == len(blocks) || i == 0 {
		return false
	}
	before, after := blocks[i-1], blocks[i+1]
	s := before.In(text)
	complete := isEnded(s) || before.head.form != unnumbered || width(s) <= maxTitle
	return complete && (width(after.In(text)) > maxTitle || after.head.form != unnumbered)
}

// isFrontLine reports whether a line belongs to the front of a report: its name, date,
// speaker, or a label of the page it came from.
func isFrontLine(s string) bool {
	plain := squeeze(s)
	return endsWithAny(plain, "工作报告", "会议上", "大会上", "上一页", "下一页", "关闭", "打印") ||
		containsAny(plain, "人民代表大会", "来源", "日报", "时间：", "市长", "县长", "区长", "州长", "省长", "总理") ||
		plain == "目录" || isBareNumber(plain)
}

// squeeze is s without blanks: 政 府 工 作 报 告 is 政府工作报告.
func squeeze(s string) string {
	if isSqueezed(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '\t' || r == '\n' || r == '\u3000' || r == '\u00a0' || r >= 0x2000 && r <= 0x200F {
			return -1
		}
		return r
	}, s)
}

// isSqueezed reports whether s has no blanks for certain.
func isSqueezed(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ' || c == '\t' || c == '\n' || c == 0xC2 || c == 0xE2 && i+1 < len(s) && s[i+1] == 0x80 && !isQuote(s[i:]):
			return false
		case c == 0xE3 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] == 0x80:
			return false
		case c >= 0xF5 || c == 0xC0 || c == 0xC1:
			return false // broken: strings.Map writes it anew
		}
	}
	return true
}

// isQuote reports whether s begins with one of ‘’“”.
func isQuote(s string) bool {
	return len(s) >= 3 && s[2] >= 0x98 && s[2] <= 0x9F
}

// frontEnd is the index of the first block after the front of the report: after the line
// that greets the deputies, if one comes early and before any heading.
func frontEnd(text string, blocks []block) int {
	const early = 40
	for i := range min(early, len(blocks)) {
		if f := blocks[i].head.form; f == byComma || f == byBracket {
			return 0
		}
		s := blocks[i].In(text)
		if contains(s[:min(len(s), 900)], "各位代表") {
			return i
		}
	}
	return 0
}
