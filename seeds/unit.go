package seeds

import (
	"io/fs"
	"strings"
)

// Unit is a unit of measure or money, or a classifier-like unit with a kind of its own:
// 亩 is a measure of area, 2000/3 m2 each.
type Unit struct {
	Name      string // as written: 平方米, ㎡, 个百分点
	Kind      string // GUIDELINES §3: percent, money, measure, …
	Dimension string // mass, area, currency:CNY; empty where it has none
	Canonical string // unit to which Factor leads: m2
	Factor    string // exact decimal or fraction: 2000/3
	Note      string

	line int
}

func (u Unit) key() string { return u.Name }

// Unit looks a unit up by the name as written.
func (l *Lexicons) Unit(name string) (Unit, bool) {
	if u := l.units.find(name); u != nil {
		return *u, true
	}
	return Unit{}, false
}

var unitTable = schema[Unit]{
	file:     "units.tsv",
	columns:  []string{"unit", "kind", "dimension", "canonical", "factor", "note"},
	required: 2,
	parse: func(r *row) Unit {
		u := Unit{r.cells[0], r.cells[1], r.cells[2], r.cells[3], r.cells[4], r.cells[5], r.line}
		r.oneOf("kind", u.Kind, unitKinds)
		if u.Factor != "" || u.Canonical != "" {
			r.number("factor", u.Factor)
		}
		switch want, known := canonicals[u.Dimension]; {
		case u.Dimension != "" && u.Canonical == "":
			r.wrong("name the unit to which the factor leads, such as kg", "%q has a dimension and no canonical unit", u.Name)
		case known && u.Canonical != want:
			r.wrong("use "+want, "canonical unit %q for %s", u.Canonical, u.Dimension)
		case strings.HasPrefix(u.Dimension, "currency:") && u.Dimension != "currency:"+u.Canonical:
			r.wrong("use the code of the currency, as in currency:CNY and CNY", "canonical unit %q for %s", u.Canonical, u.Dimension)
		}
		return u
	},
}

var unitKinds = []string{
	"percent", "percentage_point", "money", "measure", "count", "multiple", "fraction", "duration", "rank",
}

// canonicals are the units that the tables promise (DESIGN §6); the lexicon may add
// dimensions of its own, such as pressure.
var canonicals = map[string]string{
	"mass": "kg", "length": "m", "area": "m2", "volume": "m3", "power": "W",
	"energy": "J", "voltage": "V", "time": "s", "ratio": "1",
}

// overlayUnits lays a folder's units over those so far.
func overlayUnits(base []Unit, fsys fs.FS, problems *Problems) []Unit {
	before := len(*problems)
	units := overlay(base, fsys, unitTable, problems)
	if len(*problems) == before {
		checkDimensions(base, units, problems)
	}
	return units
}

// checkDimensions reports a dimension that leads to two canonical units: values of one
// dimension must be comparable. The units that were there before are in the right.
func checkDimensions(base, units []Unit, problems *Problems) {
	first := make(map[string]Unit)
	for _, list := range [][]Unit{base, units} {
		for _, u := range list {
			f, ok := first[u.Dimension]
			switch {
			case !ok:
				first[u.Dimension] = u
			case u.Dimension != "" && f.Canonical != u.Canonical:
				problems.add(unitTable.file, u.line, "dimension "+u.Dimension+" leads to "+f.Canonical+" for "+f.Name+
					" and to "+u.Canonical+" for "+u.Name, "use one canonical unit for a dimension")
			}
		}
	}
}
