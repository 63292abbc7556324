package seeds

import (
	"errors"
	"io/fs"
	"sort"
	"strings"
	"sync"
	"sync/atomic"

	"zhibiao/report"
)

// Regions are the divisions of the country, present and past, by code and by name.
type Regions struct {
	list  []Region // sorted by code and first year
	names slots    // full and short names → first entry in links
	links []link
	opens openings
	known []atomic.Pointer[[]report.Place] // by first link, as reports ask for them
}

// link is an entry of a name: 朝阳 is a prefecture and two districts.
type link struct {
	region int32
	next   int32 // -1 at the end
}

// newRegions indexes a sorted list by name.
func newRegions(list []Region) *Regions {
	names := 0
	for _, g := range list {
		names += 2 + strings.Count(g.Short, " ")
	}
	r := &Regions{list: list, names: newSlots(names), links: make([]link, 0, names), known: make([]atomic.Pointer[[]report.Place], names)}
	for i, g := range list {
		r.name(g.Name, i)
		for rest := g.Short; rest != ""; {
			var short string
			short, rest, _ = strings.Cut(rest, " ")
			r.name(short, i)
		}
	}
	return r
}

func (r *Regions) name(name string, region int) {
	r.opens.add(name)
	p := r.names.probe(name)
	s := r.named(&p, name)
	r.links = append(r.links, link{int32(region), int32(s.number())})
	p.set(s, len(r.links)-1)
}

// named is the slot of a name, for its first link, or a free one.
func (r *Regions) named(p *probe, name string) *slot {
	for {
		if s := p.next(); s.free() || r.list[r.links[s.number()].region].isNamed(name) {
			return s
		}
	}
}

// ByCode is the division with a code in a year, 130800 in 2010; year 0 asks for the
// newest name. Where no entry holds in the year, the nearest one answers: a table that
// begins in 2002 still knows what 110105 was in 1995.
func (r *Regions) ByCode(code string, year int) (Region, bool) {
	i := sort.Search(len(r.list), func(i int) bool { return r.list[i].Code >= code })
	var best Region
	for ; i < len(r.list) && r.list[i].Code == code; i++ {
		best = r.list[i]
		if year != 0 && (best.To == 0 || year <= best.To) {
			break
		}
	}
	return best, best.Code != ""
}

// Parent is the division above a code in a year: 130600 保定市 for 130608.
func (r *Regions) Parent(code string, year int) (Region, bool) {
	g, ok := r.ByCode(code, year)
	if !ok {
		return Region{}, false
	}
	return r.ByCode(g.Parent, year)
}

// Full is the name with all above it but the nation: 河北省保定市清苑区.
func (r *Regions) Full(code string, year int) string {
	g, ok := r.ByCode(code, year)
	if !ok {
		return ""
	}
	full := g.Name
	for g.Parent != "" && g.Level != report.LevelProvince {
		if g, ok = r.ByCode(g.Parent, year); !ok {
			break
		}
		full = g.Name + full
	}
	return full
}

// Province is the name of the province that a code lies in; empty for the nation.
func (r *Regions) Province(code string, year int) string {
	if len(code) != 6 || code == "000000" {
		return ""
	}
	g, _ := r.ByCode(code[:2]+"0000", year)
	return g.Name
}

// lazyRegions reads the divisions when they are first asked for: they are the largest
// table, and a program that only checks a rule does without.
type lazyRegions struct {
	added []Region // a user's, laid over the built-in ones

	once    sync.Once
	regions *Regions
	err     error
}

// Regions are the divisions of the country. They are read on the first call.
func (l *Lexicons) Regions() (*Regions, error) {
	if l.regions == nil {
		return newRegions(nil), nil
	}
	return l.regions.read()
}

func (z *lazyRegions) read() (*Regions, error) {
	z.once.Do(func() {
		var problems Problems
		list := merge(readTable(embedded, regionTable, &problems), z.added)
		checkParents(list, &problems)
		z.regions, z.err = newRegions(list), problems.err()
	})
	return z.regions, z.err
}

// with reads a folder's divisions, if it has any, at once: what is wrong with them is
// told with the rest.
func (z *lazyRegions) with(fsys fs.FS, problems *Problems) *lazyRegions {
	before := len(*problems)
	added := readTable(fsys, regionTable, problems)
	if len(added) == 0 {
		return z
	}
	o := &lazyRegions{added: added}
	if z != nil {
		o.added = merge(z.added, added)
	}
	if _, err := o.read(); err != nil && len(*problems) == before {
		var wrong Problems
		if errors.As(err, &wrong) {
			*problems = append(*problems, wrong...)
		}
	}
	return o
}

// checkParents reports a division whose division above is not in the table.
func checkParents(list []Region, problems *Problems) {
	r := &Regions{list: list}
	for i, g := range list {
		if i > 0 && list[i-1].Parent == g.Parent || g.Parent == "" {
			continue // its neighbour was looked up
		}
		if _, ok := r.ByCode(g.Parent, 0); !ok {
			problems.add(regionTable.file, g.line, "unknown parent "+g.Parent+" of "+g.Code+" "+g.Name, "add "+g.Parent+" or correct it")
		}
	}
}
