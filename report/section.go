package report

// An open section is one that following headings may belong to.
type openSection struct {
	index  int // in the sections
	number number
}

// readSections gathers the paragraphs under their headings. Levels follow from the order
// in which numberings appear, not from their form: 一、 is the top in most reports, below
// （一） in those of 1981, below an unnumbered 2023年工作回顾 in others.
func readSections(text string, paragraphs []Paragraph, heads []heading) []Section {
	sections := make([]Section, 0, len(heads)+1)
	add := func(s Section, from, to int) {
		s.Paragraphs = paragraphs[from:to:to]
		s.Span = Span{paragraphs[from].Start, paragraphs[to-1].End}
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
		stack = nest(stack, h.number)
		parent := -1
		if len(stack) > 0 {
			parent = stack[len(stack)-1].index
		}
		stack = append(stack, openSection{len(sections), h.number})
		s := Section{Title: h.title, Number: h.number.Span, Parent: parent, Level: len(stack)}
		add(s, h.paragraph, to)
	}
	return sections
}

// nest closes the open sections that one numbered n does not belong to.
func nest(stack []openSection, n number) []openSection {
	if n.form == byMainTitle || n.form == byPart {
		return stack[:0]
	}
	if n.form == byChapter {
		if len(stack) > 0 && stack[0].number.form == byPart {
			return stack[:1]
		}
		return stack[:0]
	}
	// The sibling is the innermost section counted just before n; failing that, the
	// innermost of the same form that n may follow.
	for i := len(stack) - 1; i >= 0; i-- {
		if o := stack[i].number; o.form == n.form && o.value+1 == n.value {
			return stack[:i]
		}
	}
	for i := len(stack) - 1; i >= 0; i-- {
		o := stack[i].number
		if o.form != n.form {
			continue
		}
		if n.value == 1 && o.value > 1 && o.form == byComma {
			return stack // 一、 inside 四、 opens a list
		}
		return stack[:i]
	}
	return closeWeaker(stack, n)
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
