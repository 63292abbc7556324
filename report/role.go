package report

import "strings"

// assignParts gives every section and paragraph its part and years. A heading's words
// decide, else the heading above, else what the paragraph opens with.
func assignParts(doc *Document, c clock, titles []Part) {
	a := &assigner{doc: doc, clock: c, titles: titles, after: make([]state, len(doc.Sections))}
	for i, s := range doc.Sections {
		p := a.titlePart(s, titles[i])
		a.titles[i] = p
		a.titled = a.titled || p.reports()
	}
	for i := range doc.Sections {
		a.section(i)
	}
	a.closing()
}

// An assigner goes through a report in order.
type assigner struct {
	doc    *Document
	clock  clock
	titles []Part  // for each section, what its heading tells
	titled bool    // some heading tells its part
	after  []state // for each section, what is in force at the end of its paragraphs
	seen   Part    // part of the last section at the top that had one
	listed bool    // the paragraph before ended with 目标是：
}

// A state is the part and years in force.
type state struct {
	part  Part
	years Years
}

// titlePart is the part that the heading of s tells by its words, or by its year.
func (a *assigner) titlePart(s Section, p Part) Part {
	title := s.Title.In(a.doc.Text)
	if p == "" && a.clock.plan > 0 && s.Level == 1 {
		if y, ok := findYears(title[:min(len(title), 45)]); ok {
			if y.End < a.clock.plan {
				return PartReview
			}
			return PartTasks
		}
	}
	return p
}

// section assigns section i, whose parent has been assigned.
func (a *assigner) section(i int) {
	s := &a.doc.Sections[i]
	title := s.Title.In(a.doc.Text)
	var above state
	if s.Parent >= 0 {
		above = a.after[s.Parent]
		s.Part = childPart(a.titles[i], above.part, title)
	} else {
		s.Part = a.topPart(*s, a.titles[i])
	}
	named, ok := titleYears(title, a.clock)
	switch {
	case !s.Part.reports():
	case ok:
		s.Years = named
	case above.years != Years{} && sense(above.part) == sense(s.Part):
		s.Years = above.years
	default:
		s.Years = a.usualYears(s.Part)
	}
	a.after[i] = a.paragraphs(s, isMixed(title) || !a.titled || s.Level == 0)
}

// childPart is the part of a section by its own heading's words and the part above. A
// review stays one (政府自身建设全面加强), and so do tasks; the items of an aim are tasks.
func childPart(own, above Part, title string) Part {
	switch {
	case !above.reports():
		if own == "" {
			return above
		}
		return own
	case own == PartOther, own == PartNotes, own == PartReview && strings.Contains(title, "回顾"):
		return own
	case above == PartReview:
		return PartReview
	case own == PartTargets:
		return PartTargets
	}
	return PartTasks
}

// topPart is the part of a section at the top. After the review, headings without a cue
// tell tasks: 二、促进国民经济持续、快速、健康发展. A review by name alone
// (三、经济形势) goes back on nothing once tasks have begun.
func (a *assigner) topPart(s Section, own Part) Part {
	switch {
	case s.Level == 0:
		return PartOther
	case own == "" && a.seen == "" && a.titled && s.Number.Empty():
		return PartOther
	case own == "" && a.seen == "":
		own = PartReview
	case own == "" && a.seen == PartReview && s.Number.Empty():
		own = PartReview // 先说工业战线上的情况
	case own == "":
		own = PartTasks
	}
	if own.reports() {
		a.seen = own
	}
	return own
}

// usualYears are the years of a part where no words tell others.
func (a *assigner) usualYears(p Part) Years {
	switch {
	case a.clock.plan == 0 || !p.reports():
		return Years{}
	case p == PartReview:
		return Years{a.clock.plan - 1, a.clock.plan - 1}
	}
	return Years{a.clock.plan, a.clock.last}
}

// paragraphs assigns the paragraphs of s and returns what is in force at their end. In a
// loose section the opening words of a paragraph may change the part from there on.
func (a *assigner) paragraphs(s *Section, loose bool) state {
	now := state{s.Part, s.Years}
	a.listed = false
	opening := s.Level == 0
	for i := range s.Paragraphs {
		p := &s.Paragraphs[i]
		text := p.In(a.doc.Text)
		if opening && i > 0 && opensBody(a.doc.Text, s.Paragraphs[i-1]) && !presents(text) {
			opening = false
		}
		if len(text) < longOpening && (opening || s.Level == 0 && presents(text)) {
			p.Part = PartOther
			continue
		}
		opening = false
		if now.part == PartOther && s.Level == 0 {
			now = state{PartReview, a.usualYears(PartReview)}
		}
		now = a.paragraph(p, text, now, loose)
	}
	return now
}

// paragraph assigns p, whose text is given, and returns what is in force after it. Opening
// words that look the other way turn this paragraph, and in a loose section those after
// it too: 过去一年，国防和军队建设取得… among the tasks is a review.
func (a *assigner) paragraph(p *Paragraph, text string, now state, loose bool) state {
	if now.part == PartOther || now.part == PartNotes {
		p.Part = now.part
		return now
	}
	lead, ahead, led := leadYears(text, a.clock)
	p.Part, p.Years = now.part, now.years
	switch {
	case led:
		p.Years = lead
		if next := partAhead(ahead); a.clock.plan > 0 && next != sense(now.part) {
			p.Part = next
		}
	case !a.titled && now.part == PartReview && leansAhead(text):
		p.Part, p.Years = PartTasks, a.usualYears(PartTasks)
	}
	if loose && led && lead.End >= a.clock.plan-1 {
		now = state{p.Part, lead}
	}
	if a.setsAims(text, p.Part) {
		p.Part = PartTargets
		if p.Years.End < a.clock.plan {
			p.Years = a.usualYears(PartTargets)
		}
	}
	return now
}

// setsAims reports whether a paragraph in force of the given part states the figures aimed
// at, or follows 今年的主要预期目标是： on a line of its own.
func (a *assigner) setsAims(text string, part Part) bool {
	const short = 150
	listed := a.listed
	a.listed = false
	switch {
	case part == PartReview:
		return false
	case listed:
		return true
	case !aims(text):
		return headlines(text)
	}
	a.listed = len(text) <= short && endsWithAny(strings.TrimRight(text, " \n\u3000"), "：", ":")
	return true
}

// partAhead is the part of a paragraph that looks ahead, or back.
func partAhead(ahead bool) Part {
	if ahead {
		return PartTasks
	}
	return PartReview
}

// sense folds aims into tasks: both look ahead.
func sense(p Part) Part {
	if p == PartTargets {
		return PartTasks
	}
	return p
}
