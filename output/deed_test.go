package output

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"zhibiao/extract"
	"zhibiao/extract/mention"
	"zhibiao/normalize"
	"zhibiao/report"
	"zhibiao/seeds"
)

func TestDeeds(t *testing.T) {
	for action, want := range map[string]string{
		"":   "",
		"达到": "", "突破": "", "实施": "", "完成": "", "累计建成": "", "增加到": "", "投入": "", "拥有": "", "新": "new",
		"新增": "new", "增加": "new", "新发展": "new", "净增": "net", "新申报": "applied", "成功申报": "applied",
		"认定": "recognized", "被认定": "recognized", "新认定": "recognized", "获批": "recognized", "新增获批": "recognized", "入选": "recognized", "新上市": "recognized",
		"培育": "raised", "新培育": "raised", "引进": "attracted", "签约": "signed", "新签约": "signed", "落地": "landed", "谋划": "planned",
		"集中开工": "started", "开复工": "started", "竣工投用": "finished", "投入使用": "finished",
		"建成": "built", "新建": "built", "新（改）建": "built", "新建和改造提升": "built", "完成建设": "built", "规划建设": "built", "加快推进建设": "built", "推进": "", "规划": "",
	} {
		f := FactRow{Action: action, Aspect: "level", IndicatorCode: "high_tech_firms"}
		if got := deed(&f); got != want {
			t.Errorf("%s is the deed %q, want %q", action, got, want)
		}
		f.IndicatorCode = "urban_jobs"
		if got := deed(&f); got != "" {
			t.Errorf("%s of a series of deeds is the deed %q", action, got)
		}
	}
	if got := deed(&FactRow{Action: "新增", Aspect: "change_rate"}); got != "" {
		t.Errorf("a rate is the deed %q", got)
	}
}

func TestRankWords(t *testing.T) {
	for name, want := range map[string]string{
		"高新技术企业": "", "国家级高新技术企业": "国家", "国家高新技术企业": "国家", "省级以上创新平台": "省以上", "省“专精特新”企业": "省",
		"市级企业技术中心": "市", "市场主体": "", "区块链企业": "", "县域商业体": "", "省外资金": "", "": "",
	} {
		if got := rankWords(name); got != want {
			t.Errorf("%s is of rank %q, want %q", name, got, want)
		}
	}
}

// firms counts firms of a name, as an act brought them about.
func firms(status extract.Status, year int, action, name, count string) normalize.Fact {
	return normalize.Fact{
		Indicator: name, IndicatorCode: "high_tech_firms", Kind: mention.Count, Value: count, Unit: "家", Canonical: count, UnitCode: "家",
		Action: action, Bound: mention.Exact, Aspect: extract.Level, Status: status, Period: report.Years{Start: year, End: year},
	}
}

func TestAimsAreAnsweredByTheSameDeed(t *testing.T) {
	for _, c := range []struct {
		name                  string
		aim, deed             string
		indicator, indicator2 string
		answered              bool
	}{
		{"applied and recognized", "申报", "认定", "高新技术企业", "高新技术企业", false},
		{"new of any rank and of one", "新增", "新增", "高新技术企业", "国家级高新技术企业", false},
		{"new and what there is", "新增", "达到", "高新技术企业", "高新技术企业", false},
		{"recognized, in two words", "新认定", "获批", "高新技术企业", "高新技术企业", true},
		{"what there is", "突破", "达到", "高新技术企业", "国家级高新技术企业", true},
	} {
		all := Join([]Rows{
			said("甲市", 2024, firms(extract.Target, 2024, c.aim, c.indicator, "25")),
			said("甲市", 2025, firms(extract.Actual, 2024, c.deed, c.indicator2, "27")),
		})
		if got := all.Targets[0].ReachedFactID != ""; got != c.answered {
			t.Errorf("%s: answered %v", c.name, got)
		}
	}
}

func TestDeedsAreNoLevels(t *testing.T) {
	for _, action := range []string{"被认定", "获批", "新认定", "投入使用", "建成", "引进", "签约", "开工"} {
		all := Join([]Rows{said("甲市", 2024, firms(extract.Actual, 2023, action, "高新技术企业", "5"))})
		for _, row := range all.Panel {
			if row.LevelFactID != "" {
				t.Errorf("%s 5家 fills the level of %d", action, row.Year)
			}
		}
	}
	jobs := firms(extract.Actual, 2023, "新增", "城镇新增就业", "5")
	jobs.IndicatorCode = "urban_jobs"
	if row := cells(t, Join([]Rows{said("甲市", 2024, jobs)}), 2023, "urban_jobs"); row.LevelFactID == "" {
		t.Error("new jobs fill no level of new jobs")
	}
}

// Times stand in the panel in the unit told.
func TestDaysStayDays(t *testing.T) {
	days := firms(extract.Actual, 2023, "达到", "空气质量优良天数", "265")
	days.IndicatorCode, days.Kind, days.Unit, days.UnitCode, days.Dimension, days.Canonical = "good_air_days", mention.Duration, "天", "s", "time", "22896000"
	aim := days
	aim.Status, aim.Period, aim.Bound, aim.Value = extract.Target, report.Years{Start: 2024, End: 2024}, mention.Range, ""
	aim.Low, aim.High, aim.Canonical, aim.CanonicalLow, aim.CanonicalHigh = "260", "270", "", "22464000", "23328000"
	all := Join([]Rows{said("甲市", 2024, days, aim)})
	if row := cells(t, all, 2023, "good_air_days"); row.LevelText != "265" || *row.Level != 265 || row.LevelUnit != "天" {
		t.Errorf("the level is %s %s", row.LevelText, row.LevelUnit)
	}
	row := cells(t, all, 2024, "good_air_days")
	if row.LevelTargetLow == nil || *row.LevelTargetLow != 260 || *row.LevelTargetHigh != 270 || row.LevelTargetUnit != "天" {
		t.Errorf("the aim is %v to %v %s", row.LevelTargetLow, row.LevelTargetHigh, row.LevelTargetUnit)
	}
	if f := all.Facts[0]; f.UnitCode != "s" || f.CanonicalText != "22896000" {
		t.Errorf("the fact itself is %s %s", f.CanonicalText, f.UnitCode)
	}
}

// Series of deeds are series that there are.
func TestFlowsAreSeries(t *testing.T) {
	l, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile("deed.go")
	if err != nil {
		t.Fatal(err)
	}
	_, list, _ := strings.Cut(string(source), "func flows(")
	codes := regexp.MustCompile(`"([a-z0-9_]+)"`).FindAllStringSubmatch(list, -1)
	if len(codes) < 10 {
		t.Fatalf("only %d codes", len(codes))
	}
	for _, code := range codes {
		known := func(s seeds.Series) bool { return s.Code == code[1] }
		if !flows(code[1]) || !slices.ContainsFunc(l.Series, known) {
			t.Errorf("%s is no series of deeds, or not in series.tsv", code[1])
		}
	}
}
