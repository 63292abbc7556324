package output

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"zhibiao/extract"
	"zhibiao/extract/mention"
	"zhibiao/normalize"
	"zhibiao/report"
)

// cells finds a row of the panel.
func cells(t *testing.T, all Rows, year int32, code string) PanelRow {
	t.Helper()
	for _, r := range all.Panel {
		if r.Year == year && r.IndicatorCode == code {
			return r
		}
	}
	t.Fatalf("no row for %s in %d among %d", code, year, len(all.Panel))
	return PanelRow{}
}

func TestPanelFillsAYearFromTwoReports(t *testing.T) {
	all := Join([]Rows{
		said("甲市", 2024, rate(extract.Actual, 2023, "6.7", extract.Up, mention.Exact), rate(extract.Target, 2024, "7", extract.Up, mention.AtLeast)),
		said("甲市", 2025, rate(extract.Actual, 2024, "1.5", extract.Down, mention.Exact)),
	})
	row := cells(t, all, 2024, "gdp")
	if row.GrowthText != "-0.015" || row.GrowthFactID != "甲市-2025.txt#0-1" {
		t.Errorf("growth is %s from %s", row.GrowthText, row.GrowthFactID)
	}
	if row.GrowthTargetLow == nil || *row.GrowthTargetLow != 0.07 || row.GrowthTargetHigh != nil || row.GrowthTargetFact != "甲市-2024.txt#1-2" {
		t.Errorf("aim is %v to %v from %s, want at least 0.07", row.GrowthTargetLow, row.GrowthTargetHigh, row.GrowthTargetFact)
	}
	if row.RegionCodeNow != "code of 甲市" || row.Prefecture != "above 甲市" {
		t.Errorf("the region is %q today, in %q", row.RegionCodeNow, row.Prefecture)
	}
	if row.TargetAbsent || row.GrowthAbsent || row.Conflicts != 0 {
		t.Errorf("absent %v, conflicts %d, want none", row.TargetAbsent, row.Conflicts)
	}
	if next := cells(t, all, 2025, "gdp"); !next.TargetAbsent {
		t.Error("a complete report without an aim leaves target_absent false")
	}
}

// A place told as a share of an order (全球前1%) is no number of a place.
func TestPanelRanksByNumber(t *testing.T) {
	share := rate(extract.Actual, 2023, "1", "", mention.Exact)
	share.Aspect = extract.Rank
	all := Join([]Rows{said("甲市", 2024, rate(extract.Actual, 2023, "6.7", extract.Up, mention.Exact), share)})
	if row := cells(t, all, 2023, "gdp"); row.Rank != nil {
		t.Errorf("the rank is %v, want none", *row.Rank)
	}
}

func TestPanelBelievesTheReportOfTheYearAfter(t *testing.T) {
	later := rate(extract.Actual, 2023, "6.5", extract.Up, mention.Exact) // revised two years on
	all := Join([]Rows{
		said("甲市", 2025, later),
		said("甲市", 2024, rate(extract.Actual, 2023, "6.7", extract.Up, mention.Exact)),
	})
	if row := cells(t, all, 2023, "gdp"); row.GrowthText != "0.067" || row.Conflicts != 1 {
		t.Errorf("growth is %s with %d conflicts, want 0.067 with 1", row.GrowthText, row.Conflicts)
	}
}

func TestPanelLimitsOfFalls(t *testing.T) {
	all := Join([]Rows{said("甲市", 2024, rate(extract.Target, 2024, "3", extract.Down, mention.AtLeast))})
	row := cells(t, all, 2024, "gdp")
	if row.GrowthTargetHigh == nil || *row.GrowthTargetHigh != -0.03 || row.GrowthTargetLow != nil {
		t.Errorf("下降3%%以上 is %v to %v, want at most -0.03", row.GrowthTargetLow, row.GrowthTargetHigh)
	}
}

// No cell is there without the fact it came from.
func TestPanelCellsHaveProvenance(t *testing.T) {
	all := Join([]Rows{goldRows(t), oddities()})
	known := map[string]bool{}
	for _, f := range all.Facts {
		known[f.FactID] = true
	}
	for _, r := range all.Panel {
		for name, c := range map[string]struct {
			there bool
			fact  string
		}{
			"level": {r.Level != nil, r.LevelFactID}, "growth": {r.Growth != nil, r.GrowthFactID},
			"rank":          {r.Rank != nil, r.RankFactID},
			"growth target": {r.GrowthTargetLow != nil || r.GrowthTargetHigh != nil, r.GrowthTargetFact},
			"level target":  {r.LevelTargetLow != nil || r.LevelTargetHigh != nil, r.LevelTargetFact},
		} {
			if c.there && !known[c.fact] || c.fact != "" && !known[c.fact] {
				t.Errorf("%d %s: %s there %v, fact %q", r.Year, r.IndicatorCode, name, c.there, c.fact)
			}
		}
	}
	if len(all.Panel) < 5 {
		t.Errorf("%d rows in the panel, want some", len(all.Panel))
	}
}

// 高于全省0.5个百分点左右 is an aim, though it names no growth.
func TestPanelKnowsAimsThatAreTiedToOthers(t *testing.T) {
	gap := rate(extract.Target, 2024, "0.5", extract.Up, mention.About)
	gap.Aspect, gap.Kind, gap.Reference = extract.Gap, mention.PercentagePoint, "全省"
	row := cells(t, Join([]Rows{said("甲市", 2024, gap)}), 2024, "gdp")
	if row.TargetAbsent || row.GrowthTargetFact == "" || row.GrowthTargetLow != nil {
		t.Errorf("absent %v, fact %q, low %v", row.TargetAbsent, row.GrowthTargetFact, row.GrowthTargetLow)
	}
}

func TestPanelTellsLevelsFromAdditions(t *testing.T) {
	firms := func(action, value string) normalize.Fact {
		return normalize.Fact{
			Indicator: "高新技术企业", IndicatorCode: "high_tech_firms", Kind: mention.Count, Action: action,
			Value: value, Canonical: value, Unit: "家", UnitCode: "家", Bound: mention.Exact, Aspect: extract.Level,
			Status: extract.Actual, Period: report.Years{Start: 2023, End: 2023},
		}
	}
	row := cells(t, Join([]Rows{said("甲市", 2024, firms("新增", "100"), firms("达到", "411"))}), 2023, "high_tech_firms")
	if row.LevelText != "411" || row.Conflicts != 0 {
		t.Errorf("level is %s with %d conflicts, want 411 with none", row.LevelText, row.Conflicts)
	}
}

// What is taken over without arithmetic is what arithmetic gives.
func TestPlainNumbersAreExact(t *testing.T) {
	for text, want := range map[string]bool{
		"0": true, "7": true, "120": true, "6.7": true, "0.067": true, "400000000000000": true,
		"": false, "6.70": false, "007": false, "00.5": false, ".5": false, "5.": false, "1/3": false, "-3": false, "1.2.3": false, "1e3": false,
	} {
		if got := plain(text); got != want {
			t.Errorf("plain(%q) is %v", text, got)
		}
		if r, ok := rational(text); plain(text) && (!ok || exact(r) != text) {
			t.Errorf("%q is plain, exact writes %s", text, exact(r))
		}
	}
}

// Small decimals are subtracted as rationals are.
func TestMinus(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.Custom(func(t *rapid.T) *big.Rat {
			ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(rapid.Int64Range(0, 11).Draw(t, "places")), nil)
			return new(big.Rat).SetFrac(big.NewInt(rapid.Int64Range(-1e12, 1e12).Draw(t, "digits")), ten)
		})
		a, b := number.Draw(t, "a"), number.Draw(t, "b")
		if got, want := minus(exact(a), exact(b)), exact(new(big.Rat).Sub(a, b)); got != want {
			t.Fatalf("%s - %s = %s, want %s", exact(a), exact(b), got, want)
		}
	})
	if got := minus("1/3", "0.5"); got != "-1/6" {
		t.Errorf("1/3 - 0.5 = %s", got)
	}
}
