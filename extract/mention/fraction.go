package mention

import "zhibiao/report"

// hundredth reads 百分之五 and 千分之三, alone or as a range: 百分之五到六.
func (r *Reader) hundredth(text string, n numeral, floor int) Mention {
	m := Mention{Span: n.Span, Kind: Percent}
	m.Unit = report.Span{Start: n.Start, End: n.Start + len("百分之")}
	m.Number = report.Span{Start: m.Unit.End, End: n.End}
	if follows(text, m.End, "个百分点 位") {
		m.Role = Word
		return m
	}
	if c, size := at(text, m.End); oneOf(c, "余多几") && !follows(text, m.End+size, "种 样 元 方 的人") {
		n.more = true
		m.End += size
	}
	if j := dash(text, m.End); j > m.End && !n.more {
		if h, ok := r.lex(text, j); ok && !h.bare && (h.shape == percent || h.shape == plain) {
			_, u, _ := r.unit(text, h)
			switch {
			case h.shape == percent && !precedesFrom(text, n.Start, floor):
				m.High = report.Span{Start: h.Start + len("百分之"), End: h.End}
			case h.shape == plain && u.text == "" && !follows(text, h.End, "年 月"):
				m.High = h.Span
			}
			m.End = max(m.End, m.High.End)
		}
	}
	r.bounds.set(text, &m, n, floor)
	return m
}

// part reads 三分之一, 1/3; 一半 is read by half.
func (r *Reader) part(text string, n numeral, floor int) Mention {
	m := Mention{Span: n.Span, Number: n.Span, Kind: Fraction}
	if n.arabic {
		if u, _ := r.units.match(text, n.End); u.text != "" && !follows(text, n.End, "以上 以下 以内") {
			m.Role = Code
			return m
		}
	}
	r.bounds.set(text, &m, n, floor)
	return m
}

// tenths reads 三成, 九成五, 八成以上 and 一半. A bare 成 is mostly a verb (建成, 三人成行), so
// that what follows must not begin a word with it.
func (r *Reader) tenths(text string, n numeral, floor int) (Mention, bool) {
	m := Mention{Span: n.Span, Number: n.Span, Kind: Percent}
	next := nextOf(text, n.End)
	if next == '半' && text[n.Start:n.End] == "一" && !follows(text, n.End, "半天 半载 半会 半导") {
		m.End += len("半")
		m.Number, m.Kind = m.Span, Fraction
		r.bounds.set(text, &m, n, floor)
		return m, true
	}
	if next != '成' || n.bare || n.scaled || n.more || n.point {
		return m, false
	}
	if n.arabic && n.Len() > 1 || !n.arabic && n.Len() > 2*len("一") {
		return m, false
	}
	m.Unit = report.Span{Start: n.End, End: n.End + len("成")}
	m.End = m.Unit.End
	if c, size := at(text, m.End); (c == '多' || oneOf(c, "一二三四五六七八九")) && !n.arabic {
		m.End += size
		n.more = c == '多'
	} else if follows(text, m.End, "立 功 长 为 本 员 果 绩 都 效 年 人 熟 品 就 交 分 群 型 份 色 活 形 套 片 风 行 规 才 体 不变 县 像 名 了 国 一 二 ，") && !follows(text, m.End, "，") {
		return m, false
	}
	m.Number = m.Span
	r.bounds.set(text, &m, n, floor)
	return m, true
}
