package extract

import (
	"strings"

	"zhibiao/extract/mention"
	"zhibiao/report"
)

// shareLead gives the items of a list the measure that the clause before it announces: 新增
// 的生产能力有：生铁188万吨，钢116万吨 tells 生铁生产能力; 在校学生人数，比上年，小学增长5%
// tells 小学在校学生人数.
func (w *work) shareLead() {
	for c := range w.clause {
		head, ok := w.announcedHead(c)
		if !ok {
			continue
		}
		for i := range w.drafts {
			d := &w.drafts[i]
			if d.clause <= c || d.inner || len(d.prefix) > 0 || len(d.indicator) != 1 || d.from >= 0 || w.mentions[d.mention].Kind == mention.Rank {
				continue
			}
			own := d.indicator[0]
			// 公路3002公里 in a list of new capacities was built; no output has a length
			if last := &w.tokens[own.b-1]; own.b-own.a > 3 || isListed(last.text) || d.action.a < own.a && !d.action.empty() || w.unitText(i) == "公里" || own.a < w.clause[d.clause].a || w.isHead(own.b-1) || last.class != "noun" && last.class != "thing" {
				continue
			}
			d.indicator = []rng{own, head}
			d.lean("measure of the lead")
		}
	}
}

// announcedHead is the measure at the end of a clause that holds no number and leads a list.
func (w *work) announcedHead(c int) (rng, bool) {
	cl := w.clause[c]
	b := cl.b
	for b > cl.a && w.endsLead(b-1) {
		b--
	}
	if b == cl.a || !isListed(w.tokens[b-1].text) || w.hasClass(cl.rng, "number") || w.hasClass(rng{cl.a, b}, "pause") {
		return rng{}, false
	}
	switch colon := cl.end == "：" || cl.end == ":"; {
	case colon:
	case cl.end == "，" && b == cl.b && c+1 < len(w.clause) && w.tokens[w.clause[c+1].a].class == "than" && !w.hasClass(w.clause[c+1].rng, "number"):
	default:
		return rng{}, false
	}
	a := b - 1
	for a > cl.a && (w.tokens[a-1].class == "noun" || w.tokens[a-1].class == "nverb" || w.tokens[a-1].class == "thing") {
		a--
	}
	return rng{a, b}, true
}

// isListed reports whether a measure is one that reports list by product or school.
func isListed(measure string) bool {
	for _, end := range [...]string{"能力", "产量", "人数", "数量", "面积", "产值"} {
		if strings.HasSuffix(measure, end) {
			return true
		}
	}
	return false
}

// endsLead reports whether a word stands between a measure and the list of its values.
func (w *work) endsLead(i int) bool {
	switch t := &w.tokens[i]; t.class {
	case "have", "be", "reach", "hope", "adverb", "exceed":
		return true
	default:
		return t.text == "如下" || t.text == "大致" || t.text == "估算" || t.text == "估算为"
	}
}

// glossaryEntry takes the sizes of a thing that the glossary explains for its scale:
// 智能制造产业园：占地252亩，总投资10亿元.
func (w *work) glossaryEntry(d *draft) {
	if w.place.part != report.PartOther || d.inner || d.aspect != Level || len(d.indicator) != 1 || len(w.clause) < 2 || d.clause == 0 {
		return
	}
	head := w.clause[0]
	if end := &w.tokens[d.indicator[0].b-1]; head.end != "：" && head.end != ":" || end.class != "size" && !isExtent(end.text) {
		return
	}
	if name := w.trim(head.rng); !name.empty() {
		d.indicator, d.aspect, d.direction = []rng{name}, Scale, ""
		d.step("size of the glossary's entry")
	}
}

// isExtent reports whether a noun names how large a thing is.
func isExtent(noun string) bool {
	return noun == "总面积" || noun == "面积" || noun == "总投资"
}
