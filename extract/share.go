package extract

import "zhibiao/extract/mention"

// shareOf writes out of what something is a share, where the clause before says so: 在农业总产
// 值中，种植业占62%，林业占8% tells 种植业占农业总产值比重.
func (w *work) shareOf(d *draft) {
	if d.inner || len(d.indicator) != 1 || d.from >= 0 || len(d.prefix) > 0 || !isRate(w.mentions[d.mention].Kind) {
		return
	}
	own := d.indicator[0]
	if own.b-own.a < 2 || own.b > d.token || w.tokens[own.b-1].class != "share" {
		return
	}
	for c := d.clause - 1; c >= max(0, d.clause-maxRun); c-- {
		r := w.clause[c].rng
		if w.clause[c].end != "，" && w.clause[c].end != "、" {
			return
		}
		if r.b-r.a < 3 || w.tokens[r.a].class != "in" || w.tokens[r.b-1].text != "中" || w.hasClass(r, "number") {
			continue
		}
		if whole := w.trim(rng{r.a + 1, r.b - 1}); !whole.empty() {
			d.indicator = []rng{own, whole}
			d.suffix = "比重"
			d.step("share of the whole before")
		}
		return
	}
}

// nameShare writes 比重 behind a name that says of what something is a share: 汽车产量占全国的9.3%
// tells 汽车产量占全国比重.
func (w *work) nameShare(d *draft) {
	kind := w.mentions[d.mention].Kind
	if d.inner || d.suffix != "" || len(d.indicator) == 0 || !isRate(kind) && kind != mention.PercentagePoint {
		return
	}
	r := d.indicator[len(d.indicator)-1]
	if r.b > d.token || isProportion(w.tokens[r.b-1].text) {
		return
	}
	for i := r.a; i < r.b; i++ {
		if isProportion(w.tokens[i].text) {
			return // 比重已占50%
		}
		if w.tokens[i].class != "share" || w.hasClass(rng{i, r.b}, "pause") {
			continue
		}
		d.suffix = "比重"
		if i == r.b-1 || w.tokens[r.b].text == "比" {
			d.suffix = "比" // 新能源车占70%, 占全部支出比由70%提高到83%
		}
		return
	}
}

// sharePer gives what is told of every hundred households the denominator of the number before:
// 每百户农民拥有电视机12台，自行车110辆.
func (w *work) sharePer(i int) {
	d := &w.drafts[i]
	p := w.before(i)
	if d.inner || p < 0 || len(d.indicator) != 1 || len(d.prefix) > 0 || d.from >= 0 || d.aspect != Level || w.drafts[p].clause < d.clause-1 {
		return
	}
	prev := &w.drafts[p]
	if prev.aspect != Level || w.mentions[d.mention].Kind != w.mentions[prev.mention].Kind || w.mentions[d.mention].Kind == "percent" || d.indicator[0].b > d.token {
		return
	}
	own := d.indicator[0]
	if own.a != w.clause[d.clause].a && w.tokens[own.a-1].class != "pause" || own.b-own.a > 2 || !w.hasNominal(own) || w.isHead(own.b-1) {
		return
	}
	if len(prev.prefix) == 1 && w.tokens[prev.prefix[0].a].class == "every" {
		d.prefix = prev.prefix
		d.step("denominator of the number before")
		return
	}
	if len(prev.indicator) != 1 {
		return
	}
	per := prev.indicator[0]
	for per.b-per.a > 1 && per.a < prev.indicator[0].a+3 && w.tokens[per.a].class != "every" {
		per.a++ // 全国平均|每人占有粮食
	}
	if w.tokens[per.a].class != "every" {
		return
	}
	for j := per.b - 1; j > per.a; j-- {
		if class := w.tokens[j].class; class == "have" || w.tokens[j].text == "占有" {
			d.prefix = []rng{{per.a, j + 1}}
			d.step("denominator of the number before")
			return
		}
	}
}
