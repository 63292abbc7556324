package extract

import "strings"

// maker is the industry or park whose output or sales a bare head tells: 新材料产业重点支持…，
// 壮大…，实现产值170亿元 → 新材料产业; 打造新能源产业集群，力争产值600亿元 → 新能源产业集群. It is
// the subject of the sentence, unless that has a number of its own, or else the last one
// that is named between the number before and the head.
func (w *work) maker(d *draft, p int) (rng, bool) {
	first := d.clause
	for first > 0 && !endsSense(w.clause[first-1].end) {
		first--
	}
	if p >= 0 && w.drafts[p].clause == d.clause {
		return rng{}, false
	}
	if first < d.clause && (p < 0 || w.drafts[p].clause != first) {
		if s, ok := w.doer(w.clause[first].rng); ok {
			return s, true
		}
	}
	for c := d.clause - 1; c >= first; c-- {
		r := w.clause[c].rng
		if p >= 0 && r.a <= w.drafts[p].token {
			break
		}
		if s, ok := w.doer(r); ok {
			return s, true
		}
		if s, ok := w.lastMaker(r); ok {
			return s, true
		}
	}
	return rng{}, false
}

// doer is the maker that a clause begins with.
func (w *work) doer(r rng) (rng, bool) {
	if w.isTopic(r) {
		return r, true
	}
	s, ok := w.subjectOf(r, false)
	for ok && s.b-s.a > 1 && w.tokens[s.b-1].text == "重点" {
		s.b--
	}
	if !ok || !w.isMaker(s) || w.hasVerb(rng{r.a, s.a}) {
		return rng{}, false
	}
	return s, true
}

// endsSense reports whether a mark ends what was spoken of: 。 and ；.
func endsSense(mark string) bool { return mark != "，" && mark != "," }

// lastMaker is the last noun phrase of a clause that names a maker.
func (w *work) lastMaker(r rng) (rng, bool) {
	for end := r.b; end > r.a; end-- {
		if !isNominal(w.tokens[end-1].class) {
			continue
		}
		a := end - 1
		for a > r.a && (isNominal(w.tokens[a-1].class) || a-1 > r.a && w.joins(rng{a - 1, a}) && isNominal(w.tokens[a-2].class)) {
			a--
		}
		if s := w.trim(rng{a, end}); w.isMaker(s) {
			return s, true
		}
		end = a + 1
	}
	return rng{}, false
}

// isMaker reports whether a noun phrase names what has an output, and says which.
func (w *work) isMaker(r rng) bool {
	if r.empty() || w.holds(r, "”") && !w.holds(r, "“") {
		return false
	}
	last := w.tokens[r.b-1].text
	return (r.b-r.a > 1 || !isGenericMaker(last)) && makes(last)
}

// makes reports whether a noun ends like the name of an industry or a park.
func makes(noun string) bool {
	if strings.HasSuffix(noun, "企业") || !isTrade(noun) {
		return false
	}
	for _, end := range [...]string{"业", "园", "园区", "开发区", "高新区", "经开区", "集群", "链"} {
		if strings.HasSuffix(noun, end) {
			return true
		}
	}
	return false
}

// isGenericMaker reports whether a word says only that there is a maker, not which.
func isGenericMaker(noun string) bool {
	switch noun {
	case "产业", "行业", "园区", "产业链", "集群", "产业集群":
		return true
	}
	return false
}

// isOutput reports whether a bare head tells what a maker turned out or sold.
func isOutput(head string) bool {
	for _, end := range [...]string{"产值", "营业收入", "营收", "销售收入", "主营收入", "业务收入"} {
		if strings.HasSuffix(head, end) {
			return true
		}
	}
	return false
}
