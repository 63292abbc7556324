package output

import (
	"cmp"
	"slices"
)

// PanelRow is what is known of one indicator of a region in a year: its level,
// growth and rank, what was aimed at, and the fact behind each cell.
type PanelRow struct {
	Place            string   `parquet:"place,dict"`
	RegionCode       string   `parquet:"region_code,optional,dict"`
	Region           string   `parquet:"region,optional,dict"`
	RegionCodeNow    string   `parquet:"region_code_now,optional,dict"`
	Prefecture       string   `parquet:"prefecture,optional,dict"`
	Province         string   `parquet:"province,optional,dict"`
	RegionLevel      string   `parquet:"region_level,optional,dict"`
	Year             int32    `parquet:"year,dict"`
	IndicatorCode    string   `parquet:"indicator_code,dict"`
	Level            *float64 `parquet:"level,optional"`
	LevelText        string   `parquet:"level_text,optional"`
	LevelUnit        string   `parquet:"level_unit,optional,dict"`
	LevelBound       string   `parquet:"level_bound,optional,dict"`
	LevelFactID      string   `parquet:"level_fact_id,optional,delta"`
	Growth           *float64 `parquet:"growth,optional"`
	GrowthText       string   `parquet:"growth_text,optional"`
	GrowthBound      string   `parquet:"growth_bound,optional,dict"`
	GrowthFactID     string   `parquet:"growth_fact_id,optional"`
	Rank             *int32   `parquet:"rank,optional"`
	RankScope        string   `parquet:"rank_scope,optional,dict"`
	RankFactID       string   `parquet:"rank_fact_id,optional,delta"`
	GrowthTargetLow  *float64 `parquet:"growth_target_low,optional"`
	GrowthTargetHigh *float64 `parquet:"growth_target_high,optional"`
	GrowthTargetBnd  string   `parquet:"growth_target_bound,optional,dict"`
	GrowthTargetHow  string   `parquet:"growth_target_constraint,optional,dict"`
	GrowthTargetFact string   `parquet:"growth_target_fact_id,optional,delta"`
	LevelTargetLow   *float64 `parquet:"level_target_low,optional"`
	LevelTargetHigh  *float64 `parquet:"level_target_high,optional"`
	LevelTargetUnit  string   `parquet:"level_target_unit,optional,dict"`
	LevelTargetBnd   string   `parquet:"level_target_bound,optional,dict"`
	LevelTargetHow   string   `parquet:"level_target_constraint,optional,dict"`
	LevelTargetFact  string   `parquet:"level_target_fact_id,optional,delta"`
	TargetAbsent     bool     `parquet:"target_absent"`
	GrowthAbsent     bool     `parquet:"growth_target_absent"`
	LevelAbsent      bool     `parquet:"level_target_absent"`
	Conflicts        int32    `parquet:"conflicts,dict"`
	PartsOfYear      int32    `parquet:"parts_of_year,dict"`
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
	a := accountOf(d)
	for i := range facts {
		p.file(&facts[i], &a)
	}
	mark := a.fact()
	mark.IndicatorCode = always
	p.markTold(&mark, &a)
}

// tell files a fact, which must stay where it is until the rows are made.
func (p panel) tell(t *told) {
	if t.mark {
		p.markTold(&t.fact, t.of)
		return
	}
	p.file(&t.fact, t.of)
}

func (p panel) file(f *FactRow, of *account) {
	if f.IndicatorCode == "" || noted(f) {
		return
	}
	if f.PeriodStart != 0 && f.PeriodStart == f.PeriodEnd {
		p.cell(f, f.PeriodEnd, of).add(f)
	}
	p.markTold(f, of)
}

// markTold makes a cell for each indicator that a complete report speaks of in its
// plan year, and for GDP in any case: there an aim that is missing was left out on
// purpose, as many places did in 2020.
func (p panel) markTold(f *FactRow, of *account) {
	if of.plan != 0 {
		p.cell(f, of.plan, of).told = true
	}
}

// always is the indicator that every report is expected to speak of.
const always = "gdp"

// planned is the year that a complete report plans.
func planned(complete bool, plan, report int32) int32 {
	if !complete {
		return 0
	}
	return cmp.Or(plan, report)
}

// rows settles the cells, sorted by region, year and indicator; reports whose region is
// unknown come first, each a place of its own.
func (p panel) rows() []PanelRow { return sortPanel(p.settled(nil)) }

// placedRow is a row with the name of its place, by which rows are sorted.
type placedRow struct {
	place string
	row   *PanelRow
}

// settled appends the rows that say something, in any order.
func (p panel) settled(rows []placedRow) []placedRow {
	rows = slices.Grow(rows, len(p))
	for k, c := range p {
		if c.settle() {
			rows = append(rows, placedRow{k.place, &c.row})
		}
	}
	return rows
}

func sortPanel(placed []placedRow) []PanelRow {
	slices.SortFunc(placed, func(a, b placedRow) int {
		x, y := a.row, b.row
		return cmp.Or(cmp.Compare(x.RegionCode, y.RegionCode), cmp.Compare(x.Region, y.Region), cmp.Compare(a.place, b.place),
			cmp.Compare(x.Year, y.Year), cmp.Compare(x.IndicatorCode, y.IndicatorCode))
	})
	rows := make([]PanelRow, len(placed))
	for i := range placed {
		rows[i] = *placed[i].row
	}
	return rows
}

// cell is the cell of a fact's place and indicator in a year.
func (p panel) cell(f *FactRow, year int32, of *account) *cell {
	k := cellKey{Place(f.RegionCode, f.Region, f.DocID), year, f.IndicatorCode}
	c := p[k]
	if c == nil {
		c = &cell{row: PanelRow{
			Place: k.place, RegionCode: f.RegionCode, Region: f.Region, RegionCodeNow: of.codeNow, Prefecture: of.prefecture,
			Province: f.Province, RegionLevel: f.Level,
			Year: year, IndicatorCode: f.IndicatorCode,
		}}
		p[k] = c
	}
	return c
}
