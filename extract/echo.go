package extract

// echo pairs a run of numbers that has no list of its own with the numbers before it:
// 存款余额150亿元，贷款余额55亿元，分别是2011年的1.75倍和1.8倍.
func (w *work) echo(i int) bool {
	d := &w.drafts[i]
	if d.inner || d.paired {
		return false
	}
	if p := w.before(i); p >= 0 && w.drafts[p].clause == d.clause && w.joins(rng{w.drafts[p].token + 1, d.token}) {
		return false // the second of 产量分别达到12万吨、3万吨
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
		if o.aspect == Rank && s.aspect == ChangeRate && s.suffix == "" {
			o.suffix = "增速"
		}
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
