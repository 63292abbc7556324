package extract

import "strings"

// shareOwner gives a measure of a list the owner of the one before it: 省属企业资产总额2亿元、营业
// 收入1亿元、利润总额860万元.
func (w *work) shareOwner(d *draft, p int) {
	r := d.indicator[0]
	if p >= 0 && r.b-r.a == 1 && r.a == w.drafts[p].token+2 && w.textOf(r) == "资金" && w.tokens[r.a-1].class == "pause" && len(w.drafts[p].indicator) > 0 {
		d.prefix = append(append([]rng(nil), w.drafts[p].prefix...), w.drafts[p].indicator...)
		d.step("money for the number before") // 兜底保障24万人次、资金11亿元
		return
	}
	if p >= 0 && len(w.drafts[p].indicator) == 1 && w.isRateOf(r, w.drafts[p].indicator[0]) {
		own := w.drafts[p].indicator[0]
		d.prefix = []rng{{own.a, own.b - 1}}
		d.step("rate of the number before") // 基本医疗保险参保51万人，参保率97%
		return
	}
	if p < 0 || r.a == 0 || r.b > d.token || !w.isLoneHead(r) || w.drafts[p].clause != d.clause || w.tokens[r.a-1].class != "pause" {
		return
	}
	if prev := &w.drafts[p]; len(prev.prefix) == 1 && len(prev.indicator) == 1 && w.isLoneHead(prev.indicator[0]) && prev.token+2 == r.a {
		d.prefix = prev.prefix
		d.step("owner of the number before")
	}
}

// splitCounted takes what was counted right before off a head behind 、: 117个重大项目、总投资1935
// 亿元 tells 重大项目总投资.
func (w *work) splitCounted(d *draft, p int) {
	r := d.indicator[0]
	if p < 0 || r.b-r.a < 3 || r.a != w.drafts[p].token+1 || w.tokens[r.b-2].class != "pause" || w.isHead(r.b-3) || !w.isLoneHead(rng{r.b - 1, r.b}) {
		return
	}
	if thing := w.drafts[p].indicator; len(thing) == 1 && thing[0].a == r.a && thing[0].b <= r.b-2 {
		d.indicator = []rng{{r.b - 1, r.b}}
	}
}

// isRateOf reports whether a name is but the rate of the deed that another ends in: 参保, 参保率.
func (w *work) isRateOf(r, name rng) bool {
	return r.b-r.a == 1 && name.b-name.a > 1 && w.tokens[r.a].text == w.tokens[name.b-1].text+"率"
}

// isTurnover reports whether a noun names what an enterprise takes or earns, which is of an owner
// and never of another measure: 资产总额达到186亿元，营业收入增长22%.
func isTurnover(noun string) bool {
	switch noun {
	case "营业收入", "主营业务收入", "销售收入", "利润", "利润总额", "利税", "税收", "产值", "总产值", "工业总产值", "增加值":
		return true
	}
	return false
}

// areStaff reports whether a noun names those who work for the owner of a measure.
func areStaff(noun string) bool {
	switch noun {
	case "从业人员", "从业人数", "就业人员", "就业人数", "员工", "职工", "用工":
		return true
	}
	return false
}

// isLoneHead reports whether a name is a head of its own kind, not the pace of another: 利润,
// 满意率, but not 增速.
func (w *work) isLoneHead(r rng) bool {
	return r.b-r.a == 1 && w.isHead(r.a) && !isRateNoun(w.tokens[r.a].class)
}

// isTrade reports whether a noun names what has an output or takes investment: 新材料产业.
func isTrade(noun string) bool {
	switch noun {
	case "就业", "创业", "毕业", "作业", "专业", "失业":
		return false
	}
	for _, end := range [...]string{"业", "园", "区", "集群", "工程", "项目", "链"} {
		if strings.HasSuffix(noun, end) {
			return true
		}
	}
	return false
}

// isOwned reports whether a name that is none of the bare heads needs its owner all the
// same: 示范区实现进口额116亿元, “三项保险”新增参保3万人.
func (w *work) isOwned(t *token, own rng) bool {
	switch end := &w.tokens[own.b-1]; t.class {
	case "gauge":
		return isTrade(end.text)
	case "do", "nverb", "verb": // 养老保险新增扩面6万人
		return end.class == "noun" || end.class == "thing"
	}
	return false
}

// headOfNumber gives a bare head what the number before tells of: 经营主体增长11.1%，增速全省第一.
func (w *work) headOfNumber(d *draft, p int, share bool) {
	if q := w.before(p); q >= 0 && len(w.drafts[p].indicator) == 1 && len(w.drafts[p].prefix) == 0 && areStaff(w.textOf(w.drafts[p].indicator[0])) {
		p = q // 乡镇企业发展到120家，从业人员2万人，总产值10亿元
	}
	r, prev := d.indicator[0], &w.drafts[p]
	t := &w.tokens[r.a]
	if len(prev.indicator) == 1 && w.textOf(prev.indicator[0]) == w.textOf(r) {
		d.prefix, d.suffix = prev.prefix, prev.suffix
		return
	}
	d.prefix = append(append([]rng(nil), prev.prefix...), prev.indicator...)
	if n := len(prev.prefix); len(prev.indicator) == 1 && !share && w.isLoneHead(prev.indicator[0]) && w.isLoneHead(r) && (n > 0 || isTurnover(t.text) || strings.HasPrefix(w.textOf(prev.indicator[0]), "总")) {
		d.prefix = d.prefix[:n] // 提案200件，办复率100%，满意率98%; 总投资2亿元，总占地400亩
	} else if n := len(d.prefix); n > 0 {
		last := &d.prefix[n-1]
		if at := w.find(*last, "share"); at > last.a && !share {
			last.b = at // 制造业增加值|占生产总值的37%，总量居全区第二
		}
		if at := w.find(*last, "size"); at > last.a && at+1 < last.b && t.class == "head" {
			last.b = at // 黑木耳|年产干耳689吨，销售收入3833万元
		}
		if last.b-last.a > 1 && areStaff(w.tokens[last.b-1].text) {
			last.b-- // 软件业从业人员超过34万人、主营业务收入增长近20%
		}
		if end := &w.tokens[last.b-1]; end.text == t.text || last.b-last.a > 1 && t.class != "riserate" && t.class != "fallrate" && t.text != "总量" && !share && w.isHead(last.b-1) {
			last.b--
		}
		if w.isRateOf(r, *last) {
			last.b-- // 参合人数326万人，参合率98%
		}
		if *last = w.quoted(*last); share && n > 1 && w.textOf(*last) == "总量" {
			d.prefix = d.prefix[:n-1] // 财政收入完成173亿元，总量居全省第3位，占生产总值比重达8.7%
		}
	}
	if note := "head " + t.text + " of the number before"; strings.HasPrefix(t.text, "总") || isRateNoun(t.class) {
		d.step(note)
	} else {
		d.lean(note)
	}
}

// quoted is a name with the quotes around all of it, for more is to follow: “保交楼”完成率.
func (w *work) quoted(r rng) rng {
	if r.a > 0 && r.b < len(w.tokens) && w.tokens[r.a-1].text == "“" && w.tokens[r.b].text == "”" {
		return rng{r.a - 1, r.b + 1}
	}
	return r
}
