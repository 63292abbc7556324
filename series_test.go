package zhibiao_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"zhibiao"
	"zhibiao/extract"
)

func TestLevelsFitTheirSeries(t *testing.T) {
	p := program(t)
	for _, c := range []struct{ text, code string }{
		{"全年出口6.5万辆。", ""},
		{"全年出口65亿元。", "exports"},
		{"出口增长6.5%。", "exports"},
		{"财政支出八成用于民生。", ""},
		{"PM2.5平均浓度23微克/立方米。", "pm25"},
		{"集中开工重点项目4次。", ""},
		{"实施重点项目33个。", "key_projects"},
		{"社会消费品零售总额增速前移3位。", "retail_sales"},
		{"常住人口城镇化率提高1.2个百分点。", "urbanization_rate"},
		{"办理人大代表建议76件。", "deputy_suggestions"},
		{"办理政协提案81件。", "cppcc_proposals"},
	} {
		facts := p.Extract(c.text)
		if len(facts) != 1 || facts[0].IndicatorCode != c.code {
			t.Errorf("%s: %+v, want the code %q", c.text, facts, c.code)
		}
	}
}

// Of the corpus only few levels lose the code that their name has.
func TestFewLevelsLoseTheirCode(t *testing.T) {
	files := corpus(t)
	if len(files) < 2 {
		t.Skip("../shared/corpus is not here")
	}
	p, coded, lost := program(t), 0, 0
	for _, file := range files {
		for _, f := range p.Read(filepath.Base(file), text(t, file)).Facts {
			if f.IndicatorCode != "" {
				coded++
			}
			if misfit(&f) {
				lost++
				t.Logf("%s: %s %s %s: %s", filepath.Base(file), f.Indicator, f.Action, f.Text, f.Steps[len(f.Steps)-1])
			}
		}
	}
	if lost == 0 || lost*100 > coded {
		t.Errorf("%d levels do not fit their series and %d facts have a code: want some, and fewer than one in a hundred", lost, coded)
	}
}

func misfit(f *zhibiao.Fact) bool {
	return f.Aspect != extract.ChangeRate && slices.ContainsFunc(f.Steps, func(s string) bool { return strings.HasPrefix(s, "no level of ") })
}
