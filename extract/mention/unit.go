package mention

import (
	"slices"
	"strings"

	"zhibiao/report"
	"zhibiao/seeds"
)

// unit is an entry of the unit index.
type unit struct {
	text string
	kind Kind
}

// unitIndex finds the longest unit at a place: 平方米 before 平方, 千瓦时 before 千瓦.
type unitIndex struct {
	byFirst map[rune][]unit // longest first
}

func newUnitIndex(lex *seeds.Lexicons) unitIndex {
	x := unitIndex{byFirst: make(map[rune][]unit)}
	for _, u := range lex.Units {
		x.add(unit{u.Name, Kind(u.Kind)})
	}
	for _, c := range lex.Classifiers {
		x.add(unit{c.Text, Count})
	}
	for _, units := range x.byFirst {
		slices.SortStableFunc(units, func(a, b unit) int { return len(b.text) - len(a.text) })
	}
	return x
}

func (x unitIndex) add(u unit) {
	c, _ := at(u.text, 0)
	x.byFirst[c] = append(x.byFirst[c], u)
}

// match returns the longest unit at i with its extent; a rate takes in what it is per:
// 元/平方米, 微克/立方米.
func (x unitIndex) match(text string, i int) (unit, report.Span) {
	u := x.longest(text, i)
	if u.text == "" {
		return u, report.Span{Start: i, End: i}
	}
	s := report.Span{Start: i, End: i + len(u.text)}
	if c, size := at(text, s.End); (c == '/' || c == '／') && u.kind != Percent {
		if per := x.longest(text, s.End+size); per.text != "" && per.kind != Percent {
			s.End += size + len(per.text)
			if u.kind == Duration || u.kind == Count {
				u.kind = Measure
			}
		}
	}
	return u, s
}

func (x unitIndex) longest(text string, i int) unit {
	c, _ := at(text, i)
	for _, u := range x.byFirst[c] {
		if strings.HasPrefix(text[i:], u.text) && !compound(u.text, text, i+len(u.text)) {
			return u
		}
	}
	return unit{}
}

// ownsPower reports whether the power word at i belongs to a unit: the 千 of 66千伏.
func (x unitIndex) ownsPower(text string, i int) bool {
	c, _ := at(text, i)
	if c != '千' && c != '百' && c != '兆' {
		return false
	}
	for _, u := range x.byFirst[c] {
		if strings.HasPrefix(text[i:], u.text) {
			return true
		}
	}
	return false
}

// compound reports whether the unit goes on as another word: 人 of 人口 and 项 of 项目
// count nothing in 6000万人口 and 52项目.
func compound(unit, text string, end int) bool {
	if last := unit[len(unit)-1]; last < 0x80 && (isLetter(rune(last)) || last == '3' || last == '2') {
		c, _ := at(text, end)
		return isLetter(c) || isDigit(c)
	}
	switch unit {
	case "人":
		return follows(text, end, "口 民 才 均 居 大代表 文 工智能 力资源 事 社 类 寿 群 制")
	case "项":
		return follows(text, end, "目")
	case "家":
		return follows(text, end, "庭 园")
	case "名":
		return follows(text, end, "牌 录 镇 城")
	case "场":
		return follows(text, end, "景 地 所 馆 站")
	case "台":
		return follows(text, end, "阶 风 资 湾 账")
	case "支":
		return follows(text, end, "持 撑 柱 付 出 部 援")
	case "条":
		return follows(text, end, "例 件")
	case "点":
		return follows(text, end, "钟 位")
	case "度":
		return follows(text, end, "假")
	case "处":
		return follows(text, end, "理 置 罚 方")
	case "位":
		return follows(text, end, "于 居 列 置 次")
	case "件":
		return follows(text, end, "均")
	case "种":
		return follows(text, end, "植 子 业 苗 养")
	case "组":
		return follows(text, end, "织 建")
	case "部":
		return follows(text, end, "门 署 分 队 委")
	case "类":
		return follows(text, end, "型 似 创新药 新药 标准 医疗器械 地区 资源")
	case "元":
		return follows(text, end, "素 旦 宵 件")
	case "米":
		return follows(text, end, "粮 面 袋")
	case "里":
		return follows(text, end, "程 面 铺 河 店 桥 堡 营 峡 坪 岗 塬 庄 墩 屯 沟 堤")
	case "方":
		return follows(text, end, "面 案 式 法 阵 向 米 针 便")
	case "平方", "立方":
		return follows(text, end, "根")
	case "村":
		return follows(text, end, "民 庄 委 屯 级 集体 卫 医 干部 党 居")
	case "县":
		return follows(text, end, "级 域 城 委 内")
	case "镇":
		return follows(text, end, "区 街")
	case "乡":
		return follows(text, end, "村")
	case "市", "省":
		return follows(text, end, "级 场 民 区 市 委 政 直 属 内 份 定 道 会")
	case "国":
		return follows(text, end, "家 道 际 内 企 有 债 务 民 产 外 省 控 考 补")
	case "分":
		return follows(text, end, "钟 别 之 布 散 局 公司 类 会 支 级 批 工 期 区 解 流 配 析 校 院 红 年 步 段 享")
	case "级":
		return true
	case "对":
		return follows(text, end, "口 接 标 外 象 策 于")
	case "层":
		return follows(text, end, "次 级 面")
	case "口":
		return follows(text, end, "岸 径 袋 粮 号 味")
	case "门":
		return follows(text, end, "诊 槛 户 店 票")
	case "本":
		return follows(text, end, "地 市 级 土 科 县 省 轮 年")
	case "张":
		return follows(text, end, "家")
	case "段":
		return follows(text, end, "时")
	case "首":
		return follows(text, end, "届 个 批 家 次 创 台 都 府 店 位 艘 条 发")
	case "期":
		return true
	case "面":
		return follows(text, end, "积 向 上 临")
	case "课":
		return follows(text, end, "题 程")
	case "册":
		return follows(text, end, "子")
	case "周":
		return follows(text, end, "年 边 期 岁 末 转")
	case "天":
		return follows(text, end, "然 空 津 气")
	case "秒":
		return follows(text, end, "杀 批")
	case "班":
		return follows(text, end, "子 列")
	case "起":
		return follows(text, end, "步 点 来")
	case "块":
		return follows(text, end, "状")
	case "列":
		return follows(text, end, "入 为 车")
	case "笔":
		return follows(text, end, "记")
	case "回":
		return follows(text, end, "归 收 升 迁 落")
	case "角":
		return follows(text, end, "度 落 色")
	case "升":
		return follows(text, end, "级 至 规 到 为")
	case "担":
		return follows(text, end, "保 任 当 心")
	case "年":
		return follows(text, end, "级 代 均 鉴")
	case "队":
		return follows(text, end, "伍")
	case "桶":
		return follows(text, end, "装")
	case "重":
		return true
	case "道":
		return follows(text, end, "路 德")
	case "幅":
		return follows(text, end, "度")
	case "批":
		return follows(text, end, "准 复 发 零")
	case "环":
		return follows(text, end, "境 保 节 评 卫 岛")
	case "集":
		return follows(text, end, "群 中 团 体 聚 约 成 镇")
	case "所":
		return follows(text, end, "有 属 在 得")
	case "节":
		return follows(text, end, "约 能 水 点 日 气")
	case "套":
		return follows(text, end, "餐")
	case "户":
		return follows(text, end, "籍 外 口 用")
	case "站":
		return follows(text, end, "式")
	}
	return false
}
