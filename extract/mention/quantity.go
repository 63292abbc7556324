package mention

import "zhibiao/report"

// classify reads what a numeral is by what stands around it.
func (r *Reader) classify(text string, n numeral, floor int) Mention {
	if m, ok := r.rank(text, n, floor); ok {
		return m
	}
	if opensBracket(prev(text, n.Start)) && closesBracket(nextOf(text, n.End)) && !n.scaled && !n.point {
		return Mention{Span: n.Span, Number: n.Span, Role: Ordinal} // （三）, [12]
	}
	if n.arabic {
		if role, end, ok := r.coded(text, n); ok {
			return Mention{Span: report.Span{Start: n.Start, End: end}, Number: n.Span, Role: role}
		}
	}
	switch n.shape {
	case percent:
		return r.hundredth(text, n, floor)
	case fraction:
		return r.part(text, n, floor)
	}
	if m, ok := r.tenths(text, n, floor); ok {
		return m
	}
	return r.counted(text, n, floor)
}

// counted reads a plain numeral with its unit, or with the second end of a range.
func (r *Reader) counted(text string, n numeral, floor int) Mention {
	n, u, span := r.unit(text, n)
	m := Mention{Span: report.Span{Start: n.Start, End: span.End}, Number: n.Span, Unit: span, Kind: u.kind}
	m.Start = r.minus(text, n, u, floor)
	m.Number.Start = m.Start
	if h, ok := r.upper(text, n, m.End, floor); ok {
		h, v, s := r.unit(text, h)
		if u.text == v.text && u.text != "" || u.text == "" && (v.text != "" || n.scaled || h.scaled) {
			u, m.High, m.Unit, m.Kind = v, h.Span, s, v.kind
			m.End = s.End
			n.digits += h.digits
			n.scaled = n.scaled || h.scaled
		}
	}
	if u.text == "" {
		return r.bareCount(text, m, n, floor)
	}
	if u.text == "个多月" {
		n.more = true
	}
	if m.High.Empty() && nextOf(text, m.End) == '半' && among(u.text, "年 倍 天 小时 亩 斤 里") && !follows(text, m.End, "半导 半成 半岛 半山 半数 半程 半径 半途 半年") {
		m.End += len("半") // 六倍半
	}
	if m.High.Empty() && (u.text == "元" || u.text == "角") && !n.more {
		m.End = coins(text, m.End)
	}
	m = r.role(text, m, n, u, floor)
	if m.Role == Quantity && (titled(text, m.End) || m.Kind == Percent && quoted(text, m.Span)) {
		m.Role = Name // 《支持企业发展的十条措施》
	}
	if m.Role == Quantity {
		r.bounds.set(text, &m, n, floor)
	}
	return m
}

// unit finds the unit behind a numeral, over a 余 or 多 that stands before it.
func (r *Reader) unit(text string, n numeral) (numeral, unit, report.Span) {
	j := skip(text, n.End)
	if c, size := at(text, j); (isMore(c) || c == '几') && (n.arabic || n.digits > 1 || isPower(prev(text, n.End))) {
		if u, s := r.units.match(text, j+size); u.text != "" {
			n.more = true
			return n, u, s
		}
		if c != '几' && n.scaled {
			n.more = true
			return n, unit{}, report.Span{Start: j + size, End: j + size}
		}
	}
	u, s := r.units.match(text, j)
	if u.text == "" || !n.arabic && among(u.text, "市 省 县 村 镇 乡 国") {
		return n, unit{}, report.Span{Start: n.End, End: n.End} // 两市 and 三县 are names, 6市35县 is counted
	}
	return n, u, s
}

// minus returns where a numeral begins with its sign: -3.2%. A dash before a number is
// mostly a range or a hyphen, so that only a rate behind a Chinese word has one.
func (r *Reader) minus(text string, n numeral, u unit, floor int) int {
	c, size := back(text, n.Start)
	if !n.arabic || n.Start-size < floor || !oneOf(c, "-－−负") || u.kind != Percent && u.kind != PercentagePoint && u.text != "℃" {
		return n.Start
	}
	if l, _ := back(text, n.Start-size); c == '负' && l != '为' || isDigit(l) || isLetter(l) || oneOf(l, "%％月日年期") {
		return n.Start
	}
	return n.Start - size
}

func prev(text string, i int) rune {
	c, _ := back(text, i)
	return c
}

// quoted reports whether a share is what a name in quotes begins with, or ends in behind its
// count: “10%工作法”, “两个15%”政策.
func quoted(text string, s report.Span) bool {
	if p, size := back(text, s.Start); p == '个' {
		q, n := back(text, s.Start-size)
		return oneOf(q, "两三双") && opensQuote(prev(text, s.Start-size-n)) && closesQuote(nextOf(text, s.End))
	}
	const name = 6 // characters
	i := s.End
	for n := 0; n < name && opensQuote(prev(text, s.Start)); n++ {
		c, size := at(text, i)
		if closesQuote(c) {
			return n > 1
		}
		if !isHan(c) {
			return false
		}
		i += size
	}
	return false
}
