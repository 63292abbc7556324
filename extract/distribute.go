package extract

import "strings"

// distribute pairs lists: 安全生产事故起数、死亡人数分别下降31.1%和16.9% gives each
// number its own indicator, with shared heads written out.
func (w *work) distribute() {
	for i := range w.drafts {
		if w.echo(i) {
			continue
		}
		if w.drafts[i].inner || w.drafts[i].from >= 0 || len(w.drafts[i].indicator) != 1 {
			continue
		}
		run := w.run(i)
		if len(run) < 2 || !w.isDistributive(run) {
			continue
		}
		if w.split(&w.drafts[i], run) {
			continue
		}
		members := w.members(w.drafts[i].indicator[0])
		if len(members) != len(run) {
			members = w.countedMembers(i, len(run))
		}
		if len(members) != len(run) {
			continue
		}
		for k, j := range run {
			d := &w.drafts[j]
			d.indicator = members[k]
			d.prefix = nil
			d.suffix = ""
			d.from, d.paired = i, true
			d.step("own member of the list")
		}
	}
}

// countedMembers are the members of a list whose members are counted: 16条产业链、18个专业镇
// 营业收入分别增长15.6%、14% gives 产业链营业收入, 专业镇营业收入.
func (w *work) countedMembers(i, n int) [][]rng {
	sources := w.previous(i, n)
	if len(sources) != n || w.drafts[sources[0]].clause != w.drafts[i].clause {
		return nil
	}
	r := w.drafts[i].indicator[0]
	a := r.b
	for a > r.a && w.isHead(a-1) {
		a--
	}
	if a == r.b {
		return nil
	}
	head := rng{a, r.b}
	var out [][]rng
	for _, s := range sources {
		ind := w.drafts[s].indicator
		if len(ind) != 1 {
			return nil
		}
		own := ind[0]
		if own.b == head.b {
			own.b = head.a
		}
		out = append(out, []rng{own, head})
	}
	return out
}

// echo pairs a run of numbers that has no list of its own with the numbers before it:
// 存款余额150亿元，贷款余额55亿元，分别是2011年的1.75倍和1.8倍.
func (w *work) echo(i int) bool {
	d := &w.drafts[i]
	if d.inner || d.paired {
		return false
	}
	run := w.run(i)
	if w.echoHead(i, run) {
		return true
	}
	if d.from < 0 {
		return false
	}
	if w.echoJoint(i, run) {
		return true
	}
	sources := w.previous(i, len(run))
	if len(run) < 2 || len(sources) != len(run) {
		return false
	}
	if !w.hasClass(w.left(d), "each") && !w.arePartAndWhole(sources) && !w.wereEchoed(sources) {
		return false
	}
	for k, j := range run {
		o, s := &w.drafts[j], &w.drafts[sources[k]]
		o.indicator, o.prefix, o.suffix, o.variant, o.from, o.paired = s.indicator, s.prefix, s.suffix, s.variant, sources[k], true
		o.lean("own number of those before")
	}
	return true
}

// echoHead pairs a run of a bare head after 分别 with the counts before it: 债券项目237个、
// 贷款项目217个，额度分别达到188亿元和859亿元.
func (w *work) echoHead(i int, run []int) bool {
	d := &w.drafts[i]
	if len(run) < 2 || d.from >= 0 || len(d.indicator) != 1 || d.indicator[0].b-d.indicator[0].a != 1 || !isBareHead(&w.tokens[d.indicator[0].a]) {
		return false
	}
	sources := w.previous(i, len(run))
	if !w.hasClass(w.left(d), "each") && (len(sources) == 0 || w.drafts[sources[0]].clause != d.clause) {
		return false
	}
	if len(sources) != len(run) || w.before(sources[0]) >= 0 && w.drafts[w.before(sources[0])].clause == w.drafts[sources[0]].clause {
		return false
	}
	head := d.indicator
	for k := range sources {
		s := &w.drafts[sources[k]]
		if s.clause != w.drafts[sources[0]].clause || s.clause != d.clause && s.clause != d.clause-1 || len(s.indicator) == 0 || w.unitText(sources[k]) == w.unitText(i) {
			return false
		}
	}
	for k, j := range run {
		o, s := &w.drafts[j], &w.drafts[sources[k]]
		o.prefix = append(append([]rng(nil), s.prefix...), s.indicator...)
		o.indicator, o.suffix, o.from, o.paired = head, d.suffix, sources[k], true
		o.lean("head of own number of those before")
	}
	return true
}

// echoJoint pairs a run after 分别 with the members of the joint name before: 生产总值和财政
// 收入翻两番，分别达到392亿元、32亿元.
func (w *work) echoJoint(i int, run []int) bool {
	d := &w.drafts[i]
	p := w.before(i)
	if len(run) < 2 || p < 0 || w.drafts[p].clause == d.clause || len(w.drafts[p].indicator) != 1 || !w.hasClass(w.left(d), "each") {
		return false
	}
	members := w.members(w.drafts[p].indicator[0])
	if len(members) != len(run) {
		return false
	}
	for k, j := range run {
		o := &w.drafts[j]
		o.indicator, o.prefix, o.suffix, o.from, o.paired = members[k], nil, "", p, true
		o.step("own member of the list before")
	}
	return true
}

// arePartAndWhole reports whether two numbers are a whole and its part: 财政收入完成2亿元，
// 其中地方收入完成1亿元，同比增长30%、31%.
func (w *work) arePartAndWhole(sources []int) bool {
	return len(sources) == 2 && w.drafts[sources[1]].parent == sources[0]
}

// wereEchoed reports whether the numbers before are themselves such a run.
func (w *work) wereEchoed(sources []int) bool {
	for _, s := range sources {
		if !w.drafts[s].paired {
			return false
		}
	}
	return true
}

// previous are the n drafts before i that are no part of a name, in order.
func (w *work) previous(i, n int) []int {
	out := make([]int, 0, n)
	for p := w.before(i); p >= 0 && len(out) < n; p = w.before(p) {
		out = append(out, p)
	}
	for a, b := 0, len(out)-1; a < b; a, b = a+1, b-1 {
		out[a], out[b] = out[b], out[a]
	}
	return out
}

// maxRun bounds how many numbers are paired with a list.
const maxRun = 16

// run is the draft i and those that follow it joined by 、 和 or nothing but bounds.
func (w *work) run(i int) []int {
	run := []int{i}
	for j := i + 1; j < len(w.drafts) && len(run) < maxRun; j++ {
		d := &w.drafts[j]
		if d.inner {
			continue
		}
		prev := &w.drafts[run[len(run)-1]]
		if !w.joins(rng{prev.token + 1, d.token}) {
			break
		}
		run = append(run, j)
	}
	return run
}

// joins reports whether a stretch between two numbers only joins them.
func (w *work) joins(r rng) bool {
	if r.empty() {
		return false
	}
	joined := false
	for i := r.a; i < r.b; i++ {
		switch t := &w.tokens[i]; t.class {
		case "pause", "and":
			joined = true
		case "after", "before", "exceed", "mean":
		default:
			return false
		}
	}
	return joined
}

// isDistributive reports whether a run of numbers belongs to a list of indicators: 分别
// stands before it, or as many members as numbers.
func (w *work) isDistributive(run []int) bool {
	first := &w.drafts[run[0]]
	cl := w.clause[first.clause]
	for i := cl.a; i < first.token; i++ {
		if w.tokens[i].class == "each" {
			return true
		}
	}
	if w.isCollective(first.indicator[0]) {
		return true
	}
	return len(w.members(first.indicator[0])) == len(run)
}

// members splits a list of indicators at 、 and 和, and writes shared parts out.
func (w *work) members(r rng) [][]rng {
	var parts []rng
	depth, from := 0, r.a
	for i := r.a; i < r.b; i++ {
		switch t := &w.tokens[i]; t.class {
		case "opening":
			depth++
		case "closing":
			depth--
		case "pause", "and":
			if depth == 0 {
				parts = append(parts, rng{from, i})
				from = i + 1
			}
		}
	}
	parts = append(parts, rng{from, r.b})
	if len(parts) == 1 {
		return [][]rng{{r}}
	}
	head := w.sharedHead(parts)
	tail := w.sharedTail(parts)
	if tail.empty() {
		tail = w.sharedObject(parts)
	}
	out := make([][]rng, len(parts))
	for k, p := range parts {
		switch {
		case k < len(parts)-1 && !head.empty():
			out[k] = []rng{p, head}
		case k > 0 && !tail.empty():
			out[k] = []rng{tail, p}
		default:
			out[k] = []rng{p}
		}
	}
	return out
}

// sharedHead is the end of the last member that the others go without: 饲养量 in
// 肉牛、白鹅、生猪饲养量; empty where the first has a head of its own (事故起数、死亡人数).
func (w *work) sharedHead(parts []rng) rng {
	first, last := parts[0], parts[len(parts)-1]
	if first.empty() || last.empty() || w.isHead(first.b-1) {
		return rng{}
	}
	if a, b := w.tokens[first.a].text, w.tokens[last.a].text; first.b-first.a == 1 && last.b-last.a > 2 && (isBareSort(a) && isBareSort(b) || isRung(a) && isRung(b)) {
		return rng{last.a + 1, last.b} // 城镇、农村常住居民人均可支配收入; 省、市重点项目投资
	}
	// 刑事案件、电诈案件发案数: what follows the first member's last word
	for i := last.b - 2; i >= last.a; i-- {
		if w.tokens[i].text == w.tokens[first.b-1].text {
			return rng{i + 1, last.b}
		}
	}
	if !w.isHead(last.b-1) || last.b-last.a < 2 || w.tokens[first.b-1].class == "thing" {
		return rng{}
	}
	a := last.b - 1
	for a-1 > last.a && (w.isHead(a-1) || w.tokens[a-1].class == "nverb" || w.tokens[a-1].class == "every") {
		a--
	}
	return rng{a, last.b}
}

// isRung reports whether a word of one character or two sets things apart by their level.
func isRung(word string) bool {
	switch word {
	case "省", "市", "县", "区", "乡", "村", "中", "高等", "初等", "大", "小", "中小", "大型", "中型", "小型":
		return true
	}
	return false
}

// sharedTail is the beginning of the first member that bare heads after it go without:
// 电子商务 in 电子商务交易额、零售额.
func (w *work) sharedTail(parts []rng) rng {
	first := parts[0]
	if first.b-first.a < 2 || !w.isHead(first.b-1) {
		return rng{}
	}
	for _, p := range parts[1:] {
		if p.b-p.a != 1 || !isBareHead(&w.tokens[p.a]) {
			return rng{}
		}
	}
	return rng{first.a, first.b - 1}
}

// sharedObject is what the verb of the first member is said of, where all others are but
// verbs: 亿元以上项目 in 亿元以上项目新签约、新开工、新竣工.
func (w *work) sharedObject(parts []rng) rng {
	first := parts[0]
	for k, p := range parts {
		if p.empty() || !isVerbal(w.tokens[p.b-1].class) || k > 0 && !(p.b-p.a == 1 || p.b-p.a == 2 && w.tokens[p.a].text == "新") {
			return rng{}
		}
	}
	if first.b-first.a < 2 || !isNominal(w.tokens[first.b-2].class) {
		return rng{}
	}
	return rng{first.a, first.b - 1}
}

// isHead reports whether a token can be the head of an indicator's name.
func (w *work) isHead(i int) bool {
	switch t := &w.tokens[i]; t.class {
	case "gauge", "head", "riserate", "fallrate", "size":
		return true
	case "noun":
		return endsInGauge(t.text)
	}
	return false
}

// endsInGauge reports whether a word ends in the sign of a measure: 覆盖率, 死亡人数.
func endsInGauge(s string) bool {
	for _, end := range [...]string{"率", "数", "量", "额", "值", "收入", "支出", "经费", "资金", "投资", "消费", "余额", "面积", "指数", "强度", "浓度", "人次", "余额"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}

// collective are the words that stand for parts in a fixed order.
var collective = [...]struct {
	word  string
	parts []string
}{
	{"城乡", []string{"城镇", "农村"}},
	{"三次产业", []string{"第一产业", "第二产业", "第三产业"}},
	{"一二三产业", []string{"第一产业", "第二产业", "第三产业"}},
	{"一二三产", []string{"第一产业", "第二产业", "第三产业"}},
}

// split tells the parts of a collective word apart: 城乡居民收入分别增长4%、6% is 城镇居民
// 收入 and 农村居民收入; the parts' names stand nowhere in the text.
func (w *work) split(d *draft, run []int) bool {
	r := d.indicator[0]
	name := w.view.text[w.tokens[r.a].Start:w.tokens[r.b-1].End]
	for _, c := range collective {
		if len(run) != len(c.parts) || !strings.HasPrefix(name, c.word) {
			continue
		}
		for k, j := range run {
			o := &w.drafts[j]
			o.indicator, o.prefix, o.from, o.paired = []rng{r}, nil, run[0], true
			o.variant = Variant{c.word, c.parts[k]}
			o.step(c.word + " told apart")
		}
		return true
	}
	return false
}

// isCollective reports whether a name begins with a collective word.
func (w *work) isCollective(r rng) bool {
	name := w.view.text[w.tokens[r.a].Start:w.tokens[r.b-1].End]
	for _, c := range collective {
		if strings.HasPrefix(name, c.word) {
			return true
		}
	}
	return false
}
