package mention_test

import (
	"os"
	"strings"
	"testing"

	"zhibiao/extract/mention"
)

// lines reads a file of testdata: a text, a bar and what is said of it.
func lines(t *testing.T, path string, each func(text, note string)) int {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		text, note, ok := strings.Cut(line, " | ")
		if !ok {
			t.Errorf("%s: no bar in %q", path, line)
			continue
		}
		each(text, note)
		count++
	}
	return count
}

// TestNegatives reads texts that hold no quantity.
func TestNegatives(t *testing.T) {
	r := newReader(t)
	count := lines(t, "testdata/negatives.txt", func(text, why string) {
		for _, m := range r.Read(nil, text) {
			if m.Role == mention.Quantity {
				t.Errorf("%s: %s is %s, but it is %s", text, m.In(text), m.Kind, why)
			}
		}
	})
	if count < 200 {
		t.Errorf("only %d negatives", count)
	}
}

// TestPositives reads quantities in context: span, unit, bound and kind. The values are
// held to the same file by package normalize.
func TestPositives(t *testing.T) {
	r := newReader(t)
	count := lines(t, "testdata/positives.txt", func(text, want string) {
		before, rest, _ := strings.Cut(text, "[")
		inside, after, ok := strings.Cut(rest, "]")
		fields := strings.Fields(want)
		if !ok || len(fields) != 4 {
			t.Errorf("%s: want brackets around the quantity and four words behind the bar", text)
			return
		}
		s := before + inside + after
		for _, m := range r.Read(nil, s) {
			if m.Role == mention.Quantity && m.Start == len(before) && m.End == len(before)+len(inside) {
				if got := string(m.Bound) + " " + string(m.Kind); got != fields[2]+" "+fields[3] {
					t.Errorf("%s is %s, want %s %s", text, got, fields[2], fields[3])
				}
				if u := unitAsWritten(s, m); u != fields[1] && (u != "" || fields[1] != "-") && u != "个多月" {
					t.Errorf("%s has unit %q, want %s", text, u, fields[1])
				}
				return
			}
		}
		t.Errorf("%s is not read as a quantity", text)
	})
	if count < 150 {
		t.Errorf("only %d positives", count)
	}
}

// TestRoles reads what is no quantity as what it is, over its whole extent: later stages
// take dates as time words.
func TestRoles(t *testing.T) {
	r := newReader(t)
	for text, want := range map[string]struct {
		span string
		role mention.Role
	}{
		"到2023年底，完成":      {"2023年底", mention.Date},
		"2018-2022年新增":    {"2018-2022年", mention.Date},
		"一九五七年完成":         {"一九五七年", mention.Date},
		"“十三五”时期":         {"“十三五”", mention.Date},
		"过去五年，我们":         {"过去五年", mention.Date},
		"五年来，经济":          {"五年来", mention.Date},
		"今后五年发展目标":        {"今后五年", mention.Date},
		"一季度增长":           {"一季度", mention.Date},
		"3月5日召开":          {"3月5日", mention.Date},
		"1月至10月":          {"1月至10月", mention.Date},
		"上世纪八十年代建成":       {"上世纪八十年代", mention.Date},
		"第八个五年计划":         {"第八个五年计划", mention.Date},
		"2023年3月5日":       {"2023年3月5日", mention.Date},
		"2021、2022年":      {"2021", mention.Date},
		"前11个月":           {"前11个月", mention.Date},
		"第五届":             {"第五届", mention.Ordinal},
		"（三）民生":           {"三", mention.Ordinal},
		"T800纤维":          {"800", mention.Code},
		"5G基站":            {"5G", mention.Code},
		"八项规定":            {"八项规定", mention.Name},
		"一体化":             {"一体化", mention.Word},
		"八个方面":            {"八个", mention.Free},
		"百亿级企业":           {"百亿", mention.Free},
		"9.2:63.7:27.1":   {"9.2:63.7:27.1", mention.Free},
		"万元GDP能耗":         {"万元", mention.Name},
		"PM2.5平均浓度":       {"PM2.5", mention.Name},
		"第一产业":            {"第一产业", mention.Name},
		"建成一座":            {"一座", mention.Word},
		"第十四届全国人大":        {"第十四届", mention.Ordinal},
		"3.坚持":            {"3", mention.Ordinal},
		"2024—2026，常态化开展": {"2024—2026", mention.Date},
	} {
		list := r.Read(nil, text)
		if len(list) == 0 {
			t.Errorf("%s: nothing read", text)
			continue
		}
		if m := list[0]; m.In(text) != want.span || m.Role != want.role {
			t.Errorf("%s: read %s as %q, want %s as %q", text, m.In(text), m.Role, want.span, want.role)
		}
	}
}

// TestParts reads the parts of a mention: numbers, unit and bound words.
func TestParts(t *testing.T) {
	r := newReader(t)
	for text, want := range map[string]string{
		"近30%":     "30 % near=近 after=",
		"7%左右":     "7 % near= after=左右",
		"5000万元以上": "5000万 元 near= after=以上",
		"不低于5%":    "5 % near=不低于 after=",
		"6%-7%":    "6~7 % near= after=",
		"上百家":      "百 家 near=上 after=",
		"百分之五以上":   "五 百分之 near= after=以上",
		"第16位":     "16 位 near= after=",
		"突破了10亿元":  "10亿 元 near=突破 after=",
		"三到五年":     "三~五 年 near= after=",
		"签约500亿元":  "500亿 元 near= after=",
		"翻了近一番":    "一 番 near=近 after=",
	} {
		got := ""
		for _, m := range r.Read(nil, text) {
			got = m.Number.In(text)
			if !m.High.Empty() {
				got += "~" + m.High.In(text)
			}
			got += " " + m.Unit.In(text) + " near=" + m.Before.In(text) + " after=" + m.After.In(text)
		}
		if got != want {
			t.Errorf("%s: read %q, want %q", text, got, want)
		}
	}
}

// TestShared gives the unit of a list to each of its numbers.
func TestShared(t *testing.T) {
	r := newReader(t)
	for text, want := range map[string]string{
		"由14和25平方米":      "14:平方米 25平方米:平方米",
		"5.2、3.1个百分点":    "5.2:个百分点 3.1个百分点:个百分点",
		"20、30和50个":      "20:个 30:个 50个:个",
		"居全省第2、第4、第3位":   "第2:位 第4:位 第3位:位",
		"产值过百亿、20个过50亿":  "百亿: 20个:个 50亿:",
		"T800、300个":      "300个:个",
		"2021、2022年新增3个": "3个:个",
	} {
		var got []string
		for _, m := range r.Read(nil, text) {
			if m.Role == mention.Quantity {
				got = append(got, m.In(text)+":"+m.Unit.In(text))
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: read %s, want %s", text, s, want)
		}
	}
}
