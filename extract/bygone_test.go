package extract

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// How reports before 2010 speak: plans and their shares, starts and spans, lists with a lead.
func TestBygone(t *testing.T) {
	const review, plan = "2023年工作回顾", "2024年主要目标和重点工作"
	for _, c := range []struct {
		name, heading, text string
		want                []string
	}{
		{"a start and an end across a comma", review, "住宅占投资的比重，由过去的三成以上，降低到两成左右。", []string{
			"三成 | 住宅占投资的比重 | baseline | actual",
			"两成 | 住宅占投资的比重 | level | actual 2023",
		}},
		{"two starts", review, "赤字从2021年的17亿元、2022年的13亿元，预计降低到去年的3亿元。", []string{
			"17亿元 | 赤字 | baseline | actual 2021",
			"13亿元 | 赤字 | baseline | actual 2022",
			"3亿元 | 赤字 | level | actual 2023",
		}},
		{"a share of the plan", review, "地方收入42亿元，为预算的102%，增收3亿元。", []string{
			"42亿元 | 地方收入 | level | actual 2023",
			"102% | 地方收入预算完成率 | level | actual 2023",
			"3亿元 | 地方收入 | change_amount up | actual 2023",
		}},
		{"a distance from the plan behind 比", review, "出口收购额，比原计划超过4%。", []string{
			"4% | 出口收购额 | gap up | actual 2023",
		}},
		{"passed in a named year", review, "甜菜收购46万担，超过历史最高年的2013年32%。", []string{
			"46万担 | 甜菜收购 | level | actual 2023",
			"32% | 甜菜收购 | change_rate up | actual 2014-2023",
		}},
		{"against a year told by what it was like", review, "小麦产量达到24亿斤，比大丰收的2022年还多5亿斤。", []string{
			"24亿斤 | 小麦产量 | level | actual 2023",
			"5亿斤 | 小麦产量 | change_amount up | actual 2023",
		}},
		{"against before liberation", review, "与解放前最高水平相比，2023年底，中学学生数增长四倍。", []string{
			"四倍 | 中学学生数 | change_rate up | actual 1949-2023",
		}},
		{"verbs with 的 for things", review, "这些水利项目，在今年内可以建设完工的有4个。", []string{
			"4个 | 建设完工的水利项目 | level | actual 2023",
		}},
		{"verbs with 的 for things in a frame", review, "在水利项目中，属于中央的是67个，属于地方的是49个。", []string{
			"67个 | 属于中央的水利项目 | level | actual 2023",
			"49个 | 属于地方的水利项目 | level | actual 2023",
		}},
		{"a lead a clause back", review, "新增加的煤炭生产能力（按年产量计算），仅省属企业就有：焦煤49万吨，洗煤52万吨。", []string{
			"49万吨 | 焦煤煤炭生产能力 | level | actual 2023",
			"52万吨 | 洗煤 | level | actual 2023",
		}},
		{"a lead with 将", plan, "各类学校，招生人数将为：职业学校10万人，小学20万人。", []string{
			"10万人 | 职业学校招生人数 | level | target 2024 plain",
			"20万人 | 小学招生人数 | level | target 2024 plain",
		}},
		{"a share of the whole before", review, "在农业总产值中，种植业占62%，林业占8%。", []string{
			"62% | 种植业占农业总产值比重 | level | actual 2023",
			"8% | 林业占农业总产值比重 | level | actual 2023",
		}},
		{"a denominator over a list", review, "每百户农民拥有电视机12台，自行车110辆。", []string{
			"12台 | 每百户农民拥有电视机 | level | actual 2023",
			"110辆 | 每百户农民拥有自行车 | level | actual 2023",
		}},
		{"an aside between name and value", review, "工业总产值（不包括手工业产值），包括新建企业的在内，预计达到62亿元。", []string{
			"62亿元 | 工业总产值 | level | actual 2023",
		}},
		{"an earlier estimate", review, "动用库存9亿元，比原来设想的6亿元多出50%。", []string{
			"9亿元 | 动用库存 | level | actual 2023",
			"6亿元 | 动用库存 | level | target 2023 plain",
			"50% | 动用库存 | gap up | actual 2023",
		}},
		{"what was promised", review, "市长曾提出，要把物价涨幅控制在3%以内。", []string{
			"3% | 物价 | change_rate up | target 2023 plain",
		}},
		{"the first years of a plan", review, "“十四五”前两年，财政收入平均每年增长8%。", []string{
			"8% | 财政收入 | change_rate up | actual 2021-2022",
		}},
		{"the years just past", review, "这三年，城镇安排待业青年2万人。", []string{
			"2万人 | 待业青年 | level | actual 2021-2023",
		}},
		{"compared with a span", review, "五年来，全市共完成水利投资20亿元，比“十三五”期间增长34%。", []string{
			"20亿元 | 水利投资 | level | actual 2019-2023",
			"34% | 水利投资 | change_rate up | actual 2021-2023",
		}},
		{"a yardstick", plan, "各单位购置费要按上年实际数额核减20%。", []string{
			"20% | 单位购置费 | change_rate down | target 2024 plain",
		}},
		{"a budget of the year", review, "2024年预算中教育支出等于2020年的2倍。", []string{
			"2倍 | 预算中教育支出 | change_rate up | target 2021-2024 plain",
		}},
		{"the start of a sister", review, "城镇收入由2019年的7703元增加到9786元，农村收入由2476元增加到4140元。", []string{
			"7703元 | 城镇收入 | baseline | actual 2019",
			"9786元 | 城镇收入 | level | actual 2023",
			"2476元 | 农村收入 | baseline | actual 2019",
			"4140元 | 农村收入 | level | actual 2023",
		}},
		{"a year weighed against with its value", review, "教育支出267亿元，比2021年的214亿元增长24.5%。", []string{
			"267亿元 | 教育支出 | level | actual 2023",
			"214亿元 | 教育支出 | baseline | actual 2021",
			"24.5% | 教育支出 | change_rate up | actual 2022-2023",
		}},
		{"income over spending", review, "财政收入超过支出3亿元。", []string{
			"3亿元 | 财政收入 | gap up | actual 2023",
		}},
		{"what was planned in brackets", review, "成本比上年降低7.9%（原计划降低8.4%）。", []string{
			"7.9% | 成本 | change_rate down | actual 2023",
			"8.4% | 成本 | change_rate down | target 2023 plain",
		}},
		{"a remark behind a number", review, "招收新生28万人（包括扩大招生数），比上年增加2万人。", []string{
			"28万人 | 招收新生 | level | actual 2023",
			"2万人 | 招收新生 | change_amount up | actual 2023",
		}},
		{"a bracket of what is counted in", review, "国民收入（工业、农业、商业等部门的净产值）达到33亿元。", []string{
			"33亿元 | 国民收入 | level | actual 2023",
		}},
		{"verbs with 的 and examples", review, "在100种主要产品中，没有完成计划的有铜精矿、锌精矿、硫铁矿等11种。", []string{
			"100种 | 主要产品 | level | actual 2023",
			"11种 | 没有完成计划的主要产品 | level | actual 2023",
		}},
		{"a share that moves", review, "住宅建设在投资中的比重进一步上升，达到45%。", []string{
			"45% | 住宅建设在投资中的比重 | level | actual 2023",
		}},
		{"what would be if only", review, "生产成本只要降低1%，就可以为国家节约2亿元。", []string{
			"1% | 生产成本 | change_rate down | target 2024 plain",
			"2亿元 | 国家节约 | level | target 2024 plain",
		}},
		{"a denominator with a verb", review, "每生产一万元产值所消耗的燃料比上年下降5%。", []string{
			"5% | 每生产一万元产值所消耗的燃料 | change_rate down | actual 2023",
		}},
		{"more than a year ago", review, "完成水利投资8亿元，比去年同期多10%。", []string{
			"8亿元 | 水利投资 | level | actual 2023",
			"10% | 水利投资 | change_rate up | actual 2023",
		}},
		{"two verbs of reaching", review, "新增开采能力已达到和超过90万吨。", []string{
			"90万吨 | 新增开采能力 | level | actual 2023",
		}},
		{"a plan's own verb", plan, "职工工资总额，计划安排为15亿元。", []string{
			"15亿元 | 职工工资总额 | level | target 2024 plain",
		}},
		{"a change net of prices", review, "居民的平均消费水平，扣除物价上涨因素，平均每年提高8%。", []string{
			"8% | 居民的平均消费水平 | change_rate up | actual 2023",
		}},
		{"the end of last year", review, "存款2018年底是67亿元，去年底达到307亿元。", []string{
			"67亿元 | 存款 | level | actual 2018",
			"307亿元 | 存款 | level | actual 2023",
		}},
		{"a place that moved", review, "进出口总额达到82亿元，在世界贸易中的位次由第20位上升到第16位。", []string{
			"82亿元 | 进出口总额 | level | actual 2023",
			"第20位 | 进出口总额 | baseline | actual",
			"第16位 | 进出口总额 | rank | actual 2023",
		}},
		{"a share of those there are", review, "全市已有98%的学龄儿童入学。", []string{
			"98% | 学龄儿童入学 | level | actual 2023",
		}},
		{"a term behind 用", plan, "争取用三年左右的时间，使失业率降到2%以下。", []string{
			"三年 | 失业率降到2%以下 | duration | target 2024 plain",
			"2% | 失业率 | level | target 2024 plain",
		}},
		{"a rate of its own", plan, "把人口增长率控制在14‰以内。", []string{
			"14‰ | 人口增长率 | level | target 2024 plain",
		}},
		{"who pays is no name", plan, "今年的基本建设投资，国家安排130亿元。", []string{
			"130亿元 | 基本建设投资 | level | target 2024 plain",
		}},
		{"some of those that did not", review, "30项主要指标，有13项提高，有11项还没有达到。", []string{
			"30项 | 主要指标 | level | actual 2023",
			"13项 | 主要指标 | level | actual 2023",
			"11项 | 主要指标 | level | actual 2023",
		}},
		{"when a price rises", plan, "粮食统购价格从夏粮上市起提高20%。", []string{
			"20% | 粮食统购价格 | change_rate up | target 2024 plain",
		}},
		{"lines that were built", review, "增加铁路新线1423公里。", []string{
			"1423公里 | 铁路新线 | level | actual 2023",
		}},
		{"a measure of every hundred", review, "城镇电话普及率达到每百人7部。", []string{
			"7部 | 城镇电话普及率 | level | actual 2023",
		}},
		{"years ahead of time", review, "提前五年实现工业总产值翻两番的目标。", []string{
			"翻两番 | 工业总产值 | change_rate up | actual 2023",
		}},
		{"over-fulfilled before its verb", review, "工农业总产值达到68亿元，超额2%完成了计划。", []string{
			"68亿元 | 工农业总产值 | level | actual 2023",
			"2% | 工农业总产值 | gap up | actual 2023",
		}},
		{"the part of a dated whole", review, "五年来，总收入达到640亿元，是2018年的1.9倍，其中地方收入355亿元。", []string{
			"640亿元 | 总收入 | level | actual 2023",
			"1.9倍 | 总收入 | change_rate up | actual 2019-2023",
			"355亿元 | 地方收入 | level | actual 2023",
		}},
		{"industries by their numbers", review, "第一、二、三产业增加值分别增长3%、11%和9%。", []string{
			"3% | 第一产业增加值 | change_rate up | actual 2023",
			"11% | 第二产业增加值 | change_rate up | actual 2023",
			"9% | 第三产业增加值 | change_rate up | actual 2023",
		}},
		{"sought at least", plan, "粮食产量180亿斤，争取200亿斤。", []string{
			"180亿斤 | 粮食产量 | level | target 2024 plain",
			"200亿斤 | 粮食产量 | level | target 2024 strive",
		}},
		{"a list of products that grew", review, "主要工业产品产量，比2018年都有成倍的增长：煤增长六倍，水泥增长四倍。", []string{
			"六倍 | 煤产量 | change_rate up | actual 2019-2023",
			"四倍 | 水泥产量 | change_rate up | actual 2019-2023",
		}},
		{"small counts of counties", review, "麻城、广济等五个县，棉花亩产达到100斤。", []string{
			"五个 | 县 | level | actual 2023",
			"100斤 | 棉花亩产 | level | actual 2023",
		}},
		{"small sums", review, "每担收购价格提高五元。", []string{
			"五元 | 每担收购价格 | change_amount up | actual 2023",
		}},
		{"a state of the country in the plan", plan, "我国人口80%以上在农村。", []string{
			"80% | 人口 | level | actual 2023",
		}},
		{"a remark is no owner", review, "原油产量达到45万吨（其中海上5万吨），比2020年增加7万吨。", []string{
			"45万吨 | 原油产量 | level | actual 2023",
			"5万吨 | 海上 | level | actual 2023",
			"7万吨 | 原油产量 | change_amount up | actual 2021-2023",
		}},
		{"years within a plan", plan, "五年内，全社会固定资产投资合计26亿元，平均每年增长5%。", []string{
			"26亿元 | 全社会固定资产投资 | level | target 2024-2028 plain",
			"5% | 全社会固定资产投资 | change_rate up | target 2024-2028 plain",
		}},
		{"a start of today", plan, "肉类比重由目前的20%提高到25%。", []string{
			"20% | 肉类比重 | baseline | actual",
			"25% | 肉类比重 | level | target 2024 plain",
		}},
		{"pared down by a share", review, "部门内设机构精简四分之一。", []string{
			"四分之一 | 部门内设机构 | change_rate down | actual 2023",
		}},
		{"a deed as an attribute", review, "裁军50万人的工作进展顺利。", []string{
			"50万人 | 裁军 | level | actual 2023",
		}},
		{"bonds issued", review, "国务院增发1000亿元财政债券。", []string{
			"1000亿元 | 财政债券 | level | actual 2023",
		}},
		{"annual sums in a review of years", review, "五年来，企业实现利润8亿元，上缴税金6亿元，分别比上年增长7%和11%。", []string{
			"8亿元 | 企业利润 | level | actual 2023",
			"6亿元 | 税金 | level | actual 2023",
			"7% | 企业利润 | change_rate up | actual 2023",
			"11% | 税金 | change_rate up | actual 2023",
		}},
		{"some at work already", review, "引进项目76项，用汇35万美元，已有52项投产见效。", []string{
			"76项 | 项目 | level | actual 2023",
			"35万美元 | 用汇 | level | actual 2023",
			"52项 | 项目 | level | actual 2023",
		}},
		{"the same things with another deed", review, "十一项科研成果获国家奖励，104项获省级奖励。", []string{
			"十一项 | 科研成果 | level | actual 2023",
			"104项 | 科研成果 | level | actual 2023",
		}},
		{"lines of telephones", review, "市内电话装机容量由一万门扩大到2.5万门。", []string{
			"一万门 | 市内电话装机容量 | baseline | actual",
			"2.5万门 | 市内电话装机容量 | level | actual 2023",
		}},
		{"a sum beside another", review, "预算外资金达到4亿元，相当于预算内收入的68%。", []string{
			"4亿元 | 预算外资金 | level | actual 2023",
			"68% | 预算外资金 | level | actual 2023",
		}},
		{"a share saved", plan, "节约行政经费10%。", []string{
			"10% | 行政经费 | change_rate down | target 2024 plain",
		}},
		{"prices that a measure is reckoned by", review, "按1980年不变价格计算的工农业总产值增长8%。", []string{
			"8% | 工农业总产值 | change_rate up | actual 2023",
		}},
		{"more than first planned", review, "银行新增贷款48亿元，比年初计划多8亿元。", []string{
			"48亿元 | 贷款 | level | actual 2023",
			"8亿元 | 贷款 | gap up | actual 2023",
		}},
		{"a part beyond the budget", review, "全市财政比年度预算超收46亿元，其中区级财政超收12亿元。", []string{
			"46亿元 | 财政 | gap up | actual 2023",
			"12亿元 | 区级财政 | gap up | actual 2023",
		}},
		{"some of those counted fully", review, "8万贫困人口中已有1万人基本解决温饱。", []string{
			"8万 | 贫困人口 | level | actual 2023",
			"1万人 | 贫困人口 | level | actual 2023",
		}},
		{"who adds to a fund", plan, "中央财政从今年起每年再增加十亿元以工代赈资金。", []string{
			"十亿元 | 以工代赈资金 | change_amount up | target 2024 plain",
		}},
		{"a share with its subject before it", review, "公私合营工业的产值，占全部工业产值的85%。", []string{
			"85% | 公私合营工业的产值占全部工业产值比重 | level | actual 2023",
		}},
		{"more than the best year", review, "小麦产量比战前最高年产量超过18%。", []string{
			"18% | 小麦产量 | change_rate up | actual 2023",
		}},
		{"the share in a long frame", review, "供销社的零售额在全省零售总额中所占的比重，由34%上升到68%。", []string{
			"34% | 供销社的零售额在全省零售总额中所占的比重 | baseline | actual",
			"68% | 供销社的零售额在全省零售总额中所占的比重 | level | actual 2023",
		}},
		{"times the best year before", review, "中学生已达28万人，为解放前最高年份的四点二倍。", []string{
			"28万人 | 中学生 | level | actual 2023",
			"四点二倍 | 中学生 | change_rate up | actual 1949-2023",
		}},
		{"those who get something", review, "职工平均工资提高24%，职工享受劳动保险的达到18万余人。", []string{
			"24% | 职工平均工资 | change_rate up | actual 2023",
			"18万余人 | 职工享受劳动保险 | level | actual 2023",
		}},
		{"some of a measured thing", review, "全省有32万亩农田受灾，其中17万亩减轻了损失。", []string{
			"32万亩 | 农田 | level | actual 2023",
			"17万亩 | 农田 | level | actual 2023",
		}},
		{"a share of a whole reached", review, "参加合作社的农户达到总农户的80%以上。", []string{
			"80% | 参加合作社的农户 | level | actual 2023",
		}},
		{"what was required", plan, "大豆产量要求达到25亿斤。", []string{
			"25亿斤 | 大豆产量 | level | target 2024 plain",
		}},
		{"years within a review", review, "三年内新建厂矿20个。", []string{
			"20个 | 厂矿 | level | actual 2021-2023",
		}},
		{"an original plan fulfilled", review, "工业总产值完成了原计划的102%。", []string{
			"102% | 工业总产值原计划完成率 | level | actual 2023",
		}},
		{"money with its name behind", review, "生产总值从1978年的36亿元人民币增加到去年的95亿元，超出世界同期年均增长率6个百分点。", []string{
			"36亿元 | 生产总值 | baseline | actual 1978",
			"95亿元 | 生产总值 | level | actual 2023",
			"6个百分点 | 生产总值 | gap up | actual 1979-2023",
		}},
		{"aims for a year beyond", plan, "提出到2035年的奋斗目标：工业总产值25亿元，粮食总产60万吨。", []string{
			"25亿元 | 工业总产值 | level | target 2035 plain",
			"60万吨 | 粮食总产 | level | target 2035 plain",
		}},
		{"what the plan arranges", plan, "计划安排国民收入增长6%。", []string{
			"6% | 国民收入 | change_rate up | target 2024 plain",
		}},
		{"past a five-year plan", review, "基本建设投资累计完成48亿元，超过第十三个五年计划总投资额14%。", []string{
			"48亿元 | 基本建设投资 | level | actual 2023",
			"14% | 基本建设投资 | gap up | actual 2016-2020",
		}},
		{"sisters of one start", review, "城镇收入由2019年的7703元增加到9786元，农村收入由2476元增加到4140元，工资由900元增加到1200元。", []string{
			"7703元 | 城镇收入 | baseline | actual 2019",
			"9786元 | 城镇收入 | level | actual 2023",
			"2476元 | 农村收入 | baseline | actual 2019",
			"4140元 | 农村收入 | level | actual 2023",
			"900元 | 工资 | baseline | actual 2019",
			"1200元 | 工资 | level | actual 2023",
		}},
		{"investment of several years", review, "五年内，全市投资总额为55亿元。", []string{
			"55亿元 | 投资总额 | level | actual 2019-2023",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, read(t, c.heading, c.text)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.text, diff)
			}
		})
	}
}
