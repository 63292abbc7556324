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
