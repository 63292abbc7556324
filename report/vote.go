package report

import "strings"

// A tally counts how a text names a place.
type tally struct {
	place Place
	full  int // by a name with its unit: 广元市
	short int // without: 广元
	own   int // as its own place: 美丽广元, 平安广元, 广元人民
}

// score weighs a tally. A short name alone may be a common word (资源, 和平) unless the
// text treats it as its own place; 城区 and 和县 are common too, and a county belongs to
// a city or province that its report names.
func (t tally) score(says func(string) bool) int {
	score := t.most()
	if t.place.Level == LevelCounty && !namesParent(says, t.place) {
		if len(t.place.Name) <= len("城区") {
			return 0
		}
		score /= 4
	}
	return score
}

// most is the highest score that a tally can have.
func (t tally) most() int {
	if t.full == 0 && t.own < 2 {
		return 0
	}
	return 3*t.full + t.short + 6*t.own
}

// namesParent reports whether the text names a division that p lies in.
func namesParent(says func(string) bool, p Place) bool {
	parent := parentName(p)
	return parent != "" && says(shortName(parent)) || p.Province != "" && says(shortName(p.Province))
}

// says reports whether the text holds a word; the counties of a province ask for it one
// after the other.
func (f *finding) says(word string) bool {
	said, ok := f.said[word]
	if !ok {
		said = contains(f.doc.Text, word)
		if f.said == nil {
			f.said = map[string]bool{}
		}
		f.said[word] = said
	}
	return said
}

// voted sets the region to the place that the text names most often as its own.
func (f *finding) voted(places Gazetteer) {
	var best *tally
	top := 0
	for _, t := range f.tallies(places) {
		if t.most() <= top {
			continue // no need to search the text for its parents
		}
		if score := t.score(f.says); score > top {
			best, top = t, score
		}
	}
	if best == nil {
		return
	}
	if p, ok := f.best(places.Places(best.place.Name)); ok {
		f.setPlace(p)
		f.tell("region", f.Region, "place of its level named most often: %d times, %d as its own", best.full+best.short, best.own)
	}
}

// tallies counts the places of the report's level, in the order in which the text first
// names them.
func (f *finding) tallies(places Gazetteer) []*tally {
	unit, named := f.ownUnit(), newLookup(places)
	byName := map[string]*tally{}
	var order []*tally
	for _, part := range f.voters() {
		for i := named.next(part, 0); i >= 0; i = named.next(part, i) {
			name, p, ok := f.placeAt(named, part[i:], unit)
			if !ok {
				i += len("市") // a Han character: no name begins with any other
				continue
			}
			t := byName[p.Name]
			if t == nil {
				t = &tally{place: p}
				byName[p.Name] = t
				order = append(order, t)
			}
			if name == p.Name || strings.HasPrefix(part[i+len(name):], unit) {
				t.full++
			} else {
				t.short++
			}
			if isOwn(part[:i], part[i+len(name):]) {
				t.own++
			}
			i += len(name)
		}
	}
	return order
}

// voters are the stretches of the text that vote: its first half and its end, where a
// report speaks of its own place; enough to be sure, and cheap in a text of megabytes.
func (f *finding) voters() []string {
	const head, tail = 30_000, 9_000
	text := f.doc.Text
	if len(text) <= head+tail {
		return []string{text}
	}
	return []string{text[:head], text[len(text)-tail:]}
}

// placeAt is the place at the start of s that can be the unit's: the longest name of two
// to four characters, or with its unit, that the gazetteer knows.
func (f *finding) placeAt(named *lookup, s, unit string) (string, Place, bool) {
	for _, size := range []int{12, 9, 6} {
		if len(s) < size || !isHan(s[:size]) {
			continue
		}
		for _, p := range named.Places(s[:size]) {
			if fits(p, unit) {
				return s[:size], p, true
			}
		}
	}
	return "", Place{}, false
}

// isHan reports whether s is all three-byte characters of the range that names use.
func isHan(s string) bool {
	for i := 0; i < len(s); i += 3 {
		if s[i] < 0xE4 || s[i] > 0xE9 {
			return false
		}
	}
	return true
}

// fits reports whether place p can call itself by the unit: 市 is said by a prefecture, by
// a county-level city and by Beijing; 区 by a district and by an autonomous region.
func fits(p Place, unit string) bool {
	return unit == "" || strings.HasSuffix(p.Name, unit) || unit == "州" && strings.HasSuffix(p.Name, "自治州")
}

// isOwn reports whether the words around a place's name are said of the own place.
func isOwn(before, after string) bool {
	return endsWithAny(before, "美丽", "平安", "健康", "数字", "法治", "现代化", "幸福", "活力", "魅力", "建设", "今日", "开创", "谱写", "推动", "诚信", "智慧", "文明", "和谐", "大美") ||
		startsWithAny(after, "人民", "儿女", "高质量", "现代化", "建设", "发展", "篇章", "实践", "精神", "经济", "全市", "全县", "历史")
}
