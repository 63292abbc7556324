package extract

import "zhibiao/extract/mention"

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
	verbal := at < d.token && len(d.indicator) == 1 && d.indicator[0].a > d.token && !w.hasNominal(d.indicator[0]) // 三十项指标，有十一项没有达到
	if at > 0 && w.tokens[at-1].class == "comma" {
		at--
	}
	if verbal {
		d.action = d.indicator[0]
		d.indicator, d.prefix, d.suffix, d.from = w.drafts[p].indicator, w.drafts[p].prefix, w.drafts[p].suffix, p
		d.step("some of those counted before")
		return
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

// ranked is the number that counts in the unit of a count behind a rank, or -1.
func (w *work) ranked(i, p int) int {
	for s := w.before(p); s >= 0 && w.unitText(i) != ""; s = w.before(s) {
		if w.unitText(s) == w.unitText(i) {
			return s
		}
	}
	return -1
}

// partStep is the step of a part that has its own name.
const partStep = "part of the number before"

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
		if verb := w.verbOf(d.action); verb != nil && (verb.text == "超收" || verb.text == "短收") && w.drafts[p].aspect == Gap {
			d.aspect = Gap // 比预算超收7200亿元，其中中央财政超收4200亿元
		}
		d.step(partStep)
		if whole := w.drafts[p].indicator; len(d.indicator) == 1 && len(whole) > 0 && isBareSort(w.textOf(d.indicator[0])) && !opensWithSort(w.textOf(whole[0])) {
			d.indicator = append(d.indicator[:1:1], whole...) // 充电桩750个，其中乡村150个
		}
	case w.drafts[p].clause == d.clause:
		d.parent = w.drafts[p].parent
	case w.drafts[p].parent >= 0 && w.clause[d.clause-1].end == "、":
		d.parent = w.drafts[p].parent
	}
}
