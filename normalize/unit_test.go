package normalize

import (
	"testing"

	"zhibiao/extract/mention"
	"zhibiao/seeds"
)

func TestCanonical(t *testing.T) {
	lex, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		number, unit string
		kind         mention.Kind
		want, code   string
	}{
		{"1", "亩", mention.Measure, "2000/3", "m2"},
		{"3", "亩", mention.Measure, "2000", "m2"},
		{"93.45亿", "斤", mention.Measure, "4672500000", "kg"},
		{"1", "担", mention.Measure, "50", "kg"},
		{"2万", "吨标准煤", mention.Measure, "586152000000000", "J"},
		{"6.7", "%", mention.Percent, "0.067", "1"},
		{"0.5", "个百分点", mention.PercentagePoint, "0.005", "1"},
		{"3", "‰", mention.Percent, "0.003", "1"},
		{"76.6亿", "千瓦时", mention.Measure, "27576000000000000", "J"},
		{"66", "千伏", mention.Measure, "66000", "V"},
		{"36", "微克/立方米", mention.Measure, "0.000000036", "kg/m3"},
		{"9", "吨/公顷", mention.Measure, "0.9", "kg/m2"},
		{"20", "分钟", mention.Duration, "1200", "s"},
		{"1.1万", "名", mention.Count, "11000", "名"},
		{"3亿", "美元", mention.Money, "300000000", "USD"},
		{"1/3", "亩", mention.Measure, "2000/9", "m2"},
		{"2", "番", mention.Multiple, "", ""},
	} {
		n, err := ParseNumber(c.number)
		if err != nil {
			t.Fatal(err)
		}
		u := UnitOf(lex, c.unit, c.kind)
		got, err := Canonical(n, &u)
		if err != nil || got != c.want || u.Canonical != c.code {
			t.Errorf("%s%s is %s %s, %v; want %s %s", c.number, c.unit, got, u.Canonical, err, c.want, c.code)
		}
	}
}

func TestGrowth(t *testing.T) {
	lex, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		number, unit string
		kind         mention.Kind
		reached      bool
		want         string
	}{
		{"1", "番", mention.Multiple, false, "2"},
		{"2", "番", mention.Multiple, false, "4"},
		{"2.5", "倍", mention.Multiple, false, "3.5"},
		{"1.76", "倍", mention.Multiple, true, "1.76"},
		{"6.7", "%", mention.Percent, false, "1.067"},
		{"1/3", "", mention.Fraction, false, "4/3"},
		{"100万", "番", mention.Multiple, false, ""},
		{"20", "吨", mention.Measure, false, ""},
	} {
		n, err := ParseNumber(c.number)
		if err != nil {
			t.Fatal(err)
		}
		u := UnitOf(lex, c.unit, c.kind)
		if got := Growth(n, &u, c.reached); got != c.want {
			t.Errorf("%s%s grows by ×%s, want ×%s", c.number, c.unit, got, c.want)
		}
	}
}

// TestUnitsConvert holds every unit of the lexicon to a factor that converts.
func TestUnitsConvert(t *testing.T) {
	lex, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	n, err := ParseNumber("12")
	if err != nil {
		t.Fatal(err)
	}
	for _, u := range lex.Units {
		if got, err := Canonical(n, &u); err != nil || u.Canonical != "" && got == "" {
			t.Errorf("12%s is %q, %v", u.Name, got, err)
		}
	}
}
