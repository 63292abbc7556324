package extract

import (
	"strings"

	"zhibiao/extract/mention"
	"zhibiao/report"
)

// sharePlans writes out the name of a number that tells how much of its plan something
// fulfils: 城镇新增就业9万人，为年计划的118% tells 城镇新增就业年计划完成率.
func (w *work) sharePlans() {
	var plan rng
	for i := range w.drafts {
		d := &w.drafts[i]
		if d.inner || d.rule == nil || !strings.HasPrefix(d.rule.Name, "plan-share") {
			continue
		}
		if !d.reference.empty() {
			for plan = d.reference; plan.b-plan.a > 1 && w.leads(plan); {
				plan.a++
			}
		}
		if plan.empty() {
			continue
		}
		d.indicator, d.suffix = append(d.indicator[:len(d.indicator):len(d.indicator)], plan), "完成率"
		d.step("share of the plan fulfilled")
	}
}

// overBy takes the bound off a number by which something was passed: 比计划超过4%.
func (w *work) overBy(d *draft) {
	if verb := w.verbOf(d.action); d.rule != nil && (d.rule.Name == "gap-than-plan" || d.rule.Name == "growth-than-exceed") && verb != nil && verb.class == "exceed" {
		m := &w.mentions[d.mention]
		m.Bound, m.Before = mention.Exact, report.Span{}
	}
}

// againstPlan tells a distance from what a five-year plan laid down from growth since a
// year: 超过第一个五年计划总投资额14% and 超过1952年水平14%.
func (w *work) againstPlan(d *draft) {
	if d.rule == nil || d.rule.Name != "growth-over-time" {
		return
	}
	for i := d.reference.a; i < d.reference.b; i++ {
		if t := &w.tokens[i]; t.class == "time" && strings.Contains(t.text, "五") {
			if y, ok := w.readTime(i); ok && y.span {
				d.aspect = Gap
			}
		}
	}
}

// wasPlanned reports whether a number is that of an earlier plan or estimate, whatever came of
// it: 原来设想的六百亿元, “六五”计划规定的增长4%, 曾提出，要控制在10%以内.
func (w *work) wasPlanned(d *draft) bool {
	if d.rule != nil && d.rule.Name == "than-aim" {
		return true
	}
	if d.aspect == Gap || d.rule != nil && strings.HasPrefix(d.rule.Name, "plan-share") {
		return false
	}
	if w.seen.lack(ofPlan) {
		return false
	}
	cl := w.clause[d.clause]
	for i := d.token - 1; i >= cl.a && w.tokens[i].class != "number"; i-- {
		switch w.tokens[i].text {
		case "原定", "原计划", "原来", "计划", "提出", "曾提出":
		default:
			continue
		}
		if w.isPlan(i) {
			before := rng{w.behindNumber(i, cl.a), i}
			return !w.hasClass(before, "than") && !w.hasClass(before, "compare") || w.tokens[d.token-1].class == "of"
		}
	}
	if d.clause == 0 || w.clause[d.clause-1].rng.empty() {
		return false
	}
	before := w.clause[d.clause-1].rng
	last := w.tokens[before.b-1].text
	return strings.HasSuffix(last, "提出") && (strings.HasSuffix(last, "曾提出") || before.b-before.a > 1 && strings.HasSuffix(w.tokens[before.b-2].text, "曾") || before.b-before.a > 1 && w.tokens[before.b-2].text == "曾经")
}

// isPlan reports whether a word tells of an earlier plan, alone or with the word behind it:
// 原定, 原来设想, 计划规定.
func (w *work) isPlan(i int) bool {
	next := w.tokens[i+1].text
	switch w.tokens[i].text {
	case "原来":
		return next == "估计" || next == "设想" || next == "计划"
	case "提出":
		return i > 0 && strings.HasPrefix(w.tokens[i-1].text, "曾")
	case "计划":
		return next == "规定" || next == "要求"
	}
	return true
}

// behindNumber is the token behind the last number before i, or from.
func (w *work) behindNumber(i, from int) int {
	for i > from && w.tokens[i-1].class != "number" {
		i--
	}
	return i
}

// isBudget reports whether the clause, or the one before that it goes on, speaks of a budget or
// a plan: 1954年预算中的收入等于1950年的3.6倍 is a result of neither year.
func (w *work) isBudget(d *draft) bool {
	for c := d.clause; c >= max(0, d.clause-2); c-- {
		r := w.clause[c].rng
		if c == d.clause {
			r.b = d.token
		}
		if w.holds(r, "预算") || w.holds(r, "计划") {
			return true
		}
		if !w.isAside(r) && c < d.clause || w.clause[max(0, c-1)].end != "，" {
			return false
		}
	}
	return false
}
