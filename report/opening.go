package report

// longOpening is the length from which a paragraph cannot be the opening alone.
const longOpening = 1800

// opensBody reports whether p is a paragraph after which the body may begin: the greeting
// or the one that presents the report.
func opensBody(text string, p Paragraph) bool {
	s := p.In(text)
	return presents(s) || contains(s[:min(len(s), 200)], "各位代表") && len(p.Sentences) == 1
}

// presents reports whether a paragraph hands the report to the deputies: 现在，我代表市人民政府，
// 向大会报告工作，请予审议….
func presents(s string) bool {
	s = s[:min(len(s), 600)]
	return containsAny(s, "请予审议", "请审议", "请予以审议", "报告工作", "作政府工作报告", "作工作报告", "向大会报告", "作政府工作的报告") &&
		containsAny(s, "代表", "向大会")
}

// closing marks the appeal that ends a report, from the last 各位代表 on, as other: it
// aims at nothing that can be counted.
func (a *assigner) closing() {
	last := len(a.doc.Sections) - 1
	for last >= 0 && !a.doc.Sections[last].Part.reports() {
		last--
	}
	if last < 0 {
		return
	}
	ps := a.doc.Sections[last].Paragraphs
	for i := len(ps) - 1; i > 0; i-- {
		s := ps[i].In(a.doc.Text)
		s = s[skipSpace(s, 0, len(s)):]
		if startsWithAny(s, "各位代表", "让我们", "同志们") {
			for ; i < len(ps); i++ {
				ps[i].Part, ps[i].Years = PartOther, Years{}
			}
			return
		}
	}
}
