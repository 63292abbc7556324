package extract

import "strings"

// completeHead writes out a bare head: 粮食喜获丰收，产量达到93亿斤 → 粮食产量;
// 经营主体增长11.1%，增速全省第一 → 经营主体增速.
func (w *work) completeHead(i int) {
	d := &w.drafts[i]
	if d.inner || len(d.indicator) != 1 || d.from >= 0 {
		return
	}
	w.splitCounted(d, w.before(i))
	r := d.indicator[0]
	t := &w.tokens[r.a]
	share := t.class == "share"
	if share && !isProportion(w.tokens[r.b-1].text) {
		d.suffix = "比重"
		if r.b-r.a == 1 {
			d.suffix = "比" // 其中企业2万户，占24%
		}
	}
	p := w.before(i)
	if w.ofTrade(d, p) || !share && r.b-r.a != 1 && !(w.areBareHeads(r) && !w.areTwo(p)) {
		return
	}
	own, owned := w.ownSubject(d, p)
	if !share && !isBareHead(t) && !(owned && w.isOwned(t, own)) {
		w.shareOwner(d, p)
		return
	}
	if owned {
		d.prefix = w.list(nil, own)
		d.step("head " + t.text + " of the clause's subject")
		return
	}
	if s, ok := w.beforeTime(d); ok {
		d.prefix = w.list(nil, s)
		d.step("head " + t.text + " of the noun before its time")
		return
	}
	if isOutput(t.text) {
		if maker, ok := w.maker(d, p); ok {
			d.prefix = w.list(nil, maker)
			d.lean("head " + t.text + " of its maker")
			return
		}
	}
	if topic, ok := w.announced(d, p); share && ok {
		d.prefix = w.list(nil, topic) // 公私合营工业的产值，占全部工业产值的85%
		d.step("share of the subject")
		return
	}
	near, hasNear := w.subject(d, p)
	hasNear = hasNear && near.b <= r.a && w.textOf(near) != t.text // 产值上一个台阶，达到5亿元: its own
	if last := w.tokens[max(near.b, 1)-1].text; hasNear && (strings.HasSuffix(last, "政策") || strings.HasSuffix(last, "收成") || last == "丰收") {
		hasNear = false // 优化房地产政策，新开工建筑面积100万平方米; 获得好收成，总产达到11亿斤
	}
	if topic, ok := w.topic(p, d, t.text); ok && !(hasNear && topic.b <= near.a && isTrade(w.tokens[near.b-1].text)) && !w.isCounted(topic, p) {
		d.prefix = w.list(nil, topic)
		d.lean("head " + t.text + " of a noun before")
		return
	}
	if hasNear && (p < 0 || w.drafts[p].clause < d.clause-1) {
		if near.b-near.a > 1 && w.tokens[near.b-1].class == "head" && !isRateNoun(t.class) {
			near.b-- // 巩固普惠性幼儿园覆盖面，普惠率达到85%
		}
		d.prefix = w.list(nil, near)
		d.guess("head " + t.text + " of the subject")
		return
	}
	if p >= 0 {
		w.headOfNumber(d, p, share)
	}
}

// isProportion reports whether a noun says by itself that something is a share of something.
func isProportion(noun string) bool {
	return isRatio(noun) || strings.HasSuffix(noun, "份额") || noun == "比" || noun == "率"
}

// beforeTime is the noun phrase that a time word parts from its head: 新材料产业近三年|产值.
func (w *work) beforeTime(d *draft) (rng, bool) {
	i := d.indicator[0].a
	from := max(w.clause[d.clause].a, i-reach)
	if i-1 <= from || w.tokens[i-1].class != "time" {
		return rng{}, false
	}
	r := w.trim(rng{from, i - 1})
	return r, !r.empty() && r.b == i-1 && r.b-r.a <= 6 && isNominal(w.tokens[r.b-1].class) && !w.hasClass(r, "number")
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

// topic is a noun between the number before and a bare head that makes a known indicator
// with it: 粮食 in 再获粮食丰收，产量达到93亿斤.
func (w *work) topic(p int, d *draft, head string) (rng, bool) {
	from := 0
	if p >= 0 {
		from = w.drafts[p].token + 1
	}
	for i := d.indicator[0].a - 1; i >= from; i-- {
		if t := &w.tokens[i]; isNominal(t.class) && t.text != "年度" && w.known(t.text+head) {
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
			d.prefix = w.list(nil, r)
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
	for i := r.a - 1; i >= max(w.clause[d.clause].a, r.a-6); i-- {
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
