package mention

import "strings"

// han reads a run of Chinese numerals: 一千一百万, 五点六, 三十多万, 十几, 一九五七.
func (r *Reader) han(text string, i int) numeral {
	n := numeral{bare: !strings.HasPrefix(text[i:], "十")} // 十万 is a number, 百万 may be a word
	n.Start, n.End = i, i
	for {
		c, size := at(text, n.End)
		s := signOf(c)
		if s == 0 && c != '点' && c != '點' {
			return n
		}
		l, _ := back(text, n.End)
		switch {
		case isFormal(c) && !oneOf(nextOf(text, n.End+size), powers+formal) && !(n.Len() > 0 && isPower(l)):
			return n
		case isZero(c) && n.Len() == 0 && !oneOf(nextOf(text, n.End+size), "点點"):
			return n // 一年零两个月, 零售
		case (c == '两' || c == '兩') && n.Len() > 0 && !oneOf(l, powers+"零〇"):
			return n // 一九五四两年
		case s&ofDigits != 0:
			n.bare = false
		case s&ofPowers != 0:
			if r.units.ownsPower(text, n.End) || percentile(text, n.End, n.Len() > 0) {
				return n
			}
			n.scaled = n.scaled || isGreat(c)
		case (c == '点' || c == '點') && !n.bare && !n.point && hanDigitAt(text, n.End+size):
			n.point = true
		case s&(ofVague|ofMores) != 0 && vagueWithin(c, l, nextOf(text, n.End+size), n.Len() > 0):
			n.more = true
		default:
			return n
		}
		n.End += size
		n.digits++
	}
}

func isZero(c rune) bool { return c == '零' || c == '〇' || c == '○' }

// vagueWithin reports whether 几, 数, 余 or 多 between two characters belongs to a numeral:
// 几百, 十几, 三十多万.
func vagueWithin(c, before, after rune, inside bool) bool {
	switch {
	case isMore(c):
		return inside && isPower(after)
	case inside && !isPower(before):
		return false
	}
	return isPower(after) || inside && oneOf(c, "几幾")
}

// twin reports whether a Chinese numeral names two numbers at once, one the next of the
// other: 七八, 两三百, 二三十, 三五; but not 一九五七.
func twin(s string) bool {
	const order = "一二三四五六七八九"
	last, run, found := -1, 0, false
	for _, c := range s {
		if c == '两' {
			c = '二'
		}
		d := strings.IndexRune(order, c)
		if d < 0 {
			last, run = -1, 0
			continue
		}
		run++
		if run > 2 {
			return false
		}
		if run == 2 {
			found = d == last+len("一") || d == last+2*len("一") && c == '五'
		}
		last = d
	}
	return found
}

// percentile reports whether a 百 at i begins 百分之 or 百分位 of its own: 七十百分位.
func percentile(text string, i int, inside bool) bool {
	return inside && follows(text, i, "百分之 百分位 百分点 千分之 万分之")
}

func hanDigitAt(text string, i int) bool {
	c, _ := at(text, i)
	return isZero(c) || c != '十' && signOf(c)&ofCount != 0
}

// vagueNumeral reports whether 几 or 数 at i is part of a number: 几十, 数百, but not
// 人数千余 or 几年.
func vagueNumeral(text string, i int) bool {
	c, size := at(text, i)
	p, _ := at(text, i+size)
	if !isPower(p) || follows(text, i+size, "十分") {
		return false
	}
	l, _ := back(text, i)
	return !oneOf(c, "数數") || !oneOf(l, "人总次户件指函参岁天无大多少半系个倍家基位常分")
}
