package report_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhibiao/report"
)

// found is what a test asks of a report's Meta.
type found struct {
	Title, DocType, Path, Code string
	Level                      report.Level
	Year                       int
	Review, Plan               report.Years
}

func TestMeta(t *testing.T) {
	known := places(t)
	const body = "\n各位代表：\n现在，我代表市人民政府，向大会报告工作，请予审议。\n一、2023年工作回顾\n全市地区生产总值增长6%。\n二、2024年工作安排\n今年预期目标是：增长6%。\n"
	last, next := report.Years{Start: 2023, End: 2023}, report.Years{Start: 2024, End: 2024}
	for _, c := range []struct {
		name, text string
		want       found
	}{
		{
			"date and congress",
			"政府工作报告\n——2024年1月16日在亳州市第五届人民代表大会第三次会议上\n市人民政府市长 秦凤玉" + body,
			found{"2024年亳州市政府工作报告", "work_report", "安徽省亳州市", "341600", report.LevelCity, 2024, last, next},
		},
		{
			"broken line, spaced title",
			"政 府 工 作 报 告\n——2024年1月17日在高唐县第十八届\n人民代表大会第三次会议上\n高唐县县长 杨曙光" + body,
			found{"2024年高唐县政府工作报告", "work_report", "山东省聊城市高唐县", "371526", report.LevelCounty, 2024, last, next},
		},
		{
			"short name of a prefecture",
			"（2024年1月31日在黔东南州第十五届人民代表大会第四次会议上）\n州长  杨光杰" + body,
			found{"2024年黔东南苗族侗族自治州政府工作报告", "work_report", "贵州省黔东南苗族侗族自治州", "522600", report.LevelCity, 2024, last, next},
		},
		{
			"district under its city",
			"保定市清苑区人民政府区长 李英英" + body,
			found{"2024年清苑区政府工作报告", "work_report", "河北省保定市清苑区", "130608", report.LevelCounty, 2024, last, next},
		},
		{
			"title with place and year",
			"2024年吉林市政府工作报告" + body,
			found{"2024年吉林市政府工作报告", "work_report", "吉林省吉林市", "220200", report.LevelCity, 2024, last, next},
		},
		{
			"no place in the front: the own city, not the one named most",
			body + "深圳、深圳、深圳、深圳的企业来丽水投资。加快建设美丽丽水、平安丽水，推动丽水高质量发展，丽水人民幸福。全市、我市、全市。",
			found{"2024年丽水市政府工作报告", "work_report", "浙江省丽水市", "331100", report.LevelCity, 2024, last, next},
		},
		{
			"page put up years later",
			"当前位置：首页>>政府工作报告\n2026年02月16日 来源：新华社\n——2024年1月16日在丽水市第五届人民代表大会第三次会议上" + body,
			found{"2024年丽水市政府工作报告", "work_report", "浙江省丽水市", "331100", report.LevelCity, 2024, last, next},
		},
		{
			"State Council, Chinese year",
			"政府工作报告\n——一九九○年三月二十日在第七届全国人民代表大会第三次会议上\n国务院总理 李鹏\n各位代表：\n一、一九八九年的回顾\n增产。\n二、一九九○年的国内工作\n要增产。\n",
			found{"1990年国务院政府工作报告", "work_report", "国务院", "000000", report.LevelNational, 1990, report.Years{Start: 1989, End: 1989}, report.Years{Start: 1990, End: 1990}},
		},
		{
			"delivered in December",
			"——2023年12月26日在丽水市第五届人民代表大会第三次会议上" + body,
			found{"2023年丽水市政府工作报告", "work_report", "浙江省丽水市", "331100", report.LevelCity, 2023, last, next},
		},
		{
			"plan of five years",
			"云南省国民经济和社会发展第十个五年计划纲要\n(2001年2月16日云南省第九届人民代表大会第四次会议通过)\n第一章 主要目标\n年均增长8%。\n",
			found{"云南省国民经济和社会发展第十个五年计划纲要", "plan", "云南省", "530000", report.LevelProvince, 2001, report.Years{Start: 2000, End: 2000}, report.Years{Start: 2001, End: 2005}},
		},
	} {
		m := report.Read("x.txt", c.text, known).Meta
		got := found{m.Title, m.DocType, m.RegionPath, m.RegionCode, m.Level, m.ReportYear, m.Review, m.Plan}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s\n%v", c.name, diff, m.Evidence)
		}
	}
}

func TestMetaOverride(t *testing.T) {
	r := report.Reader{Places: places(t), Region: places(t).Places("吉林市"), ReportYear: 2021}
	m := r.Read("x.txt", "全市增长6%。").Meta
	if m.RegionCode != "220200" || m.ReportYear != 2021 {
		t.Errorf("got %s %d, want what the user gave", m.RegionCode, m.ReportYear)
	}
	known := report.Reader{Places: lineage{places(t)}, Region: places(t).Places("清苑"), ReportYear: 2010}
	if m := known.Read("x.txt", "全县增长6%。").Meta; m.CodeNow != "130622 now" || m.Prefecture != "above 130622 in 2010" || m.Province != "河北省" {
		t.Errorf("清苑县 is %q now, in %q, %q", m.CodeNow, m.Prefecture, m.Province)
	}
	for year, want := range map[int]string{2010: "130622 清苑县", 2024: "130608 清苑区"} {
		r := report.Reader{Region: places(t).Places("清苑"), ReportYear: year}
		if m := r.Read("x.txt", "我区增长6%。").Meta; m.RegionCode+" "+m.Region != want || m.CodeNow != "" {
			t.Errorf("清苑 in %d is %s %s, want %s", year, m.RegionCode, m.Region, want)
		}
	}
}

func TestFileNameIsTheLastResort(t *testing.T) {
	if m := report.Read("city_aba_2024.txt", "全州增长6%。", nil).Meta; m.ReportYear != 2024 {
		t.Errorf("year %d, want 2024 of the name", m.ReportYear)
	}
	if m := report.Read("city_aba_2024.txt", "一、2021年工作回顾\n增长。\n二、2022年工作安排\n增长。\n", nil).Meta; m.ReportYear != 2022 {
		t.Errorf("year %d, want 2022 of the headings", m.ReportYear)
	}
}

func TestReadNothing(t *testing.T) {
	if d := report.Read("x.txt", "", nil); len(d.Sections) != 0 || d.Meta.ReportYear != 0 {
		t.Errorf("empty text gave %+v", d)
	}
	if d := report.Read("x.txt", " \n\u3000\n", nil); len(d.Sections) != 1 {
		t.Errorf("blank text gave %d sections, want 1 that holds it", len(d.Sections))
	}
}

// lineage is a gazetteer that knows what lies above a code and what became of it.
type lineage struct{ report.Gazetteer }

func (lineage) Prefecture(code string, year int) string {
	return fmt.Sprintf("above %s in %d", code, year)
}
func (lineage) CodeNow(code string) string { return code + " now" }
