package mention

import (
	"slices"
	"strings"

	"zhibiao/report"
	"zhibiao/seeds"
)

// unit is an entry of the unit index.
type unit struct {
	text string
	kind Kind
	not  string // what must not follow, for then it is part of a word: 口 after 人
}

// unitIndex finds the longest unit at a place: 平方米 before 平方, 千瓦时 before 千瓦.
type unitIndex struct {
	byFirst table[unit] // longest first
}

func newUnitIndex(lex *seeds.Lexicons) unitIndex {
	byFirst := map[uint64][]unit{}
	add := func(u unit) {
		c, _ := at(u.text, 0)
		byFirst[one(c)] = append(byFirst[one(c)], u)
	}
	for _, u := range lex.Units {
		add(unit{u.Name, Kind(u.Kind), without(u.Note)})
	}
	for _, c := range lex.Classifiers {
		add(unit{c.Text, Count, without(c.Note)})
	}
	for _, units := range byFirst {
		slices.SortStableFunc(units, func(a, b unit) int { return len(b.text) - len(a.text) })
	}
	return unitIndex{newTable(byFirst)}
}

// without is the list of a lexicon's note "not 口 民 才": words that begin so are no unit.
func without(note string) string {
	words, _ := strings.CutPrefix(note, "not ")
	if words == note {
		return ""
	}
	return words
}

// match returns the longest unit at i with its extent; a rate takes in what it is per:
// 元/平方米, 微克/立方米.
func (x *unitIndex) match(text string, i int) (unit, report.Span) {
	u := x.longest(text, i)
	if u.text == "" {
		return u, report.Span{Start: i, End: i}
	}
	s := report.Span{Start: i, End: i + len(u.text)}
	if c, size := at(text, s.End); (c == '/' || c == '／') && u.kind != Percent {
		if per := x.longest(text, s.End+size); per.text != "" && per.kind != Percent {
			s.End += size + len(per.text)
			if u.kind == Duration || u.kind == Count {
				u.kind = Measure
			}
		}
	}
	return u, s
}

func (x *unitIndex) longest(text string, i int) unit {
	c, _ := at(text, i)
	for _, u := range x.byFirst.find(one(c)) {
		if strings.HasPrefix(text[i:], u.text) && !u.compound(text, i+len(u.text)) {
			return u
		}
	}
	return unit{}
}

// ownsPower reports whether the power word at i belongs to a unit: the 千 of 66千伏.
func (x *unitIndex) ownsPower(text string, i int) bool {
	c, _ := at(text, i)
	if c != '千' && c != '百' && c != '兆' {
		return false
	}
	for _, u := range x.byFirst.find(one(c)) {
		if strings.HasPrefix(text[i:], u.text) {
			return true
		}
	}
	return false
}

// compound reports whether the unit goes on as another word: 人 of 人口 and 项 of 项目
// count nothing in 6000万人口 and 52项目. A unit in letters ends where they end.
func (u unit) compound(text string, end int) bool {
	if last := rune(u.text[len(u.text)-1]); isLetter(last) || isDigit(last) {
		c, _ := at(text, end)
		return isLetter(c) || isDigit(c)
	}
	return follows(text, end, u.not)
}
