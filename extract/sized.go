package extract

// wholeWork gives the works that a size describes all of their name, whatever verbs stand in it:
// 投资2350万元的|中医院扩建项目, 全长20公里的|农村公路改造工程|建设.
func (w *work) wholeWork(d *draft, head rng) {
	if d.rule.Aspect != string(Scale) || head.empty() || head.a == 0 || w.tokens[head.a-1].class != "of" || d.indicator[0].a != head.a {
		return
	}
	for i := head.a; i < head.b; i++ {
		switch t := &w.tokens[i]; t.class {
		case "thing":
			if t.text == "项目" || t.text == "工程" {
				if i >= d.indicator[0].b {
					d.indicator[0].b, d.action = i+1, rng{}
				}
				return
			}
		case "make", "light", "finish":
			if i+1 < head.b && w.tokens[i+1].class != "thing" {
				return // 产业园|实施提升工程
			}
		case "pause", "and", "etc", "of", "reach", "become", "adverb", "each", "inner":
			return
		}
	}
}

// nestedSize names what a size describes on behind the size that stands in its name: 投资5亿元的
// 年产|30万吨|锂电材料项目, 投资3亿元的华能|200兆瓦|光伏项目.
func (w *work) nestedSize(i int) {
	if i+1 >= len(w.drafts) {
		return
	}
	d, next := &w.drafts[i], &w.drafts[i+1]
	if !d.inner || !next.inner || d.aspect != Scale || next.aspect != Scale || len(d.indicator) != 1 || len(next.indicator) == 0 || d.indicator[0].b != next.token || d.token+1 >= d.indicator[0].b {
		return
	}
	if last := d.indicator[0].b - 1; isBareHead(&w.tokens[last]) {
		d.indicator[0].b = last
	}
	if r := w.trim(d.indicator[0]); r.empty() {
		d.indicator = next.indicator
	} else {
		d.indicator = w.list([]rng{r}, next.indicator...)
	}
	d.step("thing of the size inside")
}
