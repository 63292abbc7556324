package output

import (
	"strings"

	"zhibiao/extract"
)

// deed is the sort of act by which a level came about, where it tells what was added and not
// what there is: 新增高新技术企业100家 is "new", 申报25家 "applied", 认定27家 "recognized"; nothing
// for 达到411家, 累计建成411座. An aim is answered by the same sort of act only, and a deed
// fills no cell of a panel. Of a series whose facts are deeds, 城镇新增就业, there is nothing to
// tell apart.
func deed(f *FactRow) string {
	if f.Action == "" || f.Aspect != string(extract.Level) || flows(f.IndicatorCode) {
		return ""
	}
	verb, fresh := f.Action, false
	for again := true; again; {
		again = false
		for _, w := range [...]string{"新增", "新", "成功", "全年", "再", "又", "被", "共", "已", "完成", "实现", "计划", "规划", "力争", "加快", "推进", "继续", "持续", "全面", "高标准", "高质量", "集中"} {
			if rest, ok := strings.CutPrefix(verb, w); ok && rest != "" {
				verb, again, fresh = rest, true, fresh || w[:len("新")] == "新"
				break
			}
		}
	}
	if act := act(verb, fresh); act != "" || !fresh {
		return act
	}
	return "new"
}

// act sorts a verb; fresh tells that 新 stood before it.
func act(verb string, fresh bool) string {
	const han = len("建")
	if verb == "新增" || verb == "新" {
		return "new"
	}
	switch verb[:min(len(verb), 2*han)] {
	case "申报", "申请", "推荐":
		return "applied"
	case "认定", "评定", "评为", "评选", "入选", "入围", "入库", "入统", "命名", "授牌", "通过", "晋升", "晋级", "列入", "纳入", "升规", "挂牌", "上市":
		return "recognized"
	case "培育", "孵化", "引育", "选树":
		return "raised"
	case "净增":
		return "net"
	case "签约", "签订":
		return "signed"
	case "引进", "引入", "招引", "落户", "入驻":
		return "attracted"
	case "落地":
		return "landed"
	case "谋划", "策划", "储备":
		return "planned"
	case "开工", "动工", "开建", "开复", "复工", "启动":
		return "started"
	case "竣工", "投产", "投用", "达产", "完工":
		return "finished"
	case "建成", "建设", "兴建", "修建", "打造", "创建":
		return "built"
	case "增加":
		return addition(verb)
	case "投入":
		if strings.HasPrefix(verb, "投入使用") || strings.HasPrefix(verb, "投入运") {
			return "finished"
		}
		return ""
	}
	switch verb[:min(len(verb), han)] {
	case "获":
		return "recognized"
	case "建", "改", "扩", "修", "（":
		if fresh {
			return "built"
		}
	}
	return ""
}

// addition tells 增加100家 from 增加到411家.
func addition(verb string) string {
	if strings.HasPrefix(verb, "增加到") || strings.HasPrefix(verb, "增加至") {
		return ""
	}
	return "new"
}

// rankWords are what a deed counts by who recognizes it: 国家级24家 are not the 5家 that were
// aimed at.
func rankWords(indicator string) string {
	for _, w := range []string{"世界级", "国家", "全国", "省级", "省", "市级", "县级", "区级"} {
		rest, ok := strings.CutPrefix(indicator, w)
		if !ok || w == "省" && (strings.HasPrefix(rest, "外") || strings.HasPrefix(rest, "内")) { // 省外资金
			continue
		}
		rank := strings.TrimSuffix(w, "级")
		if strings.HasPrefix(strings.TrimPrefix(rest, "级"), "以上") {
			rank += "以上"
		}
		return rank
	}
	return ""
}

// flows reports whether the facts of a series are deeds or sums over a year, so that 新增 and
// 完成 tell its level as 达到 does.
func flows(code string) bool {
	switch code {
	case "urban_jobs", "new_jobs", "net_urban_jobs", "reemployment", "hard_to_employ_jobs", "rural_labour_transfer", "labour_export",
		"new_firms", "new_market_entities", "net_market_entities", "daily_new_firms", "new_foreign_firms",
		"new_bonds", "new_loans", "special_bonds", "general_bonds", "treasury_bonds", "additional_treasury_bonds", "special_treasury_bonds",
		"social_financing_flow", "direct_financing", "startup_loans", "tax_relief", "tax_refunds", "fee_cuts",
		"fdi", "contracted_fdi", "domestic_capital", "agreed_investment", "contract_value", "investment_attracted", "investment_completed",
		"contracts_signed", "contracts_over_100m", "investment_projects", "talent_attracted",
		"afforestation", "farmland_to_forest", "high_standard_farmland_built", "soil_erosion_treated",
		"affordable_housing", "affordable_projects", "affordable_rental", "public_rental", "old_estate_renewal", "old_estates", "shanty_renewal", "urban_village_renewal", "dangerous_housing", "rural_dangerous_housing",
		"rural_toilets", "clean_heating_households", "coal_to_gas", "coal_to_electricity", "relocation", "poverty_reduction",
		"skills_training", "subsidized_training", "enrolment", "postgraduate_enrolment", "university_admissions", "graduates", "births",
		"local_regulations", "local_regulation_drafts", "government_rules", "normative_documents", "deputy_suggestions", "cppcc_proposals",
		"started_area", "completed_area", "patents_granted", "patent_applications", "invention_patents_granted",
		"invention_patent_applications", "pct_applications":
		return true
	}
	return false
}
