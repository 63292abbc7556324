package extract

import "zhibiao/extract/mention"

// nominalize names a number by a verb with 的 that stands for the things spoken of before it,
// and by those things: 这些建设项目，今年可以完工的有四个 counts 完工的建设项目; 在工业建设
// 项目中，属于地方的是149个 counts 属于地方的工业建设项目.
func (w *work) nominalize(i int) {
	d := &w.drafts[i]
	if d.inner || w.mentions[d.mention].Kind != mention.Count || len(d.indicator) != 1 || d.from >= 0 || len(d.prefix) > 0 || w.unitText(i) == "" {
		return
	}
	r := d.indicator[0]
	if r.b-r.a > 2 && r.a > 0 && w.tokens[r.a].class == "have" && w.tokens[r.a-1].class == "of" && w.tokens[r.b-1].class == "etc" {
		r = rng{w.clause[d.clause].a, r.a - 1} // 没有完成计划的|有铜精矿、硫铁矿等11种
	}
	if r.empty() || r.b >= d.token || w.tokens[r.b].class != "of" || !w.hasVerb(r) || !w.counts(rng{r.b + 1, d.token}) && r == d.indicator[0] {
		return
	}
	if w.tokens[r.a].class == "thing" && r.b-r.a > 1 {
		return // 职工享受劳动保险的达到18万人 names them itself
	}
	things, ok := w.thingsBefore(i)
	if !ok {
		return
	}
	for j := r.b - 2; j >= r.a; j-- {
		if t := &w.tokens[j]; t.class == "time" || t.class == "conj" { // 今年内可以完工的
			r.a = j + 1
			break
		}
	}
	d.indicator = []rng{{r.a, r.b + 1}, things}
	d.lean("things spoken of before")
}

// counts reports whether a range only leads to the number of the things before it: 有, 共有, 达.
func (w *work) counts(r rng) bool {
	for i := r.a; i < r.b; i++ {
		switch w.tokens[i].class {
		case "have", "be", "reach", "exceed", "adverb", "mean", "before", "hope", "manner", "particle":
		default:
			return false
		}
	}
	return !r.empty()
}

// thingsBefore is the noun phrase that the sentence speaks of before a number: the one in
// 在…中, or that of a clause without a number, or the things that the number before counts.
func (w *work) thingsBefore(i int) (rng, bool) {
	d := &w.drafts[i]
	if p := w.before(i); p >= 0 && len(w.drafts[p].indicator) > 0 {
		own := w.drafts[p].indicator
		return own[len(own)-1], true
	}
	for c := d.clause - 1; c >= max(0, d.clause-maxClauses); c-- {
		r := w.clause[c].rng
		if r.empty() {
			continue
		}
		if w.tokens[r.a].class == "in" && endsFrame(w.tokens[r.b-1].text) {
			r = rng{r.a + 1, r.b - 1}
		}
		if s := w.trim(r); !s.empty() && s.b-s.a <= 8 && isNominal(w.tokens[s.b-1].class) && !w.hasClass(s, "number") {
			return s, true
		}
	}
	return rng{}, false
}
