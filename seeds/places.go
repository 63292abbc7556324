package seeds

import (
	"slices"
	"strings"

	"zhibiao/report"
)

// Places are the divisions that a full or short name can mean, most probable first:
// those so named in full, then those that still exist, then the higher ones. So 吉林 is
// the province before the city, and 清苑 the district of today before the county it was.
func (r *Regions) Places(name string) []report.Place {
	var found []Region
	if at, ok := r.names[name]; ok {
		for ; at >= 0; at = r.links[at].next {
			found = append(found, r.list[r.links[at].region])
		}
	}
	slices.SortFunc(found, func(a, b Region) int { return r.compare(a, b, name) })
	places := make([]report.Place, len(found))
	for i, g := range found {
		places[i] = report.Place{
			Code: g.Code, Name: g.Name, FullName: r.Full(g.Code, g.To), Province: r.Province(g.Code, g.To),
			Level: g.Level, From: g.From, To: g.To,
		}
	}
	return places
}

// Opens reports whether a name may begin with two characters; false is certain.
func (r *Regions) Opens(two string) bool {
	if len(two) < 6 {
		return false
	}
	h := opening(two)
	return r.opens[h>>6]&(1<<(h&63)) != 0
}

// opening hashes the first two characters of a name into 16 bits.
func opening(s string) uint16 {
	a := uint32(s[0]&0xF)<<12 | uint32(s[1]&0x3F)<<6 | uint32(s[2]&0x3F)
	b := uint32(s[3]&0xF)<<12 | uint32(s[4]&0x3F)<<6 | uint32(s[5]&0x3F)
	return uint16((a*31 + b) * 0x9E37 >> 8)
}

// compare orders two divisions of one name by how probable they are.
func (r *Regions) compare(a, b Region, name string) int {
	rank := func(g Region) int {
		rank := slices.Index(levels, g.Level)
		if g.To != 0 {
			rank += 10
		}
		if g.Name != name {
			rank += 100
		}
		return rank
	}
	if d := rank(a) - rank(b); d != 0 {
		return d
	}
	return strings.Compare(a.id, b.id)
}

// levels, the highest first.
var levels = []report.Level{report.LevelNational, report.LevelProvince, report.LevelCity, report.LevelCounty, report.LevelTown}
