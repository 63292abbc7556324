package extract

import "strings"

// ofTrade gives a measure of 产业 the trade that the sentence is about: 推动木材产业智能提升，
// 实施项目86个，力争产业投资增长9%.
func (w *work) ofTrade(d *draft, p int) bool {
	r := d.indicator[0]
	if r.b-r.a != 2 || r.b > d.token || w.tokens[r.a].text != "产业" || w.tokens[r.a+1].text != "规模" && w.tokens[r.a+1].text != "投资" {
		return false
	}
	own, ok := w.theme(d)
	if !ok && w.tokens[r.a+1].text == "规模" {
		own, ok = w.subject(d, p)
	}
	if !ok {
		return true
	}
	switch last := w.tokens[own.b-1].text; {
	case last == "产业" && own.b-own.a > 1:
		own.b--
	case strings.HasSuffix(last, "产业"):
		d.indicator = []rng{{r.a + 1, r.b}}
	}
	d.prefix = w.list(nil, own)
	d.lean("trade that the sentence is about")
	return true
}

// theme is the industry or park that the first clause since the last 。 or ； speaks of.
func (w *work) theme(d *draft) (rng, bool) {
	first := d.clause
	for first > 0 && !endsSense(w.clause[first-1].end) {
		first--
	}
	if first == d.clause || w.hasClass(w.clause[first].rng, "number") {
		return rng{}, false
	}
	if s, ok := w.doer(w.clause[first].rng); ok {
		return s, true
	}
	s, ok := w.subjectOf(w.clause[first].rng, true)
	for ok && s.b-s.a > 1 && !w.isMaker(s) {
		s.b-- // 木材产业|智能提升
	}
	return s, ok && w.isMaker(s)
}

// isTopic reports whether a clause is but the noun phrase that the next ones speak of: 软件
// 信息，深入实施行动计划，主营业务收入超过4000亿元.
func (w *work) isTopic(r rng) bool {
	if r.empty() || r.b-r.a > 6 || !isNominal(w.tokens[r.b-1].class) {
		return false
	}
	for i := r.a; i < r.b; i++ {
		switch w.tokens[i].class {
		case "noun", "thing", "plant", "adj", "nverb", "and", "pause":
		default:
			return false
		}
	}
	return true
}

// areTwo reports whether a number and the one before it count two things alike, to both of which
// what is told next belongs: 办理建议176件、提案332件，办结率和满意率均达100%.
func (w *work) areTwo(p int) bool {
	if p < 0 {
		return false
	}
	q := w.before(p)
	return q >= 0 && w.drafts[q].clause == w.drafts[p].clause && w.unitText(q) == w.unitText(p) && w.unitText(p) != ""
}

// areBareHeads reports whether a name is a list of nouns that say too little alone: 开工率、竣工率.
func (w *work) areBareHeads(r rng) bool {
	for i := r.a; i < r.b; i++ {
		if odd := (i - r.a) % 2; odd == 0 && w.tokens[i].class != "head" || odd == 1 && w.tokens[i].class != "pause" && w.tokens[i].class != "and" {
			return false
		}
	}
	return r.b-r.a > 2 && (r.b-r.a)%2 == 1
}
