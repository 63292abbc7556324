package seeds

import (
	"encoding/csv"
	"os"
	"strconv"
	"strings"
	"testing"

	"zhibiao/report"
)

func regions(t testing.TB) *Regions {
	t.Helper()
	l, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	r, err := l.Regions()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestRegionsByYear(t *testing.T) {
	r := regions(t)
	for _, c := range []struct {
		code string
		year int
		full string
	}{
		{"220200", 2024, "吉林省吉林市"},
		{"130608", 2024, "河北省保定市清苑区"},
		{"130622", 2008, "河北省保定市清苑县"},
		{"130625", 2011, "河北省保定市徐水县"},
		{"420600", 2005, "湖北省襄樊市"},
		{"420600", 2020, "湖北省襄阳市"},
		{"530802", 2005, "云南省思茅市翠云区"},
		{"530802", 2015, "云南省普洱市思茅区"},
		{"530802", 1990, "云南省思茅市翠云区"}, // before its first revision: the nearest
		{"371200", 0, "山东省莱芜市"},       // dissolved in 2019: its last name
		{"370116", 2024, "山东省济南市莱芜区"},
		{"429004", 2024, "湖北省仙桃市"}, // directly below the province
		{"500101", 2024, "重庆市万州区"}, // municipalities have no city level
		{"469025", 2020, "海南省白沙黎族自治县"},
		{"110000", 2024, "北京市"},
		{"000000", 2024, "中华人民共和国"},
		{"990000", 2024, ""},
	} {
		if got := r.Full(c.code, c.year); got != c.full {
			t.Errorf("Full(%s, %d) = %q, want %q", c.code, c.year, got, c.full)
		}
	}
	if g, ok := r.Parent("130608", 2024); !ok || g.Name != "保定市" {
		t.Errorf("130608 is below %+v", g)
	}
	if _, ok := r.Parent("000000", 2024); ok {
		t.Error("the nation has a parent")
	}
}

func TestProvinceShortNames(t *testing.T) {
	want := map[string]string{
		"150000": "内蒙古 内蒙", "450000": "广西", "540000": "西藏", "640000": "宁夏", "650000": "新疆",
		"230000": "黑龙江", "220000": "吉林", "810000": "香港", "710000": "台湾",
		"513200": "阿坝 阿坝州", "522600": "黔东南 黔东南州", "530925": "双江 双江县", "150724": "鄂温克 鄂温克旗",
		"130633": "", // 易县: what is left is too short to be a name
		"370203": "", // 市北区
		"429021": "神农架",
	}
	for code, short := range want {
		if g, _ := regions(t).ByCode(code, 2024); g.Short != short {
			t.Errorf("%s %s is %q for short, want %q", code, g.Name, g.Short, short)
		}
	}
}

// Every report of the corpus speaks for a region that the table knows by the full name
// it has in the manifest.
func TestManifestRegions(t *testing.T) {
	f, err := os.Open("../../shared/corpus/manifest.tsv")
	if err != nil {
		t.Skip("the corpus is not at hand: ", err)
	}
	defer f.Close()
	read := csv.NewReader(f)
	read.Comma, read.LazyQuotes = '\t', true
	rows, err := read.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	r := regions(t)
	full := make(map[string]Region)
	for _, g := range r.list {
		full[r.Full(g.Code, g.To)] = g
	}
	full["国务院"], _ = r.ByCode("000000", 0)
	for _, row := range rows[1:] {
		g, ok := full[row[2]]
		if !ok || g.Level != report.Level(row[3]) {
			t.Errorf("%s: %s of level %s is %+v", row[0], row[2], row[3], g)
		}
		if year, _ := strconv.Atoi(row[4]); year >= 2016 && g.To != 0 {
			t.Errorf("%s: %s ended in %d", row[0], row[2], g.To)
		}
	}
}

func BenchmarkRegions(b *testing.B) {
	for b.Loop() {
		regions(b)
	}
}

func TestPlaces(t *testing.T) {
	r := regions(t)
	for name, want := range map[string]string{
		"吉林":   "220000 吉林省,220200 吉林省吉林市",
		"吉林市":  "220200 吉林省吉林市",
		"高唐":   "371526 山东省聊城市高唐县",
		"清苑":   "130608 河北省保定市清苑区,130622 河北省保定市清苑县",
		"清苑县":  "130622 河北省保定市清苑县",
		"高阳县":  "130628 河北省保定市高阳县",
		"阿坝州":  "513200 四川省阿坝藏族羌族自治州",
		"阿坝":   "513200 四川省阿坝藏族羌族自治州,513231 四川省阿坝藏族羌族自治州阿坝县",
		"国务院":  "000000 中华人民共和国",
		"抚州":   "361000 江西省抚州市",
		"玉溪":   "530400 云南省玉溪市",
		"容城县":  "130629 河北省保定市容城县",
		"襄樊":   "420600 湖北省襄樊市",
		"唐":    "",
		"":     "",
		"高唐县镇": "",
	} {
		var got []string
		for _, p := range r.Places(name) {
			got = append(got, p.Code+" "+p.FullName)
		}
		if strings.Join(got, ",") != want {
			t.Errorf("Places(%s) = %s, want %s", name, strings.Join(got, ","), want)
		}
	}
	var _ report.Gazetteer = r
}

// TestNamesAreFound asks for every name of the table by itself and within a text.
func TestNamesAreFound(t *testing.T) {
	r := regions(t)
	for _, g := range r.list {
		for _, name := range append(strings.Fields(g.Short), g.Name) {
			if len(r.Places(name)) == 0 {
				t.Errorf("Places(%s) finds nothing", name)
			}
			if at := r.NextName(name+"。", 0); at != 0 {
				t.Errorf("NextName(%s) = %d", name, at)
			}
		}
	}
	for text, want := range map[string]int{"，5座，在吉林市": len("，5座，在"), "吉": -1, "吉林": 0, "。，": -1, "": -1} {
		if at := r.NextName(text, 0); at != want {
			t.Errorf("NextName(%s) = %d, want %d", text, at, want)
		}
	}
}
