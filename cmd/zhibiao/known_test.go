package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRegionAndYearAreTold(t *testing.T) {
	first := write(t, "a.txt", "全市地区生产总值增长6.7%。")
	second := write(t, "b.txt", "全市地区生产总值增长5.7%。")
	got := zhibiaoRun(t, "", "extract", first, second, "--format", "csv", "--region", "吉林市", "--report-year", "2021")
	if got.status != 0 || strings.Count(got.stdout, ",220200,吉林市,吉林省,") != 2 || strings.Count(got.stdout, ",2020,2020,") != 2 {
		t.Errorf("status %d, %s\n%s", got.status, got.stderr, got.stdout)
	}
	before := write(t, "a.txt", "甲市政府工作报告\n一、2022年工作回顾\n成绩很大。\n二、2023年工作安排\n地区生产总值增长6%。\n")
	after := write(t, "b.txt", "乙市政府工作报告\n一、2023年工作回顾\n地区生产总值增长6.1%。\n二、2024年工作安排\n继续努力。\n")
	for _, c := range []struct {
		name string
		args []string
		want string
	}{
		{"code", []string{"extract", first, "--region", "220200"}, "吉林市 220200 · 吉林省 · city"},
		{"county of its year", []string{"extract", first, "--region", "清苑", "--report-year", "2010"}, "清苑县 130622"},
		{"explain", []string{"explain", first, "--report-year", "2021"}, "period     2020"},
		{"compare", []string{"compare", before, after, "--region", "长春朝阳"}, "of 1 with an aim 1 met it"},
		{"view", []string{"view", first, "-o", "-", "--region", "220200"}, "吉林市"},
	} {
		if got := zhibiaoRun(t, "", c.args...); got.status != 0 || !strings.Contains(got.stdout, c.want) {
			t.Errorf("%s: status %d, no %q: %s\n%.600s", c.name, got.status, c.want, got.stderr, got.stdout)
		}
	}
}

func TestRegionsThatAreNone(t *testing.T) {
	tables := filepath.Join(t.TempDir(), "tables")
	if got := zhibiaoRun(t, "", "extract", jilin, "-o", tables); got.status != 0 {
		t.Fatal(got.stderr)
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"extract", jilin, "--region", "朝阳区"}, "110105 北京市朝阳区, 220104 吉林省长春市朝阳区; give one of the codes"},
		{[]string{"explain", jilin + ":398", "--region", "某某镇"}, "no division known here; give name or code"},
		{[]string{"extract", jilin, "--region", ""}, "--region is empty"},
		{[]string{"extract", jilin, "--report-year", "24"}, "report year 24"},
		{[]string{"view", tables, "-o", "-", "--region", "220200"}, "holds tables; leave it out"},
		{[]string{"compare", tables, jilin, "--region", "220200"}, "holds tables; leave it out"},
	} {
		if got := zhibiaoRun(t, "", c.args...); got.status != 2 || !strings.Contains(got.stderr, c.want) {
			t.Errorf("%v: status %d, want 2 with %q: %s", c.args, got.status, c.want, got.stderr)
		}
	}
}

// A county that became a district is one series by its code of today, and lies in its prefecture.
func TestCountyAndDistrictAreLinked(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "tables")
	county := write(t, "2011.txt", "2011年徐水县人民政府工作报告\n一、2010年工作回顾\n全县地区生产总值增长6.7%。\n")
	district := write(t, "2024.txt", "2024年保定市徐水区人民政府工作报告\n一、2023年工作回顾\n全区地区生产总值增长5.7%。\n")
	if got := zhibiaoRun(t, "", "extract", county, district, "--format", "csv", "-o", dir); got.status != 0 {
		t.Fatal(got.stderr)
	}
	for _, table := range []string{"documents", "panel"} {
		text, err := os.ReadFile(filepath.Join(dir, table+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{",130625,徐水县,130609,保定市,河北省,", ",130609,徐水区,130609,保定市,河北省,"} {
			if !strings.Contains(","+strings.ReplaceAll(string(text), "\n", "\n,"), want) {
				t.Errorf("%s lack %s:\n%s", table, want, text)
			}
		}
	}
}

// Tables that were made without a place are made anew when one is told.
func TestRegionToldLaterReplaces(t *testing.T) {
	report, dir := write(t, "a.txt", "全市地区生产总值增长6.7%。"), filepath.Join(t.TempDir(), "tables")
	for _, c := range []struct{ region, want string }{
		{"", "1 fact from 1 report, 0 inputs"},
		{"吉林市", "1 fact from 1 report, 0 inputs"},
		{"吉林市", "1 unchanged"},
		{"长春市", "1 fact from 1 report, 0 inputs"},
	} {
		args := []string{"extract", report, "-o", dir}
		if c.region != "" {
			args = append(args, "--region", c.region)
		}
		if got := zhibiaoRun(t, "", args...); got.status != 0 || !strings.Contains(got.stdout, c.want) {
			t.Errorf("region %q: %s%s, want %q", c.region, got.stdout, got.stderr, c.want)
		}
	}
}
