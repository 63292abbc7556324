package mention

import (
	"strings"

	"zhibiao/report"
)

// classify reads what a numeral is by what stands around it.
func (r *Reader) classify(text string, n numeral, floor int) Mention {
	if m, ok := r.rank(text, n, floor); ok {
		return m
	}
	if oneOf(prev(text, n.Start), openBrackets) && oneOf(nextOf(text, n.End), closeBrackets) && !n.scaled && !n.point {
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
	if m.High.Empty() && oneOfWords(u.text, "年 倍 天 小时 亩 斤 里") && follows(text, m.End, "半") && !follows(text, m.End, "半导 半成 半岛 半山 半数 半程 半径 半途 半年") {
		m.End += len("半") // 六倍半
	}
	m = r.role(text, m, n, u, floor)
	if m.Role == Quantity && titled(text, m.End) {
		m.Role = Name // 《支持企业发展的十条措施》
	}
	if m.Role == Quantity {
		r.bounds.set(text, &m, n, floor)
	}
	return m
}

// titled reports whether the text at i is inside the title of a document: its mark 》 is
// near and none was opened in between.
func titled(text string, i int) bool {
	for range 24 {
		c, size := at(text, i)
		switch c {
		case '》':
			return true
		case '《', '，', '。', 0:
			return false
		}
		i += size
	}
	return false
}

// unit finds the unit behind a numeral, over a 余 or 多 that stands before it.
func (r *Reader) unit(text string, n numeral) (numeral, unit, report.Span) {
	j := skip(text, n.End)
	if c, size := at(text, j); oneOf(c, "余多餘几") && (n.arabic || n.digits > 1 || oneOf(prev(text, n.End), powers)) {
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
	if u.text == "" || !n.arabic && oneOfWords(u.text, "市 省 县 村 镇 乡 国") {
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

// role decides whether a numeral with a unit is data.
func (r *Reader) role(text string, m Mention, n numeral, u unit, floor int) Mention {
	p, _ := back(text, m.Start)
	next, _ := at(text, m.End)
	switch {
	case p == '每' && u.kind != Percent:
		m.Role = Name // 每万人, 每百户: the denominator of an indicator
	case n.bare && denominator(text, m.End, u):
		m.Role = Name
	case n.bare && quotedTail(text, m.Start) && !strings.HasPrefix(u.text, "连"):
		m.Role = Free // “提百斤”
	case oneOf(p, openQuotes) && oneOf(next, closeQuotes) && (u.kind == Count || !n.arabic && u.kind != Multiple) && !strings.HasPrefix(u.text, "连"):
		m.Role = Name
	case u.text == "线" && !n.scaled:
		m.Role = Word // 360万线 of exchanges are counted, 一线 and 3线 are not
	case u.text == "届":
		m.Role = Ordinal
		if precedes(text, m.Start, "连续 蝉联 已连续") {
			m.Role = Quantity // a streak; 十四届 is an ordinal
		}
	case u.kind == Multiple:
		return r.multiple(text, m, n, u, floor)
	case u.kind == Duration:
		return r.duration(text, m, n, u, floor)
	case u.kind == Count && !n.arabic:
		m.Role = r.classified(text, m, n, u)
	case (u.kind == Measure || u.kind == Money) && !n.arabic:
		m.Role = measured(text, m, n, u)
	}
	return m
}

// denominator reports whether 万元, 万人 and their like begin the name of a rate:
// 万元GDP能耗, 万人发明专利拥有量.
func denominator(text string, end int, u unit) bool {
	switch u.text {
	case "元":
		return follows(text, end, "GDP 地区生产总值 国内生产总值 生产总值 工业增加值 规模以上 规上 规模工业 增加值 产值 工业总产值 单位")
	case "人":
		return follows(text, end, "发明专利 有效发明 高价值 拥有 口径 国际专利 专利 注册 病床 床位")
	case "户":
		return follows(text, end, "拥有")
	}
	return false
}

// measured tells a measured size in Chinese numerals from a word: 三十里, 百里 are sizes,
// 一元, 三方, 一度 are none.
func measured(text string, m Mention, n numeral, u unit) Role {
	if n.bare && n.digits == 1 && oneOfWords(u.text, "里 方 度 升 丈 尺 寸 瓦 角 升 伏 克 t m P") {
		if u.text == "里" && !oneOf(prev(text, m.Start), openQuotes) {
			return Quantity
		}
		return Word
	}
	if text[n.Start:n.End] == "一" && !precedes(text, m.Start, results) {
		return Word // 最后一公里
	}
	if n.digits == 1 && !n.bare && !n.point && oneOfWords(u.text, "元 里 方 度 升 丈 尺 寸 瓦 角 伏 米 步 t m V P 担") {
		return Word
	}
	return Quantity
}

// quotedTail reports whether a quotation began just before i: the numeral is part of a
// slogan.
func quotedTail(text string, i int) bool {
	for range 3 {
		c, size := back(text, i)
		if oneOf(c, openQuotes) {
			return true
		}
		if !isHan(c) {
			return false
		}
		i -= size
	}
	return false
}

func prev(text string, i int) rune {
	c, _ := back(text, i)
	return c
}

// multiple reads 2.5倍 and 翻一番; a 番 without 翻 is 一番事业.
func (r *Reader) multiple(text string, m Mention, n numeral, u unit, floor int) Mention {
	m.Role = Quantity
	if u.text != "番" {
		if n.bare && !n.more && !oneOf(prev(text, m.Start), "近超上过") && !follows(text, m.End, "以上 左右") {
			m.Role = Word // 信心百倍
		}
		return m
	}
	_, before, _ := r.bounds.ending(text, m.Start, false, floor)
	j := m.Start - before.Len()
	if precedes(text[floor:], j-floor, "翻了 翻") {
		j -= len("翻")
		if !strings.HasPrefix(text[j:], "翻") {
			j -= len("翻")
		}
		m.Start = j
		return m
	}
	m.Role = Word
	return m
}

// bareCount reads a numeral without a unit: 6000万低保人员, 指数达到92.
func (r *Reader) bareCount(text string, m Mention, n numeral, floor int) Mention {
	m.Unit = report.Span{}
	m.Kind = Count
	if n.more && m.High.Empty() {
		if c, size := at(text, m.End); oneOf(c, "余多餘") {
			m.End += size
		}
	}
	switch {
	case follows(text, m.End, "级 大 强 佳 产业 国债 工程") && (n.bare || follows(text, m.End, "级 大 强 佳")):
		m.Role = Free
		if follows(text, m.End, "级 大 强 佳") && n.bare {
			return m
		}
	case n.scaled && !n.bare && r.heads(text, m, n):
		r.bounds.set(text, &m, n, floor)
	case n.scaled && n.bare:
		r.bounds.set(text, &m, n, floor)
		if m.Before.Empty() && m.After.Empty() {
			m.Role, m.Bound = Free, ""
		}
	case n.arabic && r.level(text, m, n):
		r.bounds.set(text, &m, n, floor)
	case n.arabic:
		m.Role, m.Kind = Code, ""
	default:
		m.Role, m.Kind = Word, ""
	}
	return m
}

// heads reports whether a great number without a unit stands before what it counts:
// 6000万低保人员, 近八亿人口, but not 三个“一万亿”工程.
func (r *Reader) heads(text string, m Mention, n numeral) bool {
	if oneOf(prev(text, m.Start), openQuotes) {
		return false
	}
	if n.arabic {
		return true
	}
	if n.digits > 2 || n.more {
		return prev(text, m.Start) != '个'
	}
	return follows(text, m.End, "人 农 群众 劳动 各族 中国 同胞 青 学 工 职 妇女") || oneOf(prev(text, m.Start), "近约达有到") || precedes(text, m.Start, "超过 突破")
}

// level reports whether a number without a unit is the value of an index: it stands at
// the end of its clause behind a word of reaching.
func (r *Reader) level(text string, m Mention, n numeral) bool {
	if c, _ := at(text, m.End); isHan(c) && !follows(text, m.End, "以上 左右 以内 以下 和 、 的") || isLetter(c) || c == '+' || c == ':' || c == '：' {
		return false
	}
	if _, ok := year(text, n.Start); ok && !n.point {
		return false
	}
	if c, size := back(text, m.Start); c == '到' && isDigit(prev(text, m.Start-size)) {
		return false // “0到1”的基础研究
	}
	return precedes(text, m.Start, "达到 达 为 至 到 指数 系数 得分 超过 突破 低于 高于 居 升 降 仅 值 不低于 不超过 控制在 保持在 稳定在")
}
