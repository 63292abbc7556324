package seeds

import "strings"

// Indicator is a name of a statistical indicator: 社会消费品零售总额, code retail_sales.
type Indicator struct {
	Name string
	Code string // GUIDELINES §10 or our own; empty for a name without a series of its own
	Note string
}

func (i Indicator) key() string { return i.Name }

var indicatorTable = schema[Indicator]{
	file:     "indicators.tsv",
	columns:  []string{"name", "code", "note"},
	required: 1,
	parse: func(r *row) Indicator {
		i := Indicator{r.cells[0], r.cells[1], r.cells[2]}
		r.identifier("code", i.Code)
		return i
	},
}

// IndicatorCode is the code of an indicator as a report names it: 全市规上工业增加值增速
// is industrial_value_added. Only what certainly leaves the indicator as it is comes off
// the name: quotes, the report's own place, words of change. What is left must be in the
// lexicon word for word, so that a part (市本级一般公共预算收入, 工业增加值占比) never gets the
// code of the whole.
func (l *Lexicons) IndicatorCode(name string) string {
	name = plainName(name)
	for name != "" {
		if i := l.indicators.find(name); i != nil {
			return i.Code
		}
		shorter := strip(name)
		if shorter == name {
			break
		}
		name = shorter
	}
	return ""
}

// HasIndicator reports whether a name is that of an indicator, word for word.
func (l *Lexicons) HasIndicator(name string) bool { return l.indicators.find(name) != nil }

// strip takes one word off a name that does not change what is measured.
func strip(name string) string {
	const han = len("全")
	if len(name) < han {
		return name
	}
	switch name[:han] { // how the words of ownPlace begin
	case "全", "我", "本", "当", "今", "去", "预", "完", "实":
		for _, p := range ownPlace {
			if rest, ok := strings.CutPrefix(name, p); ok {
				return rest
			}
		}
	}
	switch name[len(name)-han:] { // how those of changeNouns end
	case "度", "率", "标", "速", "幅", "长", "涨", "降", "量", "数", "均", "比", "名", "次", "值", "的":
		for _, s := range changeNouns {
			if rest, ok := strings.CutSuffix(name, s); ok {
				return rest
			}
		}
	}
	return bareGloss(name)
}

// ownPlace are words for the report's own place and year, and verbs that only say that
// the sum came about: 全市地区生产总值, 完成固定资产投资.
var ownPlace = []string{
	"全国", "全省", "全市", "全县", "全区", "全州", "全盟", "全旗", "全域",
	"我国", "我省", "我市", "我县", "我区", "我州", "我盟", "我旗", "本省", "本市", "本县", "本区",
	"全年", "当年", "今年", "去年", "预计", "完成", "实现",
}

// changeNouns are words for the movement, the aim or the place of an indicator, which a
// table keeps in columns of their own: 地区生产总值增速, 居民消费价格涨幅.
var changeNouns = []string{
	"增长速度", "增长幅度", "上涨幅度", "增长率", "增长目标", "增速", "增幅", "涨幅", "降幅", "升幅", "增长", "上涨", "下降", "目标",
	"总量", "总数", "数量", "年均", "同比", "排名", "位次", "均值", "平均", "的",
}

// glosses are remarks in brackets that name the same thing again or state how it has
// always been counted; any other remark may narrow it: 社会消费品零售总额（限上）.
var glosses = []string{"不含农户", "PM2.5", "PM10", "GDP", "CPI", "M2", "R&D", "AQI", "扣除价格因素", "可比价", "按可比价计算", "同口径"}

// bareGloss drops a remark in brackets that changes nothing: 细颗粒物（PM2.5）浓度.
func bareGloss(name string) string {
	before, rest, open := strings.Cut(name, "（")
	remark, after, closed := strings.Cut(rest, "）")
	if open && closed {
		for _, g := range glosses {
			if remark == g {
				return before + after
			}
		}
	}
	return name
}

// plainName is a name without quotes and spaces, its letters in the usual width and case:
// “ＧＤＰ” is GDP.
func plainName(name string) string {
	if isPlainName(name) {
		return name
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '一' && r <= '龥': // Han, as most are
			return r
		case r >= 'a' && r <= 'z':
			return r - 'a' + 'A'
		case r >= 'ａ' && r <= 'ｚ':
			return r - 'ａ' + 'A'
		case r > '！' && r <= '～' && r != '（' && r != '）' && r != '，':
			return r - '！' + '!'
		case r >= '₀' && r <= '₉':
			return r - '₀' + '0'
		case r == '(':
			return '（'
		case r == ')':
			return '）'
		case strings.ContainsRune(" \t\n\r\u00a0\u3000\"'“”‘’「」『』", r):
			return -1
		}
		return r
	}, name)
}

// isPlainName reports whether a name is plain for certain, as most are: Han characters,
// and ASCII other than small letters, brackets, quotes and spaces.
func isPlainName(name string) bool {
	for i := 0; i < len(name); {
		switch c := name[i]; {
		case c >= 0xE4 && c <= 0xE9:
			i += 3
		case c > ')' && c < 'a' || c == '%' || c == '&':
			i++
		default:
			return false
		}
	}
	return true
}
