package mention

// coded reads digits that are no amount: list markers, models, versions, ratios. It
// returns their role and where they end.
func (r *Reader) coded(text string, n numeral) (Role, int, bool) {
	p, size := back(text, n.Start)
	c, _ := at(text, n.End)
	switch {
	case marker(text, n, p):
		return Ordinal, n.End, true
	case ratio(text, n):
		return Free, ratioEnd(text, n.End), true
	case p == '+' && !isHan(prev(text, n.Start-size)) || c == '+' || c == '×' || c == '*' || p == '·' && isDigitAt(text, n.Start-size-1) || c == '·' && !n.scaled:
		return Code, n.End, true
	case (isLetter(p) || p == '_') && !r.measuredAt(text, n.End):
		return Code, n.End, true
	case isLetter(c) && !r.letterUnit(text, n.End):
		e := n.End
		for isLetter(c) || isDigit(c) || c == '-' {
			_, s := at(text, e)
			e += s
			c, _ = at(text, e)
		}
		return Code, e, true
	case !n.scaled && follows(text, n.End, "版 号 期 时代 国道 省道 街 路 年鉴 热线 级"):
		return Code, n.End, true
	case p == '#' || c == '#':
		return Code, n.End, true
	}
	return Quantity, 0, false
}

// marker reports whether the number marks an item of a list: 1.坚持, 2、加快.
func marker(text string, n numeral, p rune) bool {
	if n.Start > 0 && !oneOf(p, "：；。:;\n 　") || n.point || n.scaled {
		return false
	}
	c, size := at(text, n.End)
	d, _ := at(text, n.End+size)
	if c == '、' {
		return n.Start == 0 && !isDigit(d)
	}
	return (c == '.' || c == '．') && !isDigit(d)
}

// ratio reports whether the number is part of a ratio: 9.2:63.7:27.1.
func ratio(text string, n numeral) bool {
	if ratioEnd(text, n.End) > n.End {
		return true
	}
	p, size := back(text, n.Start)
	return isColon(p) && isDigitAt(text, n.Start-size-1)
}

func isColon(c rune) bool { return c == ':' || c == '∶' || c == '：' }

func ratioEnd(text string, i int) int {
	for {
		c, size := at(text, i)
		if !isColon(c) || !isDigitAt(text, i+size) {
			return i
		}
		j := digits(text, i+size)
		if d, s := at(text, j); d == '.' && isDigitAt(text, j+s) {
			j = digits(text, j+s)
		}
		i = j
	}
}

// measuredAt reports whether a percent, money or physical unit stands at i: after a
// letter only these make an amount (GDP1000亿元, but not T3航站楼).
func (r *Reader) measuredAt(text string, i int) bool {
	u, _ := r.units.match(text, i)
	if c, _ := at(text, i); isLetter(c) {
		return false
	}
	switch u.kind {
	case Percent, PercentagePoint, Money, Measure, Multiple:
		return true
	}
	return false
}

// letterUnit reports whether the letters at i are a unit: 110kV, 5GW.
func (r *Reader) letterUnit(text string, i int) bool {
	u, _ := r.units.match(text, i)
	return u.text != ""
}
