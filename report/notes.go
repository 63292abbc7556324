package report

import "strings"

// notesStart is the index of the first of the blocks that close a report as notes without a
// heading of their own: 〔1〕瞪羚企业：指…; their number if there are none.
func notesStart(text string, blocks []block) int {
	none := len(blocks)
	if none > 0 && startsWithAny(blocks[none-1].In(text), "注：", "注:") {
		none-- // 注：2023年数据为初步统计数
	}
	marked := 0
	for i := none - 1; i > 0; i-- {
		value, boxed := noteMark(blocks[i].In(text))
		if value > 0 {
			marked++
		}
		switch {
		case 2*marked+1 < none-i:
			return none // others stand between them: 〔1〕 in the midst of a report
		case value == 1 && marked >= 2 && (boxed || marked == none-i && explains(text, blocks[i:none])):
			return i
		}
	}
	return none
}

// explains reports whether each of the blocks names a thing and then says what it is:
// ①瞪羚企业：指…. An item of the report itself seldom does.
func explains(text string, blocks []block) bool {
	for _, b := range blocks {
		s := b.In(text)
		s = s[:min(len(s), 120)]
		if !containsAny(s, "：", ":", "是指") {
			return false
		}
	}
	return true
}

// noteMark reads the mark of a note at the start of s: 〔1〕 [1] 【1】 注1 ①; 0 if there is
// none. Boxed tells those that hardly count off anything else.
func noteMark(s string) (value int, boxed bool) {
	open := matchLen(s, 0, "〔", "[", "［", "【", "注释", "注")
	if open == 0 {
		n := markNumber(s)
		return n.value, false
	}
	value, n := digitValue(s[open:])
	if n == 0 {
		return 0, false
	}
	rest := s[open+n:]
	if strings.HasPrefix(s, "注") {
		return value, startsWithAny(rest, "：", ":", "、", ".")
	}
	if !startsWithAny(rest, "〕", "]", "］", "】") {
		return 0, false
	}
	return value, true
}

// notesHeading is the heading of notes that have none: it has no words.
func notesHeading(b block) *heading {
	at := Span{b.Start, b.Start}
	return &heading{number: number{Span: at, form: byMainTitle}, title: at}
}

// opensNotes reports whether a heading is one of notesHeading.
func (h *heading) opensNotes() bool { return h.number.form == byMainTitle && h.title.Empty() }

// followMarks tells each paragraph of notes the part that its mark stands in: 〔22〕 is a note on a
// word of the tasks. A note may go on for paragraphs without a mark.
func followMarks(doc *Document) {
	var marks map[int]Part
	var noted Part
	for i := range doc.Sections {
		ps := doc.Sections[i].Paragraphs
		for j := range ps {
			p := &ps[j]
			if p.Part != PartNotes {
				continue
			}
			if marks == nil {
				marks = doc.marks()
			}
			if value := bracketed(strings.TrimSpace(p.In(doc.Text))); value > 0 {
				noted = marks[value]
			}
			p.Noted = noted
		}
	}
}

// marks is the part that each mark of a note stands in first.
func (d *Document) marks() map[int]Part {
	marks := map[int]Part{}
	for i := range d.Sections {
		for _, p := range d.Sections[i].Paragraphs {
			if p.Part == PartNotes {
				continue
			}
			for at := nextMark(d.Text, p.Start, p.End); at < p.End; at = nextMark(d.Text, at+1, p.End) {
				if _, sh, _ := markAt(d.Text, at); sh != opens {
					continue
				}
				if value := bracketed(d.Text[at:p.End]); value > 0 && marks[value] == "" {
					marks[value] = p.Part
				}
			}
		}
	}
	return marks
}

// bracketed is the number of the mark that s begins with, in whatever brackets: 22 of 〔22〕, 2 of （2）;
// 0 if it begins with none.
func bracketed(s string) int {
	open := matchLen(s, 0, "〔", "[", "［", "【", "（", "(")
	if open == 0 || isWideDigit(s[open:]) { // （１） counts off items
		return 0
	}
	value, n := digitValue(s[open:])
	if n == 0 || !startsWithAny(s[open+n:], "〕", "]", "］", "】", "）", ")") {
		return 0
	}
	return value
}
