package report

import "testing"

func TestNumberAt(t *testing.T) {
	for _, c := range []struct {
		text  string
		form  numbering
		value int
	}{
		{"一、2023年工作回顾", byComma, 1},
		{"十一、其他", byComma, 11},
		{"二十三、其他", byComma, 23},
		{"一、 过去五年工作回顾", byComma, 1},
		{"三．加强政府自身建设", byComma, 3},
		{"（一）经济运行", byBracket, 1},
		{"(十二)经济运行", byBracket, 12},
		{"（ 二 ）经济运行", byBracket, 2},
		{"1.坚持守正创新", byDigit, 1},
		{"10、县城基础设施", byDigit, 10},
		{"１．坚持", byDigit, 1},
		{"（1）全面完成", byDigitBox, 1},
		{"③全面完成", byDigitBox, 3},
		{"第一，坚持", byOrdinal, 1},
		{"第一部分 回顾", byPart, 1},
		{"第二十四章 加强", byChapter, 24},
		{"第三节 发展", byClause, 3},
		{"一是经济运行整体好转。", byThing, 1},
		{"二要增强本领、科学理政。", byThing, 2},
		{"——聚焦空间布局合理。", byDash, 0},
		{"———抗击非典", byDash, 0},

		{"一、二、三产业增加值分别增长4%", unnumbered, 0},
		{"三、四线城市", unnumbered, 0},
		{"第一、二、三产业", unnumbered, 0},
		{"第一季度", unnumbered, 0},
		{"一季度", unnumbered, 0},
		{"一年来，", unnumbered, 0},
		{"1.5万吨", unnumbered, 0},
		{"2023年，", unnumbered, 0},
		{"（2024年1月）", unnumbered, 0},
		{"2、3号线", unnumbered, 0},
		{"十四五", unnumbered, 0},
		{"—22—", unnumbered, 0},
	} {
		n := numberAt(c.text, 0, len(c.text))
		if n.form != c.form || n.value != c.value {
			t.Errorf("%s: form %d value %d, want %d %d", c.text, n.form, n.value, c.form, c.value)
		}
	}
}

func TestYears(t *testing.T) {
	for text, want := range map[string]Years{
		"2023年工作回顾":         {2023, 2023},
		"2012 年以来":          {2012, 2012},
		"１９９４年国内工作":         {1994, 1994},
		"一九八九年的回顾":          {1989, 1989},
		"一九九○年的国内工作":        {1990, 1990},
		"二〇二四年":             {2024, 2024},
		"2018-2022年":        {2018, 2022},
		"2018年至2022年":       {2018, 2022},
		"“十三五”时期发展成就":       {2016, 2020},
		"\"十四五\"规划":         {2021, 2025},
		"十二五期间":             {2011, 2015},
		"“十五”计划":            {2001, 2005},
		"“八五”期间":            {1991, 1995},
		"第八个五年计划":           {1991, 1995},
		"第一個五年計劃":           {1953, 1957},
		"第三个五年计划":           {1966, 1970},
		"全面加强政府自身建设":        {},
		"十五个项目":             {},
		"新建12345公里":         {},
		"三五年内":              {},
		"投资2000年":           {2000, 2000},
		"2024年“十四五”规划关键的一年": {2024, 2024},
	} {
		if got, _ := findYears(text); got != want {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}
