package extract

import "strings"

// collective are the words that stand for parts in a fixed order.
var collective = [...]struct {
	word  string
	parts []string
}{
	{"城乡", []string{"城镇", "农村"}},
	{"存贷款", []string{"存款", "贷款"}},
	{"肉蛋奶", []string{"肉类", "禽蛋", "奶类"}},
	{"广播电视", []string{"广播", "电视"}},
	{"三次产业", []string{"第一产业", "第二产业", "第三产业"}},
	{"一二三产业", []string{"第一产业", "第二产业", "第三产业"}},
	{"一、二、三产业", []string{"第一产业", "第二产业", "第三产业"}},
	{"一、二、三产", []string{"第一产业", "第二产业", "第三产业"}},
	{"第一、二、三产业", []string{"第一产业", "第二产业", "第三产业"}},
	{"第一、第二、第三产业", []string{"第一产业", "第二产业", "第三产业"}},
	{"一二三产", []string{"第一产业", "第二产业", "第三产业"}},
}

// split tells the parts of a collective word apart: 城乡居民收入分别增长4%、6% is 城镇居民
// 收入 and 农村居民收入; the parts' names stand nowhere in the text.
func (w *work) split(d *draft, run []int) bool {
	r := d.indicator[0]
	name := w.textOf(r)
	for _, c := range collective {
		if len(run) != len(c.parts) || !w.holdsParts(r, name, c.word) {
			continue
		}
		for k, j := range run {
			o := &w.drafts[j]
			o.indicator, o.prefix, o.from, o.paired = []rng{r}, nil, run[0], true
			o.variant = Variant{c.word, c.parts[k]}
			o.step(c.word + " told apart")
		}
		return true
	}
	return false
}

// holdsParts reports whether a collective word begins a name or stands in one that is no list:
// 金融机构存贷款余额, but not 蔬菜、肉蛋奶产量.
func (w *work) holdsParts(r rng, name, word string) bool {
	return strings.HasPrefix(name, word) || strings.Contains(name, word) && !w.hasClass(r, "pause") && !w.hasClass(r, "and")
}

// isCollective reports whether a collective word stands in a name.
func (w *work) isCollective(r rng) bool {
	name := w.textOf(r)
	for _, c := range collective {
		if w.holdsParts(r, name, c.word) {
			return true
		}
	}
	return false
}
