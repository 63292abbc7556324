package extract

import "strings"

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

// honour takes what was done for an honour, and which time it was, off the name of its streak:
// 成功创建全省第十二届双拥模范城、累计实现七连创 is one of 全省双拥模范城.
func (w *work) honour(d *draft) {
	if d.rule == nil || d.rule.Name != "streak-of" || len(d.indicator) != 1 {
		return
	}
	r := d.indicator[0]
	from := r.a
	for r.a+1 < r.b && w.strivesFor(r.a) {
		r.a++
	}
	if from == r.a {
		return
	}
	if d.action.empty() {
		d.action = rng{r.a - 1, r.a}
	}
	d.indicator = w.list(nil, r)
	for i := r.a; i < r.b-1; i++ {
		if t := w.tokens[i].text; strings.HasPrefix(t, "第") && strings.HasSuffix(t, "届") {
			d.indicator = w.list(nil, rng{i + 1, r.b})
			if i > r.a {
				d.indicator = w.list(nil, rng{r.a, i}, rng{i + 1, r.b})
			}
			return
		}
	}
}

// strivesFor reports whether the word at i tells how an honour was sought, or how well.
func (w *work) strivesFor(i int) bool {
	switch t := &w.tokens[i]; t.class {
	case "make", "manner", "verb":
		return true
	default:
		return t.text == "通过"
	}
}

// nameAwarded names a streak of awards by what was awarded, where that is an undertaking and
// no place: 示范区建设连续3年获评优秀.
func (w *work) nameAwarded(d *draft) {
	if d.rule == nil || d.rule.Name != "streak-award" {
		return
	}
	i := d.token - 1
	for i > w.clause[d.clause].a && w.tokens[i].class != "run" {
		i--
	}
	own := w.trim(rng{w.clause[d.clause].a, i})
	if own.b-own.a < 2 {
		return
	}
	end := w.tokens[own.b-1].text
	if isTest(end) || end == "建设" || end == "工作" || end == "改革" {
		d.indicator = w.list(nil, own)
		d.step("undertaking that was awarded")
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
	case (class == "ranking" || class == "reach") && !w.hasClass(r, "number"):
		r.a++ // 连续7年位列十佳城市榜首; 连续7年位列全省第一 ranks what was named before
	default:
		return
	}
	for r.a < r.b && (w.leads(r) || isVerbal(w.tokens[r.a].class) || w.tokens[r.a].class == "not") {
		r.a++
	}
	if r = w.trim(r); !r.empty() && w.hasNominal(r) && !w.hasClass(r, "number") && !isPlacing(w.textOf(r)) {
		d.indicator = w.list(nil, r)
		d.step("name after the streak")
	}
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
	if own := w.trim(rng{w.clause[d.clause].a, d.token}); d.token+1 == r.b && !own.empty() && w.hasNominal(own) {
		d.indicator = w.list(nil, own) // 项目从首次洽谈到建成投产|仅用时8个月
		return
	}
	if r.empty() && d.clause+1 < len(w.clause) {
		r = w.clause[d.clause+1].rng
	}
	for r.a < r.b && (w.leads(r) || isVerbal(w.tokens[r.a].class)) {
		r.a++
	}
	if r = w.trim(r); !r.empty() {
		d.indicator = w.list(nil, r)
	}
}

// isPlacing reports whether a phrase is but a rank without a numeral: 连续五年位居全省前列.
func isPlacing(s string) bool {
	switch s {
	case "前列", "首位", "榜首", "前茅", "第一方阵", "第一梯队", "前位", "上游":
		return true
	}
	return false
}
