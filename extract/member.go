package extract

import "strings"

// members splits a list of indicators at 、 and 和, and writes shared parts out.
func (w *work) members(r rng) [][]rng {
	return w.written(r, w.parts(r))
}

// pausedMembers splits a list of n indicators at 、 alone, for 和 and 及 may stand in a member:
// 功率半导体及集成电路、传感器及仪器仪表增加值.
func (w *work) pausedMembers(r rng, n int) [][]rng {
	var joined []rng
	for _, p := range w.parts(r) {
		if n := len(joined); n > 0 && w.tokens[p.a-1].class == "and" {
			joined[n-1].b = p.b
		} else {
			joined = append(joined, p)
		}
	}
	if len(joined) != n {
		return nil
	}
	return w.written(r, joined)
}

// written are the parts of a list as members, with what they share written out.
func (w *work) written(r rng, parts []rng) [][]rng {
	if len(parts) == 1 {
		return [][]rng{{r}}
	}
	head := w.sharedHead(parts)
	tail := w.sharedTail(parts)
	if tail.empty() {
		tail = w.sharedObject(parts)
	}
	out := make([][]rng, len(parts))
	for k, p := range parts {
		switch {
		case k < len(parts)-1 && !head.empty():
			out[k] = []rng{p, head}
		case k > 0 && !tail.empty():
			out[k] = []rng{tail, p}
		default:
			out[k] = []rng{p}
		}
	}
	return out
}

// parts are the stretches of a range between its 、 and 和 outside brackets.
func (w *work) parts(r rng) (out []rng) {
	depth, from := 0, r.a
	for i := r.a; i < r.b; i++ {
		switch t := &w.tokens[i]; t.class {
		case "opening":
			depth++
		case "closing":
			depth--
		case "pause", "and":
			if depth == 0 {
				out = append(out, rng{from, i})
				from = i + 1
			}
		}
	}
	return append(out, rng{from, r.b})
}

// sharedHead is the end of the last member that the others go without: 饲养量 in
// 肉牛、白鹅、生猪饲养量; empty where the first has a head of its own (事故起数、死亡人数).
func (w *work) sharedHead(parts []rng) rng {
	first, last := parts[0], parts[len(parts)-1]
	if !last.empty() && last.b-last.a > 1 && isRateNoun(w.tokens[last.b-1].class) && !first.empty() && !isRateNoun(w.tokens[first.b-1].class) && w.isHead(last.b-2) && w.isHead(first.b-1) && !isRatio(w.tokens[first.b-1].text) {
		return rng{last.b - 1, last.b} // 生产总值、工业增加值增速
	}
	if first.empty() || last.empty() || w.isHead(first.b-1) {
		return rng{}
	}
	if a, b := w.tokens[first.a].text, w.tokens[last.a].text; first.b-first.a == 1 && last.b-last.a > 2 && (isBareSort(a) && isBareSort(b) || isRung(a) && isRung(b)) {
		return rng{last.a + 1, last.b} // 城镇、农村常住居民人均可支配收入; 省、市重点项目投资
	}
	if !w.isHead(last.b-1) && last.b-last.a > 2 && (w.areShort(parts) || w.areGoods(parts)) {
		return rng{last.a + 1, last.b} // 养老、工伤、失业|保险参保
	}
	// 刑事案件、电诈案件发案数: what follows the first member's last word
	for i := last.b - 2; i >= last.a; i-- {
		if w.tokens[i].text == w.tokens[first.b-1].text {
			return rng{i + 1, last.b}
		}
	}
	if !w.isHead(last.b-1) || last.b-last.a < 2 || w.tokens[first.b-1].class == "thing" || first.b-first.a == 1 && w.known(w.textOf(first)) && w.hasClass(last, "make") { // 城镇新增就业、新增发放贷款
		return rng{}
	}
	a := last.b - 1
	for a-1 > last.a && (w.isHead(a-1) || w.tokens[a-1].class == "nverb" || w.tokens[a-1].class == "every" || w.tokens[a-1].text == "产品") {
		a--
	}
	return rng{a, last.b}
}

// areShort reports whether all members but the last are words of two characters, as that begins
// with one.
func (w *work) areShort(parts []rng) bool {
	const word = 2 * 3 // bytes
	for k, p := range parts {
		if len(w.tokens[p.a].text) != word || k < len(parts)-1 && p.b-p.a != 1 || w.hasClass(p, "each") {
			return false
		}
	}
	return true
}

// areGoods reports whether all members are goods, and the last goes on to what is done with them:
// 铁矿石、煤炭|接卸能力.
func (w *work) areGoods(parts []rng) bool {
	for k, p := range parts {
		if w.tokens[p.a].class != "noun" || k < len(parts)-1 && p.b-p.a != 1 {
			return false
		}
	}
	last := parts[len(parts)-1]
	return isVerbal(w.tokens[last.a+1].class) && w.tokens[last.b-1].class == "noun" && !w.hasClass(last, "each")
}

// sharedTail is the beginning of the first member that bare heads after it go without:
// 电子商务 in 电子商务交易额、零售额.
func (w *work) sharedTail(parts []rng) rng {
	first := parts[0]
	if first.b-first.a < 2 || !w.isHead(first.b-1) {
		return rng{}
	}
	bare := w.tokens[first.b-1].class != "head"
	for _, p := range parts[1:] {
		if p.b-p.a != 1 || !isBareHead(&w.tokens[p.a]) && (bare || w.tokens[p.a].class != "gauge" || strings.HasSuffix(w.tokens[p.a].text, "人数")) {
			return rng{}
		}
	}
	end := first.b - 1
	for end-1 > first.a && w.tokens[end-1].class == "size" {
		end-- // 可再生能源并网|装机规模和发电量
	}
	for end < first.b-1 && end-1 > first.a && isVerbal(w.tokens[end-1].class) {
		end--
	}
	return rng{first.a, end}
}

// sharedObject is what the verb of the first member is said of, where all others are but
// verbs: 亿元以上项目 in 亿元以上项目新签约、新开工、新竣工.
func (w *work) sharedObject(parts []rng) rng {
	first := parts[0]
	for k, p := range parts {
		if p.empty() || !isVerbal(w.tokens[p.b-1].class) || k > 0 && !(p.b-p.a == 1 || p.b-p.a == 2 && w.tokens[p.a].text == "新") {
			return rng{}
		}
	}
	if first.b-first.a < 2 || !isNominal(w.tokens[first.b-2].class) {
		return rng{}
	}
	return rng{first.a, first.b - 1}
}

// isHead reports whether a token can be the head of an indicator's name.
func (w *work) isHead(i int) bool {
	switch t := &w.tokens[i]; t.class {
	case "gauge", "head", "riserate", "fallrate", "size":
		return true
	case "noun":
		return endsInGauge(t.text)
	}
	return false
}

// endsInGauge reports whether a word ends in the sign of a measure: 覆盖率, 死亡人数.
func endsInGauge(s string) bool {
	for _, end := range [...]string{"率", "数", "量", "额", "值", "收入", "支出", "经费", "资金", "投资", "消费", "余额", "面积", "指数", "强度", "浓度", "人次", "余额"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}
