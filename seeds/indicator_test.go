package seeds

import (
	"strings"
	"testing"
)

func TestIndicatorCode(t *testing.T) {
	l, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ code, names string }{
		{"gdp", "地区生产总值 生产总值 国内生产总值 GDP gdp ＧＤＰ 经济总量 经济增长 经济 经济增速 全市地区生产总值 我省GDP总量 地区生产总值增速 地区生产总值年均增速 地区生产总值（GDP） 经济增长目标 生产总值增长率 全年地区生产总值"},
		{"gnp", "国民生产总值"},
		{"gdp_per_capita", "人均地区生产总值 人均GDP 全县人均生产总值"},
		{"industrial_agricultural_output", "工农业总产值 全国工农业总产值"},
		{"industrial_value_added", "规模以上工业增加值 规上工业增加值 规模工业增加值 规上工业增加值增速 规模以上工业增速 “规上工业”增加值 全部国有及规模以上工业增加值"},
		{"total_industrial_value_added", "工业增加值 全部工业增加值"},
		{"services_value_added", "服务业增加值 服务业增加值增速"},
		{"secondary_industry", "第二产业增加值 第二产业"},
		{"fixed_asset_investment", "固定资产投资 全社会固定资产投资 固定资产投资（不含农户） 固定资产投资(不含农户) 完成固定资产投资 固定资产投资增幅"},
		{"industrial_investment", "工业投资 全省工业投资增速"},
		{"technical_upgrade_investment", "技改投资 工业技改投资"},
		{"retail_sales", "社会消费品零售总额 社消零总额 社零总额 社会消费品零售总额增速 实现社会消费品零售总额"},
		{"limit_retail_sales", "限上零售额 限上零售额增速"},
		{"general_budget_revenue", "一般公共预算收入 地方一般公共预算收入 公共财政预算收入 地方财政一般预算收入 全国一般公共预算收入"},
		{"total_fiscal_revenue", "全部财政收入 财政总收入"},
		{"fiscal_revenue", "财政收入 全国财政收入"},
		{"trade", "进出口总额 外贸进出口 进出口 货物进出口 外贸进出口总值增速"},
		{"exports", "出口 外贸出口总额"},
		{"services_trade", "服务进出口"},
		{"fdi", "实际利用外资 实际使用外资金额 外商直接投资"},
		{"rural_income", "农民人均纯收入 农村居民人均可支配收入 农村居民人均可支配收入增速"},
		{"urban_income", "城镇居民人均可支配收入 城镇常住居民人均可支配收入"},
		{"resident_income", "全体居民人均可支配收入 居民收入增长"},
		{"cpi", "居民消费价格 居民消费价格涨幅 居民消费价格指数 居民消费价格总水平 CPI涨幅"},
		{"urban_jobs", "城镇新增就业 城镇新增就业人数 全市城镇新增就业"},
		{"surveyed_unemployment", "城镇调查失业率 全国城镇调查失业率平均"},
		{"registered_unemployment", "城镇登记失业率"},
		{"grain_output", "粮食产量 粮食总产量 粮食总产 全国粮食总产量"},
		{"urbanization_rate", "城镇化率 常住人口城镇化率"},
		{"registered_urbanization_rate", "户籍人口城镇化率"},
		{"energy_intensity", "单位GDP能耗 万元GDP能耗 单位生产总值能耗 单位国内生产总值能耗降幅"},
		{"good_air_days", "空气质量优良天数比例 空气质量优良率 环境空气优良天数"},
		{"pm25", "PM2.5平均浓度 PM2.5 细颗粒物（PM2.5）平均浓度 PM₂.₅浓度 ＰＭ２．５浓度"},
		{"rd_intensity", "研发经费投入强度 全社会研发投入强度"},
		{"r_and_d_spending", "全社会研发投入"},
		{"high_tech_firms", "高新技术企业 国家高新技术企业总数"},
		{"market_entities", "经营主体 各类市场主体 市场主体总量 经营主体增速"},
		{"new_market_entities", "新登记经营主体"},
		{"deposits", "各项存款余额 金融机构本外币存款余额"},
		{"loans", "贷款余额"},
		{"tourists", "接待游客 接待游客人次"},
		{"tourism_revenue", "旅游总收入 旅游收入"},
		{"deficit_ratio", "赤字率"},
		{"special_bonds", "地方政府专项债券 新增专项债券"},
		{"m2", "M2 广义货币（M2） 广义货币M2增速"},

		// Parts, sums of two, others' figures and things that only look like the indicator.
		{"", "市本级一般公共预算收入 县级一般公共预算收入 城区规上工业增加值 工业增加值占比 规上工业增加值占比 开发区固定资产投资"},
		{"", "社会消费品零售总额（限上） 汽车零售额 民营企业进出口 对俄进出口 出口退税 县域生产总值 世界经济 城乡居民人均可支配收入 存贷款余额"},
		{"", "新认定高新技术企业 高新技术企业税收 粮食 粮食安全 工业产品产量 经济发展大会 进出口实绩企业数量占比 贷款 投资 产值 企业"},
		{"", "地区生产总值占全国比重 人均 全市 增速 （ ）（ “” 数字经济核心产业企业"},
	} {
		for _, name := range strings.Fields(c.names) {
			if got := l.IndicatorCode(name); got != c.code {
				t.Errorf("IndicatorCode(%s) = %q, want %q", name, got, c.code)
			}
		}
	}
	if got := l.IndicatorCode(""); got != "" {
		t.Errorf("an empty name has the code %q", got)
	}
	if got := l.IndicatorCode("固定资产 投资"); got != "fixed_asset_investment" {
		t.Errorf("a name broken by a space has the code %q", got)
	}
}

// Headline codes are a contract with the readers of the tables: each must be there.
func TestHeadlineCodes(t *testing.T) {
	l, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	have := make(map[string]int)
	for _, i := range l.Indicators {
		have[i.Code]++
	}
	headline := `gdp gdp_per_capita primary_industry secondary_industry tertiary_industry industrial_value_added
		services_value_added fixed_asset_investment industrial_investment private_investment real_estate_investment
		retail_sales general_budget_revenue tax_revenue general_budget_expenditure trade exports imports fdi
		resident_income urban_income rural_income cpi urban_jobs surveyed_unemployment registered_unemployment
		grain_output urbanization_rate population energy_intensity good_air_days pm25 forest_coverage rd_intensity
		high_tech_firms market_entities deposits loans tourists tourism_revenue deficit_ratio deficit special_bonds m2`
	for _, code := range strings.Fields(headline) {
		if have[code] == 0 {
			t.Errorf("no name has the code %s", code)
		}
	}
}

func FuzzIndicatorCode(f *testing.F) {
	l, err := Load()
	if err != nil {
		f.Fatal(err)
	}
	f.Add("全市规上工业增加值增速")
	f.Add("细颗粒物（PM2.5）浓度")
	f.Fuzz(func(t *testing.T, name string) {
		if code := l.IndicatorCode(name); code != l.IndicatorCode("全市"+name) && code != "" {
			t.Errorf("%q is %q, with 全市 before it %q", name, code, l.IndicatorCode("全市"+name))
		}
	})
}
