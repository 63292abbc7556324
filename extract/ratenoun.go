package extract

import (
	"strings"

	"zhibiao/extract/mention"
)

// stripRateNoun takes the noun of a change off the indicator: 居民消费价格涨幅控制在3%
// tells the change rate of 居民消费价格.
func (w *work) stripRateNoun(d *draft) {
	if d.inner || len(d.indicator) == 0 || w.mentions[d.mention].Kind != mention.Percent {
		return
	}
	r := &d.indicator[len(d.indicator)-1]
	at := r.b - 1
	for at > r.a && isAimWord(w.tokens[at].text) {
		at--
	}
	t := &w.tokens[at]
	if at > r.a && w.tokens[at-1].text == "人口" && strings.HasSuffix(t.text, "率") {
		return // 人口增长率 is an indicator of its own
	}
	switch {
	case t.class == "riserate" || t.class == "fallrate":
	case (at < r.b-1 || r.b-r.a > 1) && (t.class == "rise" || t.class == "fall"): // 增长速度, 增长预期目标, 增长均为
	default:
		return
	}
	r.b = at + 1
	if r.b-r.a == 1 {
		d.indicator = nil
		d.elided = true
	} else {
		r.b--
		*r = w.trim(*r)
	}
	if d.aspect == Level {
		d.aspect, d.direction = ChangeRate, t.up
		d.step("rate noun " + t.text)
	}
}

// isAimTail reports whether a range holds nothing but such words.
func (w *work) isAimTail(r rng) bool {
	for i := r.a; i < r.b; i++ {
		if !isAimWord(w.tokens[i].text) {
			return false
		}
	}
	return !r.empty()
}

// isAimWord reports whether a word after a noun of change belongs to it: 增长速度,
// 增速的宏观调控目标.
func isAimWord(s string) bool {
	switch s {
	case "速度", "的", "目标", "预期", "预期目标", "宏观", "调控", "宏观调控", "率", "幅度", "计划", "指标", "水平", "幅":
		return true
	}
	return false
}

// isRateNoun reports whether words of a class name a change: 涨幅, 降幅.
func isRateNoun(class string) bool { return class == "riserate" || class == "fallrate" }

// nameEarned names by its income what earns more by an amount: 带动农户户均增收3200元.
func (w *work) nameEarned(d *draft) {
	if d.inner || d.aspect != ChangeAmount || len(d.indicator) != 1 || d.suffix != "" || w.mentions[d.mention].Kind != mention.Money {
		return
	}
	verb := w.verbOf(d.action)
	if verb == nil || verb.text != "增收" {
		return
	}
	if r := &d.indicator[0]; r.b == d.action.a-1 && w.tokens[r.b].class == "mean" {
		r.b++ // 村集体经济平均|增收
	}
	d.suffix = "收入"
	d.step("income that rose")
}
