package extract

// chainVerbs gives the verb the second one that stands right behind it, where that names no thing:
// 招引|落地|企业, 提升|打造|教育基地, 建设|筹措|保障性住房.
func (w *work) chainVerbs(d *draft) {
	if d.inner || len(d.indicator) != 1 || d.action.empty() || w.tokens[d.action.b-1].text == "招商" {
		return // 招商|落地项目: an activity
	}
	r := d.indicator[0]
	if r.a != d.action.b || r.b-r.a < 2 || !isSecond(w.tokens[r.a].text) || !isVerbal(w.tokens[d.action.b-1].class) {
		return
	}
	switch next := &w.tokens[r.a+1]; next.class {
	case "of", "and", "pause", "classifier", "share", "head", "gauge":
		return // 实施|类|项目, 落地|率
	case "nverb":
		if r.b-r.a == 2 {
			return
		}
	}
	d.action.b++
	d.indicator = w.list(nil, rng{r.a + 1, r.b})
}

// isSecond reports whether a verb follows another one to say what else is done, and never says
// what kind of thing a noun names.
func isSecond(verb string) bool {
	switch verb {
	case "实施", "打造", "落地", "投运", "交付", "筹措":
		return true
	}
	return false
}

// takeVerb gives the verb that opens a clause its object, where a bound stands before the number:
// 引进|亿元以上项目|超|40个. What is added (新增, 净增, 新签约) is named by it, as no stock is.
func (w *work) takeVerb(d *draft) {
	if d.inner || d.rule == nil || d.rule.Name != "level" || len(d.indicator) != 1 {
		return
	}
	r := d.indicator[0]
	if verb := w.verbOf(d.action); verb == nil || verb.class != "exceed" || d.action.a < r.b || !w.leadsClause(r.a) {
		return
	}
	n := w.verbsAt(r)
	if n == 0 || r.b-r.a == n || isVerbal(w.tokens[r.a+n].class) || isBareHead(&w.tokens[r.b-1]) {
		return
	}
	if own := w.trim(rng{r.a + n, r.b}); !own.empty() {
		d.action, d.indicator = rng{r.a, r.a + n}, w.list(nil, own)
	}
}

// newVerb gives a verb its object that no lexicon has for one: 新 or 精细 with what it says how,
// 新补充|教师|1249名, 精细治理|背街小巷|1650条, and what is a noun elsewhere, 分配|安居房|1万套.
func (w *work) newVerb(d *draft) {
	if d.inner || d.rule == nil || d.rule.Name != "value" || len(d.indicator) != 1 || !d.action.empty() {
		return
	}
	r := d.indicator[0]
	i := w.newVerbEnd(r)
	if i == r.a || i == r.b || !w.leadsClause(r.a) || isBareHead(&w.tokens[r.b-1]) {
		return
	}
	switch w.tokens[i].class {
	case "noun", "nverb", "thing", "plant", "adj", "place", "other", "inner", "opening", "manner":
		d.action, d.indicator = rng{r.a, i}, w.list(nil, rng{i, r.b})
	}
}

// newVerbEnd is where such a verb at the start of a range ends.
func (w *work) newVerbEnd(r rng) int {
	i := r.a + 1
	switch w.tokens[r.a].text {
	case "分配":
		return i
	case "新", "精细":
		for i < r.b && (w.tokens[i].class == "do" || w.tokens[i].class == "second" || w.tokens[i].class == "verb") {
			i++
		}
		if i > r.a+1 && w.tokens[r.a+1].text != "授权" { // 新授权发明专利 are told from those in force
			return i
		}
	}
	return r.a
}

// verbsAt is how many tokens the verbs take that bring about what a range names behind them.
func (w *work) verbsAt(r rng) int {
	if r.b-r.a > 3 && w.tokens[r.a].class == "make" && w.joins(rng{r.a + 1, r.a + 2}) && w.tokens[r.a+2].class == "make" {
		return 3 // 新建和改造提升|高标准农田
	}
	switch w.tokens[r.a].text {
	case "引进", "招引", "新引进", "引育", "盘活", "创建", "新建开通", "建设筹集", "打造", "建成", "完成", "发放", "投放", "投用", "兑现":
		return 1
	}
	return 0
}

// leadsClause reports whether a token is the first of its clause but for words that lead to it.
func (w *work) leadsClause(i int) bool {
	c := w.clause[w.clauseOf(i)]
	for i--; i >= c.a; i-- {
		switch w.tokens[i].class {
		case "adverb", "manner", "time", "hope", "mean", "self", "adv":
		default:
			return false
		}
	}
	return true
}
