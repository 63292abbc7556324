package output

import (
	"cmp"
	"slices"
	"strings"

	"zhibiao/extract/mention"
)

// Side is what one or more reports say of each indicator, to be compared with others.
type Side struct {
	name   string
	facts  map[string]*FactRow // by id
	cells  map[cellKey]PanelRow
	places []string
	known  map[string]placeName // by place
}

// placeName is how a place is shown, and what it goes by today.
type placeName struct{ shown, now string }

// NewSide gathers what the reports in rows say. The name is shown to people.
func NewSide(name string, rows Rows) Side {
	s := Side{name: name, facts: map[string]*FactRow{}, cells: map[cellKey]PanelRow{}, known: map[string]placeName{}}
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
	for i := range rows.Documents {
		d := &rows.Documents[i]
		s.known[Place(d.RegionCode, d.Region, d.DocID)] = placeName{strings.TrimSpace(d.Region + " " + d.RegionCode), cmp.Or(d.CodeNow, d.RegionCode, d.Region)}
	}
	for _, r := range panelRows(rows.Documents, facts) {
		if _, named := s.facts[r.LevelFactID]; named && r.Conflicts > 0 && s.facts[r.LevelFactID].IndicatorCode == "" {
			continue
		}
		s.cells[cellKey{r.Place, r.Year, r.IndicatorCode}] = r
	}
	return s
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

// apart says that two sides speak of different places, or that it is not known; nothing where
// they have one in common.
func apart(a, b Side) string {
	for _, p := range a.places {
		for _, q := range b.places {
			if p == q || a.known[p].now != "" && a.known[p].now == b.known[q].now {
				return ""
			}
		}
	}
	if len(a.places) == 0 || len(b.places) == 0 {
		return ""
	}
	single := len(a.places) == 1 && len(b.places) == 1
	if single && (a.known[a.places[0]].shown == "" || b.known[b.places[0]].shown == "") {
		return "not known to be of one place; taken as such"
	}
	what := "places: " + a.shown() + ", " + b.shown()
	if !single {
		return "other " + what + "; none is in both, so nothing is compared"
	}
	return "two " + what + "; aims and earlier results are the first one's, results the second one's"
}

// shown names the places of a side, the first few of many.
func (s Side) shown() string {
	const most = 3
	var names []string
	for _, p := range s.places[:min(most, len(s.places))] {
		names = append(names, cmp.Or(s.known[p].shown, p))
	}
	text := strings.Join(names, " and ")
	if len(s.places) > most {
		text += " and others"
	}
	return text
}
