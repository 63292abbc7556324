package normalize

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/govalues/decimal"
)

var errLong = errors.New("more than 19 digits: check that it is an amount")

// sum adds up a numeral read from left to right. 一亿三千五百万 passes through
// high 1亿, tens 3千 + 5百, low 3500万.
type sum struct {
	high decimal.Decimal // what 亿 has closed
	low  decimal.Decimal // what 万 has closed since
	tens decimal.Decimal // what 十, 百, 千 have closed since
	cur  decimal.Decimal // digits that no power has closed yet
	open bool            // cur holds digits
	any  bool            // something was read since the last 万 or 亿
	last int             // decimal places that the last power shifts by, for 两千三
	zero bool            // a 零 came after it: 两千零三
}

// amount reads a folded whole or decimal number with power words.
func amount(s string) (decimal.Decimal, error) {
	negative := strings.HasPrefix(s, "-")
	s = strings.TrimPrefix(strings.TrimPrefix(s, "-"), "+")
	var t sum
	digits := 0
	for i := 0; i < len(s); {
		c, size := utf8.DecodeRuneInString(s[i:])
		var err error
		switch {
		case c >= '0' && c <= '9':
			size, err = t.arabic(s[i:])
			digits++
		case c == '.' && t.any && !t.open && followedByDigit(s[i+1:]):
			size, err = t.positional("零" + s[i:]) // 六十点八
			size -= len("零")
		case han(c) >= 0:
			size, err = t.positional(s[i:])
			digits++
		case c == '廿' || c == '卅' || c == '卌':
			err = t.score(c)
			digits++
		case shift(c) > 0:
			err = t.power(shift(c))
			digits++
		case strings.ContainsRune("余多几数来", c):
		default:
			err = fmt.Errorf("%q is no part of a numeral: remove it", c)
		}
		if err != nil {
			return decimal.Zero, err
		}
		i += size
	}
	if digits == 0 {
		return decimal.Zero, errors.New("no digits: write at least one")
	}
	d, err := t.total()
	if negative {
		d = d.Neg()
	}
	return d, err
}

// arabic reads digits with thousands separators and decimals: 1,234.5.
func (t *sum) arabic(s string) (int, error) {
	end := 0
	for end < len(s) && (s[end] >= '0' && s[end] <= '9' || (s[end] == '.' || s[end] == ',') && end+1 < len(s) && s[end+1] >= '0' && s[end+1] <= '9') {
		end++
	}
	return end, t.digits(strings.ReplaceAll(s[:end], ",", ""))
}

// positional reads Chinese digits: the 五 of 五百, 五点六, 一九五七.
func (t *sum) positional(s string) (int, error) {
	var plain strings.Builder
	end, zeros := 0, 0
	for i, c := range s {
		d := han(c)
		if d < 0 && !(c == '.' && end > 0 && followedByDigit(s[i+1:])) {
			break
		}
		if d == 0 {
			zeros++
		}
		if c == '.' {
			plain.WriteByte('.')
		} else {
			plain.WriteByte(byte('0' + d))
		}
		end = i + utf8.RuneLen(c)
	}
	digits := plain.String()
	if t.any && strings.HasPrefix(digits, "0") {
		t.zero = true // 一千零五: the 零 only holds a place
		if digits = strings.TrimLeft(digits, "0"); digits == "" {
			return end, nil
		}
	}
	next, _ := utf8.DecodeRuneInString(s[end:])
	if len(digits) == 2 && zeros == 0 && (shift(next) > 0 || approximate(digits) && end == len(s) && !t.any) {
		return end, errTwo
	}
	return end, t.digits(digits)
}

// approximate reports whether two digits in a row mean one or the other: 七八个, 三五年.
func approximate(digits string) bool { return digits[1] == digits[0]+1 || digits == "35" }

func followedByDigit(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return han(c) >= 0 || c >= '0' && c <= '9'
}

func (t *sum) digits(s string) error {
	if t.open {
		return errors.New("two numbers in a row: part them")
	}
	_, part, _ := strings.Cut(s, ".")
	d, err := decimal.ParseExact(s, len(part))
	if err != nil {
		return errLong
	}
	t.cur, t.open, t.any = d, true, true
	return nil
}

// score reads 廿 (20), 卅 (30) and 卌 (40).
func (t *sum) score(c rune) error {
	tens := decimal.MustNew(20, 0)
	switch c {
	case '卅':
		tens = decimal.MustNew(30, 0)
	case '卌':
		tens = decimal.MustNew(40, 0)
	}
	d, err := add(t.tens, tens)
	t.tens, t.any, t.last = d, true, 1
	return err
}

// power closes what came before with 十, 百, 千, 万 or 亿. Alone it means one of it: 万亩.
func (t *sum) power(places int) error {
	cur := t.cur
	if !t.open && (places < 4 || !t.any) {
		cur = decimal.One // 万亩; but 亿 multiplies the 万 of 万亿
	}
	var err error
	switch places {
	case 8:
		err = carry(&t.high, places, cur, t.tens, t.low)
		t.low, t.tens = decimal.Zero, decimal.Zero
	case 4:
		err = carry(&t.low, places, cur, t.tens)
		t.tens = decimal.Zero
	default:
		var d decimal.Decimal
		if d, err = shifted(cur, places); err == nil {
			t.tens, err = add(t.tens, d)
		}
	}
	t.cur, t.open, t.zero, t.last = decimal.Zero, false, false, places
	t.any = true
	if err != nil {
		return errLong
	}
	return nil
}

// carry adds the parts to to, shifted by places. Where there are none, the power counts
// what it has closed before: the second 万 of 五万万.
func carry(to *decimal.Decimal, places int, parts ...decimal.Decimal) error {
	sum := decimal.Zero
	for _, p := range parts {
		var err error
		if sum, err = add(sum, p); err != nil {
			return err
		}
	}
	var err error
	if sum.IsZero() {
		*to, err = shifted(*to, places)
		return err
	}
	if sum, err = shifted(sum, places); err != nil {
		return err
	}
	*to, err = add(*to, sum)
	return err
}

// add adds without rounding.
func add(a, b decimal.Decimal) (decimal.Decimal, error) {
	return a.AddExact(b, max(a.Scale(), b.Scale()))
}

// shifted moves the decimal point: 1.1 by 4 is 11000, with no digit added or lost.
func shifted(d decimal.Decimal, places int) (decimal.Decimal, error) {
	coef, scale := d.Coef(), d.Scale()-places
	for ; scale < 0; scale++ {
		if coef > math.MaxInt64/10 {
			return d, errLong
		}
		coef *= 10
	}
	if coef > math.MaxInt64 {
		return d, errLong
	}
	return decimal.New(int64(coef), scale)
}

// total closes the numeral. A last digit behind 百 or more counts the next lower power:
// 两千三 is 2300.
func (t *sum) total() (decimal.Decimal, error) {
	cur := t.cur
	var err error
	if t.open && t.last >= 2 && !t.zero && cur.Scale() == 0 && cur.Prec() <= 1 {
		cur, err = shifted(cur, t.last-1)
	}
	d := t.high
	for _, x := range []decimal.Decimal{t.low, t.tens, cur} {
		if err == nil {
			d, err = add(d, x)
		}
	}
	if err != nil {
		return decimal.Zero, errLong
	}
	return d, nil
}

// han is the value of a Chinese digit, or -1.
func han(c rune) int {
	switch c {
	case '零':
		return 0
	case '一':
		return 1
	case '二', '两':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	}
	return -1
}

// shift is how many decimal places a power word moves the point by, or 0.
func shift(c rune) int {
	switch c {
	case '十':
		return 1
	case '百':
		return 2
	case '千':
		return 3
	case '万':
		return 4
	case '亿':
		return 8
	}
	return 0
}
