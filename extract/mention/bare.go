package mention

import (
	"strings"

	"zhibiao/report"
)

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
	case n.arabic && (r.level(text, m, n) || isBase(text, m)):
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
	if opensQuote(prev(text, m.Start)) {
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

// isBase reports whether a number without a unit is what a measure changes from: 收入比由2.05
// 缩小到2.01.
func isBase(text string, m Mention) bool {
	if c, _ := back(text, m.Start); c != '由' && c != '从' {
		return false
	}
	const verb = 3 * len("到") // 缩小, 调整, 提高
	rest := text[m.End:min(len(text), m.End+verb+len("到"))]
	i := strings.IndexAny(rest, "到至为")
	return i > 0 && isDigitAt(text, m.End+i+len("到"))
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
	if n.point && precedes(text, m.Start, "率 率约 率仅") { // 亿元生产总值事故死亡率0.012，
		return true
	}
	return precedes(text, m.Start, "达到 达 为 至 到 指数 系数 得分 超过 突破 低于 高于 居 升 降 仅 值 不低于 不超过 控制在 保持在 稳定在")
}
