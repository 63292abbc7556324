package extract

import (
	"strings"

	"zhibiao/extract/mention"
)

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

// nameByTest names a rank by the evaluation that it was reached in, where no more than who
// was evaluated stands before: 公安局在公安队伍满意度测评中排名全省第二.
func (w *work) nameByTest(d *draft) {
	if d.rule != nil && d.rule.Name == "places-moved" {
		if len(d.indicator) > 0 && w.isHere(d.indicator[0]) {
			d.indicator = nil // 我市在全国百强县中再进5位
		}
		d.indicator, d.scope = w.list(d.indicator, w.trim(d.scope)), rng{}
		d.step("list that ranks")
		return
	}
	if w.mentions[d.mention].Kind == mention.Percent {
		return // 4个学科进入全球前1%: a share of the order, whatever list it is
	}
	if d.aspect == Rank && !d.action.empty() && (len(d.indicator) == 0 || w.isHere(d.indicator[0]) && d.indicator[0].b <= d.scope.a) && w.isListed(d.scope) {
		d.indicator = w.list(nil, w.trim(d.scope))
		d.step("list that ranks")
		return
	}
	if d.aspect == Rank && len(d.indicator) == 0 && (d.token == 0 || w.tokens[d.token-1].class != "pause") {
		for in := max(w.clause[d.clause].a, d.token-reach); in < d.token; in++ {
			if w.tokens[in].text == "在" {
				w.nameByTestBehind(d, in)
				return
			}
		}
		return
	}
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
	if in := d.indicator[0].b; in < d.token && w.tokens[in].text == "在" {
		w.nameByTestBehind(d, in)
	}
}

// nameByTestBehind names a rank by the evaluation that 在 leads to: 在省里组织的|营商环境第三方评估中
// 荣获第一名.
func (w *work) nameByTestBehind(d *draft, in int) {
	for i := in + 2; i < d.token; i++ {
		if isTest(w.tokens[i].text) && endsFrame(w.tokens[i+1].text) {
			from := in + 1
			for j := from; j < i && len(d.indicator) == 0; j++ {
				if w.tokens[j].class == "of" {
					from = j + 1
				}
			}
			if r := w.trim(rng{from, i + 1}); r.b-r.a > 1 {
				d.indicator = w.list(nil, r)
				d.step("evaluation that ranks")
			}
			return
		}
	}
}

// rankAmong names a rank among a counted group by what stands before the group or, where nothing
// does, by the number before: 增速居全市12个县第1位, 增长8%，在全省88个县中排名第5位.
func (w *work) rankAmong(i int) {
	d, p := &w.drafts[i], w.before(i)
	if d.aspect != Rank || p < 0 || w.drafts[p].clause != d.clause || w.mentions[w.drafts[p].mention].Kind != mention.Count || w.drafts[p].aspect != Level {
		return
	}
	group, at := w.drafts[p].indicator, w.drafts[p].token-1
	if r := d.indicator; len(r) == 1 && isTest(w.tokens[r[0].b-1].text) {
		return // 在全省126个开发区综合考核中居第17位
	}
	from := w.clause[d.clause].a
	for at > from && (w.tokens[at].class == "self" || w.tokens[at].class == "of" || w.tokens[at].class == "place") {
		at--
	}
	if at < from || len(group) != 1 || group[0].a != w.drafts[p].token+1 || w.tokens[at].class != "ranking" && w.tokens[at].text != "在" {
		return
	}
	d.step("what ranks among those counted")
	if w.tokens[at].class == "ranking" {
		d.action = rng{at, at + 1}
	}
	own, q := w.trim(rng{from, at}), w.before(p)
	switch bare := own.empty() || own.b-own.a == 1 && isRateNoun(w.tokens[own.a].class); {
	case !bare:
		d.indicator, d.prefix, d.from = []rng{own}, nil, -1
	case q < 0:
		d.indicator, d.elided = nil, true
	default:
		prev := &w.drafts[q]
		d.indicator, d.prefix, d.suffix, d.from = prev.indicator, prev.prefix, prev.suffix, q
		if prev.aspect == ChangeRate && d.suffix == "" {
			d.suffix = "增速"
		}
	}
}

// isListed reports whether a phrase names a list or a test that gives places: 先进制造业百强市,
// 国家低碳试点城市中期评估.
func (w *work) isListed(r rng) bool {
	if r.b-r.a < 2 || !isNominal(w.tokens[r.b-1].class) && !isTest(w.tokens[r.b-1].text) {
		return false
	}
	if isTest(w.tokens[r.b-1].text) {
		return true
	}
	for _, t := range w.tokens[r.a:r.b] {
		if strings.HasSuffix(t.text, "强") || strings.HasSuffix(t.text, "榜") {
			return true
		}
	}
	return false
}

// isHere reports whether a range is no more than the report's own place: 我市, 孝感.
func (w *work) isHere(r rng) bool {
	return r.b-r.a == 1 && (w.tokens[r.a].class == "self" || w.region != "" && strings.HasPrefix(w.region, w.tokens[r.a].text))
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
