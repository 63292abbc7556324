package report

// An open section is one that following headings may belong to.
type openSection struct {
	index  int // in the sections
	number number
	bare   bool // its heading stands alone on its line
}

// readSections gathers the paragraphs under their headings. Levels follow from the order
// in which numberings appear, not from their form: 一、 is the top in most reports, below
// （一） in those of 1981, below an unnumbered 2023年工作回顾 in others.
func readSections(paragraphs []Paragraph, heads []heading) []Section {
	sections := make([]Section, 0, len(heads)+1)
	add := func(s Section, from, to int) {
		s.Paragraphs = paragraphs[from:to:to]
		s.Span = Span{paragraphs[from].Start, paragraphs[to-1].End}
		s.Title.End = min(s.Title.End, s.End) // a heading may have been cut by one inside it
		sections = append(sections, s)
	}
	if len(heads) == 0 || heads[0].paragraph > 0 {
		to := len(paragraphs)
		if len(heads) > 0 {
			to = heads[0].paragraph
		}
		add(Section{Parent: -1}, 0, to)
	}
	var stack []openSection
	for i, h := range heads {
		to := len(paragraphs)
		if i+1 < len(heads) {
			to = heads[i+1].paragraph
		}
		stack = nest(stack, h)
		parent := -1
		if len(stack) > 0 {
			parent = stack[len(stack)-1].index
		}
		stack = append(stack, openSection{len(sections), h.number, h.bare})
		s := Section{Title: h.title, Number: h.number.Span, Parent: parent, Level: len(stack)}
		add(s, h.paragraph, to)
	}
	return sections
}

// nest closes the open sections that the one of heading h does not belong to. Whether
// the heading stands alone on its line tells headings from items counted alike.
func nest(stack []openSection, h heading) []openSection {
	n := h.number
	switch n.form {
	case byMainTitle, byPart:
		return stack[:0]
	case byChapter:
		if len(stack) > 0 && stack[0].number.form == byPart {
			return stack[:1]
		}
		return stack[:0]
	}
	if i := sibling(stack, n, func(o openSection) bool { return o.number.value+1 == n.value && o.bare == h.bare }); i >= 0 {
		return stack[:i]
	}
	if i := sibling(stack, n, func(o openSection) bool { return o.number.value+1 == n.value }); i >= 0 {
		return stack[:i]
	}
	i := sibling(stack, n, func(openSection) bool { return true })
	switch {
	case i < 0:
		return closeWeaker(stack, n)
	case n.value == 1 && stack[i].number.value > 1 && n.form == byComma && h.item:
		return stack // 一、…； inside 四、 opens a list
	case n.value == 1 && stack[i].number.value > 2 && n.form == byComma:
		return stack[:0] // a second series: the heading of its part was not known as one
	}
	return stack[:i]
}

// sibling is the place in the stack of the innermost section numbered in the form of n
// that ok holds for, -1 if there is none.
func sibling(stack []openSection, n number, ok func(openSection) bool) int {
	for i := len(stack) - 1; i >= 0; i-- {
		if stack[i].number.form == n.form && ok(stack[i]) {
			return i
		}
	}
	return -1
}

// closeWeaker closes the sections that a numbering met for the first time cannot stand
// in: no （一） stands inside 一是, nor any number inside ——.
func closeWeaker(stack []openSection, n number) []openSection {
	for len(stack) > 0 && stack[len(stack)-1].number.form.isItem() && !n.form.isItem() {
		stack = stack[:len(stack)-1]
	}
	return stack
}

// isItem reports whether a numbering counts off items rather than headings.
func (n numbering) isItem() bool {
	return n == byThing || n == byDash || n == byOrdinal || n == byDigitBox
}
