package extract

import (
	"slices"
	"strings"

	"zhibiao/extract/mention"
	"zhibiao/report"
)

// resolve fills the gaps of the sentence's drafts from each other, in reading order.
func (w *work) resolve() {
	for i := range w.drafts {
		d := &w.drafts[i]
		for k := range d.indicator {
			d.indicator[k] = w.trim(d.indicator[k])
		}
		if len(d.indicator) > 0 && (d.indicator[0].empty() || w.isHeadless(d)) {
			d.indicator, d.elided = nil, true
		}
		w.nameByTest(d)
		w.dropVerbName(d)
		w.nameInner(d)
		w.nameStreak(d)
		w.takeDuration(d)
		w.elideVerb(i)
		w.stripRateNoun(d)
		w.sameThing(i)
		w.sameMove(i)
		w.listItem(i)
		w.continuation(i)
		w.fillEllipsis(i)
		w.glossaryEntry(d)
		w.ofThose(i)
		w.ofWork(i)
		w.perHead(d)
		w.completeHead(i)
		w.partOf(i)
	}
	w.distribute()
	w.shareLead()
	w.fillStreaks()
	w.raiseRanks()
	w.shareLevels()
}

// raiseRanks takes a number of places for a rank where it started from one: 由第39位跃升至
// 21位.
func (w *work) raiseRanks() {
	for i := 1; i < len(w.drafts); i++ {
		d, prev := &w.drafts[i], &w.drafts[i-1]
		m := &w.mentions[d.mention]
		if prev.aspect == Baseline && d.aspect == Level && w.mentions[prev.mention].Kind == mention.Rank && m.Unit.In(w.view.text) == "位" {
			m.Kind, d.aspect = mention.Rank, Rank
		}
	}
}

// shareLead gives the items of a list the measure that the clause before it announces: 新增
// 的生产能力有：生铁188万吨，钢116万吨 tells 生铁生产能力; 在校学生人数，比上年，小学增长5%
// tells 小学在校学生人数.
func (w *work) shareLead() {
	for c := range w.clause {
		head, ok := w.announcedHead(c)
		if !ok {
			continue
		}
		for i := range w.drafts {
			d := &w.drafts[i]
			if d.clause <= c || d.inner || len(d.prefix) > 0 || len(d.indicator) != 1 || d.from >= 0 || w.mentions[d.mention].Kind == mention.Rank {
				continue
			}
			own := d.indicator[0]
			if last := &w.tokens[own.b-1]; own.b-own.a > 3 || isListed(last.text) || d.action.a < own.a && !d.action.empty() || w.unitText(i) == "公里" || own.a < w.clause[d.clause].a || w.isHead(own.b-1) || last.class != "noun" && last.class != "thing" {
				continue
			}
			d.indicator = []rng{own, head}
			d.lean("measure of the lead")
		}
	}
}

// announcedHead is the measure at the end of a clause that holds no number and leads a list.
func (w *work) announcedHead(c int) (rng, bool) {
	cl := w.clause[c]
	b := cl.b
	for b > cl.a && w.endsLead(b-1) {
		b--
	}
	if b == cl.a || !isListed(w.tokens[b-1].text) || w.hasClass(cl.rng, "number") || w.hasClass(rng{cl.a, b}, "pause") {
		return rng{}, false
	}
	switch colon := cl.end == "：" || cl.end == ":"; {
	case colon:
	case cl.end == "，" && b == cl.b && c+1 < len(w.clause) && w.tokens[w.clause[c+1].a].class == "than" && !w.hasClass(w.clause[c+1].rng, "number"):
	default:
		return rng{}, false
	}
	a := b - 1
	for a > cl.a && (w.tokens[a-1].class == "noun" || w.tokens[a-1].class == "nverb" || w.tokens[a-1].class == "thing") {
		a--
	}
	return rng{a, b}, true
}

// isListed reports whether a measure is one that reports list by product or school.
func isListed(measure string) bool {
	for _, end := range [...]string{"能力", "产量", "人数", "数量", "面积", "产值"} {
		if strings.HasSuffix(measure, end) {
			return true
		}
	}
	return false
}

// endsLead reports whether a word stands between a measure and the list of its values.
func (w *work) endsLead(i int) bool {
	switch t := &w.tokens[i]; t.class {
	case "have", "be", "reach", "hope", "adverb", "exceed":
		return true
	default:
		return t.text == "如下" || t.text == "大致" || t.text == "估算" || t.text == "估算为"
	}
}

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
		if len(prev.indicator) != 1 {
			continue
		}
		own, other := d.indicator[0], prev.indicator[0]
		if own.b-own.a == 1 && other.b-other.a > 1 && (d.clause == prev.clause && w.endsInLevel(own.a) && w.endsInLevel(other.a) || own.b <= d.token && w.areSorts(own.a, other.a)) {
			d.indicator = []rng{own, {other.a + 1, other.b}}
			d.step("noun of the number before")
		}
	}
}

// areSorts reports whether two words sort the same things: 城镇 and 农村.
func (w *work) areSorts(a, b int) bool {
	return w.tokens[a].text != w.tokens[b].text && isBareSort(w.tokens[a].text) && isBareSort(w.tokens[b].text)
}

func (w *work) endsInLevel(i int) bool { return strings.HasSuffix(w.tokens[i].text, "级") }

// fillStreaks gives a streak without a name that of the rank after it: 连续两年在满意度
// 测评中位居第一.
func (w *work) fillStreaks() {
	for i := range w.drafts {
		d := &w.drafts[i]
		if i+1 == len(w.drafts) || d.aspect != Streak || len(d.indicator) > 0 {
			continue
		}
		if next := &w.drafts[i+1]; next.clause == d.clause {
			d.prefix, d.indicator, d.suffix = next.prefix, next.indicator, next.suffix
			d.lean("indicator of the number after")
		}
	}
}

// dropVerbName takes away a name that is no noun but a verb of ranking or reaching: 排名
// alone names nothing.
func (w *work) dropVerbName(d *draft) {
	if !d.inner && len(d.indicator) == 1 && setsAside(w.tokens[d.indicator[0].a].text) {
		d.indicator = nil // 扣除物价因素，实际增长5%
		return
	}
	if d.inner || len(d.indicator) != 1 || d.indicator[0].b-d.indicator[0].a != 1 {
		return
	}
	t := &w.tokens[d.indicator[0].a]
	if t.text == "实际" || t.text == "基本" && d.indicator[0].b <= d.token || d.aspect == Rank && isVerbal(t.class) { // 实际增长19.6%, 获得全市第6名
		d.indicator, d.elided = nil, true
		return
	}
	if strings.HasSuffix(t.text, "级") { // 8个国家级、36个省级专科
		return
	}
	switch t.class {
	case "ranking", "reach", "become", "have", "exceed", "run", "finish", "every", "mean", "self", "pronoun", "manner", "adj", "adverb":
		if d.action.empty() {
			d.action = d.indicator[0]
		}
		d.indicator = nil
	}
}

// isHeadless reports whether a name is a verb with 的 and no noun: 项目七万个，全部建成的
// 三万个.
func (w *work) isHeadless(d *draft) bool {
	if d.inner || d.token == 0 || w.tokens[d.token-1].class != "of" {
		return false
	}
	for _, r := range d.indicator {
		for i := r.a; i < r.b; i++ {
			if !isVerbal(w.tokens[i].class) {
				return false
			}
		}
	}
	return true
}

// nameByTest names a rank by the evaluation that it was reached in, where no more than who
// was evaluated stands before: 公安局在公安队伍满意度测评中排名全省第二.
func (w *work) nameByTest(d *draft) {
	if d.aspect != Rank || len(d.indicator) != 1 || d.indicator[0].empty() || w.isHead(d.indicator[0].b-1) {
		return
	}
	if verb := w.verbOf(d.action); verb != nil && joinsList(verb.text) && d.scope.b-d.scope.a > 1 {
		d.indicator[0] = w.trim(d.scope)
		d.step("list that ranks")
		return
	}
	if r := d.indicator[0]; r.b == d.scope.a && joinsList(w.tokens[r.b-1].text) && d.scope.b-d.scope.a > 1 {
		d.indicator[0] = w.trim(d.scope)
		d.step("list that ranks")
		return
	}
	in := d.indicator[0].b
	if in >= d.token || w.tokens[in].text != "在" {
		return
	}
	for i := in + 2; i < d.token; i++ {
		if isTest(w.tokens[i].text) && endsFrame(w.tokens[i+1].text) {
			if r := w.trim(rng{in + 1, i + 1}); r.b-r.a > 1 {
				d.indicator[0] = r
				d.step("evaluation that ranks")
			}
			return
		}
	}
}

// joinsList reports whether a verb before a place means to come into a list: 三县全部进入全国
// 百强县前十.
func joinsList(verb string) bool {
	switch verb {
	case "进入", "跻身", "入围", "入选", "进位", "挺进", "迈入":
		return true
	}
	return false
}

// isTest reports whether a word means that somebody was judged.
func isTest(word string) bool {
	for _, end := range [...]string{"测评", "评价", "评比", "考核", "考评", "评估", "调查", "竞赛", "排名", "检查"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// ofThose gives a count of some of those counted before it, in the same unit, their name:
// 9项经济指标中8项高于全省.
func (w *work) ofThose(i int) {
	d := &w.drafts[i]
	p := w.before(i)
	if d.inner || p < 0 || w.unitText(i) == "" || w.unitText(p) != w.unitText(i) || len(w.drafts[p].indicator) == 0 {
		return
	}
	at := d.token
	for at > 0 && w.tokens[at-1].class == "have" { // 24项指标中，有10项
		at--
	}
	if at > 0 && w.tokens[at-1].class == "comma" {
		at--
	}
	if at == 0 || w.tokens[at-1].text != "中" && w.tokens[at-1].text != "之中" || w.drafts[p].indicator[0].a < w.drafts[p].token || w.drafts[p].indicator[0].b > at {
		return
	}
	if len(d.indicator) == 1 && d.action.empty() {
		d.action = d.indicator[0]
	}
	d.indicator, d.prefix, d.suffix, d.from = w.drafts[p].indicator, w.drafts[p].prefix, w.drafts[p].suffix, p
	d.step("some of those counted before")
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

// ofWork writes out a name that is but the deed of the work named before it: 实施农村劳动力
// 转移培训工程，完成培训5300人 tells 农村劳动力转移培训.
func (w *work) ofWork(i int) {
	d := &w.drafts[i]
	if d.inner || d.clause == 0 || d.from >= 0 || len(d.indicator) != 1 || d.indicator[0].b-d.indicator[0].a != 1 {
		return
	}
	deed := &w.tokens[d.indicator[0].a]
	switch deed.class {
	case "do", "second", "nverb":
	default:
		return
	}
	cl := w.clause[d.clause-1]
	for j := cl.b - 1; j > cl.a; j-- {
		if w.tokens[j].text != deed.text || j+1 < cl.b && !isNominal(w.tokens[j+1].class) && !isVerbal(w.tokens[j+1].class) && w.tokens[j+1].class != "opening" {
			continue
		}
		a := j
		for a > cl.a && (isNominal(w.tokens[a-1].class) || w.tokens[a-1].class == "do" || w.tokens[a-1].class == "second") {
			a--
		}
		if r := w.trim(rng{a, j}); !r.empty() && r.b == j && isNominal(w.tokens[r.a].class) {
			d.prefix = []rng{r}
			d.lean("deed of the work before")
		}
		return
	}
}

// perHead keeps what a rate is told of in its name: 每万人拥有发明专利8件.
func (w *work) perHead(d *draft) {
	if d.inner || len(d.indicator) != 1 || d.from >= 0 || len(d.prefix) > 0 {
		return
	}
	r := d.indicator[0]
	if r.a >= d.token {
		return
	}
	for i := r.a - 1; i >= max(w.clause[d.clause].a, r.a-4); i-- {
		switch t := &w.tokens[i]; {
		case t.text == "每" && i+1 < r.a && w.tokens[i+1].class != "time":
			d.indicator[0].a = i
			d.step("what the rate is told of")
			return
		case t.class == "number":
			return
		}
	}
}

// nameStreak names a streak by what follows it, where nothing stands before it and what
// follows is no growth or rank of the indicator before: 连续36年无重大森林火灾.
func (w *work) nameStreak(d *draft) {
	if d.aspect != Streak || len(d.indicator) > 0 {
		return
	}
	r := rng{d.token + 1, min(w.clause[d.clause].b, d.token+reach)}
	done := false // 超额完成推广任务
	for r.a < r.b && w.leads(r) {
		done = done || isVerbal(w.tokens[r.a].class)
		r.a++
	}
	if r.empty() {
		return
	}
	switch class := w.tokens[r.a].class; {
	case done, class == "not", isVerbal(class) && class != "cause" && class != "rise" && class != "fall" && class != "cover" && class != "have":
	case class == "ranking" && !w.hasClass(r, "number"):
		r.a++ // 连续7年位列十佳城市榜首; 连续7年位列全省第一 ranks what was named before
	default:
		return
	}
	for r.a < r.b && (w.leads(r) || isVerbal(w.tokens[r.a].class) || w.tokens[r.a].class == "not") {
		r.a++
	}
	if r = w.trim(r); !r.empty() && w.hasNominal(r) && !w.hasClass(r, "number") {
		d.indicator = []rng{r}
		d.step("name after the streak")
	}
}

// nameInner writes out a name that is but a condition: 超10亿元项目80个，其中超50亿元15个
// counts 50亿元项目.
func (w *work) nameInner(d *draft) {
	if d.inner || len(d.indicator) != 1 {
		return
	}
	r := d.indicator[0]
	for i := r.a; i < r.b; i++ {
		if w.tokens[i].class != "inner" && w.tokens[i].class != "after" {
			return
		}
	}
	for i := range w.drafts {
		if o := &w.drafts[i]; o.inner && o.token >= r.a && o.token < r.b {
			d.indicator = append(d.indicator, o.indicator...)
		}
	}
}

// setsAside reports whether a verb opens an adjunct that no indicator's name begins with.
func setsAside(verb string) bool {
	return verb == "扣除" || verb == "剔除" || verb == "考虑"
}

// elideVerb takes a name that is but a verb for the action done to what was counted in the
// same unit before: 入统企业达到44家，比2005年新增19家.
func (w *work) elideVerb(i int) {
	d := &w.drafts[i]
	if d.inner || d.rule == nil || d.rule.Name != "value" && d.rule.Name != "verb-object" && d.rule.Name != "list-verb" && d.rule.Name != "level" || !w.isVerbOnly(d) {
		return
	}
	if verb := w.verbOf(d.action); d.rule.Name == "level" && verb != nil && verb.class == "cover" {
		return
	}
	p := w.before(i)
	if p >= 0 && w.drafts[p].aspect == Streak {
		p = w.before(p) // 新增企业108家，连续4年每年新增超100家
	}
	if p < 0 || w.unitText(p) != w.unitText(i) || w.unitText(i) == "" {
		return
	}
	d.action, d.indicator = d.indicator[0], nil
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

// isSister reports whether an item of one word is of the same sort as the one before, so
// that what stands before that one's noun holds for both: 中国专利金奖1项、银奖2项.
func (w *work) isSister(i, p int) bool {
	d, prev := &w.drafts[i], &w.drafts[p]
	if len(d.indicator) != 1 || len(prev.indicator) != 1 || d.indicator[0].b-d.indicator[0].a != 1 || prev.indicator[0].b-prev.indicator[0].a < 2 || w.unitText(i) != w.unitText(p) {
		return false
	}
	own, other := w.textOf(d.indicator[0]), w.tokens[prev.indicator[0].b-1].text
	const han = 3 // bytes
	return own != other && len(own) == 2*han && len(other) == 2*han && own[han:] == other[han:]
}

func (w *work) unitText(i int) string {
	return w.mentions[w.drafts[i].mention].Unit.In(w.view.text)
}

// takeDuration names a length of time by what was done in it: 利用20天完成47万亩播种.
func (w *work) takeDuration(d *draft) {
	if d.inner || d.rule == nil || d.rule.Name != "duration-taken" || len(d.indicator) > 0 {
		return
	}
	r := rng{d.token + 1, w.clause[d.clause].b}
	for r.a < r.b && (w.tokens[r.a].class == "of" || w.tokens[r.a].text == "时间" || w.tokens[r.a].text == "左右") {
		r.a++
	}
	if r.empty() && d.clause+1 < len(w.clause) {
		r = w.clause[d.clause+1].rng
	}
	for r.a < r.b && (w.leads(r) || isVerbal(w.tokens[r.a].class)) {
		r.a++
	}
	if r = w.trim(r); !r.empty() {
		d.indicator = []rng{r}
	}
}

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

// isVerbOnly reports whether a name is nothing but verbs: 项目新开工330个、续建371个.
func (w *work) isVerbOnly(d *draft) bool {
	if len(d.indicator) != 1 || d.indicator[0].empty() {
		return false
	}
	for i := d.indicator[0].a; i < d.indicator[0].b; i++ {
		switch w.tokens[i].class {
		case "make", "verb", "do", "second", "light", "finish":
		default:
			if w.tokens[i].text != "新" {
				return false
			}
		}
	}
	return isVerbal(w.tokens[d.indicator[0].b-1].class)
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
	d.action, d.aspect, d.direction, d.rule = prev.action, prev.aspect, prev.direction, prev.rule
	if m, first := &w.mentions[d.mention], w.mentions[prev.mention]; m.Bound == mention.Exact && w.isEach(prev) && !first.Before.Empty() {
		m.Bound, m.Before = first.Bound, first.Before // 分别突破8500家、6万家和500家
	}
	d.step("verb of the number before")
}

// isEach reports whether 分别 stands before a number in its clause.
func (w *work) isEach(d *draft) bool {
	return w.hasClass(w.left(d), "each")
}

// before is the draft before i that is no part of a name, or -1.
func (w *work) before(i int) int {
	for p := i - 1; p >= 0; p-- {
		if !w.drafts[p].inner {
			return p
		}
	}
	return -1
}

// fillEllipsis gives a number without an indicator that of the number before:
// 肉牛饲养量达到122.8万头、增长9.8%.
func (w *work) fillEllipsis(i int) {
	d := &w.drafts[i]
	if len(d.indicator) > 0 {
		return
	}
	if d.inner {
		w.fillInner(i)
		return
	}
	p := w.before(i)
	if topic, ok := w.announced(d, p); ok {
		d.indicator = []rng{topic}
		d.guess("indicator announced by the clause before")
		w.stripRateNoun(d)
		return
	}
	if p < 0 {
		if s, ok := w.subject(d, p); ok && (d.aspect == Rank || d.elided) {
			w.takeSubject(d, s)
			d.guess("subject of the sentence")
		}
		return
	}
	if s, ok := w.newSubject(d, p); ok {
		w.takeSubject(d, s)
		d.guess("subject of the clause before")
		return
	}
	if s := w.counted(d, i, p); s >= 0 {
		p, d.part = s, true
	} else if w.drafts[p].part && w.before(p) >= 0 {
		p = w.before(p)
	}
	prev := &w.drafts[p]
	d.prefix, d.indicator = prev.prefix, prev.indicator
	d.from = p
	d.step("indicator of the number before")
	if d.aspect == ChangeRate && prev.aspect == Level && !prev.action.empty() && strings.HasPrefix(w.tokens[prev.action.a].text, "新") {
		// 新登记企业5万户，增长20%: the flow grew, not the stock
		d.prefix = append([]rng{prev.action}, prev.prefix...)
	}
	switch {
	case d.aspect == Rank || d.aspect == Streak:
		d.suffix = prev.suffix
		if prev.aspect == ChangeRate && d.suffix == "" && !w.hasRateNoun(prev) {
			d.suffix = "增速"
		}
	case d.suffix == "" && prev.aspect == Rank:
		d.suffix = prev.suffix
	}
}

// counted is the number of the sentence that 其中 tells a part of, by its classifier: 159个村
// 收入超过11万元，其中40个达到50万元 counts 村; -1 if it is none but the one before.
func (w *work) counted(d *draft, i, p int) int {
	if w.mentions[d.mention].Kind != mention.Count || w.unitText(p) == w.unitText(i) || !w.hasClass(w.left(d), "which") {
		return -1
	}
	for s := w.before(p); s >= 0; s = w.before(s) {
		if w.unitText(s) == w.unitText(i) {
			return s
		}
	}
	return -1
}

// takeSubject names a number by the subject of a clause, less a noun of change: 物价上涨幅度
// 回落，控制在15%; 收入增幅超过支出，完成1.1亿元.
func (w *work) takeSubject(d *draft, s rng) {
	if s.b-s.a > 1 && isRateNoun(w.tokens[s.b-1].class) && !isRate(w.mentions[d.mention].Kind) && d.aspect != Rank {
		s.b--
	}
	d.indicator = []rng{s}
	w.stripRateNoun(d)
}

// fillInner gives a condition without a noun that of the condition before.
func (w *work) fillInner(i int) {
	for p := i - 1; p >= 0; p-- {
		if o := &w.drafts[p]; o.inner && len(o.indicator) > 0 {
			w.drafts[i].indicator = o.indicator
			w.drafts[i].lean("thing of the condition before")
			return
		}
	}
}

// glossaryEntry takes the sizes of a thing that the glossary explains for its scale:
// 智能制造产业园：占地252亩，总投资10亿元.
func (w *work) glossaryEntry(d *draft) {
	if w.place.part != report.PartOther || d.inner || d.aspect != Level || len(d.indicator) != 1 || len(w.clause) < 2 || d.clause == 0 {
		return
	}
	head := w.clause[0]
	if end := &w.tokens[d.indicator[0].b-1]; head.end != "：" && head.end != ":" || end.class != "size" && !isExtent(end.text) {
		return
	}
	if name := w.trim(head.rng); !name.empty() {
		d.indicator, d.aspect, d.direction = []rng{name}, Scale, ""
		d.step("size of the glossary's entry")
	}
}

// isExtent reports whether a noun names how large a thing is.
func isExtent(noun string) bool {
	return noun == "总面积" || noun == "面积" || noun == "总投资"
}

// newSubject is an indicator that the clause before speaks of without a number: 进出口
// 总额逆势上扬，全年突破200亿元.
func (w *work) newSubject(d *draft, p int) (rng, bool) {
	if d.rule == nil || !d.elided || d.clause == 0 || w.drafts[p].clause >= d.clause-1 {
		return rng{}, false
	}
	s, ok := w.subjectOf(w.clause[d.clause-1].rng, false)
	return s, ok && w.isHead(s.b-1)
}

// announced is the clause before where it is nothing but a noun phrase: 全社会研发经费，从
// 2002年的1288亿元增加到3664亿元.
func (w *work) announced(d *draft, p int) (rng, bool) {
	if d.clause == 0 || p >= 0 && w.drafts[p].clause >= d.clause-1 {
		return rng{}, false
	}
	r := w.clause[d.clause-1].rng
	topic := w.trim(r)
	if topic.empty() || w.tokens[r.a].class == "in" || topic.b != r.b || topic.b-topic.a > 10 || !isNominal(w.tokens[topic.b-1].class) && w.tokens[topic.b-1].text != "投入" {
		return rng{}, false
	}
	for i := topic.a; i < topic.b-1; i++ {
		if class := w.tokens[i].class; (class == "rise" || class == "fall") && w.isAimTail(rng{i + 1, topic.b}) {
			break // 今年经济增长速度的宏观调控目标，定为…
		}
		switch w.tokens[i].class {
		case "make", "light", "finish", "cause", "rise", "fall", "reach", "become", "exceed", "be", "have", "adverb", "hope", "each":
			return rng{}, false
		case "do", "second", "verb", "cover": // 研究与实验发展经费 is a name, 改革完善增值税制度 is none
			if !w.isHead(topic.b - 1) {
				return rng{}, false
			}
		}
	}
	return topic, true
}

// hasRateNoun reports whether the draft's clause already names a change (增速6%).
func (w *work) hasRateNoun(d *draft) bool { return d.suffix != "" }

// completeHead writes out a bare head: 粮食喜获丰收，产量达到93亿斤 → 粮食产量;
// 经营主体增长11.1%，增速全省第一 → 经营主体增速.
func (w *work) completeHead(i int) {
	d := &w.drafts[i]
	if d.inner || len(d.indicator) != 1 || d.from >= 0 {
		return
	}
	r := d.indicator[0]
	t := &w.tokens[r.a]
	share := t.class == "share"
	if share && !w.isHead(r.b-1) {
		d.suffix = "比重"
	}
	p := w.before(i)
	own, owned := w.ownSubject(d, p)
	if !share && (r.b-r.a != 1 || !isBareHead(t) && !(owned && w.isOwned(t, own))) {
		return
	}
	if owned {
		d.prefix = []rng{own}
		d.step("head " + t.text + " of the clause's subject")
		return
	}
	near, hasNear := w.subject(d, p)
	if topic, ok := w.topic(p, d, t.text); ok && !(hasNear && topic.b <= near.a && isTrade(w.tokens[near.b-1].text)) && !w.isCounted(topic, p) {
		d.prefix = []rng{topic}
		d.lean("head " + t.text + " of a noun before")
		return
	}
	if p < 0 || w.drafts[p].clause < d.clause-1 {
		if topic, ok := w.subject(d, p); ok {
			d.prefix = []rng{topic}
			d.guess("head " + t.text + " of the subject")
			return
		}
	}
	if p < 0 {
		return
	}
	prev := &w.drafts[p]
	if len(prev.indicator) == 1 && sameText(w, prev.indicator[0], r) {
		d.prefix, d.suffix = prev.prefix, prev.suffix
		return
	}
	d.prefix = append(append([]rng(nil), prev.prefix...), prev.indicator...)
	if n := len(d.prefix); n > 0 {
		last := &d.prefix[n-1]
		if end := &w.tokens[last.b-1]; end.text == t.text || last.b-last.a > 1 && t.class != "riserate" && t.class != "fallrate" && !share && w.isHead(last.b-1) {
			last.b--
		}
	}
	d.lean("head " + t.text + " of the number before")
}

func sameText(w *work, a, b rng) bool { return w.textOf(a) == w.textOf(b) }

// textOf is the text of a range as read.
func (w *work) textOf(r rng) string {
	if r.empty() {
		return ""
	}
	return w.view.text[w.tokens[r.a].Start:w.tokens[r.b-1].End]
}

// isOwned reports whether a name that is none of the bare heads needs its owner all the
// same: 示范区实现进口额116亿元, “三项保险”新增参保3万人.
func (w *work) isOwned(t *token, own rng) bool {
	switch end := &w.tokens[own.b-1]; t.class {
	case "gauge":
		return isTrade(end.text)
	case "do", "nverb":
		return end.class == "noun" || end.class == "thing"
	}
	return false
}

// isCounted reports whether a noun stands in the name of what was counted right before:
// 590个市重点项目完成投资950亿元 tells the investment of 市重点项目.
func (w *work) isCounted(noun rng, p int) bool {
	if p < 0 || len(w.drafts[p].indicator) != 1 || w.drafts[p].aspect != Level {
		return false
	}
	name := w.drafts[p].indicator[0]
	return name.a > w.drafts[p].token && name.a <= noun.a && noun.b <= name.b && name.b-name.a > 1
}

// isTrade reports whether a noun names what has an output or takes investment: 新材料产业.
func isTrade(noun string) bool {
	for _, end := range [...]string{"业", "园", "区", "集群", "工程", "项目", "链"} {
		if strings.HasSuffix(noun, end) {
			return true
		}
	}
	return false
}

// ownSubject is the noun phrase before the verb of a bare head: 汽车产业实现产值960亿元.
func (w *work) ownSubject(d *draft, p int) (rng, bool) {
	if d.action.empty() || d.action.a >= d.indicator[0].a {
		return rng{}, false
	}
	from := w.clause[d.clause].a
	if p >= 0 && w.drafts[p].token >= from || w.tokens[from].class == "for" || w.tokens[from].class == "to" || w.tokens[from].text == "为" || w.tokens[from].text == "给" {
		return rng{}, false
	}
	r := w.trim(rng{from, d.action.a})
	return r, !r.empty() && r.b-r.a <= 8 && isNominal(w.tokens[r.b-1].class)
}

// subject is what the clause before speaks of, for a bare head: 加快推进重大工程建设，完成
// 投资2300亿元 → 重大工程; 医药产业要加快发展，产值超150亿元 → 医药产业.
func (w *work) subject(d *draft, p int) (rng, bool) {
	for c := d.clause - 1; c >= 0; c-- {
		r := w.clause[c].rng
		if p >= 0 && r.a <= w.drafts[p].token {
			break
		}
		if s, ok := w.subjectOf(r, c == d.clause-1); ok {
			return s, true
		}
	}
	return rng{}, false
}

// subjectOf is the noun phrase that a clause begins with, or, where object is allowed,
// the one after its first verbs.
func (w *work) subjectOf(r rng, object bool) (rng, bool) {
	if r.empty() || w.tokens[r.a].class == "with" || w.tokens[r.a].class == "prep" || w.tokens[r.a].class == "in" {
		return rng{}, false
	}
	for r.a < r.b && (w.leads(r) || object && isVerbal(w.tokens[r.a].class)) {
		r.a++
	}
	end := r.a
	for end < r.b && (isNominal(w.tokens[end].class) || end > r.a && isRateNoun(w.tokens[end].class) || w.tokens[end].class == "opening" || end > r.a && end+1 < r.b && w.joins(rng{end, end + 1}) && isNominal(w.tokens[end+1].class)) {
		end++
	}
	r.b = end
	for r.b > r.a && (w.tokens[r.b-1].text == "建设" || w.tokens[r.b-1].text == "发展") {
		r.b--
	}
	r = w.trim(r)
	return r, !r.empty() && r.b-r.a <= 6
}

// isRateNoun reports whether words of a class name a change: 涨幅, 降幅.
func isRateNoun(class string) bool { return class == "riserate" || class == "fallrate" }

func isVerbal(class string) bool {
	switch class {
	case "verb", "do", "make", "second", "light", "finish", "cause", "rise", "fall", "cover", "have":
		return true
	}
	return false
}

// topic is a noun between the number before and a bare head that makes a known indicator
// with it: 粮食 in 再获粮食丰收，产量达到93亿斤.
func (w *work) topic(p int, d *draft, head string) (rng, bool) {
	from := 0
	if p >= 0 {
		from = w.drafts[p].token + 1
	}
	for i := d.indicator[0].a - 1; i >= from; i-- {
		if t := &w.tokens[i]; isNominal(t.class) && w.known(t.text+head) {
			return rng{i, i + 1}, true
		}
	}
	return rng{}, false
}

// isBareHead reports whether a noun says too little alone: 产量, 增速, 总投资.
func isBareHead(t *token) bool {
	switch t.class {
	case "head", "riserate", "fallrate", "size":
		return true
	}
	return false
}

// partOf ties a part to its whole: 社会消费品零售总额增长9.5%，其中限上零售额增长17.6%.
func (w *work) partOf(i int) {
	d := &w.drafts[i]
	if d.inner {
		return
	}
	introduced := w.hasClass(w.left(d), "which")
	if !introduced && d.clause > 0 {
		lead := w.clause[d.clause-1]
		introduced = lead.b-lead.a == 1 && w.tokens[lead.a].class == "which"
	}
	p := w.before(i)
	switch {
	case p < 0:
	case introduced && w.drafts[p].clause < d.clause:
		d.parent = p
		d.step("part of the number before")
		if whole := w.drafts[p].indicator; len(d.indicator) == 1 && len(whole) > 0 && isBareSort(w.textOf(d.indicator[0])) && !opensWithSort(w.textOf(whole[0])) {
			d.indicator = append(d.indicator[:1:1], whole...) // 充电桩750个，其中乡村150个
		}
	case w.drafts[p].clause == d.clause:
		d.parent = w.drafts[p].parent
	case w.drafts[p].parent >= 0 && w.clause[d.clause-1].end == "、":
		d.parent = w.drafts[p].parent
	}
}

// sorts are words that sort what was counted by place or rank.
var sorts = []string{"乡村", "农村", "城镇", "城市", "城区", "县城", "市区", "市本级", "中心城区", "主城区", "国家级", "省级", "市级", "县级"}

// isBareSort reports whether a name only says of which sort the things counted are.
func isBareSort(name string) bool { return slices.Contains(sorts, name) }

// opensWithSort reports whether a name is of one sort: 城镇新增就业.
func opensWithSort(name string) bool {
	return slices.ContainsFunc(sorts, func(sort string) bool { return strings.HasPrefix(name, sort) })
}

func (w *work) hasClass(r rng, class string) bool {
	for i := r.a; i < r.b; i++ {
		if w.tokens[i].class == class {
			return true
		}
	}
	return false
}
