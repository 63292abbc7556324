package extract

import (
	"slices"
	"strings"

	"zhibiao/report"
)

// mayTie reports whether a sentence with the given signs may tie an indicator to another
// one.
func (s signs) mayTie(text string) bool {
	return !s.lack(ofTie) && !s.lack(ofTied) && hasTie(text)
}

// hasTie reports whether a text holds one of the ties. It reads the text once, and looks
// closely only where a character ends as theirs do.
func hasTie(s string) bool {
	const han = len("步")
	for i := 0; i+2*han <= len(s); {
		if s[i] < 0xE0 { // begins no character of three bytes
			i++
			continue
		}
		i += han
		switch s[i+han-1] {
		case "步"[han-1], "于"[han-1], "过"[han-1]:
			if slices.Contains(ties[:], s[i-han:i+han]) {
				return true
			}
		}
	}
	return false
}

// parities finds the facts without a number: 城乡居民收入与经济增长同步,
// 小微企业贷款增速高于各项贷款平均增速.
func (w *work) parities(section, number int) {
	if !w.parity {
		return
	}
	for c, cl := range w.clause {
		at, ref, ok := w.parityIn(cl.rng)
		if !ok {
			continue
		}
		f := Fact{Parity: true, Rule: "parity", Confidence: High, Section: section, Sentence: number}
		f.Mention.Span = w.view.span(report.Span{Start: w.tokens[at.a].Start, End: w.tokens[at.b-1].End})
		f.Reference = w.documentSpans(nil, ref)
		name := w.trim(rng{cl.a, at.a})
		bare := name.b-name.a == 1 && isBareHead(&w.tokens[name.a])
		if name.empty() || bare {
			if p := w.lastDraftBefore(at.a); p >= 0 {
				for _, r := range w.drafts[p].indicator {
					f.Indicator = w.documentSpans(f.Indicator, r)
				}
				f.Steps = append(f.Steps, "indicator of the number before")
			}
		}
		f.Indicator = w.documentSpans(f.Indicator, name)
		d := draft{token: at.a, clause: c, parent: -1}
		w.settle(&d, &f)
		w.facts = append(w.facts, f)
	}
}

// lastDraftBefore is the last draft before a token that is no part of a name, or -1.
func (w *work) lastDraftBefore(token int) int {
	for i := len(w.drafts) - 1; i >= 0; i-- {
		if w.drafts[i].token < token && !w.drafts[i].inner {
			return i
		}
	}
	return -1
}

// parityIn finds 与…同步 or 快于… in a clause: the whole phrase and the reference in it.
func (w *work) parityIn(cl rng) (phrase, reference rng, ok bool) {
	for i := cl.a; i < cl.b; i++ {
		switch t := &w.tokens[i]; {
		case strings.HasSuffix(t.text, "同步"):
			for j := i - 1; j >= cl.a && j > i-12; j-- {
				if isWith(w.tokens[j].text) {
					ref := w.trim(rng{j + 1, i})
					return rng{j, i + 1}, ref, w.isEconomic(ref)
				}
			}
		case isAhead(t.text):
			j, far := i+1, min(cl.b, i+1+reach) // what is compared with stands near: 快于经济增长
			for j < far && w.tokens[j].class != "number" && w.tokens[j].class != "pause" {
				j++
			}
			ref := rng{i + 1, j}
			if j < cl.b && w.tokens[j].class == "number" || ref.empty() {
				continue
			}
			if w.isEconomic(ref) && (w.endsInRate(ref) || w.endsInRate(rng{cl.a, i}) && !w.hasClass(ref, "of")) { // 收入增速快于城镇居民收入
				return rng{i, j}, ref, true
			}
		}
	}
	return rng{}, rng{}, false
}

func isAhead(s string) bool {
	switch s {
	case "快于", "高于", "低于", "慢于", "超过", "大于", "小于":
		return true
	}
	return false
}

func isWith(s string) bool { return s == "与" || s == "和" || s == "同" || s == "跟" }

// isEconomic reports whether a reference names an indicator rather than a place.
func (w *work) isEconomic(r rng) bool {
	s := w.textOf(r)
	for _, place := range [...]string{"全国", "全省", "全市", "全区", "世界"} {
		if strings.HasPrefix(s, place) {
			return false
		}
	}
	for _, word := range [...]string{"经济", "GDP", "生产总值", "增长", "增速", "增幅", "收入", "物价", "贷款", "投资"} {
		if strings.Contains(s, word) {
			return true
		}
	}
	return false
}

func (w *work) endsInRate(r rng) bool {
	s := w.textOf(r)
	for _, end := range [...]string{"增速", "增长", "增幅", "涨幅", "速度", "水平", "平均"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}
