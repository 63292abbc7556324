package extract

import (
	"strings"

	"zhibiao/extract/mention"
)

// listItem gives an item of a list the verb of the item before: 打造A3条、B5个.
func (w *work) listItem(i int) {
	d := &w.drafts[i]
	if d.rule == nil || d.rule.Name != "list-item" {
		return
	}
	p := w.before(i)
	if p < 0 || w.drafts[p].clause != d.clause {
		return
	}
	prev := &w.drafts[p]
	if w.besideYardstick(d, prev) {
		return
	}
	if w.isVerbOnly(d) {
		d.action, d.indicator = d.indicator[0], nil
		d.step("object of the item before")
		return
	}
	if w.isSister(i, p) {
		whole := prev.indicator[0]
		d.prefix = append(append([]rng(nil), prev.prefix...), rng{whole.a, whole.b - 1})
		d.lean("sort of the item before")
	}
	if d.action.empty() {
		d.action = prev.action
		d.step("verb of the item before")
		if (prev.aspect == ChangeRate || prev.aspect == ChangeAmount) && d.aspect == Level {
			d.aspect, d.direction = prev.aspect, prev.direction
			if kind := w.mentions[d.mention].Kind; d.aspect == ChangeRate && !isRate(kind) {
				d.aspect = ChangeAmount
			} else if isRate(kind) && d.aspect == ChangeAmount {
				d.aspect = ChangeRate
			}
		}
	}
}

// besideYardstick reads a place between two numbers as what the second is weighed against:
// 高于全国0.5个百分点、全省0.2个百分点.
func (w *work) besideYardstick(d, prev *draft) bool {
	between := rng{prev.token + 1, d.token}
	for between.a < between.b && w.tokens[between.a].class != "pause" {
		between.a++
	}
	between.a++
	if prev.aspect != Gap || len(d.indicator) > 0 || between.empty() || w.mentions[d.mention].Kind != w.mentions[prev.mention].Kind {
		return false
	}
	for i := between.a; i < between.b; i++ {
		if c := w.tokens[i].class; c != "self" && c != "place" && c != "mean" && w.tokens[i].text != "水平" {
			return false
		}
	}
	d.reference, d.action, d.rule = between, prev.action, prev.rule
	d.aspect, d.direction = prev.aspect, prev.direction
	d.step("yardstick beside that of the item before")
	return true
}

// isSister reports whether an item of one word is of the same sort as the one before, so
// that what stands before that one's noun holds for both: 中国专利金奖1项、银奖2项.
func (w *work) isSister(i, p int) bool {
	d, prev := &w.drafts[i], &w.drafts[p]
	if len(d.indicator) != 1 || len(prev.indicator) != 1 || d.indicator[0].b-d.indicator[0].a != 1 || prev.indicator[0].b-prev.indicator[0].a < 2 || w.unitText(i) != w.unitText(p) {
		return false
	}
	own, other := w.textOf(d.indicator[0]), w.tokens[prev.indicator[0].b-1].text
	const han = 3 // bytes

	if len(own) == 3*han && len(other) == 3*han { // “枫桥式”派出所2个、司法所3个
		return own != other && own[2*han:] == other[2*han:] && w.isFashion(rng{prev.indicator[0].a, prev.indicator[0].b - 1})
	}
	return own != other && len(own) == 2*han && len(other) == 2*han && own[han:] == other[han:]
}

// isFashion reports whether what stands before a noun ends in the manner in which things are run:
// “枫桥式”.
func (w *work) isFashion(r rng) bool {
	for !r.empty() && w.tokens[r.b-1].class == "closing" {
		r.b--
	}
	return !r.empty() && strings.HasSuffix(w.tokens[r.b-1].text, "式")
}

// sameMove gives an item of a list the verb that opens the list: 退出钢铁产能超过6500万吨、煤炭
// 产能超过2.9亿吨.
func (w *work) sameMove(i int) {
	d := &w.drafts[i]
	p := w.before(i)
	if d.inner || p < 0 || d.rule == nil || d.rule.Name != "level" || len(d.indicator) != 1 || w.unitText(p) != w.unitText(i) {
		return
	}
	prev, verb := &w.drafts[p], w.verbOf(d.action)
	if prev.clause != d.clause || prev.aspect != ChangeAmount || len(prev.indicator) != 1 || prev.action.a >= prev.indicator[0].a || verb == nil || verb.class != "exceed" || !w.joins(rng{prev.token + 1, d.indicator[0].a}) {
		return
	}
	d.action, d.aspect, d.direction = prev.action, prev.aspect, prev.direction
	d.step("verb of the item before")
}

// sameThing gives a number that only 、 parts from the next, in another unit, the thing
// counted by that one: 改造109个、424万平方米老旧小区.
func (w *work) sameThing(i int) {
	d := &w.drafts[i]
	if d.inner || i+1 == len(w.drafts) || len(d.indicator) > 0 && !w.isVerbOnly(d) {
		return
	}
	next := &w.drafts[i+1]
	if next.inner || next.rule == nil || len(next.indicator) != 1 || next.indicator[0].a < next.token || w.unitText(i) == w.unitText(i+1) || !w.joins(rng{d.token + 1, next.token}) {
		return
	}
	d.indicator = next.indicator
	d.step("thing of the number after")
	if next.action.empty() {
		next.action = d.action
	}
}

// continuation gives a number that only 、 or 和 parts from the one before all that the
// other has: 分别下降31.1%和16.9%.
func (w *work) continuation(i int) {
	d := &w.drafts[i]
	p := w.before(i)
	if d.inner || p < 0 || len(d.indicator) > 0 || !w.joins(rng{w.drafts[p].token + 1, d.token}) {
		return
	}
	prev := &w.drafts[p]
	if isRate(w.mentions[d.mention].Kind) != isRate(w.mentions[prev.mention].Kind) {
		return
	}
	d.action, d.aspect, d.direction, d.rule, d.reference = prev.action, prev.aspect, prev.direction, prev.rule, prev.reference
	if m, first := &w.mentions[d.mention], w.mentions[prev.mention]; m.Bound == mention.Exact && w.isEach(prev) && !first.Before.Empty() {
		m.Bound, m.Before = first.Bound, first.Before // 分别突破8500家、6万家和500家
	}
	d.step("verb of the number before")
}

// isEach reports whether 分别 stands before a number in its clause.
func (w *work) isEach(d *draft) bool {
	return w.hasClass(w.left(d), "each")
}
