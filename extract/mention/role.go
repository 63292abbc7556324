package mention

import "strings"

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

// role decides whether a numeral with a unit is data.
func (r *Reader) role(text string, m Mention, n numeral, u unit, floor int) Mention {
	p, _ := back(text, m.Start)
	next, _ := at(text, m.End)
	switch {
	case (p == '每' || oneOf(p, "产造成入加现") && precedes(text, m.Start, "每生产 每创造 每完成 每投入 每增加 每实现")) && u.kind != Percent:
		m.Role = Name // 每万人, 每百户: the denominator of an indicator
	case n.bare && denominator(text, m.End, u):
		m.Role = Name
	case n.bare && quotedTail(text, m.Start) && !strings.HasPrefix(u.text, "连"):
		m.Role = Free // “提百斤”
	case opensQuote(p) && closesQuote(next) && (u.kind == Count || !n.arabic && u.kind != Multiple) && !strings.HasPrefix(u.text, "连"):
		m.Role = Name
	case opensQuote(p) && u.text == "个" && numbered(text, m.End):
		m.Role = Name // “3个100”
	case closesQuote(next) && among(u.text, "条 项"):
		m.Role = Name // “纾困解难40条”
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

// numbered reports whether nothing but a number stands between i and the end of a quotation.
func numbered(text string, i int) bool {
	from := i
	for i < len(text) && text[i] >= '0' && text[i] <= '9' {
		i++
	}
	c, size := at(text, i)
	if oneOf(c, "万亿%％") {
		c, _ = at(text, i+size)
	}
	return i > from && closesQuote(c)
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
	if n.bare && n.digits == 1 && among(u.text, "里 方 度 升 丈 尺 寸 瓦 角 升 伏 克 t m P") {
		if u.text == "里" && !opensQuote(prev(text, m.Start)) {
			return Quantity
		}
		return Word
	}
	if text[n.Start:n.End] == "一" && !precedes(text, m.Start, results) {
		return Word // 最后一公里
	}
	if m.End > m.Unit.End && among(u.text, "元 角") {
		return Quantity // 六元二角, 二角五分
	}
	if n.digits == 1 && among(u.text, "元 米 担 度 角") && precedes(text, m.Start, "提高 提高了 增加 增加了 减少 减少了 降低 降低了 下降 下降了 缩短 达到 提高到 增加到 降低到 减少到 加价 降价") {
		return Quantity // 每担提高五元
	}
	if n.digits == 1 && !n.bare && !n.point && among(u.text, "元 里 方 度 升 丈 尺 寸 瓦 角 伏 米 步 t m V P 担") {
		return Word
	}
	return Quantity
}

// quotedTail reports whether a quotation began just before i: the numeral is part of a
// slogan.
func quotedTail(text string, i int) bool {
	for range 3 {
		c, size := back(text, i)
		if opensQuote(c) {
			return true
		}
		if !isHan(c) {
			return false
		}
		i -= size
	}
	return false
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
