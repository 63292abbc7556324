package mention

import (
	"strings"

	"zhibiao/report"
)

// shape is how a numeral is built.
type shape uint8

const (
	plain    shape = iota // 30, 三十, 1.1万, 万
	percent               // 百分之三十, 千分之三
	fraction              // 三分之一, 1/3, 一半
)

// numeral is a number as lexed, before anything is known of its unit.
type numeral struct {
	report.Span
	shape  shape
	arabic bool // begins with a digit 0–9
	bare   bool // powers of ten only: 万 of 万亩
	scaled bool // holds 万 or 亿
	more   bool // holds 余, 多, 几 or 数: at least so many
	point  bool // has decimals
	twin   bool // names two numbers at once: 七八, 二三十
	digits int  // digits and powers, to tell 三 from 一百五十六
}

const (
	hanDigits   = "〇○零一二三四五六七八九两廿卅卌兩" + formal
	formal      = "壹贰叁肆伍陆柒捌玖貳參陸" // on cheques; 陆 alone is a name (陆家嘴)
	powers      = "十百千万亿拾佰仟萬億"
	greatPowers = "万亿萬億"
	vague       = "几数幾數"
	mores       = "余多餘"
)

// lex reads the numeral that begins at i. It looks no further than the numeral's end
// and a word beyond, so that reading stays linear: 一百万个亿 is read once.
func (r *Reader) lex(text string, i int) (numeral, bool) {
	c, _ := at(text, i)
	var n numeral
	switch {
	case isDigit(c):
		n = r.arabic(text, i)
	case oneOf(c, vague) && !vagueNumeral(text, i):
		return numeral{}, false
	case c == '半':
		return numeral{}, false
	case oneOf(c, hanDigits+powers+vague):
		n = r.han(text, i)
	default:
		return numeral{}, false
	}
	if n.Len() == 0 {
		return numeral{}, false
	}
	n.twin = !n.arabic && twin(text[n.Start:n.End])
	return r.compose(text, n), true
}

// arabic reads digits with thousands separators, decimals and power words: 1,234.5,
// 1.8万亿, 20多万, 1亿3千多万.
func (r *Reader) arabic(text string, i int) numeral {
	n := numeral{arabic: true}
	n.Start, n.End = i, digits(text, i)
	for {
		e := group(text, n.End)
		if e == n.End {
			break
		}
		n.End = e
	}
	if c, size := at(text, n.End); c == '.' || c == '．' {
		if e := digits(text, n.End+size); e > n.End+size {
			n.End, n.point = e, true
		}
	}
	if e := r.middleDot(text, n); e > n.End {
		n.End, n.point = e, true
	}
	n.digits = n.End - n.Start
	r.scale(text, &n)
	return n
}

// middleDot returns the end of decimals behind a middle dot, as scanned reports have them
// (2·5亿亩, 27 · 6％), or n.End. A power word or a unit must follow: 6·27 is a day.
func (r *Reader) middleDot(text string, n numeral) int {
	j := skip(text, n.End)
	c, size := at(text, j)
	if n.point || !oneOf(c, "·•・‧") || n.Len() > 3 {
		return n.End
	}
	j = skip(text, j+size)
	e := digits(text, j)
	if e == j || e-j > 2 {
		return n.End
	}
	if c, _ := at(text, skip(text, e)); oneOf(c, greatPowers) || r.measuredAt(text, skip(text, e)) {
		return e
	}
	return n.End
}

// digits returns the end of the run of digits at i.
func digits(text string, i int) int {
	for {
		c, size := at(text, i)
		if !isDigit(c) {
			return i
		}
		i += size
	}
}

// group returns the end of a thousands group ",234" at i, or i.
func group(text string, i int) int {
	c, size := at(text, i)
	if c != ',' && c != '，' || size == 0 {
		return i
	}
	if c == '，' {
		return i // 增长5，100户: a full-width comma parts clauses
	}
	if e := digits(text, i+size); e == i+size+3 {
		return e
	}
	return i
}

// scale reads the power words after digits, and further digits between them: 3千5百.
func (r *Reader) scale(text string, n *numeral) {
	for {
		j := skip(text, n.End)
		more := false
		c, size := at(text, j)
		if oneOf(c, mores+"几") {
			if p, _ := at(text, j+size); !oneOf(p, powers) {
				return
			}
			more, j = true, j+size
			c, size = at(text, j)
		}
		switch {
		case oneOf(c, powers) && !r.units.ownsPower(text, j):
			n.End, n.more = j+size, n.more || more
			n.scaled = n.scaled || oneOf(c, greatPowers)
			n.digits++
		case isDigit(c) && !more && n.End > n.Start && r.continues(text, n, j):
			n.End = digits(text, j)
		default:
			return
		}
	}
}

// continues reports whether the digits at j carry the numeral on: the 5 of 3千5百. They
// need a smaller power behind them, else a new number begins (2.9万5A级).
func (r *Reader) continues(text string, n *numeral, j int) bool {
	last, _ := back(text, n.End)
	if !oneOf(last, powers) {
		return false
	}
	e := digits(text, j)
	c, size := at(text, e)
	if oneOf(c, mores) {
		c, _ = at(text, e+size)
	}
	return oneOf(c, powers) && rankOf(c) < rankOf(last) && e-j <= 4
}

func rankOf(power rune) int {
	switch power {
	case '十', '拾':
		return 1
	case '百', '佰':
		return 2
	case '千', '仟':
		return 3
	case '万', '萬':
		return 4
	}
	return 8
}

// han reads a run of Chinese numerals: 一千一百万, 五点六, 三十多万, 十几, 一九五七.
func (r *Reader) han(text string, i int) numeral {
	n := numeral{bare: !strings.HasPrefix(text[i:], "十")} // 十万 is a number, 百万 may be a word
	n.Start, n.End = i, i
	for {
		c, size := at(text, n.End)
		l, _ := back(text, n.End)
		switch {
		case oneOf(c, formal) && !oneOf(nextOf(text, n.End+size), powers+formal) && !(n.Len() > 0 && oneOf(l, powers)):
			return n
		case oneOf(c, "零〇○") && n.Len() == 0 && !oneOf(nextOf(text, n.End+size), "点點"):
			return n // 一年零两个月, 零售
		case oneOf(c, "两兩") && n.Len() > 0 && !oneOf(l, powers+"零〇"):
			return n // 一九五四两年
		case oneOf(c, hanDigits):
			n.bare = false
		case oneOf(c, powers):
			if r.units.ownsPower(text, n.End) || percentile(text, n.End, n.Len() > 0) {
				return n
			}
			n.scaled = n.scaled || oneOf(c, greatPowers)
		case (c == '点' || c == '點') && !n.bare && !n.point && hanDigitAt(text, n.End+size):
			n.point = true
		case oneOf(c, vague):
			p, _ := at(text, n.End+size)
			if !oneOf(p, powers) && !(oneOf(c, "几幾") && n.Len() > 0 && oneOf(l, powers)) {
				return n
			}
			if n.Len() > 0 && !oneOf(l, powers) {
				return n
			}
			n.more = true
		case oneOf(c, mores):
			p, _ := at(text, n.End+size)
			if !oneOf(p, powers) || n.Len() == 0 {
				return n
			}
			n.more = true
		default:
			return n
		}
		n.End += size
		n.digits++
	}
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
	return oneOf(c, "〇○零一二三四五六七八九")
}

// vagueNumeral reports whether 几 or 数 at i is part of a number: 几十, 数百, but not
// 人数千余 or 几年.
func vagueNumeral(text string, i int) bool {
	c, size := at(text, i)
	p, _ := at(text, i+size)
	if !oneOf(p, powers) || follows(text, i+size, "十分") {
		return false
	}
	l, _ := back(text, i)
	return !oneOf(c, "数數") || !oneOf(l, "人总次户件指函参岁天无大多少半系个倍家基位常分")
}

// compose joins a numeral with 分之 or a slash to a fraction or percentage.
func (r *Reader) compose(text string, n numeral) numeral {
	c, size := at(text, n.End)
	if c == '/' || c == '／' {
		return slash(text, n, n.End+size)
	}
	if !follows(text, n.End, "分之") || n.more {
		return n
	}
	j := n.End + len("分之")
	d, _ := at(text, j)
	var part numeral
	switch {
	case isDigit(d):
		part = r.arabic(text, j)
	case oneOf(d, hanDigits+powers) || oneOf(d, vague) && vagueNumeral(text, j):
		part = r.han(text, j)
	default:
		return n
	}
	if part.Len() == 0 {
		return n
	}
	whole := text[n.Start:n.End]
	n.shape = fraction
	if whole == "百" || whole == "千" || whole == "万" || whole == "萬" {
		n.shape = percent
	}
	n.bare, n.scaled, n.more, n.End = false, false, part.more, part.End
	return n
}

// slash reads 1/3: both sides short and the lower one larger, else it is a date, a
// model or a rate (2023/24, 24/7).
func slash(text string, n numeral, j int) numeral {
	e := digits(text, j)
	above, below := text[n.Start:n.End], text[j:e]
	if !n.arabic || n.point || n.scaled || e == j || len(below) > 3 || len(above) > len(below) {
		return n
	}
	if c, _ := at(text, e); c == '/' || c == '.' || isDigit(c) {
		return n
	}
	if len(above) == len(below) && above >= below || above[0] == '0' || below[0] == '0' {
		return n
	}
	n.shape, n.End = fraction, e
	return n
}
