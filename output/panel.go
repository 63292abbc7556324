package output

import (
	"cmp"
	"slices"
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

// panel gathers facts into cells. A fact enters the cell of its own year, so that the
// report of 2024 fills results of 2023 and aims of 2024.
type panel map[cellKey]*cell

// panelRows builds the panel of documents and their facts, sorted by document.
func panelRows(documents []DocumentRow, facts []FactRow) []PanelRow {
	p := panel{}
	for i := range documents {
		d := &documents[i]
		first := slices.IndexFunc(facts, func(f FactRow) bool { return f.DocID == d.DocID })
		if first < 0 {
			p.add(d, nil)
			continue
		}
		facts = facts[first:]
		n := slices.IndexFunc(facts, func(f FactRow) bool { return f.DocID != d.DocID })
		if n < 0 {
			n = len(facts)
		}
		p.add(d, facts[:n])
		facts = facts[n:]
	}
	return p.rows()
}

// add files the facts of a document. They must stay where they are until the rows are
// made.
func (p panel) add(d *DocumentRow, facts []FactRow) {
	codes := map[string]bool{}
	for i := range facts {
		f := &facts[i]
		if f.IndicatorCode == "" {
			continue
		}
		codes[f.IndicatorCode] = true
		if f.PeriodStart != 0 && f.PeriodStart == f.PeriodEnd {
			k := cellKey{Place(f.RegionCode, f.Region, f.DocID), f.PeriodEnd, f.IndicatorCode}
			cellOf(p, k, regionOf(f)).add(f)
		}
	}
	markTold(p, d, codes)
}

// rows settles the cells, sorted by region, year and indicator; reports whose region is
// unknown come first, each a place of its own.
func (p panel) rows() []PanelRow {
	var keys []cellKey
	for k, c := range p {
		if c.settle() {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(a, b cellKey) int {
		x, y := &p[a].row, &p[b].row
		return cmp.Or(cmp.Compare(x.RegionCode, y.RegionCode), cmp.Compare(x.Region, y.Region), cmp.Compare(a.place, b.place),
			cmp.Compare(a.year, b.year), cmp.Compare(a.code, b.code))
	})
	rows := make([]PanelRow, 0, len(keys))
	for _, k := range keys {
		rows = append(rows, p[k].row)
	}
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
	name := Place(d.RegionCode, d.Region, d.DocID)
	cellOf(cells, cellKey{name, year, "gdp"}, region).told = true
	for code := range codes {
		cellOf(cells, cellKey{name, year, code}, region).told = true
	}
}
