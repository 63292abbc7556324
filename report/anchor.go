package report

import (
	"strings"
	"unicode/utf8"
)

// anchored is the name of the place in the set phrases of a report's front.
func (f *finding) anchored(places Gazetteer) (name, how string) {
	for _, a := range []struct{ before, how string }{
		{"届人民代表大会", "congress to which the report was made"},
		{"人民政府", "government that reports"},
		{"政府工作报告", "title"},
		{"市长", "speaker"},
		{"县长", "speaker"},
		{"区长", "speaker"},
		{"州长", "speaker"},
		{"省长", "speaker"},
		{"主席", "speaker"},
	} {
		for rest, from := f.front, 0; ; {
			i := index(rest[from:], a.before)
			if i < 0 {
				break
			}
			s := rest[:from+i]
			if a.how == "speaker" {
				s += a.before[:len("市")] // 高唐县|县长, but 保定市|市长
			}
			if name := placeBefore(places, s); name != "" {
				return name, a.how + ": " + name
			}
			from += i + len(a.before)
		}
	}
	return "", ""
}

// placeBefore is the place whose name ends s, but for a session's number (第五届, 十七) or a
// year after it: the longest that the gazetteer knows.
func placeBefore(places Gazetteer, s string) string {
	if i := strings.LastIndex(s, "第"); i >= 0 && len(s)-i <= len("第二十三") {
		s = s[:i]
	}
	s = strings.TrimRight(s, "一二三四五六七八九十")
	s = strings.TrimRight(strings.TrimSuffix(s, "年"), "0123456789")
	const longest = 45
	for i := max(0, len(s)-longest); i < len(s); i++ {
		if !utf8.RuneStart(s[i]) || len(s)-i < len("易县") {
			continue
		}
		name := s[i:]
		if places == nil {
			if j := strings.LastIndexAny(name, "在，。：日表年 "); j < 0 && suffixLevel(name) != "" && i > 0 && endsWithAny(s[:i], "在", "表", "日", "年") {
				return name
			}
			continue
		}
		if known(places, name) {
			return name
		}
	}
	return ""
}

// known reports whether the gazetteer has a place of the name, which must not be a mere
// word for a unit.
func known(places Gazetteer, name string) bool {
	return len(name) >= 6 && len(places.Places(name)) > 0
}
