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
)

func isPower(c rune) bool { return signOf(c)&ofPowers != 0 }

func isMore(c rune) bool { return signOf(c)&ofMores != 0 }

func isGreat(c rune) bool { return c == '万' || c == '亿' || c == '萬' || c == '億' }

func isFormal(c rune) bool { return signOf(c)&ofFormal != 0 }

// A sign is what a character can be in a Chinese numeral.
type sign uint8

const (
	ofDigits sign = 1 << iota // hanDigits
	ofCount                   // 一 to 十, of which days and months are made
	ofPowers
	ofVague
	ofMores
	ofFormal // formal
)

// signOf is what a character can be in a Chinese numeral; 0 for most.
func signOf(c rune) sign {
	if c < '○' {
		return 0
	}
	switch c {
	case '一', '二', '三', '四', '五', '六', '七', '八', '九':
		return ofDigits | ofCount
	case '〇', '○', '零', '两', '廿', '卅', '卌', '兩':
		return ofDigits
	case '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖', '貳', '參', '陸':
		return ofDigits | ofFormal
	case '十':
		return ofPowers | ofCount
	case '百', '千', '万', '亿', '拾', '佰', '仟', '萬', '億':
		return ofPowers
	case '几', '数', '幾', '數':
		return ofVague
	case '余', '多', '餘':
		return ofMores
	}
	return 0
}

// lex reads the numeral that begins at i. It looks no further than the numeral's end
// and a word beyond, so that reading stays linear: 一百万个亿 is read once.
func (r *Reader) lex(text string, i int) (numeral, bool) {
	c, _ := at(text, i)
	s := signOf(c)
	var n numeral
	switch {
	case isDigit(c):
		n = r.arabic(text, i)
	case s&ofVague != 0 && !vagueNumeral(text, i):
		return numeral{}, false
	case s&(ofDigits|ofPowers|ofVague) != 0:
		n = r.han(text, i)
	default:
		return numeral{}, false
	}
	if n.Len() == 0 {
		return numeral{}, false
	}
	n.twin = !n.arabic && n.Len() > len("七") && twin(text[n.Start:n.End])
	return r.compose(text, n), true
}
