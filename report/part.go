package report

import "strings"

// partOfTitle tells the part that a heading opens, by its words; empty if they do not
// tell.
func partOfTitle(title string) Part {
	s := squeeze(title)
	switch {
	case isNotesTitle(s):
		return PartNotes
	case isGlossary(s):
		return PartOther
	case isReviewTitle(s):
		return PartReview
	case isTargetTitle(s):
		return PartTargets
	case isTaskTitle(s):
		return PartTasks
	}
	return ""
}

// titleParts is the part that each section's heading tells by its words.
func titleParts(doc *Document) []Part {
	parts := make([]Part, len(doc.Sections))
	for i, s := range doc.Sections {
		if parts[i] = partOfTitle(s.Title.In(doc.Text)); s.Level > 0 && s.Title.Empty() && s.Number.Empty() {
			parts[i] = PartNotes // as notesHeading leaves it
		}
	}
	return parts
}

// isGlossary reports whether a heading opens what stands behind a report: 名词解释, ※注释※,
// 附件.
func isGlossary(title string) bool {
	if len(title) > 90 {
		return false
	}
	s := squeeze(title)
	return isNotesTitle(s) || len(s) <= 60 && startsWithAny(s, "附：", "附件", "附录", "附表", "附:")
}

// isNotesTitle reports whether a heading, without blanks, opens notes on words: 名词解释.
func isNotesTitle(s string) bool {
	return len(s) <= 60 && (containsAny(s, "名词解释", "名词注释", "名词解读", "用语解释", "用语说明", "名词说明", "注释", "词语解释") ||
		startsWithAny(s, "附注"))
}

// isReviewTitle reports whether a heading looks back.
func isReviewTitle(s string) bool {
	return containsAny(s, "回顾", "总结", "的成就", "重大成就", "发展成就", "巨大成就", "主要成绩", "年来", "过去五年", "过去一年",
		"过去的", "工作情况", "执行情况", "完成情况", "的胜利", "经济形势", "取得的成")
}

// isTargetTitle reports whether a heading names aims and nothing to be done for them.
func isTargetTitle(s string) bool {
	return contains(s, "目标") && !containsAny(s, "任务", "工作", "安排", "措施", "部署", "重点", "思路", "要求")
}

// isTaskTitle reports whether a heading looks ahead.
func isTaskTitle(s string) bool {
	return containsAny(s, "目标", "主要任务", "重点任务", "工作任务", "战略任务", "任务", "工作安排", "工作部署", "总体部署", "工作重点",
		"重点工作", "工作谋划", "工作打算", "主要工作", "建议", "总体要求", "思路", "今后五年", "未来五年", "今后", "政策取向",
		"自身建设", "加强政府建设", "治理效能", "各项工作", "指导思想", "展望", "前景")
}

// opensPart reports whether a line without a number names a main part of the report:
// 2023年工作回顾, 加强政府自身建设, but not 我们始终注重自身建设，行政效能实现新提高.
func opensPart(line string) bool {
	s := squeeze(line)
	if isGlossary(s) {
		return true
	}
	if _, ok := findYears(s); ok && partOfTitle(s) != "" {
		return true
	}
	return !contains(s, "我们") && (endsWithAny(s, "回顾", "工作安排", "工作部署", "主要任务", "重点任务", "工作任务", "目标任务", "重点工作", "主要工作",
		"预期目标", "主要目标", "奋斗目标", "工作建议", "工作打算", "总体要求", "自身建设", "政府建设") || contains(s, "政府自身建设"))
}

// isMixed reports whether a heading looks back and then ahead: “十三五”时期发展成就和“十四五”
// 时期主要目标任务.
func isMixed(title string) bool {
	s := squeeze(title)
	return isReviewTitle(s) && containsAny(s, "目标", "任务", "安排", "今后", "建议", "总体要求", "思路", "部署") && containsAny(s, "和", "及", "与")
}

// aims reports whether a paragraph states the figures aimed at: …主要预期目标是：…
func aims(s string) bool {
	for at := 0; ; {
		i := index(s[at:], "目标")
		if i < 0 {
			return false
		}
		at += i + len("目标")
		tail := s[at:]
		for _, w := range []string{"初步", "建议", "安排"} {
			tail = strings.TrimPrefix(tail, w)
		}
		before := s[:at-len("目标")]
		if startsWithAny(tail, "是", "为", "：", ":", "如下") &&
			endsWithAny(before, "预期", "主要", "奋斗", "发展", "发展的", "工作", "总体", "计划", "调控") {
			return true
		}
	}
}

// headlines reports whether a paragraph names the indicators that every report sets aims
// for, as 目标 paragraphs without the word do: 地区生产总值增长6%，一般公共预算收入增长5%…
func headlines(s string) bool {
	if !contains(s, "生产总值") {
		return false
	}
	n := 1
	for _, w := range []string{"一般公共预算收入", "固定资产投资", "社会消费品零售", "人均可支配收入", "城镇新增就业", "居民消费价格", "失业率"} {
		if contains(s, w) {
			n++
		}
	}
	return n >= 4
}

// leansAhead reports whether a paragraph of a report without headings tells what is to
// be done rather than what was done, by its modal words.
func leansAhead(s string) bool {
	ahead, back := 0, 0
	for _, w := range []string{"必须", "必須", "应当", "應當", "今后", "今後", "我们要", "要继续", "要进一步", "务必", "力争", "争取", "准备"} {
		ahead += count(s, w, len(s))
	}
	for _, w := range []string{"已经", "已經", "了", "达到", "達到", "取得", "以来", "以來", "几年来", "幾年來"} {
		back += count(s, w, len(s))
	}
	return ahead > back
}
