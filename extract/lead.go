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
			if d := &w.drafts[i]; d.clause > c && !d.inner && w.mentions[d.mention].Kind != mention.Rank {
				w.takeLead(i, head)
			}
		}
	}
}

// shareThresholds makes every number of a 、 list a threshold where the last is one: 收入30万元、50万元
// 以上的村.
func (w *work) shareThresholds() {
	for i := len(w.drafts) - 1; i > 0; i-- {
		d, prev := &w.drafts[i], &w.drafts[i-1]
		m, o := &w.mentions[d.mention], &w.mentions[prev.mention]
		if !d.inner || d.aspect != Threshold || prev.inner || prev.token != d.token-2 || w.tokens[d.token-1].class != "pause" || m.Kind != o.Kind || w.unitText(i) != w.unitText(i-1) || m.Bound == mention.Exact {
			continue
		}
		o.Bound = m.Bound
		prev.inner, prev.indicator, prev.action, prev.aspect, prev.rule = true, d.indicator, rng{}, d.aspect, d.rule
		prev.step("threshold of the list")
	}
}

// takeLead names an item of a list by what stands before its number, with the measure of the
// lead where that is a product or a school; 洗煤1870万吨 needs none.
func (w *work) takeLead(i int, head rng) {
	d := &w.drafts[i]
	if len(d.indicator) == 1 && d.from < 0 && len(d.prefix) == 0 {
		own := d.indicator[0]
		last := &w.tokens[own.b-1]
		switch {
		// 公路3002公里 in a list of new capacities was built; no output has a length
		case own.b-own.a > 3, isListed(last.text), d.action.a < own.a && !d.action.empty(), w.unitText(i) == "公里", own.a < w.clause[d.clause].a, w.isHead(own.b - 1):
		case last.class == "noun" || last.class == "thing":
			d.indicator = []rng{own, head}
			d.lean("measure of the lead")
			return
		}
	}
	item := w.trim(rng{w.clause[d.clause].a, d.token})
	if item.empty() || item.b-item.a > 3 || item.a != w.clause[d.clause].a || !w.isDeed(item) {
		return
	}
	d.indicator, d.prefix, d.suffix, d.action, d.from = []rng{item}, nil, "", rng{}, -1
	d.lean("item of the list")
}

// isDeed reports whether a short phrase is a deed that a list names its items by: 采煤, 原煤
// 开采, 发电装机容量.
func (w *work) isDeed(r rng) bool {
	for i := r.a; i < r.b; i++ {
		switch t := &w.tokens[i]; t.class {
		case "verb", "do", "nverb":
			return true
		case "noun", "thing":
		default:
			return false
		}
	}
	return false
}

// announcedHead is the measure at the end of a clause that holds no number and leads a list.
func (w *work) announcedHead(c int) (rng, bool) {
	cl := w.clause[c]
	colon := cl.end == "：" || cl.end == ":"
	if !colon && (cl.end != "，" || c+1 == len(w.clause) || w.clause[c+1].rng.empty() || w.tokens[w.clause[c+1].a].class != "than") {
		return rng{}, false
	}
	b := cl.b
	for b > cl.a && w.endsLead(b-1) {
		b--
	}
	if b < cl.b && c > 0 && w.clause[c-1].end == "，" && (cl.end == "：" || cl.end == ":") && !(b > cl.a && isListed(w.tokens[b-1].text)) {
		cl.rng = w.beforeNote(w.clause[c-1].rng) // 新增加的生产能力（按年产量计算），仅中央企业就有：
		b = cl.b
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
	if a < b-1 && strings.HasPrefix(w.textOf(rng{b - 2, b}), "产品") {
		a = b - 1 // 主要工业产品|产量
	}
	if a > cl.a && a == b-1 && (w.tokens[a].text == "人数" || w.tokens[a].text == "能力") && (w.tokens[a-1].class == "verb" || w.tokens[a-1].class == "do") {
		a-- // 招生人数, 制造能力
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
		return t.text == "将" || t.text == "如下" || t.text == "大致" || t.text == "估算" || t.text == "估算为"
	}
}

// glossaryEntry takes the sizes of a thing that the glossary explains for its scale:
// 智能制造产业园：占地252亩，总投资10亿元.
func (w *work) glossaryEntry(d *draft) {
	if w.place.part != report.PartOther && w.place.part != report.PartNotes || d.inner || d.aspect != Level || len(d.indicator) != 1 || len(w.clause) < 2 || d.clause == 0 {
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
