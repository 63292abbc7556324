package extract

import (
	"strings"

	"zhibiao/extract/mention"
)

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
	for p >= 0 && w.isRemark(w.drafts[p].token) && !w.isRemark(d.token) && w.before(p) >= 0 {
		p = w.before(p) // 原油产量达到一亿吨（其中海上五百万吨），增加七百万吨
	}
	if topic, ok := w.announced(d, p); ok {
		d.indicator = w.list(nil, topic)
		d.guess("indicator announced by the clause before")
		w.stripRateNoun(d)
		return
	}
	if d.elided && d.clause > 0 && (p < 0 || w.drafts[p].clause < d.clause-1) {
		if s, ok := w.movedMeasure(w.clause[d.clause-1].rng); ok {
			d.indicator = w.list(nil, s)
			d.step("measure that the clause before says to move")
			return
		}
	}
	if p < 0 {
		if s, ok := w.subject(d, p); ok && (d.aspect == Rank || d.aspect == Baseline || d.elided) {
			w.takeSubject(d, s)
			d.guess("subject of the sentence")
		} else if verb := w.verbOf(d.action); verb != nil && strings.HasSuffix(verb.text, "投入") {
			d.indicator = w.list(nil, d.action.last(1)) // 投入2115万元，实施项目16个
			d.guess("verb as a noun")
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
	} else if w.drafts[p].aspect == Rank && d.aspect == Level && w.mentions[d.mention].Kind == mention.Count {
		if s := w.ranked(i, p); s >= 0 { // 2项指标增速居全省第1位，10项居前3位
			p, d.part = s, true
		}
	}
	if w.mentions[d.mention].Kind == mention.Multiple && strings.HasPrefix(w.drafts[p].suffix, "比") && w.before(p) >= 0 {
		p = w.before(p) // 民生支出658亿元，占总支出的68%，是前五年的3.6倍
	}
	prev := &w.drafts[p]
	d.prefix, d.indicator = prev.prefix, prev.indicator
	d.from = p
	d.step("indicator of the number before")
	if d.rule != nil && d.rule.Name == "than-aim" && isRate(w.mentions[d.mention].Kind) {
		d.aspect, d.direction = prev.aspect, prev.direction
	}
	if d.aspect == Level && prev.aspect == ChangeRate && d.clause <= prev.clause+1 && w.mentions[d.mention].Kind == w.mentions[prev.mention].Kind && w.isHoped(d) {
		d.action, d.aspect, d.direction = prev.action, prev.aspect, prev.direction // 增长7%左右，力争7.5%
	}
	if d.aspect == ChangeRate && prev.aspect == Level && !prev.action.empty() && strings.HasPrefix(w.tokens[prev.action.a].text, "新") {
		// 新登记企业5万户，增长20%: the flow grew, not the stock
		d.prefix = append([]rng{prev.action}, prev.prefix...)
	}
	switch {
	case d.aspect == Rank || d.aspect == Streak:
		d.suffix = prev.suffix
		if prev.aspect == ChangeRate && d.suffix == "" && prev.suffix == "" {
			d.suffix = "增速"
		}
	case d.suffix == "" && prev.aspect == Rank:
		d.suffix = prev.suffix
	}
}

// isHoped reports whether nothing but how firmly it is aimed at stands before a number: 力争7.5%.
func (w *work) isHoped(d *draft) bool {
	hoped := false
	for i := d.token - 1; i >= max(0, d.token-reach) && w.tokens[i].class != "comma" && w.tokens[i].class != "pause"; i-- {
		switch w.tokens[i].class {
		case "hope":
			hoped = true
		case "reach", "adverb", "before", "after":
		default:
			return false
		}
	}
	return hoped
}

// takeSubject names a number by the subject of a clause, less a noun of change: 物价上涨幅度
// 回落，控制在15%; 收入增幅超过支出，完成1.1亿元.
func (w *work) takeSubject(d *draft, s rng) {
	if s.b-s.a > 1 && isRateNoun(w.tokens[s.b-1].class) && !isRate(w.mentions[d.mention].Kind) && d.aspect != Rank {
		s.b--
	}
	d.indicator = w.list(nil, s)
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

// dropAgent takes who provides the money off a number where the clause before says what for:
// 今年的基本建设投资，国家安排一千三百亿元.
func (w *work) dropAgent(d *draft, p int) {
	if d.inner || len(d.indicator) != 1 || d.indicator[0].a > d.token || w.mentions[d.mention].Kind != mention.Money {
		return
	}
	switch w.textOf(d.indicator[0]) {
	case "国家", "中央", "中央财政", "国家财政", "地方财政", "省财政", "市财政":
	default:
		return
	}
	if topic, ok := w.announced(d, p); ok {
		d.indicator = w.list(nil, topic)
		d.step("what the clause before says the money is for")
	}
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

// movedMeasure is a share of something that a clause says to move, without a number: 非生产性
// 建设在投资中的比重进一步上升，达到45.5%.
func (w *work) movedMeasure(r rng) (rng, bool) {
	end := r.b
	for end > r.a && (w.tokens[end-1].class == "rise" || w.tokens[end-1].class == "fall" || w.tokens[end-1].class == "adverb" || w.tokens[end-1].class == "manner" || w.tokens[end-1].class == "adj" || w.tokens[end-1].class == "particle") {
		end--
	}
	if end == r.b || end == r.a || !isRatio(w.tokens[end-1].text) || w.hasClass(r, "number") {
		return rng{}, false
	}
	s := w.trim(rng{r.a, end})
	return s, s.b == end && s.b-s.a > 1 && s.b-s.a <= 12
}

// announced is the clause before where it is nothing but a noun phrase: 全社会研发经费，从
// 2002年的1288亿元增加到3664亿元.
func (w *work) announced(d *draft, p int) (rng, bool) {
	at := d.clause - 1
	if at > 0 && w.isAside(w.clause[at].rng) {
		at--
	}
	if at < 0 || p >= 0 && w.drafts[p].clause >= at {
		return rng{}, false
	}
	r := w.beforeNote(w.clause[at].rng)
	if r.b-r.a > 3 && w.tokens[r.b-1].class == "etc" {
		r.b-- // 载重汽车和蒸汽机车等，增长速度都达到50%
	}
	topic := w.trim(r)
	if topic.empty() || w.tokens[r.a].class == "in" || w.tokens[r.a].class == "compare" || // 剔除不可比因素，增长27.4%
		topic.b != r.b || topic.b-topic.a > 10 && !(topic.b-topic.a <= 20 && isRatio(w.tokens[topic.b-1].text)) || !isNominal(w.tokens[topic.b-1].class) && !w.isHead(topic.b-1) && w.tokens[topic.b-1].text != "投入" {
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

// isAside reports whether a clause only says what is counted in: 工业总产值，包括新建企业的在内，
// 预计达到.
func (w *work) isAside(r rng) bool {
	if !r.empty() && w.tokens[r.a].class == "from" && w.hasClass(r, "to") && !w.hasClass(r, "number") && !w.hasClass(r, "time") {
		return true // 从中央到地方
	}
	if !r.empty() && setsAside(w.tokens[r.a].text) && !w.hasClass(r, "number") {
		return true // 扣除物价上涨因素
	}
	if r.b-r.a < 2 || w.tokens[r.b-1].text != "在内" && w.tokens[r.b-1].text != "内" {
		return false
	}
	first := w.tokens[r.a].text
	return first == "包括" || first == "连同" || first == "不包括" || first == "不" && w.tokens[r.a+1].text == "包括"
}

// beforeNote drops a note in brackets from the end of a clause: 工业总产值（按不变价格计算）.
func (w *work) beforeNote(r rng) rng {
	if r.empty() || w.tokens[r.b-1].text != "）" && w.tokens[r.b-1].text != ")" {
		return r
	}
	for i := r.b - 1; i > r.a; i-- {
		if t := w.tokens[i].text; t == "（" || t == "(" {
			return rng{r.a, i}
		}
	}
	return r
}

// isRemark reports whether a token stands in round brackets.
func (w *work) isRemark(i int) bool {
	for j := i - 1; j >= max(0, i-maxBracket); j-- {
		switch w.tokens[j].text {
		case "（", "(":
			return true
		case "）", ")", "。", "；":
			return false
		}
	}
	return false
}
