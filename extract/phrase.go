package extract

import "strings"

// trim narrows a range to the noun phrase that a statistics table would give the row:
// no time, no own place, no adverb or connective, no verb of causing before it, and
// nothing but nouns at its end.
func (w *work) trim(r rng) rng {
	r = w.afterLead(w.beforeYardstick(w.afterMarker(r)))
	if r.b-r.a > 1 && w.tokens[r.b-1].text == "时" && !strings.HasSuffix(w.tokens[r.b-2].text, "用") && w.hasVerb(r) {
		return rng{r.b, r.b} // 修订计划时减少为
	}
	if r.b-r.a > 1 && w.tokens[r.a].text == "在" && isStage(w.tokens[r.b-1].text) {
		return rng{r.b, r.b} // 在调整初期由36%降低到28%
	}
	for r.a < r.b && w.leads(r) {
		r.a++
	}
	r = w.afterPrices(r)
	for r.a < r.b && w.trails(r) {
		r.b--
	}
	if !r.empty() {
		r = w.dropFrame(r)
	}
	return w.wholeWord(w.dropExamples(w.unquote(w.beforeRemark(r))))
}

// dropEtc takes 等 off the end of every name: 首店、体验店|等30家.
func (w *work) dropEtc() {
	for i := range w.drafts {
		if ind := w.drafts[i].indicator; len(ind) > 0 {
			if last := &ind[len(ind)-1]; last.b-last.a > 1 && w.tokens[last.b-1].class == "etc" {
				last.b--
			}
		}
	}
}

// beforeRemark drops what a bracket at the end of a name lists: 国民收入（工业、农业等的净产值）.
func (w *work) beforeRemark(r rng) rng {
	if r.empty() || w.tokens[r.b-1].text != "）" && w.tokens[r.b-1].text != ")" {
		return r
	}
	for i := r.b - 2; i > r.a; i-- {
		if t := w.tokens[i].text; t == "（" || t == "(" {
			if inner := (rng{i + 1, r.b - 1}); w.hasClass(inner, "pause") && w.hasClass(inner, "etc") {
				r.b = i
			}
			break
		}
	}
	return r
}

// afterPrices drops by what prices a measure is reckoned: 按2000年价格计算的|国内生产总值.
func (w *work) afterPrices(r rng) rng {
	for i := r.a + 1; i+2 < r.b && i < r.a+4; i++ {
		if w.tokens[i].text == "计算" && w.tokens[i+1].class == "of" && isPrice(w.tokens[i-1].text) {
			return rng{i + 2, r.b}
		}
	}
	return r
}

// beforeStart is the name in front of when something begins: 统购价格从夏粮上市起|提高.
func (w *work) beforeStart(d *draft, r rng) rng {
	if from := w.clause[d.clause].a; r.b-r.a > 1 && r.b <= d.token && r.a-1 > from && w.tokens[r.a-1].class == "from" && w.tokens[r.b-1].text == "起" {
		return rng{from, r.a - 1}
	}
	return r
}

// beforeYardstick cuts off by what something is reckoned: 集团购买力要按上年实际数额|核减.
func (w *work) beforeYardstick(r rng) rng {
	if w.seen.lack(ofYard) {
		return r
	}
	if !r.empty() && w.tokens[r.b-1].class == "of" || r.b < len(w.tokens) && w.tokens[r.b].class == "of" { // 按LPR的35%补贴
		return r
	}
	for i := r.a + 1; i < r.b; i++ {
		if t := w.tokens[i].text; (t == "按" || t == "按照") && w.hasNominal(rng{r.a, i}) {
			return rng{r.a, i}
		}
	}
	return r
}

// wholeWord gives a name of one character the verb that was cut from it: 救助|金.
func (w *work) wholeWord(r rng) rng {
	if r.b-r.a == 1 && r.a > 0 && len(w.tokens[r.a].text) == 3 && w.tokens[r.a-1].End == w.tokens[r.a].Start {
		switch w.tokens[r.a-1].class {
		case "do", "second", "nverb", "verb", "rise", "cause":
			return rng{r.a - 1, r.b}
		}
	}
	return r
}

// isStage reports whether a noun says when something was.
func isStage(noun string) bool {
	switch noun {
	case "初期", "中期", "末期", "期间", "时期", "阶段", "初":
		return true
	}
	return false
}

// endsFrame reports whether a word closes a phrase that 在 opens: 在严重洪灾下.
func endsFrame(s string) bool {
	switch s {
	case "中", "下", "上", "基础上", "情况下", "条件下", "背景下", "形势下":
		return true
	}
	return false
}

func (w *work) hasNominal(r rng) bool {
	for i := r.a; i < r.b; i++ {
		if isNominal(w.tokens[i].class) {
			return true
		}
	}
	return false
}

func causes(verb string) bool {
	switch verb {
	case "把", "将", "带动", "拉动", "推动", "促进", "助力", "帮助", "使", "让":
		return true
	}
	return false
}

// dropFrame cuts where something was found off what was found: 开发区建设在全省考核中排名
// 第一 ranks 开发区建设.
func (w *work) dropFrame(r rng) rng {
	if r.b < len(w.tokens) && endsFrame(w.tokens[r.b].text) || endsFrame(w.tokens[r.b-1].text) {
		for i := r.a + 1; i < r.b; i++ {
			if w.tokens[i].text == "在" {
				return rng{r.a, i}
			}
		}
	}
	return r
}

// unquote drops a pair of quotes around the whole phrase: “干净人家” → 干净人家.
func (w *work) unquote(r rng) rng {
	if !r.empty() && w.tokens[r.a].class == "opening" && !w.holds(r, partner(w.tokens[r.a].text)) {
		r.a++
	}
	if !r.empty() && w.tokens[r.b-1].class == "closing" && !w.hasClass(rng{r.a, r.b - 1}, "opening") {
		r.b--
	}
	for r.b-r.a > 2 && w.tokens[r.a].class == "opening" && w.tokens[r.b-1].text == partner(w.tokens[r.a].text) {
		for i := r.a + 1; i < r.b-1; i++ {
			if w.tokens[i].class == "closing" || w.tokens[i].class == "opening" {
				return r
			}
		}
		r.a++
		r.b--
	}
	return r
}

// holds reports whether a range has a token of the given text.
func (w *work) holds(r rng, text string) bool {
	for i := r.a; i < r.b; i++ {
		if w.tokens[i].text == text {
			return true
		}
	}
	return false
}

// isForeign reports whether a place word names another place than the report's own:
// 全国 in a city's report.
func (w *work) isForeign(place string) bool {
	switch place {
	case "全国", "我国", "世界", "全世界", "全球":
		return !w.national || place == "世界" || place == "全世界" || place == "全球"
	}
	return false
}

// sumsUp reports whether what follows 等 is but a word for the things listed, and what is told of
// them: 箱包、玩具等|产业年产值.
func (w *work) sumsUp(r rng) bool {
	switch w.tokens[r.a].text {
	case "产业", "行业", "事业", "领域":
	default:
		return false
	}
	for i := r.a + 1; i < r.b; i++ {
		if t := &w.tokens[i]; t.class != "of" && !isBareHead(t) {
			return false
		}
	}
	return true
}

// dropExamples cuts the examples off a list: 迎宾园、朝阳园等街头游园 → 街头游园. Before
// a lone noun they stay, since it says too little by itself (送戏下乡、展览等活动).
func (w *work) dropExamples(r rng) rng {
	depth := 0
	for i := r.b - 3; i > r.a; i-- {
		switch w.tokens[i].class {
		case "closing":
			depth++
		case "opening":
			depth--
		case "etc":
			if depth == 0 && w.sumsUp(rng{i + 1, r.b}) {
				return r
			}
			if depth == 0 {
				return w.trim(rng{i + 1, r.b})
			}
		}
	}
	return r
}
