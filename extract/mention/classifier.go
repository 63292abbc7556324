package mention

// Chinese numerals with a classifier are data in 取消十二项收费 and 建成两座水厂 and rhetoric
// in 八个方面 and 三大领域. Large ones are data; for small ones the classifier, the noun
// and the verb decide.
const (
	things   = "座 所 家 户 台 辆 株 档 艘 架 眼 口 栋 幢 盏 只 套 人次 处 名 例 宗 对 间 班 人 床 款 列"
	results  = "取消 建成 新建 完成 新增 获 荣获 创建 引进 开工 投产 关闭 关停 拆除 查处 破获 修建 建设了 召开 举办 制定 颁布 出台 发布 落成 竣工 兴建 扩建 改建 增加 减少 增设 设立 新设 成立 新开 开通 达到 有 共 约 近 超过 突破 接近 不少于 至少 发射 夺得 开展了 连续 降低 推动 下放 入选"
	rhetoric = "方面 坚持 确保 重点 阶段 层次 环节 问题 大局 重大 关系 原则 问 文明 面向 过程 特点 结合 时期 关键 工作 任务 转变 轮子 意识 自信 维护 确立 必须 基本 战略 行动 工程 机制 制度 主题 短板 目标 要素 市场 积极性 责任 毫不 一 更 最 大 共同 统一 根本 环境 中心 专项 体系 优势 年 月 字 领域 维度 抓手 先行 示范 高地 服务 清单 规定 改革 举措 措施 政策 底线 路线 道路 战役 文章 队伍 关口 指标 世界 毛病 主义 集团 超级 补贴 能力 ”"
)

// classified decides whether a Chinese numeral with a classifier is data.
func (r *Reader) classified(text string, m Mention, n numeral, u unit) Role {
	p := prev(text, m.Start)
	switch {
	case !n.bare && text[n.Start:n.End] == "一" && m.High.Empty():
		return Word
	case len(u.text) > 3 && u.text[:3] == "连":
		return Quantity
	case !m.High.Empty() && !opensQuote(p) && !among(u.text, "级 线 环 类 层"):
		return Quantity
	case opensQuote(p) || n.digits > 1 && !n.twin && positional(m.Number.In(text)):
		return Name // “四个意识”, 七一二所
	case n.more:
		return Quantity // 百余家, 数百名
	case u.text == "所" && oneOf(p, "科船航中站") || u.text == "名" && n.bare && !precedes(text, m.Start, results):
		return Free
	case among(u.text, "轮 批次 批") && precedes(text, m.Start, "开展 组织 举行 举办 实施 进行 召开"):
		return Quantity // 开展两轮医疗服务价格调整
	case among(u.text, "级 届 类 期 线 环 位 轮 次 门 股 面 道 本 步 笔 回 节 段 层 首 排 首 部 路 国 笼 车 包 篇") && n.digits <= 2 && !(n.scaled && u.text == "门") && !precedes(text, m.Start, results):
		return Word
	case n.bare:
		return roundCount(text, m, n, u)
	case follows(text, m.End, "方面"):
		return Free
	case n.digits > 2 || n.scaled || n.point || n.more:
		return Quantity
	case oneOf(p, "这那哪各该"):
		return Free
	case n.digits >= 1 && among(u.text, "个 项 件 条") && counts(text, m.End, u.text):
		return Quantity
	case u.text == "个" && follows(text, m.End, "县 市 省 自治区 地市 公社") && !follows(text, m.End, "市场 县级 省级 市级 省份 县域 市域"):
		return Quantity // 麻城、广济等五个县
	case follows(text, m.End, rhetoric):
		if precedes(text, m.Start, "取消 建成 新建 新增 获 荣获") && !follows(text, m.End, "方面 ”") {
			return Quantity
		}
		return Free
	case precedes(text, m.Start, results) || among(u.text, things):
		return Quantity
	case n.digits >= 2 || !among(u.text, "批 次 轮 种 类 件套") && achieved(text, m.End):
		return Quantity
	case oneOf(nextOf(text, m.End), "，。、；") && isHan(p) && !oneOf(p, "这那哪前后的"):
		return Quantity // 盐场十个
	}
	return Free
}

// roundCount decides whether a bare power of ten with a classifier is data: 千头牛场, 上
// 百家, not 千村示范.
func roundCount(text string, m Mention, n numeral, u unit) Role {
	if c, size := at(text, m.End); oneOf(c, "百千万") && isHan(nextOf(text, m.End+size)) && !follows(text, m.End+size, "亿 元 人 多 余") {
		return Free // 百校百所千企
	}
	if n.digits > 1 || oneOf(prev(text, m.Start), "上近超过") || follows(text, m.End, "以上") ||
		among(u.text, "头 株 所 只 座 辆 台 名 项（次） 张 套 间") {
		return Quantity
	}
	return Free
}

// counts reports whether the noun behind a small number is a thing that a statistician
// counts: 两个公园, 十件民生实事, 十条措施; not 两个作用.
func counts(text string, i int, unit string) bool {
	switch unit {
	case "件", "项":
		return follows(text, i, "民生实事")
	case "条":
		if follows(text, i, "措施 举措 政策措施") {
			return !follows(text, i, "措施》 举措》 政策措施》")
		}
		return near(text, i, "外环路 航线 公交线 生产线")
	}
	return near(text, i, "公园 小区 变电站 水厂 工厂 水泥厂 电站 车间 车型 学校 医院 项目 企业 煤矿 机场 码头 泊位 试点城市 产业园 特色小镇 实验室 水库")
}

// near reports whether one of some nouns begins within eight characters, before any mark.
func near(text string, i int, nouns string) bool {
	for range 8 {
		if follows(text, i, nouns) {
			return true
		}
		c, size := at(text, i)
		if !isHan(c) {
			return false
		}
		i += size
	}
	return false
}

// achieved reports whether what is counted is said to be done within a few words: 五项
// 试验任务取得进展.
func achieved(text string, i int) bool {
	const done = "取得 入选 开工 竣工 投产 建成 落地 完工 获评 获批 投用 投入 上市 通车 挂牌"
	for range 8 {
		if follows(text, i, done) {
			return true
		}
		c, size := at(text, i)
		if size == 0 || oneOf(c, "，。；、：”") && c != '”' {
			return false
		}
		i += size
	}
	return false
}

// positional reports whether a numeral is digits without a power word: 八四, 七一二.
func positional(s string) bool {
	for _, c := range s {
		if !oneOf(c, "〇○零一二三四五六七八九") {
			return false
		}
	}
	return true
}
