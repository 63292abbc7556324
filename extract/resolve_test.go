package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhibiao/report"
)

// read puts a sentence into the review or the plan of a report and extracts its facts,
// written as text | indicator | aspect direction | status period strength.
func read(t *testing.T, heading, sentence string) []string {
	t.Helper()
	text := "2024年江城市政府工作报告\n一、" + heading + "\n" + sentence
	doc := report.Read("江城.txt", text, nil)
	facts := extractor(t).Extract(&doc)
	var out []string
	for _, f := range facts {
		var name strings.Builder
		for _, s := range f.Indicator {
			name.WriteString(s.In(text))
		}
		indicator := name.String() + f.Suffix
		if f.Variant.Word != "" {
			indicator = strings.Replace(indicator, f.Variant.Word, f.Variant.Part, 1)
		}
		tail := strings.TrimSpace(string(f.Status) + " " + f.Period.String() + " " + string(f.Strength))
		out = append(out, strings.Join([]string{f.Span.In(text), indicator, strings.TrimSpace(string(f.Aspect) + " " + string(f.Direction)), tail}, " | "))
	}
	return out
}

// The constructs that no single rule reads: lists, ellipses, pairings, time.
func TestResolve(t *testing.T) {
	const review, plan = "2023年工作回顾", "2024年主要目标和重点工作"
	for _, c := range []struct {
		name, heading, text string
		want                []string
	}{
		{"a time spent", review, "每位局长每周至少两天到园区，实现一个环节办理、2小时办结。", []string{
			"两天 | 园区 | duration | actual 2023", "2小时 | 办结 | duration | actual 2023",
		}},
		{"a move in a list", review, "东湖在中部百强县中再进6位，我市在全国旅游百强市中前进3位。", []string{
			"6位 | 东湖中部百强县排名 | change_amount up | actual 2023", "3位 | 全国旅游百强市排名 | change_amount up | actual 2023",
		}},
		{"ellipsis", review, "奶牛存栏量达到12万头、增长9.8%。", []string{
			"12万头 | 奶牛存栏量 | level | actual 2023", "9.8% | 奶牛存栏量 | change_rate up | actual 2023",
		}},
		{"分别 with a shared head", review, "小麦、玉米、大豆产量分别达到30万吨、40万吨、5万吨。", []string{
			"30万吨 | 小麦产量 | level | actual 2023", "40万吨 | 玉米产量 | level | actual 2023", "5万吨 | 大豆产量 | level | actual 2023",
		}},
		{"分别 with heads of their own", review, "火灾起数、死亡人数分别下降31.1%和16.9%。", []string{
			"31.1% | 火灾起数 | change_rate down | actual 2023", "16.9% | 死亡人数 | change_rate down | actual 2023",
		}},
		{"城乡 told apart", review, "城乡居民收入分别增长5%、7%。", []string{
			"5% | 城镇居民收入 | change_rate up | actual 2023", "7% | 农村居民收入 | change_rate up | actual 2023",
		}},
		{"from and to", review, "实验室由5个增至8个。", []string{
			"5个 | 实验室 | baseline | actual", "8个 | 实验室 | level | actual 2023",
		}},
		{"rank after growth", review, "工业投资增长12%，排名全省第二。", []string{
			"12% | 工业投资 | change_rate up | actual 2023", "第二 | 工业投资增速 | rank | actual 2023",
		}},
		{"one verb over a list", review, "新建公路20公里、桥梁6座。", []string{
			"20公里 | 公路 | level | actual 2023", "6座 | 桥梁 | level | actual 2023",
		}},
		{"threshold in a counted object", review, "开工5000万元以上项目30个。", []string{
			"5000万元 | 项目 | threshold | ", "30个 | 5000万元以上项目 | level | actual 2023",
		}},
		{"colon governs a list", plan, "今年主要预期目标是：地区生产总值增长6%左右，城镇新增就业3万人。", []string{
			"6% | 地区生产总值 | change_rate up | target 2024 expect", "3万人 | 城镇新增就业 | level | target 2024 expect",
		}},
		{"a span with both ends", review, "从2018年到2022年，农民人均纯收入由134元提高到310元。", []string{
			"134元 | 农民人均纯收入 | baseline | actual 2018", "310元 | 农民人均纯收入 | level | actual 2022",
		}},
		{"what a plant will do", review, "项目全部投产后，年产值达到20亿元。", []string{
			"20亿元 | 项目年产值 | level | target 2024 plain",
		}},
		{"conditions in a list of counts", review, "打造百亿元以上产业集群3个、50亿元以上4个。", []string{
			"百亿元 | 产业集群 | threshold | ", "3个 | 百亿元以上产业集群 | level | actual 2023",
			"50亿元 | 产业集群 | threshold | ", "4个 | 50亿元以上产业集群 | level | actual 2023",
		}},
		{"a dated lead of a list", review, "拿2021年预计产量同2019年产量比较，情况是这样：粮食3亿斤，等于2019年的2.5倍；生铁5万吨。", []string{
			"3亿斤 | 粮食 | level | actual 2021", "2.5倍 | 粮食 | change_rate up | actual 2020-2021",
			"5万吨 | 生铁 | level | actual 2021",
		}},
		{"a name that was nothing", review, "外贸总额逆势上扬，全年有望突破90亿元。", []string{
			"90亿元 | 外贸总额 | level | actual 2023",
		}},
		{"a subject of two members", review, "化学需氧量、氨氮排放量双双回落，比上年分别下降3%和4%。", []string{
			"3% | 化学需氧量 | change_rate down | actual 2023",
			"4% | 氨氮排放量 | change_rate down | actual 2023",
		}},
		{"the evaluation that ranks", review, "市公安局在执法队伍满意度测评中排名全省第二。", []string{
			"第二 | 执法队伍满意度测评 | rank | actual 2023",
		}},
		{"the list that ranks", review, "两县全部进入全国竞争力百强县前十。", []string{
			"前十 | 全国竞争力百强县 | rank | actual 2023",
		}},
		{"some of those counted", review, "12项主要指标中9项增速高于全省，3项位列全省前三。", []string{
			"12项 | 主要指标 | level | actual 2023",
			"9项 | 主要指标 | level | actual 2023",
			"3项 | 主要指标 | level | actual 2023",
			"前三 | 主要指标 | rank | actual 2023",
		}},
		{"two counts of one thing", review, "实施改造80个、150万平方米老旧街区。", []string{
			"80个 | 老旧街区 | level | actual 2023",
			"150万平方米 | 老旧街区 | level | actual 2023",
		}},
		{"the deed of the work before", review, "实施农村妇女创业培训工程，完成培训1200人。", []string{
			"1200人 | 农村妇女创业培训 | level | actual 2023",
		}},
		{"what a rate is told of", review, "每万人拥有发明专利12件。", []string{
			"12件 | 每万人拥有发明专利 | level | actual 2023",
		}},
		{"the measure of a lead", review, "新增加的生产能力有：水泥30万吨，玻璃5万吨。", []string{
			"30万吨 | 水泥生产能力 | level | actual 2023",
			"5万吨 | 玻璃生产能力 | level | actual 2023",
		}},
		{"a head after 分别 and counts", review, "签约内资项目30个、外资项目6个，金额分别达到50亿元和3亿元。", []string{
			"30个 | 内资项目 | level | actual 2023",
			"6个 | 外资项目 | level | actual 2023",
			"50亿元 | 内资项目金额 | level | actual 2023",
			"3亿元 | 外资项目金额 | level | actual 2023",
		}},
		{"a head of counted projects", review, "40个省重点项目完成投资90亿元。", []string{
			"40个 | 省重点项目 | level | actual 2023",
			"90亿元 | 省重点项目投资 | level | actual 2023",
		}},
		{"one object of several verbs", plan, "确保亿元以上项目新签约、新开工、新投产分别超40个、30个、20个。", []string{
			"亿元 | 项目 | threshold | ",
			"40个 | 亿元以上项目新签约 | level | target 2024 ensure",
			"30个 | 亿元以上项目新开工 | level | target 2024 ensure",
			"20个 | 亿元以上项目新投产 | level | target 2024 ensure",
		}},
		{"an item of the same sort", review, "获国家科技金奖1项、银奖2项。", []string{
			"1项 | 国家科技金奖 | level | actual 2023",
			"2项 | 国家科技银奖 | level | actual 2023",
		}},
		{"a bound in a condition's name", review, "产值超10亿元企业达到8家。", []string{
			"10亿元 | 企业 | threshold | ",
			"8家 | 产值超10亿元企业 | level | actual 2023",
		}},
		{"a size that something exceeds", review, "超50亿元项目加快建设。", []string{
			"50亿元 | 项目 | threshold | ",
		}},
		{"a chain of verbs", review, "新建和改造提升高标准农田20万亩。", []string{
			"20万亩 | 高标准农田 | level | actual 2023",
		}},
		{"a distance from the plan", review, "财政收入完成30亿元，超年初目标2个百分点，增长9%。", []string{
			"30亿元 | 财政收入 | level | actual 2023",
			"2个百分点 | 财政收入 | gap up | actual 2023",
			"9% | 财政收入 | change_rate up | actual 2023",
		}},
		{"how old the counted are", review, "居住品质提升，2000年以前建成的30个老旧小区完成改造。", []string{
			"30个 | 老旧小区 | level | actual 2023",
		}},
		{"years that are added up", review, "从2019年到2022年共有5万人就业。", []string{
			"5万人 | 就业 | level | actual 2019-2022",
		}},
		{"a year set against another", review, "2022年同2012年相比，工业总产值增长2倍。", []string{
			"2倍 | 工业总产值 | change_rate up | actual 2013-2022",
		}},
		{"a change of a change noun", plan, "确保物价上涨幅度回落，力争控制在3%左右。", []string{
			"3% | 物价 | change_rate up | target 2024 strive",
		}},
		{"added since a year", review, "规上企业达到44家，比2019年新增19家。", []string{
			"44家 | 规上企业 | level | actual 2023",
			"19家 | 规上企业 | level | actual 2020-2023",
		}},
		{"sorts across a comma", review, "城镇低保补差由60元提高到70元，农村由20元提高到30元。", []string{
			"60元 | 城镇低保补差 | baseline | actual",
			"70元 | 城镇低保补差 | level | actual 2023",
			"20元 | 农村低保补差 | baseline | actual",
			"30元 | 农村低保补差 | level | actual 2023",
		}},
		{"verbs alone as list items", review, "亿元项目新开工30个、新竣工20个。", []string{
			"亿元 | 项目 | scale | ",
			"30个 | 亿元项目 | level | actual 2023",
			"20个 | 亿元项目 | level | actual 2023",
		}},
		{"far beyond the report", review, "经济已经起飞，可以实现到2035年总产值翻一番的目标。", []string{
			"翻一番 | 经济总产值 | change_rate up | target 2035 plain",
		}},
		{"people behind an adjective", review, "使20名家庭困难学生受益。", []string{
			"20名 | 家庭困难学生 | level | actual 2023",
		}},
		{"a plant behind a counted noun", review, "15个乡镇综合文化站全部达标。", []string{
			"15个 | 乡镇综合文化站 | level | actual 2023",
		}},
		{"a stage is no name", review, "积累所占的比重，在调整初期由36%降低到28%。", []string{
			"36% | 积累所占的比重 | baseline | actual",
			"28% | 积累所占的比重 | level | actual 2023",
		}},
		{"a mean since a year", review, "2022年，税收完成9亿元，比2017年增长21%，年均增长4%。", []string{
			"9亿元 | 税收 | level | actual 2022",
			"21% | 税收 | change_rate up | actual 2018-2022",
			"4% | 税收 | change_rate up | actual 2018-2022",
		}},
		{"the counted of a part", review, "80个行政村收入全部超过11万元，其中30个达到50万元。", []string{
			"80个 | 行政村 | level | actual 2023",
			"11万元 | 行政村收入 | level | actual 2023",
			"30个 | 行政村 | level | actual 2023",
			"50万元 | 行政村收入 | level | actual 2023",
		}},
		{"rungs of one character", review, "省、市重点项目年度投资分别完成30亿元、90亿元。", []string{
			"30亿元 | 省重点项目年度投资 | level | actual 2023",
			"90亿元 | 市重点项目年度投资 | level | actual 2023",
		}},
		{"idle for years", review, "停工4年的锦绣项目300户全部交付。", []string{
			"4年 | 锦绣项目 | duration | actual 2023",
			"300户 | 锦绣项目 | level | actual 2023",
		}},
		{"a denominator in the frame", review, "低保标准由月人均18元提高到32元。", []string{
			"18元 | 低保标准 | baseline | actual",
			"32元 | 低保标准 | level | actual 2023",
		}},
		{"a gap to another rate", review, "光电产业增加值增长26%，高于工业增加值增幅18个百分点。", []string{
			"26% | 光电产业增加值 | change_rate up | actual 2023",
			"18个百分点 | 光电产业增加值 | gap up | actual 2023",
		}},
		{"what was done without a break", review, "连续5年超额完成造林绿化任务。", []string{
			"5年 | 造林绿化任务 | streak | actual 2023",
		}},
		{"the list of an unbroken run", review, "工业总产值全省第四，连续六年跻身全国制造业百强市。", []string{
			"第四 | 工业总产值 | rank | actual 2023",
			"六年 | 全国制造业百强市 | streak | actual 2023",
		}},
		{"what is built upon", plan, "以9个化工园区为载体，建设产业集群3个。", []string{
			"9个 | 化工园区 | level | actual 2023",
			"3个 | 产业集群 | level | target 2024 plain",
		}},
		{"one verb over measures", review, "退出钢铁产能超过6500万吨、煤炭产能超过290万吨。", []string{
			"6500万吨 | 钢铁产能 | change_amount down | actual 2023",
			"290万吨 | 煤炭产能 | change_amount down | actual 2023",
		}},
		{"an owner of what was done", review, "“三项保险”新增参保3万人。", []string{
			"3万人 | 三项保险参保 | level | actual 2023",
		}},
		{"a run of years between", review, "新增规上企业90家，连续4年每年新增超50家，总量突破800家。", []string{
			"90家 | 规上企业 | level | actual 2023",
			"4年 | 规上企业 | streak | actual 2023",
			"50家 | 规上企业 | level | actual 2023",
			"800家 | 规上企业总量 | level | actual 2023",
		}},
		{"sectors told apart", review, "一、二、三产增加值分别增长4%、7%和5%。", []string{
			"4% | 第一产业增加值 | change_rate up | actual 2023",
			"7% | 第二产业增加值 | change_rate up | actual 2023",
			"5% | 第三产业增加值 | change_rate up | actual 2023",
		}},
		{"jobs under both their names", review, "新增城镇就业3万人，各项贷款余额增长8%。", []string{
			"3万人 | 新增城镇就业 | level | actual 2023",
			"8% | 各项贷款余额 | change_rate up | actual 2023",
		}},
		{"parity without a rate noun behind", plan, "农民收入增速快于城镇居民收入。", []string{
			"快于城镇居民收入 | 农民收入增速 |  | target 2024 plain",
		}},
		{"work that a verb only names", review, "1.7万户房屋确权颁证遗留问题得到妥善解决。", []string{
			"1.7万户 | 房屋确权颁证遗留问题 | level | actual 2023",
		}},
		{"what is left out of account", review, "固定资产投资完成21.1亿元，剔除不可比因素，增长27.4%。", []string{
			"21.1亿元 | 固定资产投资 | level | actual 2023",
			"27.4% | 固定资产投资 | change_rate up | actual 2023",
		}},
		{"maker that the sentence speaks of", plan, "轻纺产业以甲县为重点，壮大丝网链、完善纺织链，做大服饰、色纺等企业，力争产值100亿元。", []string{
			"100亿元 | 轻纺产业产值 | level | target 2024 strive",
		}},
		{"maker behind what is said of it", plan, "推进29个项目建设，打造具有区域竞争力的新材料产业集群，力争产值突破600亿元。", []string{
			"29个 | 项目建设 | level | target 2024 plain",
			"600亿元 | 新材料产业集群产值 | level | target 2024 strive",
		}},
		{"head behind a time", review, "新材料产业近三年产值年均增长15.9%。", []string{
			"15.9% | 新材料产业产值 | change_rate up | actual 2021-2023",
		}},
		{"fund that is set up", plan, "设立5亿元人才发展基金。", []string{
			"5亿元 | 人才发展基金 | scale | ",
		}},
		{"whole name of what a size describes", review, "投资3亿元的农牧基地饲料储备项目开工。", []string{
			"3亿元 | 农牧基地饲料储备项目 | scale | ",
		}},
		{"list that ranks, without another name", review, "我市位居国家低碳城市中期评估第3位。", []string{
			"第3位 | 国家低碳城市中期评估 | rank | actual 2023",
		}},
		{"size of the next of a list", plan, "建设1000座席呼叫中心、20万吨污水处理厂。", []string{
			"1000座席 | 呼叫中心 | level | target 2024 plain",
			"20万吨 | 污水处理厂 | scale | ",
		}},
		{"what was raised the clause before", review, "连续第3年提高企业退休人员基本养老金，全年人均增加1680元。", []string{
			"1680元 |  | change_amount up | actual 2023",
		}},
		{"money and what it is for", review, "增发2亿元国债支持灾后重建、提升防灾能力。", []string{
			"2亿元 | 国债 | level | actual 2023",
		}},
		{"growth over the years said", review, "新增信贷投放477.16亿元，三年增长3倍。", []string{
			"477.16亿元 | 信贷投放 | level | actual 2023",
			"3倍 | 新增信贷投放 | change_rate up | actual 2021-2023",
		}},
		{"year before the one under review", review, "工业利润由上年下降2.3%转为增长8.5%。", []string{
			"2.3% | 工业利润 | change_rate down | actual 2022",
			"8.5% | 工业利润 | change_rate up | actual 2023",
		}},
		{"owner of what was invested in the year", plan, "实施重大项目47个，年度投资525亿元。", []string{
			"47个 | 重大项目 | level | target 2024 plain",
			"525亿元 | 重大项目投资 | level | target 2024 plain",
		}},
		{"investment completed", review, "林海水库主体工程开工、全年完成投资8.5亿元。", []string{
			"8.5亿元 | 林海水库主体工程投资 | level | actual 2023",
		}},
		{"examples that a general word sums up", review, "汽车灯具、箱包、毛绒玩具等产业年产值达到60亿元。", []string{
			"60亿元 | 汽车灯具、箱包、毛绒玩具等产业年产值 | level | actual 2023",
		}},
		{"aside before a change", review, "农村居民人均纯收入，考虑价格下降因素，比上年实际增长4.3%。", []string{
			"4.3% | 农村居民人均纯收入 | change_rate up | actual 2023",
		}},
		{"aim that a result is held against", review, "居民消费价格上涨2.6%，低于3.5%左右的预期目标。", []string{
			"2.6% | 居民消费价格 | change_rate up | actual 2023",
			"3.5% | 居民消费价格 | change_rate up | target 2023 plain",
		}},
		{"verb of the item after a list", review, "94个重建项目全部开工、完工74个，累计完成投资27.6亿元。", []string{
			"94个 | 重建项目 | level | actual 2023",
			"74个 | 重建项目 | level | actual 2023",
			"27.6亿元 | 重建项目投资 | level | actual 2023",
		}},
		{"days of what was shortened", review, "项目竣工验收压缩至1个环节、6个工作日。", []string{
			"1个 | 项目竣工验收 | level | actual 2023",
			"6个工作日 | 项目竣工验收 | level | actual 2023",
		}},
		{"gap to each of a list", review, "规模以上工业增加值增长5.1%，增速分别高于全国、全省0.9和1.4个百分点。", []string{
			"5.1% | 规模以上工业增加值 | change_rate up | actual 2023",
			"0.9 | 规模以上工业增加值增速 | gap up | actual 2023",
			"1.4个百分点 | 规模以上工业增加值增速 | gap up | actual 2023",
		}},
		{"gap with its yardsticks before 分别", review, "限上零售额增长6.2%，比全省、全市平均水平分别快1.5个、0.7个百分点。", []string{
			"6.2% | 限上零售额 | change_rate up | actual 2023",
			"1.5个 | 限上零售额 | gap up | actual 2023",
			"0.7个百分点 | 限上零售额 | gap up | actual 2023",
		}},
		{"gap to a second yardstick", review, "固定资产投资增速快于全国0.5个百分点、全省0.2个百分点，居全省第3位。", []string{
			"0.5个百分点 | 固定资产投资增速 | gap up | actual 2023",
			"0.2个百分点 | 固定资产投资增速 | gap up | actual 2023",
			"第3位 | 固定资产投资增速 | rank | actual 2023",
		}},
		{"gap in 个 short for 个百分点", review, "城镇化率高出全国1.5个、全省0.8个百分点。", []string{
			"1.5个 | 城镇化率 | gap up | actual 2023",
			"0.8个百分点 | 城镇化率 | gap up | actual 2023",
		}},
		{"base without a unit", review, "城乡居民收入比由2.05缩小到2.01。", []string{
			"2.05 | 城乡居民收入比 | baseline | actual",
			"2.01 | 城乡居民收入比 | level | actual 2023",
		}},
		{"rate per hundred thousand", review, "孕产妇死亡率由10.2/10万下降到5.6/10万。", []string{
			"10.2/10万 | 孕产妇死亡率 | baseline | actual",
			"5.6/10万 | 孕产妇死亡率 | level | actual 2023",
		}},
		{"second head of an owner", review, "办理议案18件、建议203件，答复率100%，满意率98.5%。", []string{
			"18件 | 议案 | level | actual 2023",
			"203件 | 建议 | level | actual 2023",
			"100% | 建议答复率 | level | actual 2023",
			"98.5% | 建议满意率 | level | actual 2023",
		}},
		{"profit beside turnover", review, "规上工业企业实现营业收入568亿元、利润32.6亿元。", []string{
			"568亿元 | 规上工业企业营业收入 | level | actual 2023",
			"32.6亿元 | 规上工业企业利润 | level | actual 2023",
		}},
		{"sorts of a list with 以上", review, "培育市级以上农业龙头企业15家，其中国家级1家、省级4家。", []string{
			"15家 | 市级以上农业龙头企业 | level | actual 2023",
			"1家 | 国家级农业龙头企业 | level | actual 2023",
			"4家 | 省级农业龙头企业 | level | actual 2023",
		}},
		{"five years before", review, "完成技改投资92亿元，是上一个五年的1.6倍。", []string{
			"92亿元 | 技改投资 | level | actual 2023",
			"1.6倍 | 技改投资 | change_rate up | actual 2023",
		}},
		{"thing that goes well", review, "18项国家和省级改革试点进展顺利。", []string{
			"18项 | 国家和省级改革试点 | level | actual 2023",
		}},
		{"years of a change told by its ends", review, "工业总产值由2005年的35亿元增加到2010年的128亿元，年均增长29.6%；财政收入由1.8亿元增加到6.5亿元。", []string{
			"35亿元 | 工业总产值 | baseline | actual 2005",
			"128亿元 | 工业总产值 | level | actual 2010",
			"29.6% | 工业总产值 | change_rate up | actual 2006-2010",
			"1.8亿元 | 财政收入 | baseline | actual 2005",
			"6.5亿元 | 财政收入 | level | actual 2023",
		}},
		{"share without 比重", review, "新能源汽车产量占全国的9.3%。", []string{
			"9.3% | 新能源汽车产量占全国比重 | level | actual 2023",
		}},
		{"list split at 、 where 及 stands in its items", review, "半导体及集成电路、传感器及仪器仪表增加值分别增长15%、11.2%。", []string{
			"15% | 半导体及集成电路增加值 | change_rate up | actual 2023",
			"11.2% | 传感器及仪器仪表增加值 | change_rate up | actual 2023",
		}},
		{"share of the task done", review, "化解隐性债务26.5亿元，完成年度任务的138%。", []string{
			"26.5亿元 | 隐性债务 | level | actual 2023",
			"138% | 隐性债务年度任务完成率 | level | actual 2023",
		}},
		{"ranks of two rates", review, "工业投资增长18.6%，其中技改投资增长32.1%，分别居全省第3位、第1位。", []string{
			"18.6% | 工业投资 | change_rate up | actual 2023",
			"32.1% | 技改投资 | change_rate up | actual 2023",
			"第3位 | 工业投资增速 | rank | actual 2023",
			"第1位 | 技改投资增速 | rank | actual 2023",
		}},
		{"price per weight", plan, "小麦、稻谷收购价平均每50公斤分别提高7.4元和16元。", []string{
			"7.4元 | 小麦收购价 | change_amount up | target 2024 plain",
			"16元 | 稻谷收购价 | change_amount up | target 2024 plain",
		}},
		{"whom it reaches", review, "惠及市场主体超过20万户。", []string{
			"20万户 | 市场主体 | level | actual 2023",
		}},
		{"number of an item before a name", review, "（9）康复服务残疾人5000人。", []string{
			"5000人 | 康复服务残疾人 | level | actual 2023",
		}},
		{"number of an item before a count", review, "8.6个项目竣工投产。", []string{
			"6个 | 项目 | level | actual 2023",
		}},
		{"takings beside staff", review, "软件业从业人员超过34万人、主营业务收入增长近20%。", []string{
			"34万人 | 软件业从业人员 | level | actual 2023",
			"20% | 软件业主营业务收入 | change_rate up | actual 2023",
		}},
		{"aims behind a colon in a review", review, "主要目标：地区生产总值增长7%左右，力争7.5%；社零总额增长8%。", []string{
			"7% | 地区生产总值 | change_rate up | target 2024 plain",
			"7.5% | 地区生产总值 | change_rate up | target 2024 strive",
			"8% | 社零总额 | change_rate up | target 2024 plain",
		}},
		{"net addition", review, "“四上”单位净增126家、总数突破1000家。", []string{
			"126家 | “四上”单位 | level | actual 2023",
			"1000家 | “四上”单位总数 | level | actual 2023",
		}},
		{"rate whose noun is told in the clause before", review, "固定资产投资增速由负转正，全年增长3.2%。", []string{
			"3.2% | 固定资产投资 | change_rate up | actual 2023",
		}},
		{"streak of a place without a numeral", review, "群众满意度达99.1%，连续五年位居全省前列。", []string{
			"99.1% | 群众满意度 | level | actual 2023",
			"五年 | 群众满意度 | streak | actual 2023",
		}},
		{"value of a rate without a unit", review, "事故死亡率0.012，下降15%。", []string{
			"0.012 | 事故死亡率 | level | actual 2023",
			"15% | 事故死亡率 | change_rate down | actual 2023",
		}},
		{"deaths per hundred thousand", review, "孕产妇死亡率控制在8/10万以下。", []string{
			"8/10万 | 孕产妇死亡率 | level | actual 2023",
		}},
		{"amount for each", review, "耕地地力保护补贴每亩115元。", []string{
			"115元 | 耕地地力保护补贴 | level | actual 2023",
		}},
		{"rank among those counted", review, "生产总值增长8%，增速居全市12个县（市、区）第1位。", []string{
			"8% | 生产总值 | change_rate up | actual 2023",
			"12个 | 县（市、区） | level | actual 2023",
			"第1位 | 生产总值增速 | rank | actual 2023",
		}},
		{"rank of a subject among those counted", review, "空气质量在全国168个重点城市中排名第26位。", []string{
			"168个 | 重点城市 | level | actual 2023",
			"第26位 | 空气质量 | rank | actual 2023",
		}},
		{"total beside the rate of a measure", review, "国内生产总值增长5.2%，总量超过126万亿元。", []string{
			"5.2% | 国内生产总值 | change_rate up | actual 2023",
			"126万亿元 | 国内生产总值总量 | level | actual 2023",
		}},
		{"share without a whole", review, "其中企业2.1万户，占24.4%。", []string{
			"2.1万户 | 企业 | level | actual 2023",
			"24.4% | 企业占比 | level | actual 2023",
		}},
		{"what is expected to be reached", review, "预计实现地区生产总值同比增长6%以上。", []string{
			"6% | 地区生产总值 | change_rate up | actual 2023",
		}},
		{"works begun and done", review, "老旧街区综合整治新开工30个、完工20个，老楼加装电梯新开工100部、完工60部。", []string{
			"30个 | 老旧街区综合整治 | level | actual 2023",
			"20个 | 老旧街区综合整治 | level | actual 2023",
			"100部 | 老楼加装电梯 | level | actual 2023",
			"60部 | 老楼加装电梯 | level | actual 2023",
		}},
		{"ordinals of a list", review, "成功举办第三、四届音乐节，参加1200人。", []string{
			"1200人 | 第三、四届音乐节 | level | actual 2023",
		}},
		{"what is counted, and its size", review, "新开工117个重大项目、总投资1935.7亿元。", []string{
			"117个 | 重大项目 | level | actual 2023",
			"1935.7亿元 | 重大项目总投资 | level | actual 2023",
		}},
		{"output of what goes into operation", review, "养猪项目投产运行，年出栏11万头以上。", []string{
			"11万头 | 养猪项目年出栏 | level | actual 2023",
		}},
		{"money for those helped", review, "社会救助兜底保障24.85万人次、资金11.99亿元。", []string{
			"24.85万人次 | 社会救助兜底保障 | level | actual 2023",
			"11.99亿元 | 社会救助兜底保障资金 | level | actual 2023",
		}},
		{"insurances that share their noun", review, "养老、工伤、失业保险参保分别覆盖12万人、5万人、4万人。", []string{
			"12万人 | 养老保险参保 | level | actual 2023",
			"5万人 | 工伤保险参保 | level | actual 2023",
			"4万人 | 失业保险参保 | level | actual 2023",
		}},
		{"threshold raised", plan, "将小规模纳税人增值税起征点从月销售额10万元提高到15万元。", []string{
			"10万元 | 小规模纳税人增值税起征点 | baseline | actual",
			"15万元 | 小规模纳税人增值税起征点 | level | target 2024 plain",
		}},
		{"things counted beside some others", plan, "实施7个城市更新项目和一批城中村改造项目。", []string{
			"7个 | 城市更新项目 | level | target 2024 plain",
		}},
		{"people of the place", plan, "紧紧依靠775万江海儿女，实现增长6%。", []string{
			"775万 | 江海儿女 | level | actual 2023",
			"6% | 江海儿女 | change_rate up | target 2024 plain",
		}},
		{"thresholds of a list", review, "集体经济年收入30万元、50万元、100万元以上的村120个。", []string{
			"30万元 | 村 | threshold | ",
			"50万元 | 村 | threshold | ",
			"100万元 | 村 | threshold | ",
			"120个 | 100万元以上的村 | level | actual 2023",
		}},
		{"share in a name", review, "用好“10%工作法”，完成投资12亿元。", []string{
			"12亿元 | 10%工作法投资 | level | actual 2023",
		}},
		{"ranks of rates that share their noun", review, "地区生产总值、规上工业增加值、零售总额增速分别居全省第二、第四、第三。", []string{
			"第二 | 地区生产总值增速 | rank | actual 2023",
			"第四 | 规上工业增加值增速 | rank | actual 2023",
			"第三 | 零售总额增速 | rank | actual 2023",
		}},
		{"rate of a deed", review, "基本医疗保险参保51.2万人，参保率稳定在97%以上。", []string{
			"51.2万人 | 基本医疗保险参保 | level | actual 2023",
			"97% | 基本医疗保险参保率 | level | actual 2023",
		}},
		{"turnover beside assets", review, "县属国有企业由38家整合为6家，资产总额达到186亿元，营业收入增长22%。", []string{
			"38家 | 县属国有企业 | baseline | actual",
			"6家 | 县属国有企业 | level | actual 2023",
			"186亿元 | 资产总额 | level | actual 2023",
			"22% | 营业收入 | change_rate up | actual 2023",
		}},
		{"sizes of a list of projects", review, "签约总投资100亿元的绿色铝产业园、50亿元的电池产业园等项目12个。", []string{
			"100亿元 | 绿色铝产业园 | scale | ",
			"50亿元 | 电池产业园等项目 | scale | ",
			"12个 | 总投资100亿元的绿色铝产业园、50亿元的电池产业园等项目 | level | actual 2023",
		}},
		{"money put in without an object", review, "投入2115万元，实施衔接项目16个。", []string{
			"2115万元 | 投入 | level | actual 2023",
			"16个 | 衔接项目 | level | actual 2023",
		}},
		{"second of a run with 分别", review, "粮食总产达到32.6亿斤；肉蛋奶产量分别达到12万吨、3.6万吨、2.1万吨。", []string{
			"32.6亿斤 | 粮食总产 | level | actual 2023",
			"12万吨 | 肉类产量 | level | actual 2023",
			"3.6万吨 | 禽蛋产量 | level | actual 2023",
			"2.1万吨 | 奶类产量 | level | actual 2023",
		}},
		{"greened area in a list", review, "新增城区道路32公里、绿化面积58万平方米、停车泊位8600个。", []string{
			"32公里 | 城区道路 | level | actual 2023",
			"58万平方米 | 绿化面积 | level | actual 2023",
			"8600个 | 停车泊位 | level | actual 2023",
		}},
		{"what is taken up again by its ends", review, "财政收入连续跨越三个台阶，由五年前的86亿元增加到268亿元，年均增长25.5%。", []string{
			"86亿元 | 财政收入 | baseline | actual",
			"268亿元 | 财政收入 | level | actual 2023",
			"25.5% | 财政收入 | change_rate up | actual 2023",
		}},
		{"multiple behind a share", review, "财政民生支出累计达到658亿元，占财政总支出的68.5%，是前五年的3.6倍。", []string{
			"658亿元 | 财政民生支出 | level | actual 2023",
			"68.5% | 财政民生支出占财政总支出比重 | level | actual 2023",
			"3.6倍 | 财政民生支出 | change_rate up | actual 2023",
		}},
		{"rate of those counted", review, "新农合参合人数达到326万人，参合率97.8%。", []string{
			"326万人 | 新农合参合人数 | level | actual 2023",
			"97.8% | 新农合参合率 | level | actual 2023",
		}},
		{"names that end in 等", review, "新引进品牌首店、体验店等30家以上。", []string{
			"30家 | 品牌首店、体验店 | level | actual 2023",
		}},
		{"deposits and loans told in one word", review, "金融机构存贷款余额分别增长10%、12%。", []string{
			"10% | 金融机构存款余额 | change_rate up | actual 2023",
			"12% | 金融机构贷款余额 | change_rate up | actual 2023",
		}},
		{"deed of an insurance", review, "养老保险新增扩面6万人。", []string{
			"6万人 | 养老保险扩面 | level | actual 2023",
		}},
		{"nearly so many of a thing", review, "近七成停产企业已正常运营。", []string{
			"七成 | 停产企业 | level | actual 2023",
		}},
		{"takings of those counted", review, "14家创新发展区完成营收3000亿元。", []string{
			"14家 | 创新发展区 | level | actual 2023",
			"3000亿元 | 创新发展区营收 | level | actual 2023",
		}},
		{"renewal of a town", review, "13个重点城市更新单元扎实推进。", []string{
			"13个 | 重点城市更新单元 | level | actual 2023",
		}},
		{"events that are organised", review, "组织23场产业链专题对接活动，发放救助保障资金14.5亿元。", []string{
			"23场 | 产业链专题对接活动 | level | actual 2023",
			"14.5亿元 | 救助保障资金 | level | actual 2023",
		}},
		{"places among the last", review, "环境空气质量综合指数在168个重点城市中退出“后50名”。", []string{
			"168个 | 重点城市 | level | actual 2023",
			"后50名 | 环境空气质量综合指数 | rank | actual 2023",
		}},
		{"part of another measure", review, "新开工装配式建筑达到新建建筑面积的25%以上。", []string{
			"25% | 新开工装配式建筑 | level | actual 2023",
		}},
		{"money of those counted", review, "69家重点企业获批贷款6.2亿元。", []string{
			"69家 | 重点企业 | level | actual 2023",
			"6.2亿元 | 重点企业贷款 | level | actual 2023",
		}},
		{"goods that share a capacity", review, "铁矿石、煤炭接卸能力分别达1.26亿吨、2600万吨。", []string{
			"1.26亿吨 | 铁矿石接卸能力 | level | actual 2023",
			"2600万吨 | 煤炭接卸能力 | level | actual 2023",
		}},
		{"burden taken off", review, "为企业减负降本51.5亿元。", []string{
			"51.5亿元 | 企业减负降本 | level | actual 2023",
		}},
		{"share that somebody gives", review, "驻市央企贡献了全市超过四成的工业增加值。", []string{
			"四成 | 工业增加值 | level | actual 2023",
		}},
		{"aim of a part", plan, "确保新签约项目超50个，其中50亿元以上项目2个。", []string{
			"50个 | 新签约项目 | level | target 2024 ensure",
			"50亿元 | 项目 | threshold | ",
			"2个 | 50亿元以上项目 | level | target 2024 ensure",
		}},
		{"output behind staff", review, "乡镇企业发展到一万二千个，从业人员十六万人，总产值突破十亿元。", []string{
			"一万二千个 | 乡镇企业 | level | actual 2023",
			"十六万人 | 从业人员 | level | actual 2023",
			"十亿元 | 乡镇企业总产值 | level | actual 2023",
		}},
		{"place in an evaluation, with who holds it", review, "政务大厅获评五星级，我市在省里组织的营商环境第三方评估中再次荣获第一名、实现“五连冠”。", []string{
			"第一名 | 营商环境第三方评估 | rank | actual 2023",
			"五连冠 | 营商环境第三方评估 | streak | actual 2023",
		}},
		{"clause glued on by 、", review, "推进“中华鹅乡”建设、力争养殖量达到1000万只。", []string{
			"1000万只 | 养殖量 | level | actual 2023",
		}},
		{"what follows works that are done", review, "在建项目全部复工、新建项目开工率98%。", []string{
			"98% | 新建项目开工率 | level | actual 2023",
		}},
		{"a part told by its sort", review, "认定高新技术企业50家，其中国家级5家。", []string{
			"50家 | 高新技术企业 | level | actual 2023", "5家 | 国家级高新技术企业 | level | actual 2023",
		}},
		{"people who earn more", review, "带动脱贫人口增收5万人次。", []string{"5万人次 | 脱贫人口 | level | actual 2023"}},
		{"strength of its own clause", plan, "力争旅游收入增长8%，新建公园5个。", []string{
			"8% | 旅游收入 | change_rate up | target 2024 strive", "5个 | 公园 | level | target 2024 plain",
		}},
		{"a state of today in the plan", plan, "我市现有高校6所。", []string{
			"6所 | 高校 | level | actual 2023",
		}},
		{"a year of the future", plan, "到2027年森林覆盖率达到45%。", []string{
			"45% | 森林覆盖率 | level | target 2027 plain",
		}},
		{"bare head of a noun before", review, "再获粮食丰收，产量达到90万吨。", []string{
			"90万吨 | 粮食产量 | level | actual 2023",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, read(t, c.heading, c.text)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.text, diff)
			}
		})
	}
}
