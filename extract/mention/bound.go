package mention

import (
	"slices"
	"strings"

	"zhibiao/report"
	"zhibiao/seeds"
)

// boundIndex finds the words that limit a number, before it by their last character
// and after it by their first.
type boundIndex struct {
	before, after table[boundWord] // longest first
	links         table[string]    // by their last character, longest first
}

type boundWord struct {
	text  string
	bound Bound
}

func newBoundIndex(lex *seeds.Lexicons) boundIndex {
	before, after := map[uint64][]boundWord{}, map[uint64][]boundWord{}
	for _, b := range lex.Bounds {
		w := boundWord{b.Word, Bound(b.Bound)}
		if b.Side != "after" {
			c, _ := back(b.Word, len(b.Word))
			before[one(c)] = append(before[one(c)], w)
		}
		if b.Side != "before" {
			c, _ := at(b.Word, 0)
			after[one(c)] = append(after[one(c)], w)
		}
	}
	for _, m := range []map[uint64][]boundWord{before, after} {
		for _, words := range m {
			slices.SortStableFunc(words, func(a, b boundWord) int { return len(b.text) - len(a.text) })
		}
	}
	byEnd := map[uint64][]string{}
	for w := range strings.FieldsSeq(links) {
		c, _ := back(w, len(w))
		byEnd[one(c)] = append(byEnd[one(c)], w)
	}
	for _, words := range byEnd {
		slices.SortFunc(words, func(a, b string) int { return len(b) - len(a) })
	}
	return boundIndex{newTable(before), newTable(after), newTable(byEnd)}
}

// set fills in the bound of m, looking back no further than floor and on from its end.
func (x *boundIndex) set(text string, m *Mention, n numeral, floor int) {
	switch {
	case !m.High.Empty() || n.twin:
		m.Bound = Range
	case n.more:
		m.Bound = Over
	default:
		m.Bound = Exact
	}
	if b, s, ok := x.following(text, *m); ok {
		m.After = s
		m.Bound = limited(m.Bound, b)
	}
	b, s, ok := x.ending(text, m.Number.Start, n.bare, m.Start) // 近 of 翻了近一番
	if !ok {
		b, s, ok = x.preceding(text, m.Start, n.bare, floor)
	}
	if ok && !(strings.HasPrefix(s.In(text), "突破") && solved(text, m.End)) {
		m.Before = s
		m.Bound = limited(m.Bound, b)
	}
}

// solved reports whether what is broken through is a problem, not a mark: 突破12项关键
// 技术 makes no more than 12.
func solved(text string, i int) bool {
	for range 12 {
		if follows(text, i, "技术 难题 瓶颈 难关 “卡脖子”") {
			return true
		}
		c, size := at(text, i)
		if size == 0 || oneOf(c, "，。；、") {
			return false
		}
		i += size
	}
	return false
}

// limited keeps a range a range: 约5%至6% has two ends still.
func limited(old, b Bound) Bound {
	if old == Range {
		return Range
	}
	return b
}

func (x *boundIndex) following(text string, m Mention) (Bound, report.Span, bool) {
	c, _ := at(text, m.End)
	if (c == '多' || c == '余') && m.Kind != Count {
		if size := len("多"); !follows(text, m.End+size, "种 样 元 方 项 个 家 地") {
			return Over, report.Span{Start: m.End, End: m.End + size}, true
		}
	}
	for _, w := range x.after.find(one(c)) {
		if !strings.HasPrefix(text[m.End:], w.text) {
			continue
		}
		end := m.End + len(w.text)
		if w.text == "内" && (m.Kind != Duration && m.Kind != Measure || follows(text, end, "容 外 部 在 需 陆 河 蒙")) {
			continue
		}
		if follows(text, end, "手 简称 权") {
			continue
		}
		return w.bound, report.Span{Start: m.End, End: end}, true
	}
	return "", report.Span{}, false
}

// links may stand between a bound word and its number: 至少降低30%, 突破了10亿元.
const links = "了 达到 达 到 至 为 在 有 占 增长 下降 降低 提高 减少 增加 完成 新增 压减 缩减 上涨 上升 压缩 缩短 安排 投入 建成 新建 培育 引进"

// link is the length of the longest link that ends a text, 0 where none does.
func (x *boundIndex) link(text string) int {
	c, _ := back(text, len(text))
	for _, w := range x.links.find(one(c)) {
		if strings.HasSuffix(text, w) {
			return len(w)
		}
	}
	return 0
}

func (x *boundIndex) preceding(text string, i int, bare bool, floor int) (Bound, report.Span, bool) {
	if b, s, ok := x.ending(text, i, bare, floor); ok {
		return b, s, true
	}
	if b, s, ok := x.least(text, i, floor); ok {
		return b, s, true
	}
	j := i
	for range 2 {
		j -= x.link(text[floor:j])
	}
	if j == i {
		return "", report.Span{}, false
	}
	b, s, ok := x.ending(text, j, false, floor)
	if ok && (text[j:i] == "了" || among(s.In(text), "至少 最少 最多 至多 约 大约 大体 不少于 不低于 不超过 预计约 不高于")) {
		return b, s, true
	}
	return "", report.Span{}, false
}

// least reads 至少 and 最多 a verb away from the number: 至少落地1个, 至少降低30%.
func (x *boundIndex) least(text string, i, floor int) (Bound, report.Span, bool) {
	j := i
	for range 4 {
		c, size := back(text, j)
		if !isHan(c) || j-size < floor {
			break
		}
		j -= size
		if p := prev(text, j); (p == '少' || p == '多') && precedes(text[floor:], j-floor, "至少 最多 至多 最少") {
			return x.ending(text, j, false, floor)
		}
	}
	return "", report.Span{}, false
}

func (x *boundIndex) ending(text string, i int, bare bool, floor int) (Bound, report.Span, bool) {
	c, _ := back(text, i)
	for _, w := range x.before.find(one(c)) {
		start := i - len(w.text)
		if start < floor || !strings.HasSuffix(text[:i], w.text) {
			continue
		}
		l, _ := back(text, start)
		if !partOfWord(w.text, l, bare) {
			return w.bound, report.Span{Start: start, End: i}, true
		}
	}
	return "", report.Span{}, false
}

// partOfWord reports whether a one-character bound word belongs to the word before it:
// 签约500亿元 is signed, not about; 附近5公里 is nearby, not almost.
func partOfWord(w string, before rune, bare bool) bool {
	switch w {
	case "约":
		return oneOf(before, "节集公预条契签特履违制邀合简续解失毁誓盟")
	case "近":
		return oneOf(before, "附最临邻靠亲就远新")
	case "超":
		return oneOf(before, "赶反高")
	case "过":
		return oneOf(before, "通经不越太胜度超去来开见做有到历召")
	case "上":
		return !bare || oneOf(before, "以线网早晚路地海天船车身向加乘马府会北之迈登跨踏站")
	case "不足", "不到", "低于", "高于":
		return oneOf(before, "看得做")
	}
	return false
}
