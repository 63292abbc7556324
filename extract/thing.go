package extract

import (
	"strings"

	"zhibiao/extract/mention"
)

// readHead splits what follows a number into the counted thing and what it did:
// 45户|企业|升规入统. Under a verb that governs the number (出台17项|稳经济政策措施) or
// at the end of nothing but nouns, all of it is the thing.
func (w *work) readHead(d *draft, head rng) {
	if head.b < len(w.tokens) && w.tokens[head.b].class == "number" {
		head = w.beforePartner(head)
	}
	head = w.beforeUse(d, w.inFrame(d, w.beforeSize(w.beforeVerb(head))))
	if w.ownsNext(head.b) { // 3个国控断面优良比例达到100%
		d.indicator = w.list(d.indicator, w.toThing(d, head))
		return
	}
	if d.token > 0 && w.tokens[d.token-1].class == "of" {
		d.action = rng{} // 2000年以前建成的30个老旧小区|完成改造: a verb that selects does not govern
	}
	if w.isOfName(d) {
		d.action = rng{}
	}
	at, end := head.b, w.outcome(d, head)
	switch {
	case end < head.b && w.governs(d, end):
		head.b, at = end, end // 推进5个项目|落地
	case end < head.b:
		d.action, at = rng{}, min(end, w.predicate(head))
	case d.action.empty() && !w.underVerb(d):
		at = w.predicate(head)
	case w.owns(d.action): // 有2343个县|开展试点
		head.b = w.predicate(head)
		at = head.b
	case isPersonal(w.mentions[d.mention].Unit.In(w.view.text)):
		head.b = w.endOfPeople(head) // 选派400名医师|开展基层帮扶
		at = head.b
	}
	at = w.beforeManner(rng{head.a, at}, head.b)
	d.indicator = w.list(d.indicator, rng{head.a, at})
	if d.action.empty() && at == head.b && d.rule.Name == "named-number-thing" {
		d.doubt = 1 // neither a verb before nor one behind: the end of the name is uncertain
	}
	switch {
	case at == head.b:
	case head.b == len(w.tokens) || w.tokens[head.b].class != "number":
		d.action = rng{at, head.b}
	case at == end:
		d.action = rng{at, at + 1} // 5名学者|上榜|前2%
	}
}

// owns reports whether an action is no more than that something is there: 有.
func (w *work) owns(action rng) bool {
	verb := w.verbOf(action)
	return verb != nil && verb.class == "have"
}

// isThing reports whether a word is often counted, or names people: 企业, 残疾儿童.
func isThing(t *token) bool {
	if t.class != "noun" {
		return t.class == "thing" || t.class == "plant"
	}
	for _, end := range [...]string{"儿童", "婴幼儿", "老人", "老年人", "妇女", "青年", "人群", "居民", "学生", "毕业生", "寄宿生", "人口", "军人", "群众", "人员", "职工", "家庭"} {
		if strings.HasSuffix(t.text, end) {
			return true
		}
	}
	return false
}

func isPersonal(classifier string) bool { return classifier == "名" || classifier == "位" }

// endOfPeople is where people sent or trained begin to act: 医师|开展帮扶.
func (w *work) endOfPeople(head rng) int {
	for i := head.a + 1; i < head.b; i++ {
		if w.tokens[i].text == "赴" {
			return i
		}
		switch w.tokens[i].class {
		case "light", "make", "finish":
			if isNominal(w.tokens[i-1].class) {
				return i
			}
		}
	}
	return head.b
}

// beforePartner ends a name at the 与 that joins it to a partner counted next:
// 3家医院与北京医院等8家医院签订协议.
func (w *work) beforePartner(head rng) rng {
	if w.tokens[head.b-1].class == "etc" { // 5个重大专项和新能源等8个重点专项
		for i := head.a + 1; i < head.b; i++ {
			if w.tokens[i].class == "and" {
				return rng{head.a, i}
			}
		}
	}
	for i := head.a + 1; i < head.b; i++ {
		if t := w.tokens[i].text; t == "与" || t == "同" || t == "跟" {
			return rng{head.a, i}
		}
	}
	return head
}

// beforeSize ends a name at the 、 before the size of what is told next: 148个省级项目、
// 总投资9329亿元的299个市级项目; 1000座席呼叫中心、20万吨污水处理厂.
func (w *work) beforeSize(head rng) rng {
	for i := head.a + 1; i+1 < head.b && i+2 < len(w.tokens); i++ {
		if w.tokens[i].class == "and" && w.tokens[i+1].class == "numeral" {
			return rng{head.a, i} // 7个城市更新项目|和一批城中村改造项目
		}
		if next := w.tokens[i+1].class; w.tokens[i].class == "pause" && (next == "inner" || next == "size" && (w.tokens[i+2].class == "inner" || i+2 == head.b)) {
			return rng{head.a, i}
		}
	}
	return head
}

// toThing ends the name of what a size describes at its first counted noun:
// 5亿元以上产业项目投资 → 产业项目.
func (w *work) toThing(d *draft, r rng) rng {
	if !r.empty() && isThing(&w.tokens[r.b-1]) && w.isPlain(r) { // 人才发展基金, 企业投资项目
		return r
	}
	for i := r.a; i < r.b; i++ {
		if t := &w.tokens[i]; isThing(t) && (i+1 == r.b || !isThing(&w.tokens[i+1]) && t.text != "国家") {
			return rng{r.a, w.placeOf(i+1, r.b)}
		}
	}
	r.b = w.outcome(d, r)
	return r
}

// inFrame ends a name at the 中 of a phrase that 在 opens: 在全国38个同类机场|中进展最快.
func (w *work) inFrame(d *draft, head rng) rng {
	for i := head.a + 1; i < head.b; i++ {
		if w.tokens[i].text == "中" && isNominal(w.tokens[i-1].class) && w.holds(rng{w.clause[d.clause].a, d.token}, "在") {
			return rng{head.a, i}
		}
	}
	return head
}

// beforeUse ends the name of money at what it is for: 1万亿元国债|支持灾后恢复重建, 3亿元资金|用于
// 技术改造.
func (w *work) beforeUse(d *draft, head rng) rng {
	if w.mentions[d.mention].Kind != mention.Money {
		return head
	}
	for i := head.a + 1; i < head.b; i++ {
		if t := &w.tokens[i]; (t.class == "cause" || t.text == "用于") && isFund(w.tokens[i-1].text) {
			return rng{head.a, i}
		}
	}
	return head
}

// isFund reports whether a noun names money: 资金, 国债, 贷款.
func isFund(noun string) bool {
	for _, end := range [...]string{"金", "债", "券", "款", "经费", "补贴", "补助"} {
		if strings.HasSuffix(noun, end) {
			return true
		}
	}
	return false
}

// isPlain reports whether a range is one noun phrase, without a list, a bracket or a predicate.
func (w *work) isPlain(r rng) bool {
	for i := r.a; i < r.b; i++ {
		switch w.tokens[i].class {
		case "pause", "opening", "closing", "verb":
			return false
		}
	}
	return !w.hasStrong(r)
}

// underVerb reports whether a further count of a list stands under the verb of the
// first: 组建6个研究中心和3个产业联盟.
func (w *work) underVerb(d *draft) bool {
	if d.rule.Name != "list-thing" {
		return false
	}
	for i := len(w.drafts) - 1; i >= 0 && w.drafts[i].clause == d.clause; i-- {
		if p := &w.drafts[i]; !p.inner {
			return !p.action.empty() && p.action.a < p.token
		}
	}
	return false
}
