package output

import (
	"cmp"
	"math/big"
	"slices"

	"zhibiao/extract"
	"zhibiao/extract/mention"
)

// PanelRow is what is known of one indicator of a region in a year: its level,
// growth and rank, what was aimed at, and the fact behind each cell.
type PanelRow struct {
	RegionCode       string   `parquet:"region_code,optional,dict"`
	Region           string   `parquet:"region,optional,dict"`
	Province         string   `parquet:"province,optional,dict"`
	RegionLevel      string   `parquet:"region_level,optional,dict"`
	Year             int32    `parquet:"year"`
	IndicatorCode    string   `parquet:"indicator_code,dict"`
	Level            *float64 `parquet:"level,optional"`
	LevelText        string   `parquet:"level_text,optional"`
	LevelUnit        string   `parquet:"level_unit,optional,dict"`
	LevelBound       string   `parquet:"level_bound,optional,dict"`
	LevelFactID      string   `parquet:"level_fact_id,optional"`
	Growth           *float64 `parquet:"growth,optional"`
	GrowthText       string   `parquet:"growth_text,optional"`
	GrowthBound      string   `parquet:"growth_bound,optional,dict"`
	GrowthFactID     string   `parquet:"growth_fact_id,optional"`
	Rank             *int32   `parquet:"rank,optional"`
	RankScope        string   `parquet:"rank_scope,optional,dict"`
	RankFactID       string   `parquet:"rank_fact_id,optional"`
	GrowthTargetLow  *float64 `parquet:"growth_target_low,optional"`
	GrowthTargetHigh *float64 `parquet:"growth_target_high,optional"`
	GrowthTargetBnd  string   `parquet:"growth_target_bound,optional,dict"`
	GrowthTargetHow  string   `parquet:"growth_target_constraint,optional,dict"`
	GrowthTargetFact string   `parquet:"growth_target_fact_id,optional"`
	LevelTargetLow   *float64 `parquet:"level_target_low,optional"`
	LevelTargetHigh  *float64 `parquet:"level_target_high,optional"`
	LevelTargetUnit  string   `parquet:"level_target_unit,optional,dict"`
	LevelTargetBnd   string   `parquet:"level_target_bound,optional,dict"`
	LevelTargetHow   string   `parquet:"level_target_constraint,optional,dict"`
	LevelTargetFact  string   `parquet:"level_target_fact_id,optional"`
	TargetAbsent     bool     `parquet:"target_absent"`
	GrowthAbsent     bool     `parquet:"growth_target_absent"`
	LevelAbsent      bool     `parquet:"level_target_absent"`
	Conflicts        int32    `parquet:"conflicts"`
}

// cellKey is a row of the panel.
type cellKey struct {
	place string
	year  int32
	code  string
}

// cell gathers the candidates for one row of the panel.
type cell struct {
	row                                 PanelRow
	level, growth, rank, aimed, aimedAt []*FactRow
	relative                            []*FactRow // aims tied to others: 高于全省0.5个百分点
	told                                bool       // a complete report speaks for this year
}

// panelRows builds the panel. A fact enters the cell of its own year, so that the
// report of 2024 fills results of 2023 and aims of 2024.
func panelRows(documents []DocumentRow, facts []FactRow) []PanelRow {
	cells := map[cellKey]*cell{}
	codes := map[string]map[string]bool{} // document → codes it speaks of
	for i := range facts {
		f := &facts[i]
		if f.IndicatorCode == "" {
			continue
		}
		if codes[f.DocID] == nil {
			codes[f.DocID] = map[string]bool{}
		}
		codes[f.DocID][f.IndicatorCode] = true
		if f.PeriodStart != 0 && f.PeriodStart == f.PeriodEnd {
			k := cellKey{place(f.RegionCode, f.Region, f.DocID), f.PeriodEnd, f.IndicatorCode}
			cellOf(cells, k, regionOf(f)).add(f)
		}
	}
	for i := range documents {
		markTold(cells, &documents[i], codes[documents[i].DocID])
	}
	var rows []PanelRow
	for _, c := range cells {
		if c.settle() {
			rows = append(rows, c.row)
		}
	}
	slices.SortFunc(rows, func(a, b PanelRow) int {
		return cmp.Or(cmp.Compare(a.RegionCode, b.RegionCode), cmp.Compare(a.Region, b.Region),
			cmp.Compare(a.Year, b.Year), cmp.Compare(a.IndicatorCode, b.IndicatorCode))
	})
	return rows
}

func cellOf(cells map[cellKey]*cell, k cellKey, region PanelRow) *cell {
	c := cells[k]
	if c == nil {
		c = &cell{row: region}
		c.row.Year, c.row.IndicatorCode = k.year, k.code
		cells[k] = c
	}
	return c
}

func regionOf(f *FactRow) PanelRow {
	return PanelRow{RegionCode: f.RegionCode, Region: f.Region, Province: f.Province, RegionLevel: f.Level}
}

// markTold makes a cell for each indicator that a complete report speaks of in its
// plan year, and for GDP in any case: there an aim that is missing was left out on
// purpose, as many places did in 2020.
func markTold(cells map[cellKey]*cell, d *DocumentRow, codes map[string]bool) {
	year := cmp.Or(d.PlanStart, d.ReportYear)
	if !d.Complete || year == 0 {
		return
	}
	region := PanelRow{RegionCode: d.RegionCode, Region: d.Region, Province: d.Province, RegionLevel: d.Level}
	name := place(d.RegionCode, d.Region, d.DocID)
	cellOf(cells, cellKey{name, year, "gdp"}, region).told = true
	for code := range codes {
		cellOf(cells, cellKey{name, year, code}, region).told = true
	}
}

// add files a fact under the cell that it can fill.
func (c *cell) add(f *FactRow) {
	target := f.Status == string(extract.Target)
	if target && (f.Kind == "parity" || f.Aspect == string(extract.Gap)) {
		c.relative = append(c.relative, f)
		return
	}
	if added(f) { // 新增100家 says nothing of how many there are
		return
	}
	if !target && f.Bound == string(mention.Range) {
		return // a result between two values fills no cell
	}
	switch extract.Aspect(f.Aspect) {
	case extract.Level:
		if target {
			c.aimedAt = append(c.aimedAt, f)
		} else {
			c.level = append(c.level, f)
		}
	case extract.ChangeRate:
		switch {
		case f.Kind != string(mention.Percent): // 翻一番 is not a rate of this year
		case target:
			c.aimed = append(c.aimed, f)
		default:
			c.growth = append(c.growth, f)
		}
	case extract.Rank:
		if !target {
			c.rank = append(c.rank, f)
		}
	}
}

// settle chooses among the candidates, counts the others that say something else,
// and reports whether the row says anything.
func (c *cell) settle() bool {
	r := &c.row
	if f := c.choose(c.level); f != nil {
		r.LevelText, r.LevelUnit, r.LevelBound, r.LevelFactID = signedText(f), f.UnitCode, f.Bound, f.FactID
		r.Level = double(r.LevelText)
	}
	if f := c.choose(c.growth); f != nil {
		r.GrowthText, r.GrowthBound, r.GrowthFactID = signedText(f), f.Bound, f.FactID
		r.Growth = double(r.GrowthText)
	}
	if f := c.choose(c.rank); f != nil && f.Value != nil {
		n := int32(*f.Value)
		r.Rank, r.RankScope, r.RankFactID = &n, f.Scope, f.FactID
	}
	if f := c.choose(c.aimed); f != nil {
		r.GrowthTargetLow, r.GrowthTargetHigh = limits(f)
		r.growthTarget(f)
	} else if f := first(c.relative); f != nil {
		r.growthTarget(f)
	}
	if f := c.choose(c.aimedAt); f != nil {
		r.LevelTargetLow, r.LevelTargetHigh = limits(f)
		r.LevelTargetUnit = f.UnitCode
		r.LevelTargetBnd, r.LevelTargetHow, r.LevelTargetFact = f.Bound, constraint(f), f.FactID
	}
	r.GrowthAbsent = c.told && r.GrowthTargetFact == ""
	r.LevelAbsent = c.told && r.LevelTargetFact == ""
	r.TargetAbsent = r.GrowthAbsent && r.LevelAbsent
	return c.told || cmp.Or(r.LevelFactID, r.GrowthFactID, r.RankFactID, r.GrowthTargetFact, r.LevelTargetFact) != ""
}

// growthTarget sets what is not a number of an aim of growth.
func (r *PanelRow) growthTarget(f *FactRow) {
	r.GrowthTargetBnd, r.GrowthTargetHow, r.GrowthTargetFact = f.Bound, constraint(f), f.FactID
}

// first is the fact to believe among those that cannot be measured.
func first(facts []*FactRow) *FactRow {
	var best *FactRow
	for _, f := range facts {
		if best == nil || outranks(f, best) {
			best = f
		}
	}
	return best
}

// choose takes the fact to believe among those that can be measured, and counts each
// other that tells a different value as a conflict.
func (c *cell) choose(candidates []*FactRow) *FactRow {
	var best *FactRow
	for _, f := range candidates {
		if _, _, ok := interval(f); ok || f.Aspect == string(extract.Rank) {
			if best == nil || outranks(f, best) {
				best = f
			}
		}
	}
	for _, f := range candidates {
		if f != best && valueKey(f) != valueKey(best) {
			c.row.Conflicts++
		}
	}
	return best
}

// valueKey is what two facts share when they tell the same value.
func valueKey(f *FactRow) [5]string {
	if f == nil {
		return [5]string{}
	}
	return [5]string{f.CanonicalText, f.CanonLowText, f.CanonHighText, f.UnitCode, f.Direction}
}

// signedText is the exact value of a fact with its sign, nothing for a range.
func signedText(f *FactRow) string {
	if v, ok := signed(f); ok {
		return exact(v)
	}
	return ""
}

// limits are the least and the greatest value that fulfil an aim; an open side is nil.
func limits(f *FactRow) (low, high *float64) {
	a, ok := aimOf(f)
	if !ok {
		return nil, nil
	}
	low, high = nearest(a.low), nearest(a.high)
	floor := f.Bound == string(mention.AtLeast) || f.Bound == string(mention.Over)
	roof := f.Bound == string(mention.AtMost) || f.Bound == string(mention.Under)
	if f.Direction == string(extract.Down) { // 下降3%以上: at most -0.03
		floor, roof = roof, floor
	}
	if floor {
		high = nil
	}
	if roof {
		low = nil
	}
	return low, high
}

func nearest(r *big.Rat) *float64 {
	f, _ := r.Float64()
	return &f
}
