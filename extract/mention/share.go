package mention

// share gives the unit of a list to the numbers before it that have none of their own:
// 由14和25平方米, 5.2、3.1个百分点. It goes backwards, so that a chain passes it on.
func share(text string, list []Mention) {
	for i := len(list) - 2; i >= 0; i-- {
		m, next := &list[i], &list[i+1]
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
