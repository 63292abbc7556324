package mention

import "zhibiao/report"

// rank reads 第一, 第16位, 前三, 后20名: n follows 第, 前 or 后, which ends at n.Start. In a name
// (第一产业, 质量第一) it is no rank: a rank stands in an order that is named.
func (r *Reader) rank(text string, n numeral, floor int) (Mention, bool) {
	c, size := back(text, n.Start)
	start := n.Start - size
	if start < floor || c != '第' && c != '前' && c != '后' || n.more || n.shape != plain || n.bare && n.Len() > 3 {
		return Mention{}, false
	}
	m := Mention{Span: report.Span{Start: start, End: n.End}, Number: n.Span, Kind: Rank, Bound: Exact}
	if follows(text, n.End, "位 名") && !follows(text, n.End, "位的是 名录 位置") {
		m.End += len("位")
		m.Unit = report.Span{Start: n.End, End: m.End}
	}
	switch c {
	case '前':
		return m, r.topRank(text, m, start)
	case '后':
		return m, lastRank(text, m, start)
	}
	switch {
	case !m.Unit.Empty():
		m.Role = Quantity
		if precedes(text, start, "摆在 放在 置于 作为 把 列为 当作") || follows(text, m.End, "的位置 的任务 书记") {
			m.Role = Word
		}
	case r.ordered(text, m, start):
		m.Role = Quantity
	default:
		m = r.ordinal(text, n, start)
	}
	return m, true
}

// orders name what ranks are counted in, or the act of ranking.
const orders = "全省 全国 全市 全区 全县 全州 全盟 全球 世界 亚洲 全川 全疆 全军 同类 省内 国内 市内 省 市 国 州 区 县 区域 东北 西北 西南 华东 华北 华南 华中 西部 中部 东部 皖北 苏北 苏南 苏中 沿海 沿江 全系统 城市 地级市 " +
	"排名 排 居 位居 位列 列 名列 位 稳居 跃居 高居 升至 升到 跃升至 跃至 上升至 上升到 提升至 提升到 前移至 晋升至 进位至 获 获得 荣获 夺得 取得 夺取 保持 蝉联 位次 排在 总分 实现 勇夺 评为 总量 增速 增幅 总数 数量 规模 均为 均列 倒数 并列 从 由 和 、 及 为 全域 摘得 拿下 跻身 考核 评比 综合 排位 测评 评分 评价 考评 得分"

// ordered reports whether a bare 第N is a rank: an order is named before it and no noun
// follows that it would number (全国第一大, 全省第一家 are no ranks).
func (r *Reader) ordered(text string, m Mention, start int) bool {
	if c, _ := at(text, m.End); isDigitAt(text, m.Number.Start) && (c == 0 || oneOf(c, "，、。；！")) {
		return true
	}
	if !precedes(text, start, orders) || follows(text, m.End, "、二、三产 、第二、第三产 、第二产 、二产 、三产 和第二产 和第三产") {
		return false // 全省第一、二、三产业
	}
	if numbersNext(text, m.End) {
		return false // 第三、四届音乐节
	}
	if c, _ := at(text, m.End); isHan(c) {
		return follows(text, m.End, "的 和 与 及 且 并 连 增 优势 水平 成绩 佳绩 行列 以 ， 为 较 比 在 高 左右 入选")
	}
	return !precedes(text, start, "质量 安全 健康 群众 生态 效率 效益 人民 信誉 项目为 为")
}

// topRank reports whether 前N is a place among the first: 排名前三, 前十位, 前10名.
func (r *Reader) topRank(text string, m Mention, start int) bool {
	if precedes(text, start, "此 目 之 日 年 以 月 天 提 向 超 跨 空 当 会 事 产 店 阵 生 先") {
		return false
	}
	if !m.Unit.Empty() {
		return true
	}
	c, _ := at(text, m.End)
	if isHan(c) && !follows(text, m.End, "的 行列 强 和 之列 以内 列") || c == '%' || c == '‰' || c == '.' {
		return false
	}
	if follows(text, m.End, "强") {
		return false
	}
	return text[m.Number.Start:m.Number.End] != "一"
}

// ordinal reads what 第N numbers: 第五届, 第二轮, 第一产业.
func (r *Reader) ordinal(text string, n numeral, start int) Mention {
	m := Mention{Span: report.Span{Start: start, End: n.End}, Number: n.Span, Role: Ordinal}
	if c, size := at(text, n.End); oneOf(c, "届次轮批期个家号章条期代产步种类级线方所中医院季") {
		m.End += size
	}
	return m
}

// numbersNext reports whether a list of ordinals goes on to the word that they number: 第三|、四届.
func numbersNext(text string, i int) bool {
	c, size := at(text, i)
	for i += size; oneOf(c, "、和至第一二三四五六七八九十"); i += size {
		if c, size = at(text, i); oneOf(c, "届期批次轮") {
			return true
		}
	}
	return false
}

// lastRank reports whether 后N is a place among the last: 退出“后20名”, but not 此后3名.
func lastRank(text string, m Mention, start int) bool {
	if m.Unit.Empty() || isHan(nextOf(text, m.End)) {
		return false
	}
	p := prev(text, start)
	return opensQuote(p) || oneOf(p, "国省市区县出") || precedes(text, start, "排名 城市 考核 质量")
}
