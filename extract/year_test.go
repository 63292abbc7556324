package extract

import (
	"testing"

	"zhibiao/report"
)

func TestYearsIn(t *testing.T) {
	review := report.Years{Start: 2012, End: 2016}
	for _, c := range []struct {
		text   string
		want   report.Years
		isSpan bool
	}{
		{"2023年", report.Years{Start: 2023, End: 2023}, false},
		{"一九五七年", report.Years{Start: 1957, End: 1957}, false},
		{"２００２年", report.Years{Start: 2002, End: 2002}, false},
		{"2018-2022年", report.Years{Start: 2018, End: 2022}, true},
		{"2018至22年", report.Years{Start: 2018, End: 2022}, true},
		{"2018年8月28日", report.Years{Start: 2018, End: 2018}, false},
		{"2012年以来", report.Years{Start: 2012, End: 2016}, true},
		{"“十四五”时期", report.Years{Start: 2021, End: 2025}, true},
		{"“十三五”", report.Years{Start: 2016, End: 2020}, true},
		{"第八个五年计划", report.Years{Start: 1991, End: 1995}, true},
		{"第一个五年计划期间", report.Years{Start: 1953, End: 1957}, true},
		{"第三个五年计划", report.Years{Start: 1966, End: 1970}, true},
		{"这五年中", report.Years{Start: 2012, End: 2016}, true},
		{"今明两年", report.Years{Start: 2017, End: 2018}, true},
		{"过去五年", report.Years{Start: 2012, End: 2016}, true},
		{"近三年", report.Years{Start: 2014, End: 2016}, true},
		{"今后五年", report.Years{Start: 2017, End: 2021}, true},
	} {
		got, isSpan, ok := yearsIn(c.text, review)
		if !ok || got != c.want || isSpan != c.isSpan {
			t.Errorf("%s: %v span %v ok %v, want %v span %v", c.text, got, isSpan, ok, c.want, c.isSpan)
		}
	}
	for _, text := range []string{"3月5日", "一季度", "12年级", "", "20231号", "年"} {
		if got, _, ok := yearsIn(text, report.Years{}); ok {
			t.Errorf("%q names years %v, want none", text, got)
		}
	}
}
