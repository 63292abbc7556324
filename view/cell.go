package view

import "zhibiao/output"

// Cell is what is known of an indicator of a region in a year. Numbers are in the unit
// beside them, rates as ratios; they serve to draw, the texts of facts to quote.
type Cell struct {
	Region      string   `json:"region"`
	Province    string   `json:"province,omitempty"`
	RegionCode  string   `json:"region_code,omitempty"`
	RegionLevel string   `json:"region_level,omitempty"`
	Year        int32    `json:"year"`
	Code        string   `json:"code"`
	Level       *float64 `json:"level,omitempty"`
	Unit        string   `json:"unit,omitempty"`
	LevelBound  string   `json:"level_bound,omitempty"`
	LevelFact   string   `json:"level_fact,omitempty"`
	Growth      *float64 `json:"growth,omitempty"`
	GrowthBound string   `json:"growth_bound,omitempty"`
	GrowthFact  string   `json:"growth_fact,omitempty"`
	Rank        *int32   `json:"rank,omitempty"`
	RankScope   string   `json:"rank_scope,omitempty"`
	RankFact    string   `json:"rank_fact,omitempty"`
	GrowthAim   *Aim     `json:"growth_aim,omitempty"`
	LevelAim    *Aim     `json:"level_aim,omitempty"`
}

// Aim is a target as an interval; a side that the text leaves open is missing.
type Aim struct {
	Low   *float64 `json:"low,omitempty"`
	High  *float64 `json:"high,omitempty"`
	Bound string   `json:"bound,omitempty"`
	Unit  string   `json:"unit,omitempty"`
	Fact  string   `json:"fact,omitempty"`
}

// cellsOf leaves out the rows that only tell that nothing was said.
func cellsOf(rows []output.PanelRow) []Cell {
	cells := make([]Cell, 0, len(rows))
	for i := range rows {
		r := &rows[i]
		c := Cell{
			Region: r.Region, Province: r.Province, RegionCode: r.RegionCode, RegionLevel: r.RegionLevel,
			Year: r.Year, Code: r.IndicatorCode,
			Level: r.Level, Unit: r.LevelUnit, LevelBound: r.LevelBound, LevelFact: r.LevelFactID,
			Growth: r.Growth, GrowthBound: r.GrowthBound, GrowthFact: r.GrowthFactID,
			Rank: r.Rank, RankScope: r.RankScope, RankFact: r.RankFactID,
		}
		if r.GrowthTargetFact != "" {
			c.GrowthAim = &Aim{r.GrowthTargetLow, r.GrowthTargetHigh, r.GrowthTargetBnd, "", r.GrowthTargetFact}
		}
		if r.LevelTargetFact != "" {
			c.LevelAim = &Aim{r.LevelTargetLow, r.LevelTargetHigh, r.LevelTargetBnd, r.LevelTargetUnit, r.LevelTargetFact}
		}
		if c.Level != nil || c.Growth != nil || c.Rank != nil || c.GrowthAim != nil || c.LevelAim != nil {
			cells = append(cells, c)
		}
	}
	return cells
}
