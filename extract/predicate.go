package extract

import "strings"

// predicate is the token where the predicate of a counted thing begins, or the end.
// A verb right after a noun that is often counted (企业, 居民, 项目) begins it; else the
// first verb that no noun follows up to (全部达标), else none.
func (w *work) predicate(head rng) int {
	if n := head.b - 2; n > head.a && w.tokens[n].class == "nverb" && isState(w.tokens[n+1].text) {
		head.b = n // 改革试点|进展顺利
	}
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
		if thing == head.b && isThing(prev) && !isThing(t) && t.class != "gauge" && !w.isWork(i, head.b) {
			thing = w.placeOf(i, head.b)
		}
		if !w.startsPredicate(i, head.b) || w.isWork(i, head.b) {
			continue
		}
		if isThing(prev) || prev.class == "closing" {
			if candidate < head.b && !isVerbal(w.tokens[candidate].class) {
				return candidate // 典型经验|被纳入技术指引
			}
			return i
		}
		if candidate == head.b && (isNominal(prev.class) || prev.class == "classifier" && t.class == "each") && !w.isModifier(i, head.b) {
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

// isState reports whether a word behind a noun tells how something goes: 进展顺利, 运行平稳.
func isState(word string) bool {
	switch word {
	case "顺利", "良好", "平稳", "有序", "正常":
		return true
	}
	return false
}

// isWork reports whether the verb at i only says what kind of work, done or to do, a noun behind it
// names: 房屋|确权颁证遗留问题|得到解决, 小区|改造任务|全部完成.
func (w *work) isWork(i, end int) bool {
	for j := i; j < end-1; j++ {
		switch t := &w.tokens[j]; t.class {
		case "do", "second", "nverb", "adj":
		case "noun", "thing":
			if isTask(t.text) {
				return !isNominal(w.tokens[j+1].class)
			}
		default:
			return false
		}
	}
	return false
}

// isTask reports whether a noun names work, not what it is done to.
func isTask(noun string) bool {
	switch noun {
	case "问题", "任务", "工作", "工程", "项目", "手续", "事项", "遗留问题":
		return true
	}
	return false
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
