package extract

import "strings"

// strength is how firmly the clause states an aim. Before a colon a word governs the
// whole list.
func (w *work) strength(d *draft) Strength {
	if s := w.firmness(w.left(d)); s != "" {
		return s
	}
	if d.parent >= 0 && d.parent < len(w.drafts) && w.clause[d.clause].a > w.drafts[d.parent].token {
		if s := w.firmness(w.left(&w.drafts[d.parent])); s != "" {
			return s // 确保新签约项目超50个，其中50亿元以上项目2个
		}
	}
	for c := d.clause - 1; c >= 0 && c > d.clause-maxClauses; c-- {
		if w.clause[c].end == "：" || w.clause[c].end == ":" {
			if s := w.firmness(w.clause[c].last(reach)); s != "" {
				return s
			}
		}
	}
	if w.lead != "" {
		return w.lead
	}
	return Plain
}

// leadOf is the firmness with which a paragraph that ends in a colon leads the next:
// 今年的主要预期目标是：
func leadOf(paragraph string) Strength {
	const near = 120 // bytes
	paragraph = strings.TrimRightFunc(paragraph, isBlank)
	if !strings.HasSuffix(paragraph, "：") && !strings.HasSuffix(paragraph, ":") {
		return ""
	}
	lead := paragraph[max(0, len(paragraph)-near):]
	for _, word := range [...]struct {
		text     string
		strength Strength
	}{{"确保", Ensure}, {"力争", Strive}, {"努力实现", Strive}, {"预期目标", Expect}, {"预期", Expect}} {
		if strings.Contains(lead, word.text) {
			return word.strength
		}
	}
	return ""
}

// firmness reads the first word of firmness in a range.
func (w *work) firmness(r rng) Strength {
	for i := r.a; i < r.b; i++ {
		switch strings.TrimSuffix(w.tokens[i].text, "目标") {
		case "确保", "保证", "必须", "务必":
			return Ensure
		case "争取":
			if i+1 < len(w.tokens) && (isVerbal(w.tokens[i+1].class) || isReached(w.tokens[i+1].class)) {
				return Strive // 争取资金50亿元 only says what was sought
			}
		case "力争", "努力", "争创", "力求":
			return Strive
		case "预期", "预计", "有望":
			if i == r.a || w.tokens[i-1].class != "compare" { // 比上年预计完成数增加
				return Expect
			}
		}
	}
	return ""
}

// isReached reports whether words of a class lead to an aim: 争取达到, 争取三百万担.
func isReached(class string) bool {
	switch class {
	case "time", "manner", "reach", "become", "exceed", "number":
		return true
	}
	return false
}
