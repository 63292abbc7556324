package extract

import (
	"slices"
	"strings"
)

// shareLevels gives a level without a noun the noun of the one after it: 8个国家级、36个
// 省级临床重点专科.
func (w *work) shareLevels() {
	for i := len(w.drafts) - 2; i >= 0; i-- {
		d, next := &w.drafts[i], &w.drafts[i+1]
		if d.inner || next.inner || d.clause != next.clause || len(d.indicator) != 1 || len(next.indicator) == 0 {
			continue
		}
		own, other := d.indicator[0], next.indicator[0]
		if own.b-own.a > 2 || other.b-other.a < 2 || !w.endsInLevel(own.b-1) || !w.endsInLevel(other.a) {
			continue
		}
		d.indicator = append([]rng{own, {other.a + 1, other.b}}, next.indicator[1:]...)
		d.step("noun of the number after")
	}
	for i := 1; i < len(w.drafts); i++ { // 国家级示范单位13个、省级121个
		prev, d := &w.drafts[i-1], &w.drafts[i]
		if d.inner || prev.inner || d.clause > prev.clause+1 || len(d.indicator) != 1 {
			continue
		}
		if len(prev.indicator) == 2 && prev.indicator[0] == d.indicator[0] { // 农村由20元提高到30元
			d.indicator = prev.indicator
			continue
		}
		if len(prev.indicator) == 2 && d.clause == prev.clause && len(prev.prefix) == 0 && isBareSort(w.textOf(prev.indicator[0])) && isBareSort(w.textOf(d.indicator[0])) {
			d.indicator = []rng{d.indicator[0], prev.indicator[1]} // 其中国家级1家、省级4家
			d.step("noun of the number before")
			continue
		}
		if len(prev.indicator) != 1 {
			continue
		}
		own, other := d.indicator[0], prev.indicator[0]
		sort := other.a
		if w.endsInLevel(sort) && other.a+1 < other.b && w.tokens[other.a+1].class == "after" {
			other.a++ // 市级以上龙头企业15家，其中国家级1家
		}
		if own.b-own.a == 1 && other.b-other.a > 1 && (d.clause == prev.clause && w.endsInLevel(own.a) && w.endsInLevel(sort) || own.b <= d.token && w.areSorts(own.a, sort)) {
			d.indicator = []rng{own, {other.a + 1, other.b}}
			d.step("noun of the number before")
		}
	}
}

// areSorts reports whether two words sort the same things: 城镇 and 农村.
func (w *work) areSorts(a, b int) bool {
	return w.tokens[a].text != w.tokens[b].text && isBareSort(w.tokens[a].text) && isBareSort(w.tokens[b].text)
}

func (w *work) endsInLevel(i int) bool {
	return i < len(w.tokens) && strings.HasSuffix(w.tokens[i].text, "级")
}

// sorts are words that sort what was counted by place or rank.
var sorts = []string{"乡村", "农村", "城镇", "城市", "城区", "县城", "市区", "市本级", "中心城区", "主城区", "国家级", "省级", "市级", "县级"}

// isBareSort reports whether a name only says of which sort the things counted are.
func isBareSort(name string) bool { return slices.Contains(sorts, name) }

// opensWithSort reports whether a name is of one sort: 城镇新增就业.
func opensWithSort(name string) bool {
	return slices.ContainsFunc(sorts, func(sort string) bool { return strings.HasPrefix(name, sort) })
}

// isRung reports whether a word of one character or two sets things apart by their level.
func isRung(word string) bool {
	switch word {
	case "省", "市", "县", "区", "乡", "村", "中", "高等", "初等", "大", "小", "中小", "大型", "中型", "小型":
		return true
	}
	return false
}
