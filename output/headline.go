package output

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// mostHeadlines is how many headline indicators are shown: a screen of them.
const mostHeadlines = 20

// headlines sets result and aim of headline indicators side by side, and counts those
// that it leaves out.
func headlines(rows Rows) (grid, int) {
	d := rows.Documents[0]
	g := grid{columns: []column{
		{title: "headline indicator", least: 16},
		{title: strings.TrimSpace(year(d.ReviewEnd) + " result"), least: 8},
		{title: "growth"},
		{title: "rank"},
		{title: strings.TrimSpace(year(cmp.Or(d.PlanStart, d.ReportYear)) + " target"), least: 8},
	}}
	byID := map[string]*FactRow{}
	for i := range rows.Facts {
		byID[rows.Facts[i].FactID] = &rows.Facts[i]
	}
	pairs := pairHeadlines(rows)
	top := topHeadlines(pairs)
	for _, h := range top {
		g.add("", h.name(byID), shown(byID[h.LevelFactID]), shown(byID[h.GrowthFactID]), rank(&h.PanelRow),
			strings.TrimSpace(shown(byID[h.growthAim])+" "+shown(byID[h.levelAim])))
	}
	return g, len(pairs) - len(top)
}

// topHeadlines prefers the indicators that have a result and an aim, then those that
// come first, and keeps the order of the report.
func topHeadlines(pairs []headline) []headline {
	top := slices.Clone(pairs)
	slices.SortStableFunc(top, func(a, b headline) int { return cmp.Compare(b.sides(), a.sides()) })
	top = top[:min(len(top), mostHeadlines)]
	slices.SortStableFunc(top, func(a, b headline) int { return cmp.Compare(a.first, b.first) })
	return top
}

// sides is 2 for an indicator with a result and an aim, else 1.
func (h *headline) sides() int {
	return truth(cmp.Or(h.LevelFactID, h.GrowthFactID, h.RankFactID) != "") + truth(cmp.Or(h.growthAim, h.levelAim) != "")
}

// headline is a panel row of the year under review with the aims of the next.
type headline struct {
	PanelRow
	growthAim, levelAim string
	first               int // where the report first speaks of it
}

// pairHeadlines joins the panel's row of the year under review to that of the plan
// year, in the order in which the report speaks of them.
func pairHeadlines(rows Rows) []headline {
	d := rows.Documents[0]
	plan := cmp.Or(d.PlanStart, d.ReportYear)
	order := map[string]int{}
	for i := range rows.Facts {
		if code := rows.Facts[i].IndicatorCode; order[code] == 0 {
			order[code] = i + 1
		}
	}
	byCode := map[string]*headline{}
	for _, r := range panelRows(rows.Documents, rows.Facts) {
		if r.Year != d.ReviewEnd && r.Year != plan {
			continue
		}
		h := byCode[r.IndicatorCode]
		if h == nil {
			h = &headline{PanelRow: PanelRow{IndicatorCode: r.IndicatorCode}, first: order[r.IndicatorCode]}
			byCode[r.IndicatorCode] = h
		}
		if r.Year == plan {
			h.growthAim, h.levelAim = r.GrowthTargetFact, r.LevelTargetFact
		}
		if r.Year == d.ReviewEnd {
			h.PanelRow = r
		}
	}
	var list []headline
	for _, h := range byCode {
		if cmp.Or(h.LevelFactID, h.GrowthFactID, h.RankFactID, h.growthAim, h.levelAim) != "" {
			list = append(list, *h)
		}
	}
	slices.SortFunc(list, func(a, b headline) int {
		return cmp.Or(cmp.Compare(a.first, b.first), strings.Compare(a.IndicatorCode, b.IndicatorCode))
	})
	return list
}

// name is the indicator as the report writes it: 地区生产总值.
func (h *headline) name(byID map[string]*FactRow) string {
	for _, id := range []string{h.GrowthFactID, h.LevelFactID, h.growthAim, h.levelAim} {
		if f := byID[id]; f != nil {
			return f.Indicator
		}
	}
	return h.IndicatorCode
}

func shown(f *FactRow) string {
	if f == nil {
		return ""
	}
	return quantity(f)
}

func rank(r *PanelRow) string {
	if r.Rank == nil {
		return ""
	}
	return strings.TrimSpace(r.RankScope + " " + strconv.Itoa(int(*r.Rank)))
}
