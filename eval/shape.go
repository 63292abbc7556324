package eval

import "strings"

// shape names the construct that a clause shows, by the word that gives it away; the
// constructs that carry the most errors come first. 生猪、肉牛饲养量分别达到… is 分别 and
// not merely a list.
func shape(clause string) string {
	for _, s := range []struct{ name, words string }{
		{"分别 pairing", "分别"},
		{"其中 part", "其中"},
		{"from–to", "由|从"},
		{"share 占", "占"},
		{"comparison 比", "高于|低于|快于|好于|比"},
		{"rank", "排名|位居|位列|位次|第一|前列"},
		{"per head", "人均|户均|年均|每"},
		{"colon list", "："},
		{"list 、", "、"},
	} {
		for word := range strings.SplitSeq(s.words, "|") {
			if strings.Contains(clause, word) {
				return s.name
			}
		}
	}
	if clause == "" {
		return ""
	}
	return "plain"
}
