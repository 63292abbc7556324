package extract

import (
	"testing"

	"zhibiao/report"
)

// names are the indicator and the action of the first fact of a sentence.
func names(t *testing.T, sentence string) (indicator, action string) {
	t.Helper()
	text := "2024年江城市政府工作报告\n一、2023年工作回顾\n" + sentence
	doc := report.Read("江城.txt", text, nil)
	facts := extractor(t).Extract(&doc)
	if len(facts) == 0 {
		t.Fatalf("%s: no facts", sentence)
	}
	for _, s := range facts[0].Indicator {
		indicator += s.In(text)
	}
	for _, s := range facts[0].Action {
		action += s.In(text)
	}
	return indicator, action
}

// Where the name of what is counted ends, and what came of it begins.
func TestOutcome(t *testing.T) {
	for _, c := range []struct{ text, indicator, action string }{
		{"3座煤矿竣工转产。", "煤矿", "竣工转产"},
		{"云顶等2座年产60万吨煤矿竣工转产。", "年产60万吨煤矿", "竣工转产"},
		{"40家矿山企业安全复工复产。", "矿山企业", "安全复工复产"},
		{"20项民生实事基本完成。", "民生实事", "基本完成"},
		{"尚安街、金水街西延等14条城市道路加快推进。", "城市道路", "加快推进"},
		{"深化职业教育改革3项成果荣获省级督查激励。", "成果", "荣获省级督查激励"},
		{"7名学者上榜“全球前2%顶尖科学家榜单”。", "学者", "上榜"},
		{"安排1000亿元奖补资金予以支持。", "奖补资金", "安排"},
		{"推进80项举措落地。", "举措", "推进"},
		{"引进4家企业入驻文创产业园。", "企业", "引进"},
		{"新增11家博物馆备案、27家“类博物馆”挂牌。", "博物馆备案", "新增"},
		{"新增乡村旅游网红打卡地2处。", "乡村旅游网红打卡地", "新增"},
		{"打造3个创新成果集聚地，成效明显。", "创新成果集聚地", "打造"},
		{"9个集中安置点全部建成分房。", "集中安置点", "全部建成分房"},
		{"新建13个社区养老院、改造提升16家养老机构。", "社区养老院", "新建"},
		{"开通200个停车场、新增注册用户30万人。", "停车场", "开通"},
		{"家庭医生服务深入推进、村级医疗服务覆盖率98%。", "村级医疗服务覆盖率", ""},
	} {
		if indicator, action := names(t, c.text); indicator != c.indicator || action != c.action {
			t.Errorf("%s: %s | %s, want %s | %s", c.text, indicator, action, c.indicator, c.action)
		}
	}
}

// Where verbs that stand one behind the other end, and the name of their object begins.
func TestChainVerbs(t *testing.T) {
	for _, c := range []struct{ text, indicator, action string }{
		{"谋划实施项目65个。", "项目", "谋划实施"},
		{"建设认定特色产业园区15家。", "特色产业园区", "建设认定"},
		{"引进培养高层次人才68名。", "高层次人才", "引进培养"},
		{"遴选落地创新团队40个。", "创新团队", "遴选落地"},
		{"提升打造教育基地8个。", "教育基地", "提升打造"},
		{"招商落地项目573个。", "落地项目", "招商"},
		{"实施帮扶项目30个。", "帮扶项目", "实施"},
		{"引进亿元以上项目不少于35个。", "项目", ""},
		{"分配保障性住房145套。", "保障性住房", "分配"},
		{"新补充教师1249名。", "教师", "新补充"},
		{"新备案产学研项目30个。", "产学研项目", "新备案"},
		{"新授权发明专利24件。", "新授权发明专利", ""},
		{"新能源汽车30辆。", "新能源汽车", ""},
		{"招引先进制造业项目超40个。", "先进制造业项目", "招引"},
		{"新建和改造提升高标准农田超60万亩。", "高标准农田", "新建和改造提升"},
		{"兑现各类惠企资金达350亿元。", "惠企资金", "兑现"},
		{"新增设施蔬菜超4万亩。", "新增设施蔬菜", "超"},
		{"成功创建全省第十一届双拥模范城、累计实现六连创。", "全省双拥模范城", "创建"},
		{"高质量通过全国双拥模范城“七连冠”创建验收。", "全国双拥模范城", "通过"},
	} {
		if indicator, action := names(t, c.text); indicator != c.indicator || action != c.action {
			t.Errorf("%s: %s | %s, want %s | %s", c.text, indicator, action, c.indicator, c.action)
		}
	}
}
