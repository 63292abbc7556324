package report

import "strings"

// A block is a run of lines that belong together, before headings inside it are cut off:
// from its first line to its last, without the blanks around.
type block struct {
	Span
	lines int
	head  number // number that it begins with
}

// readBlocks joins lines to blocks. Where lines are paragraphs, it joins only what a
// page broke (…数量并列 / 全国第一 / ，企业…); where lines were cut to fit a page, it joins
// all lines up to a short one that ends a sentence.
func readBlocks(text string, lines []line, lay layout) []block {
	blocks := make([]block, 0, len(lines))
	for i, l := range lines {
		s := l.In(text)
		n := numberAt(s, 0, len(s))
		if i > 0 {
			b := &blocks[len(blocks)-1]
			if joins(text, b, lines[i-1], l, n.form, lay) {
				b.End = l.End
				b.lines++
				continue
			}
		}
		if n.form != unnumbered {
			n.Start, n.End = n.Start+l.Start, n.End+l.Start
		}
		blocks = append(blocks, block{Span: l.Span, lines: 1, head: n})
	}
	return blocks
}

// joins reports whether line next, whose number has the given form, goes on where block
// b, ending with line last, broke off.
func joins(text string, b *block, last, next line, form numbering, lay layout) bool {
	before, after := last.In(text), next.In(text)
	switch {
	case isSalutation(after) || isSalutation(before) || endsWithAny(before, "工作报告", "纲要", "会议上", "大会上", "会议上）"):
		return false
	case isContinued(after):
		return true
	case form != unnumbered && form != byDigit:
		return false
	case isOpen(before):
		return true
	case lay.full > 0:
		return joinsWrapped(text, b, last, next, form, lay)
	case endsWithHeading(before):
		return false
	case isEnded(before) || form != unnumbered || next.width <= maxTitle && partOfTitle(after) != "":
		return false
	}
	// 重要讲话 after a long line without a full stop goes on; a short line alone is a
	// title, and so is a numbered one of title length.
	long := 2 * maxTitle / 3
	if b.head.form != unnumbered {
		long = 2 * maxTitle
	}
	return width(b.In(text)) > long
}

// endsWithHeading reports whether a line ends with the heading of what follows, which lost
// the break before it: …一视同仁。（四）政府自身建设不断加强.
func endsWithHeading(line string) bool {
	i := strings.LastIndex(line, "。")
	if i < 0 {
		return false
	}
	i += len("。")
	f := numberAt(line, i, len(line)).form
	return f == byComma || f == byBracket
}

// joinsWrapped is joins for a text whose lines were cut to fit a page.
func joinsWrapped(text string, b *block, last, next line, form numbering, lay layout) bool {
	wide := last.width >= lay.low
	if b.lines == 1 {
		wide = last.width >= lay.low-indentWidth // its indent may have been lost
	}
	switch {
	case lay.indented:
		return !next.indent && (wide || !isEnded(last.In(text)))
	case isEnded(last.In(text)):
		// A full stop at the very end of a full line need not end the paragraph.
		return wide && !next.indent && form == unnumbered
	case form != unnumbered && !wide:
		return false
	case b.head.form != unnumbered && lay.bare[b.head.form] && !contains(b.In(text), "。"):
		// A heading of its own may fill its line, or run on to a short second one.
		return wide && (b.lines > 1 || next.width < lay.low-indentWidth)
	}
	title := b.lines == 1 && (b.head.form != unnumbered || last.width < lay.full*2/3)
	return wide || !title
}

// indentWidth is the width of the two characters by which paragraphs are indented.
const indentWidth = 4

// maxTitle is the width up to which an unnumbered line may be a title: 30 characters.
const maxTitle = 60

// isSalutation reports whether a line is 各位代表： or 各位代表！ and no more.
func isSalutation(s string) bool {
	return len(s) <= 60 && startsWithAny(s, "各位代表", "同志们", "主席团") && endsWithAny(s, "：", "！", ":", "!")
}
