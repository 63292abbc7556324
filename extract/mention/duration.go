package mention

import "zhibiao/report"

// Words that tell a length of time that is data (连续26年) from one that places the
// telling in time (过去五年, 五年来) and from one that names a plan (三年行动).
const (
	past      = "上个 前一个 过去的 过去 刚刚过去的 今后 未来 最近 此前 此后 往后 以后 随后 接下来 近 前 后 这 头 上 下 本 每 另 接下来的 未来的 今后的 最近的 开局 前后 后几 以往 有 在 今明"
	since     = "来 间 以来 里 中 内 前 后 之后 之前 以后 以前 多来 期间 时间里 时间内 多以来 多的 的时间里 如一日"
	lasting   = "费时 停产 搁置 延包 延包期 顺延 续期 连续 连续第 连 蝉联 历时 历经 延长 延长至 延长到 延长了 为期 达到 达 长达 至 不少于 不低于 超过 结束了 结束 缩短 缩短至 缩短了 缩短到 缩减 至少 满 用时 提高到 提升到 增加到 保持 稳居 增至 到期后再延长 再延长 寿命 年限 时限 期限 不超过 不到 不足 减少到 压缩到 压缩至 增加 增加了 提高 提高了 实现 免费 超 已连续 持续 最长 最高 将近 快 慢 延长期限 耗时 历史性 领先 达到了 下降到 服役 判处 有期徒刑 坚守 深耕 推迟 为 停工 期盼 烂尾 拖欠 缓缴 减免"
	planned   = "行动 计划 规划 方案 攻坚 倍增 大变样 目标 任务 一贯 制 期 滚动 提升 整治 专项 棚改 大会战 战役 改造 再造 禁渔 会战 建设 工程 大计 大庆 老店 企业 禁捕 决胜 义务教育 免费教育 一遇 河山 老 历史 经验 实践 奋斗 征程 发展 决战 突破 跃升 强基 清零 成效 改革 见 大 治理 培育 振兴 翻番 上 打 看 级 政策 夙愿 古 校庆 难 树木 学制 巩固 接续 创建 推进 任期 磨 人 千 未"
	nearMarks = "烂尾近 停工近 停产近 搁置近 拖欠近 困扰近 历时近 连续近 达近 用近 经过近 延长近 跨越近 结束了近"
)

// duration decides what a length of time is. Short units (小时, 分钟, 周岁) are nearly
// always data; a bare N年 or N天 needs a word that says so.
func (r *Reader) duration(text string, m Mention, n numeral, u unit, floor int) Mention {
	m.Role = Quantity
	switch {
	case precedes(text, m.Start, "提前 提前近 提前了"):
		m.Role = Free
	case u.text == "岁" || u.text == "周岁":
		return m
	case follows(text, m.End, "周年") || u.text == "刻钟" || u.text == "个年头":
		m.Role = Free
	case u.text == "年":
		return r.yearCount(text, m, n, floor)
	case u.text == "个月" || u.text == "个季度" || u.text == "个多月":
		if d, ok := dated(text, m, floor, "前 头 近 过去 最近 这 过去的 后 今后 未来 第"); ok {
			return d
		}
		if n.digits == 1 && !n.arabic && (text[n.Start:n.End] == "一") {
			m.Role = Free
		}
	case u.text == "天" || u.text == "日" || u.text == "周" || u.text == "星期" || u.text == "个星期" || u.text == "自然日" || u.text == "昼夜" || u.text == "小时" || u.text == "秒":
		if !n.arabic && !n.point && n.digits <= 1 && !precedes(text, m.Start, lasting) {
			m.Role = Free
		}
		if n.bare && among(u.text, "天 日") {
			m.Role = Free
		}
	}
	return m
}

// yearCount decides what N年 is.
func (r *Reader) yearCount(text string, m Mention, n numeral, floor int) Mention {
	one := !n.arabic && text[n.Start:n.End] == "一"
	end := m.End
	if follows(text, end, "多 余") {
		end += len("多")
	}
	if w := leading(text[end:], since); w > 0 && !follows(text, end, "内涵 内容 中国 中央 中心 中小 前列 后续 间接") {
		d, _ := dated(text, m, floor, past)
		d.End = max(d.End, end+w)
		return d
	}
	if follows(text, m.End, "一遇") {
		m.Role = Free
		return m
	}
	if follows(text, m.End, "计划 规划 計劃") {
		m.Role = Free // 超过五年计划
		return m
	}
	if precedes(text, m.Start, "用 利用 通过 花") && follows(text, m.End, "时间 的时间 左右时间 左右的时间") {
		return m
	}
	if precedes(text[floor:], m.Start-floor, nearMarks) || precedes(text[floor:], m.Start-floor, lasting) && !one {
		return m
	}
	if d, ok := dated(text, m, floor, past); ok {
		return d
	}
	switch {
	case follows(text, m.End, planned):
		m.Role = Free
	case one, n.bare, n.more:
		m.Role = Date
	case !m.High.Empty(), n.twin, n.arabic && n.point, follows(text, m.End, "以上 以内 以下 之久"):
	case n.arabic || n.digits > 1:
		m.Role = Free // 建城2215年, 辉煌七十年: gold holds no length without a word for it
	default:
		m.Role = Date
	}
	return m
}

// dated makes a date of a length of time behind one of the words: 过去五年, 前三个月. The
// word belongs to the date, for it tells which years are meant.
func dated(text string, m Mention, floor int, words string) (Mention, bool) {
	d := Mention{Span: m.Span, Number: m.Number, Unit: m.Unit, Role: Date}
	lead := trailing(text[floor:m.Start], words)
	d.Span = report.Span{Start: m.Start - lead, End: m.End}
	return d, lead > 0
}
