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
	p := r.names.probe(name)
	first := r.named(&p, name)
	if first.free() {
		return nil
	}
	if places, ok := r.known.Load(name); ok {
		return places.([]report.Place)
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
	r.known.Store(strings.Clone(name), places) // the name may be part of a whole report
	return places
}

// NextName is the first place at or after i where a name of Han characters may begin, by
// its first two, or -1.
func (r *Regions) NextName(text string, i int) int {
	for i+6 <= len(text) {
		if c := text[i]; c < 0xE4 || c > 0xE9 {
			i++
			continue
		}
		if r.opens.has(text[i : i+6]) {
			return i
		}
		i += len("市")
	}
	return -1
}

// openings are the first two characters of names, as two bits each by hash.
type openings [openingBits / 64]uint64

const openingBits = 1 << 17

func (o *openings) add(name string) {
	if len(name) >= 6 {
		a, b := opening(name)
		o[a>>6] |= 1 << (a & 63)
		o[b>>6] |= 1 << (b & 63)
	}
}

func (o *openings) has(two string) bool {
	a, b := opening(two)
	return o[a>>6]>>(a&63)&1 != 0 && o[b>>6]>>(b&63)&1 != 0
}

// opening hashes the first two characters of a name.
func opening(s string) (a, b uint32) {
	x := uint64(s[1]&0x3F)<<6 | uint64(s[2]&0x3F) | uint64(s[0]&0xF)<<12
	y := uint64(s[4]&0x3F)<<6 | uint64(s[5]&0x3F) | uint64(s[3]&0xF)<<12
	h := (x<<16 | y) * 0x9E3779B97F4A7C15
	return uint32(h >> 47), uint32(h>>30) % openingBits
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
