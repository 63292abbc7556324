package eval

import "strings"

// quotes are left out of names before they are compared: “四上”企业 is 四上企业.
const quotes = "“”\"'‘’《》「」（）() \u3000"

// clean is a name without quotation marks, brackets and spaces.
func clean(name string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(quotes, r) {
			return -1
		}
		return r
	}, name)
}

// names are the names that are right for a gold fact: its indicator and alternatives.
func names(gold *Fact) []string {
	var list []string
	for _, name := range append([]string{gold.Indicator}, gold.IndicatorAlt...) {
		if name != "" {
			list = append(list, clean(name))
		}
	}
	return list
}

// compareNames reports whether the predicted indicator is one of the gold's names, and
// whether it is near one.
func compareNames(gold, got *Fact) (exact, near bool) {
	name := clean(got.Indicator)
	for _, want := range names(gold) {
		exact = exact || want == name
		near = near || similar(want, name)
	}
	return exact, near
}

// similar reports whether the Dice overlap of the characters of two names is at least
// 0.6: 2·shared/total ≥ 3/5, in whole numbers.
func similar(a, b string) bool {
	count := map[rune]int{}
	total := 0
	for _, r := range a {
		count[r]++
		total++
	}
	shared := 0
	for _, r := range b {
		total++
		if count[r] > 0 {
			count[r]--
			shared++
		}
	}
	return 10*shared >= 3*total
}
