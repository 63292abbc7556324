package extract

import (
	"strconv"
	"strings"
)

// afterLead drops what stands before a time word or a verb of causing inside a name:
// 中央提出今年|经济增长, “大托管”带动|农户.
func (w *work) afterLead(r rng) rng {
	depth, named := 0, !r.empty() && isNominal(w.tokens[r.b-1].class)
	for i := r.b - 2; i > r.a; i-- {
		switch t := &w.tokens[i]; t.class {
		case "closing":
			depth++
		case "opening":
			depth--
		case "pause":
			if depth == 0 && (w.tokens[i+1].class == "hope" || w.tokens[i+1].class != "head" && w.isDone(rng{r.a, i})) {
				return rng{i + 1, r.b} // 建设、力争|养殖量; 续建项目全部复工、|新建项目开工率
			}
		case "time":
			if depth == 0 && named {
				return rng{i + 1, r.b}
			}
		case "cause", "for", "hope", "prep", "with":
			if next := w.tokens[i+1].class; depth == 0 && causes(t.text) && !(t.text == "将" && (isVerbal(next) || next == "for" || next == "be")) {
				return rng{i + 1, r.b}
			}
		}
		named = named || isNominal(w.tokens[i].class)
	}
	return r
}

// afterMarker drops the number of an item from its name: （9）|康复服务残疾人.
func (w *work) afterMarker(r rng) rng {
	if r.b-r.a < 4 || w.tokens[r.a].text != "（" && w.tokens[r.a].text != "(" || w.tokens[r.a+2].class != "closing" {
		return r
	}
	if _, err := strconv.Atoi(w.tokens[r.a+1].text); err != nil {
		return r
	}
	return rng{r.a + 3, r.b}
}

// leads reports whether the first token of a range stands before the noun phrase.
func (w *work) leads(r rng) bool {
	t := &w.tokens[r.a]
	if t.text == "年度" && r.b-r.a > 1 && (isBareHead(&w.tokens[r.a+1]) || w.tokens[r.a+1].class == "finish") { // 年度完成投资
		return true
	}
	if (t.text == "计划" || t.text == "要求" || t.text == "计划安排") && r.b-r.a > 1 || t.text == "重点" && r.b-r.a > 1 && stresses(w.tokens[r.a+1].text) {
		return true
	}
	if r.a > 0 && w.tokens[r.a-1].text == "提前" && r.b-r.a > 1 && t.mention >= 0 && strings.HasSuffix(t.text, "年") {
		return true // 提前五年|实现工业总产值
	}
	if t.text == "惠及" && r.b-r.a > 1 { // 惠及|市场主体超过20万户
		return true
	}
	if t.text == "一般" && r.b-r.a > 1 && (w.tokens[r.a+1].class == "hope" || w.tokens[r.a+1].class == "share") {
		return true
	}
	switch t.class {
	case "time", "adverb", "mean", "each", "compare", "hope", "which", "pause", "and", "conj", "of", "for", "in", "after",
		"prep", "particle", "cause", "with", "before", "exceed", "be", "to", "from", "than", "closing", "etc":
		return true
	case "self":
		// 全市生产总值 loses its place; 全国第一 has no other name
		return r.b-r.a > 1 && !w.isForeign(t.text)
	case "pronoun": // 各项贷款余额 is the indicator's whole name
		return t.text != "各项" || r.b-r.a < 2 || !strings.HasPrefix(w.tokens[r.a+1].text, "存款") && !strings.HasPrefix(w.tokens[r.a+1].text, "贷款")
	case "light", "finish":
		// 推进…项目投资增长6%: the verb governs the whole clause
		return r.b-r.a > 2 && w.tokens[r.a+1].class != "of" || r.b-r.a == 2 && t.class == "finish" && isFlow(w.tokens[r.a+1].text) // 完成投资
	case "mark":
		return true
	}
	return false
}

// isFlow reports whether a noun tells money that flows in a year, of which 完成 says no more.
func isFlow(noun string) bool {
	return strings.HasSuffix(noun, "投资") || strings.HasSuffix(noun, "利润") || strings.HasSuffix(noun, "产值") || strings.HasSuffix(noun, "收入") || strings.HasSuffix(noun, "总值")
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
	if t.text == "实际" || t.text == "名义" || t.text == "计划" || t.text == "要求" || t.text == "之一" { // 工业总产值计划达到, 纯收入实际增长
		return r.b-r.a > 1
	}
	switch t.class {
	case "every":
		return r.b-r.a > 1 && (strings.HasPrefix(t.text, "每") || w.tokens[r.b-2].text == "每") // 收购价|每50公斤
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

// isDone reports whether a range says of something that it was done: 续建项目全部复工, 服务深入推进.
func (w *work) isDone(r rng) bool {
	t := &w.tokens[r.b-1]
	if r.b-r.a > 1 && t.class == "light" && t.text != "开工" && t.text != "启动" {
		return true
	}
	return r.b-r.a > 2 && (w.tokens[r.b-2].class == "each" || w.tokens[r.b-2].class == "adverb") && isVerbal(t.class)
}
