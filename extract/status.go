package extract

import (
	"strings"

	"zhibiao/report"
)

// status tells a result from an aim: by words that name the present or the future, else
// by the year that is named, else by the part of the report.
func (w *work) status(d *draft, t told) Status {
	aims := w.place.amongAims() && !w.isExplained(d)
	review := w.doc.Meta.Review
	if w.wasPlanned(d) || w.isConditional(d) {
		return Target
	}
	if !aims && d.rule != nil && strings.HasPrefix(d.rule.Name, "plan-share") {
		return Actual
	}
	if !aims && t.years.Start == w.doc.Meta.ReportYear && w.isEstimate(d) {
		return Actual
	}
	if t.years.End > 0 && review.End > 0 {
		if t.years.End > review.End {
			if t.years.Start <= w.doc.Meta.ReportYear && (!aims && w.looksBack(w.clause[d.clause].rng) || w.isSoFar(d)) {
				return Actual // 截至今年2月底，已撤并公司7万个
			}
			if !t.base && t.years.Start > w.doc.Meta.ReportYear && w.doc.Meta.ReportYear > 0 {
				return Target // 到本世纪末翻两番, whatever is said to be so already
			}
			if aims || t.until || t.base && w.isBudget(d) || t.years.Start > review.End {
				return w.planned(d)
			}
		} else if aims {
			return Actual
		}
	}
	if aims {
		if w.isPresent(d) {
			return Actual
		}
		return Target
	}
	if w.isOnceBuilt(d) || w.isAimed(d) || w.place.part == report.PartNotes && w.isHopedFor(d) {
		return Target
	}
	return Actual
}

// isOnceBuilt reports whether the sentence tells what a project will do once it is there:
// 建成后可实现100人就业.
func (w *work) isOnceBuilt(d *draft) bool {
	if w.seen.lack(ofAfter) {
		return false
	}
	for i := d.token - 1; i > max(0, d.token-4*reach); i-- {
		switch t := &w.tokens[i]; t.text {
		case "。", "；", ";":
			return false
		case "后":
			switch w.tokens[i-1].text {
			case "投产", "达产", "建成", "竣工", "完工", "投用":
				next := w.tokens[i+1]
				return next.class == "comma" || next.text == "可" || next.text == "将" || next.text == "预计" || strings.HasPrefix(next.text, "可")
			}
		}
	}
	return false
}

// isAimed reports whether the list at hand is led by what it aims at: 主要目标：生产总值增长7%,
// but not 全面完成了年初确定的目标：.
func (w *work) isAimed(d *draft) bool {
	for c := d.clause - 1; c >= max(0, d.clause-maxClauses); c-- {
		cl := w.clause[c]
		if cl.end != "：" && cl.end != ":" || cl.empty() {
			continue
		}
		last := cl.b - 1
		if w.tokens[last].class == "be" && last > cl.a {
			last--
		}
		lead := rng{cl.a, cl.b}
		return strings.HasSuffix(w.tokens[last].text, "目标") && !w.hasClass(lead, "finish") && !w.hasClass(lead, "reach") && !w.hasClass(lead, "number") && !w.looksBack(lead)
	}
	return false
}

// isExplained reports whether a note says of what a word consists, “1530”工程：即1个团队培养5个
// 学员, and no deed to be done.
func (w *work) isExplained(d *draft) bool {
	if w.place.part != report.PartNotes || !d.action.empty() && d.action.a < d.token {
		return false
	}
	for i := d.token - 1; i >= max(0, d.token-4*reach) && w.tokens[i].class != "stop"; i-- {
		switch w.tokens[i].text {
		case "即", "指", "是指":
			return true
		}
	}
	return false
}

// isHopedFor reports whether the sentence says before a number that it is aimed at, as notes on
// what a programme is do: 力争三年内翻一番.
func (w *work) isHopedFor(d *draft) bool {
	for i := d.token - 1; i >= max(0, d.token-4*reach) && w.tokens[i].class != "stop"; i-- {
		if w.tokens[i].class == "hope" || w.tokens[i].text == "目标" {
			return true
		}
	}
	return false
}

// isSoFar reports whether the sentence counts up to now: 截至今年2月底.
func (w *work) isSoFar(d *draft) bool {
	for i := max(0, d.token-2*reach); i < d.token; i++ {
		if t := w.tokens[i].text; t == "截止" || strings.HasPrefix(t, "截至") {
			return true
		}
	}
	return false
}

// planned is target but where the clause says that it is so already (目前已达).
func (w *work) planned(d *draft) Status {
	if w.isPresent(d) {
		return Actual
	}
	return Target
}

// isPresent reports whether the clause speaks of a state of today, or of a result
// already reached, in the part of plans.
func (w *work) isPresent(d *draft) bool {
	cl := w.clause[d.clause]
	if d.clause+1 < len(w.clause) && w.holdsRecord(w.clause[d.clause+1].rng) {
		return true
	}
	if verb := w.verbOf(d.action); verb != nil && verb.class == "have" && w.hasClass(w.left(d), "self") && !w.looksAhead(cl.rng) {
		return true // 我国有十亿人口
	}
	if first := w.tokens[cl.a].text; (first == "我国" || first == "世界") && d.action.empty() && !w.looksAhead(cl.rng) {
		return true // 我国人口80%在农村
	}
	if all := (rng{max(0, d.token-4*reach), min(cl.b, d.token+reach)}); w.looksBack(all) && !w.looksAhead(all) {
		return true // 已建成的主要有：加固堤防6100公里
	}
	if w.isGiven(d) {
		return true
	}
	for i := w.left(d).a; i < d.token; i++ {
		switch w.tokens[i].text {
		case "目前", "现有", "现已", "已有", "已经", "已达", "已达到", "已建成", "截至目前", "去年", "上年":
			if w.tokens[i].class == "time" && (w.isCompared(i) || w.isStart(i) || w.isYardstick(i)) {
				continue
			}
			return true
		}
	}
	return false
}

// isGiven reports whether a count is what is built upon: 以9个园区为载体, 依托596平方公里腹地,
// 依靠775万儿女, 在167个区县中.
func (w *work) isGiven(d *draft) bool {
	const near = 6
	cl := w.clause[d.clause]
	for i := d.token - 1; i >= max(cl.a, d.token-near); i-- {
		switch t := &w.tokens[i]; {
		case t.text == "依托", t.text == "依靠", t.text == "带领", t.text == "团结带领":
			return true
		case t.text == "以":
			return w.holds(rng{d.token, cl.b}, "为")
		case t.text == "在":
			return w.holds(rng{d.token, cl.b}, "中")
		case isVerbal(t.class) || t.class == "number":
			return false
		}
	}
	return false
}

// looksBack reports whether a range tells of what is done or is so now.
func (w *work) looksBack(r rng) bool {
	for i := r.a; i < r.b; i++ {
		t := &w.tokens[i]
		if t.class != "adverb" && strings.HasPrefix(t.text, "已") {
			return true // 已建成
		}
		switch t.text {
		case "已", "已经", "均已", "都已", "曾", "曾经", "现在", "目前", "过去", "以来", "去年", "截至", "迄今", "至今":
			if t.class != "time" || !w.isCompared(i) && !w.isStart(i) {
				return true
			}
		case "了":
			if t.class == "particle" && i > 0 && isVerbal(w.tokens[i-1].class) {
				return true
			}
		}
	}
	return false
}

// looksAhead reports whether a range tells of what is to be done.
func (w *work) looksAhead(r rng) bool {
	for i := r.a; i < r.b; i++ {
		switch t := &w.tokens[i]; t.text {
		case "将", "应", "应当", "应该", "继续", "进一步", "今后", "今年", "明年", "再", "为了", "深入", "全面", "坚持":
			return true
		case "加快", "推进", "推动", "加强", "实施": // but not 加快了, 明显加快
			if i+1 < len(w.tokens) && w.tokens[i+1].text != "了" && w.tokens[i+1].class != "comma" && w.tokens[i+1].class != "stop" {
				return true
			}
		default:
			if t.class == "hope" {
				return true
			}
		}
	}
	return false
}

// holdsRecord reports whether a clause says that a record was set: 再创历史新高.
func (w *work) holdsRecord(r rng) bool {
	s := w.textOf(r)
	return strings.HasSuffix(s, "新高") && (strings.HasPrefix(s, "再创") || strings.HasPrefix(s, "创"))
}

// isConditional reports whether a number is what would be, if only something were done: 只要降低
// 成本1%，就可以节约20亿元.
func (w *work) isConditional(d *draft) bool {
	if !w.onlyIf {
		return false
	}
	for i := d.token - 1; i >= max(0, d.token-2*reach) && w.tokens[i].class != "stop"; i-- {
		if w.tokens[i].text == "只要" {
			next := w.tokens[i+1].text
			return next != "花" && next != "用" && next != "有" // 只要花过去一半的钱
		}
	}
	return false
}

// isEstimate reports whether the list at hand is led by an estimate for a year that is nearly
// over: 拿一九五四年预计产量同一九四九年产量比较：电力…
func (w *work) isEstimate(d *draft) bool {
	for c := d.clause - 1; c > max(0, d.clause-maxClauses); c-- {
		if end := w.clause[c].end; end != "：" && end != ":" {
			continue
		}
		for i := w.clause[c].b - 1; i > 0; i-- {
			if w.tokens[i].text == "预计" && w.tokens[i-1].class == "time" && i+1 < len(w.tokens) && w.isHead(i+1) {
				return true
			}
		}
		return false
	}
	return false
}
