package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// outline writes a document's sections one a line: level, part, years, number and title.
func outline(d Document) string {
	var b strings.Builder
	for _, s := range d.Sections {
		years := ""
		if s.Years.Start > 0 {
			years = fmt.Sprintf(" %d-%d", s.Years.Start, s.Years.End)
		}
		fmt.Fprintf(&b, "%s%s%s %s|%s\n", strings.Repeat("  ", s.Level), s.Part, years, s.Number.In(d.Text), s.Title.In(d.Text))
	}
	return b.String()
}

func TestOutline(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{
			"numbered",
			"各位代表：\n现在，我代表市人民政府向大会报告工作，请予审议。\n一、2023年工作回顾\n过去一年，很不平凡。\n（一）经济运行稳中向好。增长6%。\n（二）政府建设全面加强。办理建议98件。\n二、2024年工作安排\n今年主要预期目标是：增长6%左右。\n（一）扩大内需\n一是精准扩大有效投资。开工5个。\n二是力促消费。办10场。\n三、加强政府自身建设\n依法行政。\n",
			"other |\n  review 2023-2023 一、|2023年工作回顾\n    review 2023-2023 （一）|经济运行稳中向好\n    review 2023-2023 （二）|政府建设全面加强\n  tasks 2024-2024 二、|2024年工作安排\n    tasks 2024-2024 （一）|扩大内需\n      tasks 2024-2024 一是|精准扩大有效投资\n      tasks 2024-2024 二是|力促消费\n  tasks 2024-2024 三、|加强政府自身建设\n",
		},
		{
			"unnumbered main titles above numbers",
			"2023年工作回顾\n一、生态建设绘就新画卷\n完成造林。\n二、经济发展实现新突破\n增长6%。\n2024年工作安排\n一、打好主动战\n新建2座。\n",
			"  review 2023-2023 |2023年工作回顾\n    review 2023-2023 一、|生态建设绘就新画卷\n    review 2023-2023 二、|经济发展实现新突破\n  tasks 2024-2024 |2024年工作安排\n    tasks 2024-2024 一、|打好主动战\n",
		},
		{
			"five years, then the year",
			"——2017年2月23日在高阳县第十七届人民代表大会第一次会议上\n各位代表：\n一、过去五年主要工作\n新建学校26所。\n二、今后五年发展目标\n年均增长7%。\n三、2017年重点工作任务\n新建2座。\n",
			"other |\n  review 2012-2016 一、|过去五年主要工作\n  targets 2017-2021 二、|今后五年发展目标\n  tasks 2017-2017 三、|2017年重点工作任务\n",
		},
		{
			"one line",
			"各位代表：现在，我代表市人民政府，向大会报告工作，请予审议。2023年工作回顾2023年是开局之年。增长5%。（一）千方百计稳增长。投资增长4%。（二）壮大实体经济。新增5户。2024年工作安排2024年是关键一年。一、聚焦抓项目。开工3个。二、聚焦转型。新建2座。",
			"other |\n  review 2023-2023 |2023年工作回顾\n    review 2023-2023 （一）|千方百计稳增长\n    review 2023-2023 （二）|壮大实体经济\n  tasks 2024-2024 |2024年工作安排\n    tasks 2024-2024 一、|聚焦抓项目\n    tasks 2024-2024 二、|聚焦转型\n",
		},
		{
			"（一） above 一、 and a list inside",
			"（一）当前的经济形势\n一九八一年粮食增产。\n（二）今后经济建设的方针\n一、加快农业的发展\n要抓好农业。\n二、有重点地进行技术改造\n主要是：\n一、节约能源；\n二、改革产品结构。\n三、搞好整顿\n要做好工作。\n",
			"  review |（一）",
		},
		{
			"glossary",
			"一、2022年工作回顾\n增长6%。\n二、2023年目标任务\n增长7%。\n附：名词解释\n1.瞪羚企业：指成长快的企业。\n2.四减四增：指减少产能3个。\n",
			"  review 2022-2022 一、|2022年工作回顾\n  tasks 2023-2023 二、|2023年目标任务\n  notes |附：名词解释\n",
		},
		{
			"notes without a heading",
			"一、2022年工作回顾\n增长6%〔1〕。\n二、2023年目标任务\n增长7%〔2〕。\n让我们奋斗！\n〔1〕瞪羚企业：指成长快的企业。\n力争到2025年达到8户。\n〔2〕四减四增：指减少产能3个。\n注：2022年数据为初步统计数。\n",
			"  review 2022-2022 一、|2022年工作回顾\n  tasks 2023-2023 二、|2023年目标任务\n  notes |\n",
		},
		{
			"notes by circled figures",
			"一、2022年工作回顾\n增长6%①。\n二、2023年目标任务\n增长7%。\n①瞪羚企业：指成长快的企业。\n②四减四增：是指减少产能3个。\n",
			"  review 2022-2022 一、|2022年工作回顾\n  tasks 2023-2023 二、|2023年目标任务\n  notes |\n",
		},
		{
			"circled figures that count off tasks",
			"一、2022年工作回顾\n增长6%。\n二、2023年目标任务\n做好以下工作：\n①新建学校3所。\n②修路5公里。\n",
			"  review 2022-2022 一、|2022年工作回顾\n  tasks 2023-2023 二、|2023年目标任务\n    tasks 2023-2023 ①|新建学校3所\n    tasks 2023-2023 ②|修路5公里\n",
		},
		{
			"an annex is no notes",
			"一、2022年工作回顾\n增长6%。\n二、2023年目标任务\n增长7%。\n附件：2023年重点项目\n新建3个。\n",
			"  review 2022-2022 一、|2022年工作回顾\n  tasks 2023-2023 二、|2023年目标任务\n  other |附件：2023年重点项目\n",
		},
		{
			"plan's years within a mixed section",
			"——2021年3月5日在第十三届全国人民代表大会第四次会议上\n各位代表：\n一、2020年工作回顾\n增长2.3%。\n二、“十三五”时期发展成就和“十四五”时期主要目标任务\n过去五年，成绩很大。\n“十四五”时期是新征程的开端。\n——着力提升质量效益。保持6%。\n三、2021年重点工作\n新建2座。\n",
			"other |\n  review 2020-2020 一、|2020年工作回顾\n  review 2016-2020 二、|“十三五”时期发展成就和“十四五”时期主要目标任务\n    tasks 2021-2025 ——|着力提升质量效益\n  tasks 2021-2021 三、|2021年重点工作\n",
		},
		{
			"delivered at the end of the year",
			"——2023年12月26日在某市第五届人民代表大会第三次会议上\n各位代表：\n一、2023年工作回顾\n今年以来，增长6%。\n二、2024年工作安排\n明年增长7%。\n",
			"other |\n  review 2023-2023 一、|2023年工作回顾\n  tasks 2024-2024 二、|2024年工作安排\n",
		},
	} {
		doc := Read("x.txt", c.text, nil)
		checkTiles(t, doc)
		if c.name == "（一） above 一、 and a list inside" {
			checkNesting(t, doc)
			continue
		}
		if diff := cmp.Diff(c.want, outline(doc)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// checkNesting checks the levels of a report of 1981, where 一、 stands below （一） and a
// list 一、 二、 inside 二、.
func checkNesting(t *testing.T, d Document) {
	t.Helper()
	var levels []int
	for _, s := range d.Sections {
		levels = append(levels, s.Level)
	}
	if diff := cmp.Diff([]int{1, 1, 2, 2, 3, 3, 2}, levels); diff != "" {
		t.Errorf("levels (-want +got):\n%s", diff)
	}
}
