package extract

import (
	"strings"

	"zhibiao/extract/mention"
)

// dropVerbName takes away a name that is no noun but a verb of ranking or reaching: 排名
// alone names nothing.
func (w *work) dropVerbName(d *draft) {
	if !d.inner && len(d.indicator) == 1 && setsAside(w.tokens[d.indicator[0].a].text) {
		d.indicator = nil // 扣除物价因素，实际增长5%
		return
	}
	if at := w.clause[d.clause].a; len(d.indicator) == 1 && d.rule != nil && (d.rule.Name == "baseline" || d.rule.Name == "from-to") && w.mentions[d.mention].Kind == mention.Rank && d.indicator[0].a == at+1 && w.tokens[at].text == "在" {
		d.indicator, d.elided = nil, true // 在世界贸易中的位次由第二十位上升到第十六位
		return
	}
	if d.inner || len(d.indicator) != 1 || d.indicator[0].b-d.indicator[0].a != 1 {
		return
	}
	t := &w.tokens[d.indicator[0].a]
	if t.text == "实际" || isDecree(t.text) && d.indicator[0].b <= d.token || t.text == "基本" && (d.indicator[0].b <= d.token || !d.action.empty()) || d.aspect == Rank && isVerbal(t.class) { // 实际增长19.6%, 获得全市第6名
		d.indicator, d.elided = nil, true
		return
	}
	if t.mention >= 0 && w.mentions[t.mention].Role == mention.Free && strings.HasSuffix(t.text, "年") {
		d.indicator, d.elided = nil, true // 提前五年实现翻两番
		return
	}
	if strings.HasSuffix(t.text, "级") { // 8个国家级、36个省级专科
		return
	}
	switch t.class {
	case "ranking", "reach", "become", "have", "exceed", "run", "finish", "every", "mean", "self", "pronoun", "manner", "adj", "adverb":
		if d.action.empty() {
			d.action = d.indicator[0]
		}
		d.indicator = nil
	}
}

// isHeadless reports whether a name is a verb with 的 and no noun: 项目七万个，全部建成的
// 三万个.
func (w *work) isHeadless(d *draft) bool {
	if d.inner || d.token == 0 || w.tokens[d.token-1].class != "of" {
		return false
	}
	for _, r := range d.indicator {
		for i := r.a; i < r.b; i++ {
			if !isVerbal(w.tokens[i].class) {
				return false
			}
		}
	}
	return true
}

// isRatio reports whether a name says no more than for whom or how often: 人均增加50元.
func (w *work) isRatio(d *draft) bool {
	if d.inner || d.aspect != ChangeAmount && d.aspect != ChangeRate {
		return false
	}
	for _, r := range d.indicator {
		for i := r.a; i < r.b; i++ {
			if w.tokens[i].class != "every" {
				return false
			}
		}
	}
	return true
}

// setsAside reports whether a verb opens an adjunct that no indicator's name begins with.
func setsAside(verb string) bool {
	return verb == "扣除" || verb == "剔除" || verb == "考虑"
}

// elideVerb takes a name that is but a verb for the action done to what was counted in the
// same unit before: 入统企业达到44家，比2005年新增19家.
func (w *work) elideVerb(i int) {
	d := &w.drafts[i]
	if d.inner || d.rule == nil || !w.isVerbOnly(d) {
		return
	}
	switch d.rule.Name {
	case "value", "verb-object", "subject-verb-object", "list-verb", "level":
	case "verb-number-thing": // 原定建成的六个项目，已有五个投产
		if !w.owns(d.action) {
			return
		}
	default:
		return
	}
	if verb := w.verbOf(d.action); d.rule.Name == "level" && verb != nil && verb.class == "cover" {
		return
	}
	p := w.before(i)
	for d.rule.Name == "verb-number-thing" && p >= max(0, i-maxRun) && w.unitText(p) != w.unitText(i) {
		p = w.before(p) // 引进项目七十六项，用汇三千万美元，已有五十二项投产
	}
	if d.rule.Name == "verb-number-thing" && p >= 0 && w.unitText(p) == w.unitText(i) {
		o := &w.drafts[p]
		d.action, d.indicator, d.prefix, d.suffix, d.from = d.indicator[0], o.indicator, o.prefix, o.suffix, p
		return
	}
	if p >= 0 && w.drafts[p].aspect == Streak {
		p = w.before(p) // 新增企业108家，连续4年每年新增超100家
	}
	if p < 0 || w.unitText(p) != w.unitText(i) || w.unitText(i) == "" {
		return
	}
	if d.rule.Name == "subject-verb-object" && w.drafts[p].clause != d.clause {
		return // “三项保险”新增参保3万人: of whom, the clause says itself
	}
	d.action, d.indicator = d.indicator[0], nil
}

// elideCounted takes a name away that is what the number before counts: 压缩至1个环节、6个工作日
// tells no days of 环节.
func (w *work) elideCounted(i int) {
	d := &w.drafts[i]
	p := w.before(i)
	if p < 0 || d.inner || d.rule == nil || d.rule.Name != "value" || len(d.indicator) != 1 || w.tokens[d.token-1].class != "pause" {
		return
	}
	if prev := &w.drafts[p]; d.indicator[0].a == prev.token+1 && d.indicator[0].b == d.token-1 && len(prev.indicator) > 0 && prev.indicator[0].b <= prev.token {
		d.indicator, d.elided = nil, true
	}
}

// dropDeed takes what was done for no name where a further number counts the same things: 十一
// 项成果获国家奖励，一百零四项获省级奖励.
func (w *work) dropDeed(i int) {
	d := &w.drafts[i]
	p := w.before(i)
	if d.rule == nil || d.rule.Name != "number-thing" || p < 0 || w.unitText(p) != w.unitText(i) || w.unitText(i) == "" || len(d.indicator) != 1 {
		return
	}
	if r := d.indicator[0]; r.a == d.token+1 && (w.tokens[r.a].class == "make" && w.drafts[p].clause == d.clause-1 || isVerbal(w.tokens[r.a].class) && w.hasClass(w.left(d), "which")) && (r.a+1 == len(w.tokens) || w.tokens[r.a+1].class != "opening") {
		d.action, d.indicator = rng{r.a, r.a + 1}, nil
		d.step("deed of those counted before")
	}
}

// isVerbOnly reports whether a name is nothing but verbs: 项目新开工330个、续建371个.
func (w *work) isVerbOnly(d *draft) bool {
	if len(d.indicator) != 1 || d.indicator[0].empty() {
		return false
	}
	for i := d.indicator[0].a; i < d.indicator[0].b; i++ {
		switch w.tokens[i].class {
		case "make", "verb", "do", "second", "light", "finish":
		default:
			if w.tokens[i].text != "新" {
				return false
			}
		}
	}
	return isVerbal(w.tokens[d.indicator[0].b-1].class)
}

func isVerbal(class string) bool {
	switch class {
	case "verb", "do", "make", "second", "light", "finish", "cause", "rise", "fall", "cover", "have":
		return true
	}
	return false
}

// nameForWhom takes the verb for the name where only those it was done for stand before it:
// 为国家节约20亿元.
func (w *work) nameForWhom(d *draft) {
	if d.rule == nil || d.rule.Name != "object-verb" || len(d.indicator) != 1 || d.action.empty() {
		return
	}
	if r := w.trim(d.indicator[0]); !r.empty() && r.a > 0 && (w.tokens[r.a-1].text == "为" || w.tokens[r.a-1].text == "给") {
		d.indicator, d.action = []rng{d.action}, rng{}
		d.step("deed for those named")
	}
}

// isDecree reports whether a verb says that a number was laid down: 计划规定的增长百分之四.
func isDecree(verb string) bool {
	return verb == "计划安排" || verb == "规定" || verb == "要求" || verb == "所规定" || verb == "设想"
}

// widenName gives a noun that says too little the verbs before it, all but the one that governs:
// 发放|救助保障资金, 组织|招引活动.
func (w *work) widenName(d *draft) {
	if d.inner || len(d.indicator) != 1 || d.action.b-d.action.a < 2 || d.indicator[0].b-d.indicator[0].a != 1 || d.action.b > d.indicator[0].a {
		return
	}
	switch r := &d.indicator[0]; w.tokens[r.a].text {
	case "资金", "经费", "活动", "品种", "补贴", "补助":
		for i := d.action.b; i < r.a; i++ {
			if w.tokens[i].class != "cause" {
				return
			}
		}
		r.a = d.action.a + 1
		d.action.b = r.a
		d.step("verb that belongs to the name")
	}
}
