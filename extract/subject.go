package extract

// ownSubject is the noun phrase before the verb of a bare head: 汽车产业实现产值960亿元.
func (w *work) ownSubject(d *draft, p int) (rng, bool) {
	if d.action.empty() || d.action.a >= d.indicator[0].a {
		return rng{}, false
	}
	from := w.clause[d.clause].a
	if own, ok := w.countedSubject(d, p); ok {
		return own, true
	}
	if p >= 0 && w.drafts[p].token >= from || w.tokens[from].class == "for" || w.tokens[from].class == "to" || w.tokens[from].text == "为" || w.tokens[from].text == "给" {
		return rng{}, false
	}
	r := w.trim(rng{from, d.action.a})
	return r, !r.empty() && w.textOf(r) != "年度" && (r.b-r.a <= 8 || r.b-r.a <= 14 && makes(w.tokens[r.b-1].text)) && isNominal(w.tokens[r.b-1].class)
}

// countedSubject is the thing counted right before the verb: 69家重点企业|获批贷款6亿元.
func (w *work) countedSubject(d *draft, p int) (rng, bool) {
	if p < 0 || len(w.drafts[p].indicator) != 1 || len(w.drafts[p].prefix) > 0 {
		return rng{}, false
	}
	own := w.drafts[p].indicator[0]
	return own, own.a == w.drafts[p].token+1 && own.b == d.action.a && !own.empty()
}

// subject is what the clause before speaks of, for a bare head: 加快推进重大工程建设，完成
// 投资2300亿元 → 重大工程; 医药产业要加快发展，产值超150亿元 → 医药产业.
func (w *work) subject(d *draft, p int) (rng, bool) {
	for c := d.clause - 1; c >= 0; c-- {
		r := w.clause[c].rng
		if p >= 0 && r.a <= w.drafts[p].token {
			break
		}
		if s, ok := w.subjectOf(r, c == d.clause-1); ok {
			return s, true
		}
	}
	return rng{}, false
}

// subjectOf is the noun phrase that a clause begins with, or, where object is allowed,
// the one after its first verbs.
func (w *work) subjectOf(r rng, object bool) (rng, bool) {
	if r.empty() || w.tokens[r.a].class == "with" || w.tokens[r.a].class == "prep" || w.tokens[r.a].class == "in" {
		return rng{}, false
	}
	for r.a < r.b && (w.leads(r) || object && isVerbal(w.tokens[r.a].class)) {
		r.a++
	}
	end := r.a
	for end < r.b && (isNominal(w.tokens[end].class) || end > r.a && (isRateNoun(w.tokens[end].class) || w.tokens[end].class == "size") || w.tokens[end].class == "opening" || end > r.a && end+1 < r.b && w.joins(rng{end, end + 1}) && isNominal(w.tokens[end+1].class)) {
		end++
	}
	r.b = end
	for r.b > r.a && (w.tokens[r.b-1].text == "建设" || w.tokens[r.b-1].text == "发展") {
		r.b--
	}
	r = w.trim(r)
	return r, !r.empty() && r.b-r.a <= 6 && (r.b-r.a > 1 || w.tokens[r.a].class != "adj")
}
