package extract

import "strings"

// outcome is the token where what came of a counted thing begins, or the end of its name: 煤矿|竣工
// 转产, 学者|上榜, 企业|入驻产业园, 城市道路|加快推进. Unlike other verbs these never describe the thing
// when they stand behind it, whatever governs the number: 推进5个项目|落地.
func (w *work) outcome(d *draft, head rng) int {
	added := !d.action.empty() && w.tokens[d.action.a].text == "新增" || w.underVerb(d) // 新增27家博物馆挂牌 counts those that did
	depth := 0
	for i := head.a + 1; i < head.b; i++ {
		t := &w.tokens[i]
		switch t.class {
		case "opening":
			depth++
		case "closing":
			depth--
		case "of":
			return head.b
		}
		if depth > 0 || !isVerbal(t.class) && t.class != "with" {
			continue
		}
		if prev := w.tokens[i-1].class; !isNominal(prev) && prev != "second" && prev != "cover" {
			continue
		}
		if t.text == "得以" || t.text == "予以" || !added && (w.isAward(i, head.b) || w.isEnd(i, head.b)) {
			return i
		}
	}
	return head.b
}

// isAward reports whether a verb at i tells what the things before it got or got into.
func (w *work) isAward(i, end int) bool {
	switch w.tokens[i].text {
	case "荣获", "荣膺", "荣登", "获评", "获批", "入选", "入围", "上榜", "当选", "入驻", "纳入":
		return !w.hasClass(rng{i, end}, "of")
	case "通过": // 10个县通过省级评估
		switch w.tokens[end-1].text {
		case "评估", "认证", "验收", "审核", "审批", "复核", "评审", "考核":
			return true
		}
	}
	return false
}

// isEnd reports whether nothing but verbs stands from i on, the first of which tells how far
// something has come.
func (w *work) isEnd(i, end int) bool {
	switch w.tokens[i].text {
	case "加快推进", "全面完成", "扎实推进", "深入推进", "竣工", "竣工投产", "投产", "完工", "落地", "挂牌", "复工", "复产", "复工复产", "投运", "投用", "通车":
	default:
		return false
	}
	for i++; i < end; i++ {
		if t := &w.tokens[i]; !isVerbal(t.class) && t.class != "nverb" && t.text != "达效" && t.text != "见效" {
			return false
		}
	}
	return true
}

// isOfName reports whether the verb before a number is but a syllable of a name in the list that
// 等 ends: 尚|安|街、金匠街等14条城市道路.
func (w *work) isOfName(d *draft) bool {
	if d.action.b-d.action.a != 1 || d.action.a > d.token || !w.hasClass(rng{d.action.b, d.token}, "etc") {
		return false
	}
	t := &w.tokens[d.action.a]
	return len(t.text) == len("安") && (t.class == "verb" || t.class == "do")
}

// governs reports whether the verb before a number governs the outcome behind what it counts, as no
// verb does one that has a subject of its own: 深化改革2项成果|荣获激励.
func (w *work) governs(d *draft, end int) bool {
	if d.action.empty() || d.rule.Name == "verb-place-number-thing" {
		return false
	}
	t := &w.tokens[end]
	return t.text != "荣获" && t.text != "全面完成"
}

// beforeManner takes the word for how something was done off the end of a name before its
// predicate: 矿山企业|安全|复工复产.
func (w *work) beforeManner(r rng, end int) int {
	if r.b < end && r.b-r.a > 1 {
		switch w.tokens[r.b-1].text {
		case "安全", "基本", "整体", "对口", "全面", "顺利", "有序", "成功", "率先":
			return r.b - 1
		}
	}
	return r.b
}

// beforeVerb ends a name at the 、 before the verb of the next number: 新建13个养老院|、改造提升16家;
// 开通200个停车场|、新增注册用户30万户.
func (w *work) beforeVerb(head rng) rng {
	if head.b == len(w.tokens) || w.tokens[head.b].class != "number" && w.tokens[head.b].class != "before" && w.tokens[head.b].class != "exceed" {
		return head
	}
	verbs := true
	for i := head.b - 1; i > head.a+1; i-- {
		t := &w.tokens[i]
		if w.tokens[i-1].class == "pause" && isNominal(w.tokens[i-2].class) && (verbs && isVerbal(t.class) || t.class == "make" && strings.HasPrefix(t.text, "新")) {
			return rng{head.a, i - 1}
		}
		verbs = verbs && (isVerbal(t.class) || t.class == "of")
	}
	return head
}
