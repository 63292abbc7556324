package seeds

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"zhibiao/report"
)

// Find is the one place that a user means by a code of GB/T 2260 (220200) or by a name,
// full or short, alone or after those above it: 吉林市, 朝阳 in 长春朝阳. It has an entry for each
// span of years in which code or name were others: 清苑 is 清苑县 until 2015 and 清苑区 since. A
// name of several places is an error that lists them.
func (r *Regions) Find(given string) ([]report.Place, error) {
	given = strings.TrimSpace(given)
	if digits(given) {
		if places := r.ofCode(given); len(places) > 0 {
			return places, nil
		}
		return nil, fmt.Errorf("region %q is no code of GB/T 2260 known here; write the six digits of a county or above, such as 220200, or its name", given)
	}
	places := r.meant(given)
	switch {
	case len(places) == 0:
		return nil, fmt.Errorf("region %q is no division known here%s; give name or code of a county or above, such as 吉林市 or 220200", given, r.near(given))
	case several(places):
		return nil, fmt.Errorf("region %q may be %s; give one of the codes, or write those above it, as in %s", given, listed(places), places[len(places)-1].FullName)
	}
	return places, nil
}

// ofCode are the entries of a code.
func (r *Regions) ofCode(code string) []report.Place {
	i := sort.Search(len(r.list), func(i int) bool { return r.list[i].Code >= code })
	var places []report.Place
	for ; i < len(r.list) && r.list[i].Code == code; i++ {
		places = append(places, r.place(&r.list[i]))
	}
	return places
}

// meant are the places that a name means: so named in full, else in short, else so named
// after those above them.
func (r *Regions) meant(given string) []report.Place {
	for i := range given {
		var full, short []report.Place
		for _, p := range r.Places(given[i:]) {
			switch {
			case !isBelow(p, given[:i]):
			case p.Name == given[i:]:
				full = append(full, p)
			default:
				short = append(short, p)
			}
		}
		if len(full) > 0 {
			return full
		}
		if len(short) > 0 {
			return short
		}
	}
	return nil
}

// isBelow reports whether words name places above p: 河北, 保定市 or 河北省保定市 above 清苑区.
func isBelow(p report.Place, words string) bool {
	if words == "" {
		return true
	}
	above := strings.TrimSuffix(p.FullName, p.Name)
	if above == "" {
		return false
	}
	parent := strings.TrimPrefix(above, p.Province)
	for _, province := range []string{p.Province, shorter(p.Province), ""} {
		rest, ok := strings.CutPrefix(words, province)
		if ok && (rest == "" && province != "" || rest != "" && (rest == parent || rest == shorter(parent))) {
			return true
		}
	}
	return false
}

// shorter is a name without its unit: 吉林 for 吉林省, 广西 for 广西壮族自治区.
func shorter(name string) string {
	for _, unit := range []string{"维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "市", "地区"} {
		if s, ok := strings.CutSuffix(name, unit); ok && len(s) >= len("吉林") {
			return s
		}
	}
	return name
}

// several reports whether places are more than one at a time: not 清苑县 and 清苑区, of which the
// one ended in the year in which the other began, nor one that stood under its province for
// some years (139001 定州市).
func several(places []report.Place) bool {
	for i, a := range places {
		for _, b := range places[:i] {
			apart := a.To != 0 && b.From >= a.To || b.To != 0 && a.From >= b.To
			direct := a.Name == b.Name && a.Province == b.Province && (a.Code[2:4] == "90" || b.Code[2:4] == "90")
			if a.Code != b.Code && !apart && !direct {
				return true
			}
		}
	}
	return false
}

// listed writes out places, each with its code, the first few of many.
func listed(places []report.Place) string {
	const most = 8
	var names []string
	for _, p := range places[:min(len(places), most)] {
		names = append(names, p.Code+" "+p.FullName)
	}
	if more := len(places) - most; more > 0 {
		names = append(names, fmt.Sprintf("or %d more", more))
	}
	return strings.Join(names, ", ")
}

// near names some divisions that begin as a name that is none does.
func (r *Regions) near(given string) string {
	_, first := utf8.DecodeRuneInString(given)
	_, second := utf8.DecodeRuneInString(given[first:])
	if second == 0 {
		return ""
	}
	var alike []report.Place
	for i := range r.list {
		if g := &r.list[i]; strings.HasPrefix(g.Name, given[:first+second]) && g.To == 0 {
			alike = append(alike, r.place(g))
		}
	}
	if len(alike) == 0 {
		return ""
	}
	return ", though there are " + listed(alike)
}

// place is a division as reports know it.
func (r *Regions) place(g *Region) report.Place {
	return report.Place{
		Code: g.Code, Name: g.Name, FullName: r.Full(g.Code, g.To), Province: r.Province(g.Code, g.To),
		Level: g.Level, From: g.From, To: g.To,
	}
}
