package extract

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Names that say too little alone, with their owner written out.
func TestOwner(t *testing.T) {
	const review, plan = "2023年工作回顾", "2024年主要目标和重点工作"
	for _, c := range []struct {
		name, heading, text string
		want                []string
	}{
		{"money that came in for those counted", review, "新实施山海协作项目28个，到位资金3.7亿元。", []string{
			"28个 | 山海协作项目 | level | actual 2023", "3.7亿元 | 山海协作项目到位资金 | level | actual 2023",
		}},
		{"quotes of the owner", review, "完成“保交楼”6.7万套、完成率达到85.8%。", []string{
			"6.7万套 | 保交楼 | level | actual 2023", "85.8% | “保交楼”完成率 | level | actual 2023",
		}},
		{"owner of a list of bare heads", review, "医药产业集聚发展，营业收入、利润分别增长11.5%和15%。", []string{
			"11.5% | 医药产业营业收入 | change_rate up | actual 2023", "15% | 医药产业利润 | change_rate up | actual 2023",
		}},
		{"owner of a second measure", review, "可再生能源并网装机规模和发电量分别增长25%、28.3%。", []string{
			"25% | 可再生能源并网装机规模 | change_rate up | actual 2023", "28.3% | 可再生能源发电量 | change_rate up | actual 2023",
		}},
		{"measure with its own owner", review, "污水处理率、死亡人数分别下降2%、3%。", []string{
			"2% | 污水处理率 | change_rate down | actual 2023", "3% | 死亡人数 | change_rate down | actual 2023",
		}},
		{"trade that the sentence is about", plan, "推动木材产业智能提升，实施技改项目86个，力争产业投资增长9%。", []string{
			"86个 | 技改项目 | level | target 2024 plain", "9% | 木材产业投资 | change_rate up | target 2024 strive",
		}},
		{"topic of an item", plan, "软件信息，深入实施“满天星”行动计划，抓好人才、场所等关键环节，力争主营业务收入超过40亿元。", []string{
			"40亿元 | 软件信息主营业务收入 | level | target 2024 strive",
		}},
		{"share is no owner", review, "制造业增加值占地区生产总值的37.1%，总量位居全区第二。", []string{
			"37.1% | 制造业增加值占地区生产总值比重 | level | actual 2023", "第二 | 制造业增加值总量 | rank | actual 2023",
		}},
		{"coverage that is kept up", plan, "巩固普惠性幼儿园覆盖面，确保普惠率达到85%。", []string{
			"85% | 普惠性幼儿园普惠率 | level | target 2024 ensure",
		}},
		{"income that rose", review, "“大托管”带动农户户均增收3200元、村集体经济平均增收31.3万元。", []string{
			"3200元 | 农户户均收入 | change_amount up | actual 2023", "31.3万元 | 村集体经济平均收入 | change_amount up | actual 2023",
		}},
		{"counts behind a rank", review, "24项主要经济指标中，有2项指标增速居全省第1位，10项居前3位。", []string{
			"24项 | 主要经济指标 | level | actual 2023", "2项 | 主要经济指标 | level | actual 2023", "第1位 | 指标增速 | rank | actual 2023",
			"10项 | 主要经济指标 | level | actual 2023", "前3位 | 指标增速 | rank | actual 2023",
		}},
		{"works by their stage", review, "开工建设实施类省级重点项目32个。", []string{"32个 | 实施类省级重点项目 | level | actual 2023"}},
		{"verbs inside a name", review, "开展农业社会化服务18万亩，绿化提升面积22万平方米，屠宰加工销售收入9亿元。", []string{
			"18万亩 | 农业社会化服务 | level | actual 2023", "22万平方米 | 绿化提升面积 | level | actual 2023", "9亿元 | 屠宰加工销售收入 | level | actual 2023",
		}},
		{"the thing without its measure", review, "黑木耳年产干耳689吨，销售收入3833万元。", []string{
			"689吨 | 黑木耳年产干耳 | level | actual 2023", "3833万元 | 黑木耳销售收入 | level | actual 2023",
		}},
		{"manner of a list", review, "新增省级“枫桥式”派出所2个、司法所3个。", []string{
			"2个 | 省级“枫桥式”派出所 | level | actual 2023", "3个 | 省级“枫桥式”司法所 | level | actual 2023",
		}},
		{"products that share their noun", review, "机电、高新技术产品出口分别增长9%和12%。", []string{
			"9% | 机电产品出口 | change_rate up | actual 2023", "12% | 高新技术产品出口 | change_rate up | actual 2023",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, read(t, c.heading, c.text)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.text, diff)
			}
		})
	}
}
