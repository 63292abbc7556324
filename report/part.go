package report

// partOfTitle tells the part that a heading opens, by its words; empty if they do not
// tell.
func partOfTitle(title string) Part {
	s := squeeze(title)
	switch {
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

// isGlossary reports whether a heading opens notes: 名词解释, ※注释※, 附件.
func isGlossary(title string) bool {
	s := squeeze(title)
	return len(s) <= 60 && (containsAny(s, "名词解释", "名词注释", "名词解读", "用语解释", "用语说明", "注释", "名词说明") ||
		startsWithAny(s, "附：", "附件", "附录", "附表", "附注"))
}

// isReviewTitle reports whether a heading looks back.
func isReviewTitle(s string) bool {
	return containsAny(s, "回顾", "工作总结", "的成就", "重大成就", "发展成就", "主要成绩", "年来工作", "年来的工作", "过去五年", "过去一年", "过去的", "工作情况", "巨大成就")
}

// isTargetTitle reports whether a heading names aims and nothing to be done for them.
func isTargetTitle(s string) bool {
	return containsAny(s, "目标") && !containsAny(s, "任务", "工作", "安排", "措施", "部署", "重点", "思路", "要求")
}

// isTaskTitle reports whether a heading looks ahead.
func isTaskTitle(s string) bool {
	return containsAny(s, "目标任务", "主要任务", "重点任务", "工作任务", "战略任务", "任务目标", "工作安排", "工作部署", "总体部署", "工作重点",
		"重点工作", "工作谋划", "工作建议", "政府工作的建议", "政府工作任务", "总体要求", "发展思路", "工作思路", "总体思路", "今后五年", "未来五年",
		"目标和主要任务", "工作目标", "政府自身建设", "加强政府建设", "自身建设", "政府治理效能", "的各项工作", "指导思想")
}
