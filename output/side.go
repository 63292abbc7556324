package output

import (
	"cmp"
	"slices"

	"zhibiao/extract/mention"
)

// Side is what one or more reports say of each indicator, to be compared with others.
type Side struct {
	name   string
	facts  map[string]*FactRow // by id
	cells  map[cellKey]PanelRow
	places []string
}

// NewSide gathers what the reports in rows say. The name is shown to people.
func NewSide(name string, rows Rows) Side {
	s := Side{name: name, facts: map[string]*FactRow{}, cells: map[cellKey]PanelRow{}}
	facts := slices.Clone(rows.Facts)
	for i := range facts {
		f := &facts[i]
		s.facts[f.FactID] = &rows.Facts[i]
		if f.IndicatorCode == "" && f.Kind != string(mention.Rank) && f.Parent == "" {
			f.IndicatorCode = f.Indicator // a name serves as a code where it says one thing only
		}
		if p := Place(f.RegionCode, f.Region, f.DocID); !slices.Contains(s.places, p) {
			s.places = append(s.places, p)
		}
	}
	for _, r := range panelRows(rows.Documents, facts) {
		if _, named := s.facts[r.LevelFactID]; named && r.Conflicts > 0 && s.facts[r.LevelFactID].IndicatorCode == "" {
			continue
		}
		s.cells[cellKey{Place(r.RegionCode, r.Region, s.docOf(r)), r.Year, r.IndicatorCode}] = r
	}
	return s
}

// docOf is the document of a row, which is its place where the region is unknown.
func (s Side) docOf(r PanelRow) string {
	for _, id := range []string{r.LevelFactID, r.GrowthFactID, r.GrowthTargetFact, r.LevelTargetFact, r.RankFactID} {
		if f := s.facts[id]; f != nil {
			return f.DocID
		}
	}
	return ""
}

// Side reads a dataset as a side. It holds all facts in memory: it is for the reports of
// a place or a few.
func (d *Dataset) Side(name string) (Side, error) {
	var rows Rows
	var err error
	if rows.Facts, err = all[FactRow](d, "facts"); err != nil {
		return Side{}, err
	}
	placed, err := all[placedDocument](d, "documents")
	if err != nil {
		return Side{}, err
	}
	for _, p := range placed {
		rows.Documents = append(rows.Documents, p.document())
	}
	slices.SortFunc(rows.Documents, func(a, b DocumentRow) int { return cmp.Compare(a.DocID, b.DocID) })
	slices.SortStableFunc(rows.Facts, func(a, b FactRow) int { return cmp.Compare(a.DocID, b.DocID) })
	return NewSide(name, rows), nil
}

// key finds the cell of another side: the same place, or the only one there is.
func (s Side) key(k cellKey, from Side) cellKey {
	if len(s.places) == 1 && len(from.places) == 1 {
		k.place = s.places[0]
	}
	return k
}
