package report

import (
	"slices"
	"strings"
)

// region finds the region whose government reports. Where the report was delivered
// (在亳州市第五届人民代表大会…), whose head speaks and whom he stands for decide; else the
// place that the text names most often as its own, among those of the level at which it
// speaks (全市, 我县): the parent city or a town may be named more often.
func (f *finding) region(r Reader) {
	f.level()
	switch {
	case len(r.Region) > 0:
		f.given(r.Region)
	case f.Level == LevelNational:
		f.Region, f.RegionPath, f.RegionCode = "中华人民共和国", "国务院", "000000"
		f.tell("region", f.RegionPath, "speaks for the State Council")
	default:
		if name, how := f.anchored(r.Places); name != "" {
			f.choose(r.Places, name, how)
		} else if r.Places != nil {
			f.voted(r.Places)
		}
	}
	if above, ok := r.Places.(lineage); ok && f.RegionCode != "" {
		f.Prefecture, f.CodeNow = above.Prefecture(f.RegionCode, f.ReportYear), above.CodeNow(f.RegionCode)
	}
}

// given sets the region to the one that the user told, by its name of the time.
func (f *finding) given(spans []Place) {
	p, _ := f.best(spans)
	f.setPlace(p)
	if f.Level == LevelNational {
		f.RegionPath = "国务院"
	}
	f.tell("region", f.Region, "given by the user")
}

// choose sets the region to the place named, if the gazetteer has it.
func (f *finding) choose(places Gazetteer, name, how string) {
	f.Region = name
	if places != nil {
		if p, ok := f.best(places.Places(name)); ok {
			f.setPlace(p)
		}
	}
	if f.RegionCode == "" && f.Level == "" {
		f.Level = suffixLevel(name)
	}
	f.tell("region", f.Region, "%s", how)
}

func (f *finding) setPlace(p Place) {
	f.Region, f.RegionPath, f.RegionCode, f.Province, f.Level = p.Name, p.FullName, p.Code, p.Province, p.Level
}

// level finds the level of the government by whom the speaker stands for, else by how
// the text names its own area.
func (f *finding) level() {
	s := f.front
	if containsAny(s, "代表国务院", "国务院总理", "届全国人民代表大会", "届全國人民代表大會") {
		f.Level = LevelNational
		f.tell("level", string(f.Level), "the front names the State Council or the National People's Congress")
		return
	}
	if unit := f.ownUnit(); unit != "" {
		f.Level = suffixLevel(unit)
		f.tell("level", string(f.Level), "speaks of 我%s, 全%s", unit, unit)
	}
}

// ownUnit is the unit that the text calls its own: 市 where it stands for 市人民政府 or says
// 我市 and 全市.
func (f *finding) ownUnit() string {
	if f.unit == nil {
		unit := f.findUnit()
		f.unit = &unit
	}
	return *f.unit
}

func (f *finding) findUnit() string {
	for _, w := range []string{"我代表", "代表"} {
		_, rest, _ := strings.Cut(f.front, w)
		for _, unit := range []string{"市", "县", "区", "州", "省", "自治区", "旗", "盟"} {
			if startsWithAny(rest, unit+"人民政府", unit+"政府") {
				return unit
			}
		}
	}
	return mostUnit(f.doc.Text[:min(len(f.doc.Text), 200_000)])
}

// mostUnit is the unit of the area that a text speaks of as its own. A report names the
// areas above its own too, even more often (位居全省第一), but hardly one below. 全区 is said
// of a district, and in an autonomous region of the whole of it.
func mostUnit(text string) string {
	units := []string{"县", "旗", "区", "州", "盟", "市", "省"} // from below
	if count(text, "自治区", 3) >= 3 {
		units = []string{"县", "旗", "州", "盟", "市", "区"}
	}
	counts, nation := countOwn(text, units)
	most := slices.Max(counts)
	if nation > most {
		return "国"
	}
	for i, n := range counts {
		if n >= 3 && n*4 >= most {
			return units[i]
		}
	}
	return ""
}

// countOwn weighs how often a text says 我市 or 全市, for each unit, and how often 我国, in
// one pass.
func countOwn(text string, units []string) (counts []int, nation int) {
	counts = make([]int, len(units))
	for i := 0; i+6 <= len(text); i++ {
		if c := text[i]; c < 0xE4 || c > 0xE9 { // Han characters are stepped over whole
			continue
		}
		var weight int
		switch text[i : i+3] {
		default:
			i += 2
			continue
		case "我":
			weight = 3
			if text[i+3:i+6] == "国" || text[i+3:i+6] == "國" {
				nation++
			}
		case "全":
			weight = 1
		}
		for k, unit := range units {
			if text[i+3:i+6] == unit {
				counts[k] += weight
			}
		}
	}
	return counts, nation
}

// suffixLevel is the level that the last word of a name tells.
func suffixLevel(name string) Level {
	switch {
	case strings.HasSuffix(name, "国"):
		return LevelNational
	case endsWithAny(name, "省", "自治区"):
		return LevelProvince
	case endsWithAny(name, "自治州", "州", "盟", "地区", "市"):
		return LevelCity
	case endsWithAny(name, "县", "区", "旗"):
		return LevelCounty
	case endsWithAny(name, "镇", "乡", "街道"):
		return LevelTown
	}
	return ""
}

// best picks among places of one name the one whose level, years and parents the text
// speaks for.
func (f *finding) best(list []Place) (Place, bool) {
	var best Place
	top := -1
	for i, p := range list {
		score := len(list) - i // the gazetteer's own order breaks ties
		if f.ReportYear > 0 && (p.From > 0 && f.ReportYear < p.From || p.To > 0 && f.ReportYear > p.To) {
			score -= 40
		}
		if f.Level != "" && p.Level != f.Level {
			score -= 20
		}
		if p.Province != "" && p.Province != p.Name {
			score += 10 * count(f.doc.Text, shortName(p.Province), 5)
		}
		if parent := parentName(p); parent != "" {
			score += 10 * count(f.doc.Text, shortName(parent), 5)
		}
		if score > top || i == 0 {
			best, top = p, score
		}
	}
	return best, len(list) > 0
}

// parentName is the name between province and place in the full name: 保定市 in 河北省保定市
// 定兴县.
func parentName(p Place) string {
	s := strings.TrimPrefix(p.FullName, p.Province)
	return strings.TrimSuffix(s, p.Name)
}

// shortName is a name without its unit: 四川 for 四川省, 广西 for 广西壮族自治区.
func shortName(name string) string {
	for _, unit := range []string{"维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "市", "县", "区", "地区"} {
		if s := strings.TrimSuffix(name, unit); s != name && len(s) >= 6 {
			return s
		}
	}
	return name
}
