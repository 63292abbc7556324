package mention

import "strings"

// share gives the unit of a list to the numbers before it that have none of their own:
// 由14和25平方米, 5.2、3.1个百分点. It goes backwards, so that a chain passes it on.
func share(text string, list []Mention) {
	for i := len(list) - 2; i >= 0; i-- {
		m, next := &list[i], &list[i+1]
		if m.isShortPoint(text, next) {
			m.Unit, m.Kind = next.Unit, next.Kind
			continue
		}
		if !m.Unit.Empty() || !joined(text, m.End, next.Start) {
			continue
		}
		switch {
		case isLetter(prev(text, m.Start)): // T800、300个
		case m.unitless() && next.Role == Quantity && !next.Unit.Empty() && next.Kind != Fraction &&
			isDigitAt(text, m.Start) && isDigitAt(text, next.Number.Start) && (!great(text, *m) || great(text, *next)):
			m.Role, m.Unit, m.Kind = Quantity, next.Unit, next.Kind
			if m.Bound == "" {
				m.Bound = Exact
			}
		case m.Role == Quantity && m.Kind == Rank && next.Role == Quantity && next.Kind == Rank:
			m.Unit = next.Unit
		case m.unitless() && next.Role == Date:
			m.Role = Date
		}
	}
}

// isShortPoint reports whether 个 is short for the 个百分点 of the next number: 高于全国1.2个、
// 全省0.6个百分点, 分别提高2个和3个百分点.
func (m *Mention) isShortPoint(text string, next *Mention) bool {
	const yardstick = 24 // bytes: 、全省平均水平
	return m.Role == Quantity && next.Kind == PercentagePoint && next.Start >= m.End && m.Unit.In(text) == "个" && next.Unit.In(text) == "个百分点" &&
		(joined(text, m.End, next.Start) || strings.Contains(m.Number.In(text), ".") && strings.HasPrefix(text[m.End:], "、") && next.Start-m.End <= yardstick)
}

// unitless reports whether m is a number that waits for a unit: a bare 14 is a code
// until a list gives it one.
func (m *Mention) unitless() bool {
	return !m.Number.Empty() && m.Number == m.Span && (m.Role == Code || m.Role == Quantity && m.Kind == Count)
}

// great reports whether the numeral ends in 万 or 亿. In 过百亿、20个 the two are not
// counted alike.
func great(text string, m Mention) bool {
	c, _ := back(text, m.Number.End)
	return oneOf(c, greatPowers+"多余")
}

func isDigitAt(text string, i int) bool {
	c, _ := at(text, i)
	return isDigit(c)
}

// joined reports whether only a mark of listing stands between i and j.
func joined(text string, i, j int) bool {
	if i > j || j-i > 6 {
		return false
	}
	switch text[i:j] {
	case "、", "和", "与", "及", "，", "以及", "或":
		return true
	}
	return false
}
