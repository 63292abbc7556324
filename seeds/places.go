package seeds

import (
	"slices"
	"strings"

	"zhibiao/report"
)

// Places are the divisions that a full or short name can mean, most probable first:
// those so named in full, then those that still exist, then the higher ones. So 吉林 is
// the province before the city, and 清苑 the district of today before the county it was.
// The list is shared: it must not be changed.
func (r *Regions) Places(name string) []report.Place {
	if len(name) >= 6 && !r.opens.has(opening(name), len(name)) {
		return nil
	}
	p := r.names.probe(name)
	first := r.named(&p, name)
	if first.free() {
		return nil
	}
	known := &r.known[first.number()]
	if places := known.Load(); places != nil {
		return *places
	}
	var found []Region
	for at := first.number(); at >= 0; at = int(r.links[at].next) {
		found = append(found, r.list[r.links[at].region])
	}
	slices.SortFunc(found, func(a, b Region) int { return r.compare(a, b, name) })
	places := make([]report.Place, len(found))
	for i := range found {
		places[i] = r.place(&found[i])
	}
	known.Store(&places)
	return places
}

// NextName is the first place at or after i where a name of Han characters may begin, by
// its first two, or -1.
func (r *Regions) NextName(text string, i int) int {
	for ; i+6 <= len(text); i++ {
		if c := text[i]; c < 0xE4 || c > 0xE9 {
			continue
		}
		if r.opens.has(opening(text[i:]), 0) {
			return i
		}
		i += len("市") - 1
	}
	return -1
}

// openings are the first two characters of names, alone and with the length of the name,
// as two bits each by hash: they tell nearly all that is no name.
type openings [openingBits / 64]uint64

const openingBits = 1 << 17

func (o *openings) add(name string) {
	if len(name) < 6 {
		return
	}
	for _, size := range []int{0, len(name)} {
		a, b := spread(opening(name), size)
		o[a>>6] |= 1 << (a & 63)
		o[b>>6] |= 1 << (b & 63)
	}
}

// has reports whether a name may open so, and be of a size in bytes if that is not 0.
func (o *openings) has(two uint64, size int) bool {
	a, b := spread(two, size)
	return o[a>>6]>>(a&63)&(o[b>>6]>>(b&63))&1 != 0
}

// opening is the first two characters of s.
func opening(s string) uint64 {
	_ = s[5]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40
}

// spread is the two bits of an opening.
func spread(two uint64, size int) (a, b uint64) {
	h := (two | uint64(size)<<48) * 0x9E3779B97F4A7C15
	return h >> 47, h >> 30 % openingBits
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
