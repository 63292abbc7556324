package seeds

import (
	"testing"
	"testing/fstest"
)

// Every code that is built in says what it can be a level of, and nothing else does.
func TestSeriesOfEveryCode(t *testing.T) {
	l := load(t)
	var problems Problems
	l.checkSeries(embedded, &problems)
	if err := problems.err(); err != nil {
		t.Error(err)
	}
	for _, i := range l.Indicators {
		if i.Code != "" && l.series.find(i.Code) == nil {
			t.Errorf("%s of %s has no line in series.tsv", i.Code, i.Name)
		}
	}
}

func TestSeriesTake(t *testing.T) {
	l := load(t)
	for _, c := range []struct {
		code, unit string
		fits       bool
	}{
		{"exports", "元", true},
		{"exports", "美元", true},
		{"exports", "辆", false},
		{"exports", "", false},
		{"exports", "%", false},
		{"fiscal_expenditure", "%", false},
		{"livelihood_share", "%", true},
		{"pm25", "微克/立方米", true},
		{"pm25", "微克", false},
		{"grain_output", "吨", true},
		{"grain_output", "亩", false},
		{"grain_area", "亩", true},
		{"good_air_days", "天", true},
		{"good_air_days", "%", true},
		{"good_air_days", "个", false},
		{"base_stations_5g", "座", true},
		{"base_stations_5g", "家", false},
		{"market_entities", "户", true},
		{"market_entities", "", true},
		{"cpi", "", true},
		{"cpi", "个百分点", true},
		{"urban_jobs", "人次", true},
		{"key_projects", "次", false},
		{"surveyed_unemployment", "万人", false},
		{"road_density", "人", true}, // nothing is known of it
		{"a_code_of_the_users", "条", true},
	} {
		u, ok := l.Unit(c.unit)
		if !ok {
			u.Kind = "count"
		}
		if got := l.SeriesOf(c.code).Takes(u.Kind, u.Dimension, c.unit); got != c.fits {
			t.Errorf("%s takes %q (%s %s): %v", c.code, c.unit, u.Kind, u.Dimension, got)
		}
	}
}

// A user's code takes what a user's table says of it.
func TestSeriesOfAUser(t *testing.T) {
	l, err := load(t).Overlay(fstest.MapFS{
		"indicators.tsv": {Data: []byte("name\tcode\tnote\n桑蚕茧产量\tcocoon_output\n")},
		"series.tsv":     {Data: []byte("code\tmeasures\tclassifiers\tnote\ncocoon_output\tmass\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	s := l.SeriesOf(l.IndicatorCode("桑蚕茧产量"))
	if s.Code != "cocoon_output" || !s.Takes("measure", "mass", "吨") || s.Takes("money", "currency:CNY", "元") {
		t.Errorf("the user's series is %+v", s)
	}
	if !l.SeriesOf("exports").Takes("money", "currency:CNY", "元") {
		t.Error("the built-in series are gone")
	}
}
