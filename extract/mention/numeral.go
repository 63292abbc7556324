package mention

import "zhibiao/report"

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
