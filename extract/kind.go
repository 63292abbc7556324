package extract

import (
	"strings"
	"unicode/utf8"

	"zhibiao/extract/mention"
	"zhibiao/rules"
	"zhibiao/seeds"
)

// kinds are the symbols by which rules see the number in question.
type kinds struct {
	percent, percentagePoint, money, count, multiple, fraction, rank, duration rune

	runLength, round, stock, age, clock, allday, extent, voltage, capacity, other rune

	extents map[string]bool // units of length and area
}

func newKinds(lex *seeds.Lexicons, set *rules.Set) kinds {
	k := kinds{extents: map[string]bool{}}
	for class, symbol := range map[string]*rune{
		string(mention.Percent): &k.percent, string(mention.PercentagePoint): &k.percentagePoint, string(mention.Money): &k.money,
		string(mention.Count): &k.count, string(mention.Multiple): &k.multiple, string(mention.Fraction): &k.fraction,
		string(mention.Rank): &k.rank, string(mention.Duration): &k.duration,
		"run_length": &k.runLength, "round": &k.round, "stock": &k.stock, "age": &k.age, "clock": &k.clock, "allday": &k.allday,
		"extent": &k.extent, "voltage": &k.voltage, "capacity": &k.capacity, "other": &k.other,
	} {
		*symbol = set.Symbol("", class)
	}
	for _, u := range lex.Units {
		if (u.Dimension == "length" || u.Dimension == "area") && !isSmall(u.Name) {
			k.extents[u.Name] = true
		}
	}
	return k
}

// isSmall reports whether a unit of length measures a thing's make rather than its
// extent: 8英寸碳化硅衬底.
func isSmall(unit string) bool {
	switch unit {
	case "英寸", "寸", "吋", "纳米", "微米", "毫米", "厘米":
		return true
	}
	return false
}

// symbol is that of a number, inside a noun phrase or not.
func (k *kinds) symbol(m *mention.Mention, text string, inner bool) rune {
	unit := m.Unit.In(text)
	switch {
	case strings.HasPrefix(unit, "连"): // 十连冠, 八连增
		return k.runLength
	case inner && isPowerOfTen(m.Number.In(text)):
		return k.round
	case inner && m.Kind == mention.Count && strings.ContainsAny(m.Number.In(text), "千万亿") && !isGeneric(unit):
		return k.stock
	case inner && strings.HasSuffix(unit, "岁"):
		return k.age
	case inner && m.Kind == mention.Duration && (unit == "小时" || unit == "分钟"):
		if m.Number.In(text) == "24" {
			return k.allday
		}
		return k.clock
	}
	switch m.Kind {
	case mention.Percent:
		return k.percent
	case mention.PercentagePoint:
		return k.percentagePoint
	case mention.Money:
		return k.money
	case mention.Count:
		return k.count
	case mention.Multiple:
		return k.multiple
	case mention.Fraction:
		return k.fraction
	case mention.Rank:
		return k.rank
	case mention.Duration:
		return k.duration
	case mention.Measure:
		return k.measure(unit)
	}
	return k.other
}

// measure is the symbol of a measured number.
func (k *kinds) measure(unit string) rune {
	switch {
	case k.extents[unit]:
		return k.extent
	case isVoltage(unit):
		return k.voltage
	}
	return k.capacity
}

// isVoltage reports whether a unit is one of voltage, which is never how much of a thing
// there is: 110千伏线路.
func isVoltage(unit string) bool {
	return strings.HasSuffix(unit, "伏") || strings.HasSuffix(unit, "kV") || strings.HasSuffix(unit, "KV")
}

// isGeneric reports whether a classifier counts undertakings of all sorts, so that a
// number of it is hardly the size of one (14个项目, but 3亿只封装基地).
func isGeneric(classifier string) bool {
	switch classifier {
	case "个", "项", "家", "户", "名", "人", "人次", "条", "件", "处", "所", "座", "种", "位", "批", "次":
		return true
	}
	return false
}

// isPowerOfTen reports whether a numeral has no digits: 千 in 千头牛场, 百万 in 百万亩.
func isPowerOfTen(numeral string) bool {
	if numeral != "" && numeral[0] < utf8.RuneSelf {
		return false // as most begin
	}
	return numeral != "十" && strings.Trim(numeral, "十百千万亿") == ""
}
