package extract

import (
	"strings"

	"zhibiao/extract/mention"
	"zhibiao/rules"
)

// reach bounds how many tokens on each side of a number a rule sees.
const reach = 60

// match lets the rules claim the numbers of each clause: first those inside noun phrases
// (5000万元 in 5000万元以上项目405个), which then count as part of the phrase.
func (x *Extractor) match(w *work) {
	w.drafts, w.ranges = w.drafts[:0], w.ranges[:0]
	numbers := w.numbers
	for c, cl := range w.clause {
		own := 0
		for own < len(numbers) && numbers[own] < cl.b {
			own++
		}
		for _, inner := range [2]bool{true, false} {
			for _, i := range numbers[:own] {
				if i >= cl.a && w.tokens[i].class == "number" && !w.namesPolicy(i, cl.rng) {
					x.claim(w, c, i, inner)
				}
			}
		}
		numbers = numbers[own:]
	}
	w.sortDrafts()
}

// namesPolicy reports whether a number of articles stands in the name of a policy:
// 稳经济运行33条等惠企政策落地. 出台政策27条 counts them.
func (w *work) namesPolicy(i int, cl rng) bool {
	if w.mentions[w.tokens[i].mention].Unit.In(w.view.text) != "条" {
		return false
	}
	for j := max(cl.a, i-reach); j < i; j++ {
		if isVerbal(w.tokens[j].class) {
			return false // 实施稳就业18条、民营经济40条: what was put into force is counted
		}
	}
	for j := i + 1; j+1 < cl.b && j < i+12; j++ {
		if w.tokens[j].class == "etc" {
			next := w.tokens[j+1].text
			return strings.HasSuffix(next, "政策") || strings.HasSuffix(next, "措施") || strings.HasSuffix(next, "举措")
		}
	}
	return false
}

// claim asks the rules for one number.
func (x *Extractor) claim(w *work, c, i int, inner bool) {
	cl := w.clause[c].rng
	a, b := max(cl.a, i-reach), min(cl.b, i+reach+1)
	m := &w.mentions[w.tokens[i].mention]
	w.boundBehindLevel(i, m)
	own := w.symbols[i]
	w.symbols[i] = x.kinds.symbol(m, w.view.text, inner)
	w.window.SetSymbols(w.symbols[a:b])
	found, ok := x.rules.Match(&w.window, i-a, inner)
	w.symbols[i] = own
	if !ok {
		if !inner {
			w.drafts = append(w.drafts, w.unclaimed(c, i))
		}
		return
	}
	d := draft{
		mention: w.tokens[i].mention, token: i, clause: c, rule: found.Rule, parent: -1, from: -1, inner: inner,
		elided: found.Rule.Elided, suffix: found.Rule.Suffix,
	}
	if d.suffix == "数" {
		d.suffix = m.Unit.In(w.view.text) + d.suffix
	}
	slot := func(s rules.Slot) rng {
		s0, s1, ok := found.Slot(s)
		if !ok {
			return rng{}
		}
		return rng{a + s0, a + s1}
	}
	d.action, d.reference, d.scope = slot(rules.Action), slot(rules.Reference), slot(rules.Scope)
	if ind := slot(rules.Indicator); !ind.empty() {
		d.indicator = w.list(nil, ind)
	}
	if head := slot(rules.Head); !head.empty() {
		w.readHead(&d, head)
	}
	if inner && len(d.indicator) > 0 {
		d.indicator[0] = w.toThing(&d, d.indicator[0])
		w.wholeWork(&d, slot(rules.Head))
	}
	d.aspect, d.direction = w.aspect(&d, m)
	if inner {
		w.hold(i, x.rules.Symbol("", "inner"), cl.a)
	}
	w.drafts = append(w.drafts, d)
}

// hold makes a number part of the noun phrase around it, and so the bound before one that
// selects: 销售收入|过|亿元|企业.
func (w *work) hold(i int, inner rune, from int) {
	w.tokens[i].class, w.symbols[i] = "inner", inner
	if i == from {
		return
	}
	if t := &w.tokens[i-1]; (t.class == "before" || t.class == "exceed") && i+1 < len(w.tokens) && (isNominal(w.tokens[i+1].class) || w.tokens[i+1].class == "of") {
		t.class, w.symbols[i-1] = "inner", inner
	}
}

// boundBehindLevel reads the bound that 级 parts from its number: 万吨级以上泊位.
func (w *work) boundBehindLevel(i int, m *mention.Mention) {
	if i+2 >= len(w.tokens) || w.tokens[i+1].text != "级" || m.Bound != mention.Exact {
		return
	}
	switch w.tokens[i+2].text {
	case "以上", "及以上":
		m.Bound = mention.AtLeast
	case "以下":
		m.Bound = mention.AtMost
	}
}

// unclaimed is the draft of a number that no rule ties to anything: it still is a fact,
// with the clause's own noun phrase or the one before as its indicator.
func (w *work) unclaimed(c, i int) draft {
	d := draft{mention: w.tokens[i].mention, token: i, clause: c, parent: -1, from: -1, elided: true}
	d.aspect, d.direction = w.aspect(&d, &w.mentions[d.mention])
	return d
}

// aspect follows from the rule, else from the verb and the kind of number: 增长 with a
// rate is a change_rate, with an amount a change_amount.
func (w *work) aspect(d *draft, m *mention.Mention) (Aspect, Direction) {
	aspect, direction := Level, Direction("")
	verb := w.verbOf(d.action)
	if d.action.a > d.token || (m.Kind == mention.Count || m.Kind == mention.Measure) && w.opensAction(d) && !isStockVerb(verb.text) {
		verb = nil // 45户企业减少用工, 提升120个品牌知名度, 拓宽支渠5公里: no stock moved
	}
	if verb != nil && (verb.text == "增收" && m.Kind == mention.Count || m.Unit.In(w.view.text) == "条" && d.action.a < d.token) {
		verb = nil // 带动脱贫人口增收5万人: so many people, not so much more; 降低成本17条 counts articles
	}
	if verb != nil && verb.text == "增加" && w.opensAction(d) && m.Unit.In(w.view.text) == "公里" {
		verb = nil // 增加铁路新线1423公里: so much was built
	}
	if verb != nil && len(d.indicator) == 1 && d.indicator[0].a >= d.action.b && w.tokens[d.indicator[0].b-1].class == "share" {
		verb = nil // 由于提高劳动生产率而增加的占62%
	}
	switch {
	case m.Kind == mention.Rank:
		aspect = Rank
	case verb != nil && (verb.class == "rise" || verb.class == "fall" || verb.class == "above" || verb.class == "below"):
		aspect, direction = ChangeAmount, verb.up
		if isRate(m.Kind) {
			aspect = ChangeRate
		}
	case verb != nil && (verb.class == "riserate" || verb.class == "fallrate"):
		aspect, direction = ChangeRate, verb.up
	case m.Kind == mention.Duration && len(d.indicator) > 0 && d.indicator[0].a > d.token && !w.owns(d.action):
		aspect = Duration // 每周一天到企业: a length of time counts nothing of what stands behind it
	case m.Kind == mention.PercentagePoint:
		aspect, direction = ChangeAmount, Up
	case m.Kind == mention.Multiple:
		aspect, direction = ChangeRate, Up
	}
	if d.rule != nil && d.rule.Aspect != "" {
		aspect = Aspect(d.rule.Aspect)
	}
	if d.rule != nil && d.rule.Direction != "" {
		direction = Direction(d.rule.Direction)
	}
	if aspect != ChangeRate && aspect != ChangeAmount && aspect != Gap {
		direction = ""
	}
	return aspect, direction
}

// opensAction reports whether the verb stands before both its object and the number.
func (w *work) opensAction(d *draft) bool {
	if d.action.empty() || d.rule == nil {
		return false
	}
	switch d.rule.Name {
	case "move-object", "subject-move-object", "verb-number-thing", "subject-verb-number-thing":
		return true
	}
	return false
}

// isStockVerb reports whether a verb before its object changes how many there are.
func isStockVerb(verb string) bool {
	switch verb {
	case "增加", "净增加", "减少", "净减少", "压减", "削减", "裁减", "核减", "缩减", "调减", "调增", "追加", "退出", "压缩", "扩大", "降低", "缩小", "下降", "缩短":
		return true
	}
	return false
}

func isRate(k mention.Kind) bool {
	return k == mention.Percent || k == mention.Fraction || k == mention.Multiple
}

// verbOf is the last verb of an action: 增长 in 年均增长.
func (w *work) verbOf(action rng) *token {
	for i := action.b - 1; i >= action.a; i-- {
		switch w.tokens[i].class {
		case "mean", "adverb", "particle", "after":
			continue
		}
		return &w.tokens[i]
	}
	return nil
}
