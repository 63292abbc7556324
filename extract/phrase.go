package extract

import "strings"

// trim narrows a range to the noun phrase that a statistics table would give the row:
// no time, no own place, no adverb or connective, no verb of causing before it, and
// nothing but nouns at its end.
func (w *work) trim(r rng) rng {
	r = w.afterLead(r)
	if r.b-r.a > 1 && w.tokens[r.a].text == "在" && isStage(w.tokens[r.b-1].text) {
		return rng{r.b, r.b} // 在调整初期由36%降低到28%
	}
	for r.a < r.b && w.leads(r) {
		r.a++
	}
	for r.a < r.b && w.trails(r) {
		r.b--
	}
	if !r.empty() {
		r = w.dropFrame(r)
	}
	return w.wholeWord(w.dropExamples(w.unquote(r)))
}

// wholeWord gives a name of one character the verb that was cut from it: 救助|金.
func (w *work) wholeWord(r rng) rng {
	if r.b-r.a == 1 && r.a > 0 && len(w.tokens[r.a].text) == 3 && w.tokens[r.a-1].End == w.tokens[r.a].Start {
		switch w.tokens[r.a-1].class {
		case "do", "second", "nverb", "verb", "rise", "cause":
			return rng{r.a - 1, r.b}
		}
	}
	return r
}

// isStage reports whether a noun says when something was.
func isStage(noun string) bool {
	switch noun {
	case "初期", "中期", "末期", "期间", "时期", "阶段", "初":
		return true
	}
	return false
}

// endsFrame reports whether a word closes a phrase that 在 opens: 在严重洪灾下.
func endsFrame(s string) bool {
	switch s {
	case "中", "下", "上", "基础上", "情况下", "条件下", "背景下", "形势下":
		return true
	}
	return false
}

// afterLead drops what stands before a time word or a verb of causing inside a name:
// 中央提出今年|经济增长, “大托管”带动|农户.
func (w *work) afterLead(r rng) rng {
	depth := 0
	for i := r.b - 2; i > r.a; i-- {
		switch t := &w.tokens[i]; t.class {
		case "closing":
			depth++
		case "opening":
			depth--
		case "time":
			if depth == 0 && w.hasNominal(rng{i + 1, r.b}) {
				return rng{i + 1, r.b}
			}
		case "cause", "for", "hope", "prep", "with":
			if next := w.tokens[i+1].class; depth == 0 && causes(t.text) && !(t.text == "将" && (isVerbal(next) || next == "for" || next == "be")) {
				return rng{i + 1, r.b}
			}
		}
	}
	return r
}

func (w *work) hasNominal(r rng) bool {
	for i := r.a; i < r.b; i++ {
		if isNominal(w.tokens[i].class) {
			return true
		}
	}
	return false
}

func causes(verb string) bool {
	switch verb {
	case "把", "将", "带动", "拉动", "推动", "促进", "助力", "帮助", "使", "让":
		return true
	}
	return false
}

// dropFrame cuts where something was found off what was found: 开发区建设在全省考核中排名
// 第一 ranks 开发区建设.
func (w *work) dropFrame(r rng) rng {
	if r.b < len(w.tokens) && endsFrame(w.tokens[r.b].text) || endsFrame(w.tokens[r.b-1].text) {
		for i := r.a + 1; i < r.b; i++ {
			if w.tokens[i].text == "在" {
				return rng{r.a, i}
			}
		}
	}
	return r
}

// leads reports whether the first token of a range stands before the noun phrase.
func (w *work) leads(r rng) bool {
	t := &w.tokens[r.a]
	if t.text == "计划" && r.b-r.a > 1 || t.text == "重点" && r.b-r.a > 1 && stresses(w.tokens[r.a+1].text) {
		return true
	}
	switch t.class {
	case "time", "adverb", "mean", "each", "compare", "hope", "which", "pause", "and", "conj", "of", "for", "in", "after",
		"prep", "particle", "cause", "with", "before", "exceed", "be", "to", "from", "than", "closing", "etc":
		return true
	case "self":
		// 全市生产总值 loses its place; 全国第一 has no other name
		return r.b-r.a > 1 && !w.isForeign(t.text)
	case "pronoun":
		return true
	case "light", "finish":
		// 推进…项目投资增长6%: the verb governs the whole clause
		return r.b-r.a > 2 && w.tokens[r.a+1].class != "of"
	case "mark":
		return true
	}
	return false
}

// stresses reports whether 重点 before a verb says how it is done, 重点发展, and is no part of
// a name as in 重点改革任务.
func stresses(verb string) bool {
	switch verb {
	case "发展", "培育", "抓好", "推进", "支持", "打造", "突破":
		return true
	}
	return false
}

// trails reports whether the last token of a range stands after the noun phrase.
func (w *work) trails(r rng) bool {
	t := &w.tokens[r.b-1]
	if t.text == "实际" || t.text == "名义" || t.text == "计划" || t.text == "之一" { // 工业总产值计划达到, 纯收入实际增长
		return r.b-r.a > 1
	}
	switch t.class {
	case "time", "adverb", "manner", "finish", "mean", "each", "compare", "hope", "pause", "and", "of", "prep", "conj", "for", "in",
		"which", "particle", "be", "than", "from", "to", "with", "opening", "not", "before", "mark":
		return r.b-r.a > 1
	case "self":
		return r.b-r.a > 1 && !w.hasClass(r, "share")
	case "place":
		switch t.text {
		case "中", "后", "前", "时", "里", "内", "上", "之间", "期间":
			return r.b-r.a > 1
		}
		return false
	case "ranking", "run":
		return r.b-r.a > 1
	case "have", "exceed", "above", "below":
		return r.b-r.a > 1
	}
	return false
}

// unquote drops a pair of quotes around the whole phrase: “干净人家” → 干净人家.
func (w *work) unquote(r rng) rng {
	if !r.empty() && w.tokens[r.a].class == "opening" && !w.holds(r, partner(w.tokens[r.a].text)) {
		r.a++
	}
	if !r.empty() && w.tokens[r.b-1].class == "closing" && !w.hasClass(rng{r.a, r.b - 1}, "opening") {
		r.b--
	}
	for r.b-r.a > 2 && w.tokens[r.a].class == "opening" && w.tokens[r.b-1].text == partner(w.tokens[r.a].text) {
		for i := r.a + 1; i < r.b-1; i++ {
			if w.tokens[i].class == "closing" || w.tokens[i].class == "opening" {
				return r
			}
		}
		r.a++
		r.b--
	}
	return r
}

// holds reports whether a range has a token of the given text.
func (w *work) holds(r rng, text string) bool {
	for i := r.a; i < r.b; i++ {
		if w.tokens[i].text == text {
			return true
		}
	}
	return false
}

// isForeign reports whether a place word names another place than the report's own:
// 全国 in a city's report.
func (w *work) isForeign(place string) bool {
	switch place {
	case "全国", "我国", "世界", "全世界", "全球":
		return !w.national || place == "世界" || place == "全世界" || place == "全球"
	}
	return false
}

// dropExamples cuts the examples off a list: 迎宾园、朝阳园等街头游园 → 街头游园. Before
// a lone noun they stay, since it says too little by itself (送戏下乡、展览等活动).
func (w *work) dropExamples(r rng) rng {
	depth := 0
	for i := r.b - 3; i > r.a; i-- {
		switch w.tokens[i].class {
		case "closing":
			depth++
		case "opening":
			depth--
		case "etc":
			if depth == 0 {
				return w.trim(rng{i + 1, r.b})
			}
		}
	}
	return r
}

// readHead splits what follows a number into the counted thing and what it did:
// 45户|企业|升规入统. Under a verb that governs the number (出台17项|稳经济政策措施) or
// at the end of nothing but nouns, all of it is the thing.
func (w *work) readHead(d *draft, head rng) {
	if head.b < len(w.tokens) && w.tokens[head.b].class == "number" {
		head = w.beforePartner(head)
	}
	head = w.beforeSize(head)
	if w.ownsNext(head.b) { // 3个国控断面优良比例达到100%
		d.indicator = append(d.indicator, w.toThing(head))
		return
	}
	if d.token > 0 && w.tokens[d.token-1].class == "of" {
		d.action = rng{} // 2000年以前建成的30个老旧小区|完成改造: a verb that selects does not govern
	}
	at := head.b
	switch {
	case d.action.empty() && !w.underVerb(d):
		at = w.predicate(head)
	case w.owns(d.action): // 有2343个县|开展试点
		head.b = w.predicate(head)
		at = head.b
	case isPersonal(w.mentions[d.mention].Unit.In(w.view.text)):
		head.b = w.endOfPeople(head) // 选派400名医师|开展基层帮扶
		at = head.b
	}
	d.indicator = append(d.indicator, rng{head.a, at})
	if d.action.empty() && at == head.b && d.rule.Name == "named-number-thing" {
		d.doubt = 1 // neither a verb before nor one behind: the end of the name is uncertain
	}
	if at < head.b && (head.b == len(w.tokens) || w.tokens[head.b].class != "number") {
		d.action = rng{at, head.b}
	}
}

// owns reports whether an action is no more than that something is there: 有.
func (w *work) owns(action rng) bool {
	verb := w.verbOf(action)
	return verb != nil && verb.class == "have"
}

// isThing reports whether a word is often counted, or names people: 企业, 残疾儿童.
func isThing(t *token) bool {
	if t.class == "thing" || t.class == "plant" {
		return true
	}
	for _, end := range [...]string{"儿童", "老人", "老年人", "妇女", "青年", "人群", "居民", "学生", "毕业生", "寄宿生", "人口", "军人", "群众", "人员", "职工", "家庭"} {
		if t.class == "noun" && strings.HasSuffix(t.text, end) {
			return true
		}
	}
	return false
}

func isPersonal(classifier string) bool { return classifier == "名" || classifier == "位" }

// endOfPeople is where people sent or trained begin to act: 医师|开展帮扶.
func (w *work) endOfPeople(head rng) int {
	for i := head.a + 1; i < head.b; i++ {
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

// beforeSize ends a name at the 、 before the size of what is counted next: 148个省级项目、
// 总投资9329亿元的299个市级项目.
func (w *work) beforeSize(head rng) rng {
	for i := head.a + 1; i+2 < head.b; i++ {
		if w.tokens[i].class == "pause" && w.tokens[i+1].class == "size" && w.tokens[i+2].class == "inner" {
			return rng{head.a, i}
		}
	}
	return head
}

// toThing ends the name of what a size describes at its first counted noun:
// 5亿元以上产业项目投资 → 产业项目.
func (w *work) toThing(r rng) rng {
	for i := r.a; i < r.b; i++ {
		if t := &w.tokens[i]; isThing(t) && (i+1 == r.b || !isThing(&w.tokens[i+1]) && t.text != "国家") {
			return rng{r.a, w.placeOf(i+1, r.b)}
		}
	}
	return r
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

// predicate is the token where the predicate of a counted thing begins, or the end.
// A verb right after a noun that is often counted (企业, 居民, 项目) begins it; else the
// first verb that no noun follows up to (全部达标), else none.
func (w *work) predicate(head rng) int {
	candidate, thing := head.b, head.b
	depth := 0
	for i := head.a + 1; i < head.b; i++ {
		prev, t := &w.tokens[i-1], &w.tokens[i]
		switch t.class {
		case "opening":
			depth++
		case "closing":
			depth--
		}
		if depth > 0 {
			continue
		}
		if prev.text == "国家" && (isNominal(t.class) || t.class == "and" || !strings.HasSuffix(w.tokens[max(0, head.a-1)].text, "个")) {
			continue // 2处国家考古遗址公园, 22项国家和省级试点
		}
		if thing == head.b && isThing(prev) && !isThing(t) && t.class != "gauge" {
			thing = w.placeOf(i, head.b)
		}
		if !w.startsPredicate(i, head.b) {
			continue
		}
		if isThing(prev) || prev.class == "closing" {
			if candidate < head.b && !isVerbal(w.tokens[candidate].class) {
				return candidate // 典型经验|被纳入技术指引
			}
			return i
		}
		if candidate == head.b && isNominal(prev.class) && !w.isModifier(i, head.b) {
			candidate = i
		}
	}
	if candidate < thing && !isVerbal(w.tokens[candidate].class) {
		return candidate // 典型经验|被纳入技术指引
	}
	if thing < head.b && w.hasVerb(rng{thing, head.b}) {
		return thing
	}
	return candidate
}

// placeOf is where a noun phrase ends that goes on behind a counted noun to a plant or to
// people: 乡镇综合文化站|全部达标, 家庭困难学生|受益. Without such it is the counted noun's end.
func (w *work) placeOf(i, end int) int {
	for j := i; j < end && (w.tokens[j].class == "noun" || w.tokens[j].class == "adj" || w.tokens[j].class == "plant"); j++ {
		if t := &w.tokens[j]; t.class == "plant" || t.class == "noun" && isThing(t) {
			return j + 1
		}
	}
	return i
}

// ownsNext reports whether a verb at token i leads on to a number of its own.
func (w *work) ownsNext(i int) bool {
	for ; i < len(w.tokens); i++ {
		switch w.tokens[i].class {
		case "each", "mean", "adverb", "hope", "compare":
		case "reach", "become", "exceed", "rise", "fall":
			return true
		default:
			return false
		}
	}
	return false
}

// isModifier reports whether the verb at i is part of a noun phrase that goes on to its
// head: 农产品|精深|加工|项目.
func (w *work) isModifier(i, end int) bool {
	switch w.tokens[i].class {
	case "do", "second", "cover", "rise", "verb", "manner":
	default:
		return false
	}
	return i+1 < end && isNominal(w.tokens[end-1].class) && !w.hasStrong(rng{i, end})
}

func (w *work) hasStrong(r rng) bool {
	for i := r.a; i < r.b; i++ {
		switch w.tokens[i].class {
		case "make", "light", "finish", "reach", "become", "adverb", "each", "of":
			return true
		}
	}
	return false
}

func (w *work) hasVerb(r rng) bool {
	for i := r.a; i < r.b; i++ {
		switch w.tokens[i].class {
		case "verb", "do", "make", "second", "light", "finish", "cover":
			return true
		}
	}
	return false
}

// startsPredicate reports whether a predicate can begin at token i.
func (w *work) startsPredicate(i, end int) bool {
	switch w.tokens[i].class {
	case "verb", "do", "make", "second", "light", "finish", "cover", "rise", "fall", "have", "reach", "exceed", "become", "be", "cause":
		return true
	case "adverb", "manner", "each", "time", "hope", "for", "in", "with", "prep", "mean", "not", "run", "ranking", "every", "pronoun":
		return i+1 < end
	}
	return false
}

func isNominal(class string) bool {
	switch class {
	case "noun", "plant", "thing", "gauge", "head", "nverb", "closing", "place", "other", "adj":
		return true
	}
	return false
}
