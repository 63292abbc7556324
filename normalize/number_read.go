package normalize

import (
	"fmt"
	"math/big"
	"strings"
	"unicode"
	"unicode/utf8"

	"zhibiao/extract/mention"
)

// Amount is what a mention says: a value or two ends of a range, and the unit.
type Amount struct {
	Value     Number // unless it is a range
	Low, High Number // of a range
	IsRange   bool
	Unit      string // as written: 吨, %, 个百分点; empty where none is
}

// ReadAmount reads the amount of a mention whose spans are of text. Blanks and line
// breaks inside, from hard-wrapped reports, do not matter.
func ReadAmount(text string, m *mention.Mention) (a Amount, err error) {
	a.Unit = UnitName(m.Unit.In(text))
	number := tight(m.Number.In(text))
	if !m.High.Empty() {
		a.IsRange = true
		a.Low, a.High, err = readEnds(number, tight(m.High.In(text)))
		return a, err
	}
	var ok bool
	if a.Value, ok = quick(number); !ok {
		if low, high, ok := twoInOne(number); ok {
			a.IsRange = true
			a.Low, a.High, err = readEnds(low, high)
			return a, err
		}
		if a.Value, err = ParseNumber(number); err != nil {
			return a, err
		}
	}
	if rest := text[m.Span.Start:m.Span.End]; strings.HasSuffix(rest, "半") && m.Kind != mention.Fraction {
		return a, a.addHalf()
	}
	if m.Kind == mention.Money && m.Span.End > m.Unit.End {
		return a, a.addCoins(tight(text[m.Unit.End:m.Span.End]))
	}
	return a, nil
}

// addCoins adds the 角 and 分 behind a sum in the sum's own unit: 六十二元八角 is 62.8.
func (a *Amount) addCoins(s string) error {
	sum, worth := a.Value.Rat(), big.NewRat(1, 10)
	for _, coin := range []string{"角", "分"} {
		if coin == "角" && a.Unit == "角" {
			continue
		}
		if digits, rest, ok := strings.Cut(s, coin); ok {
			n, err := ParseNumber(digits)
			if err != nil {
				return err
			}
			sum, s = new(big.Rat).Add(sum, new(big.Rat).Mul(n.Rat(), worth)), rest
		}
		worth = new(big.Rat).Mul(worth, big.NewRat(1, 10))
	}
	n, err := ParseNumber(plain(sum))
	a.Value = n
	return err
}

// addHalf adds the 半 behind a unit: 两年半 is 2.5.
func (a *Amount) addHalf() error {
	n, err := ParseNumber(plain(new(big.Rat).Add(a.Value.Rat(), big.NewRat(1, 2))))
	a.Value = n
	return err
}

// readEnds reads the two ends of a range. A power word written once at the end belongs
// to both: 十八至三十万 is 180000 to 300000, but 8000至1万 is as it stands.
func readEnds(low, high string) (Number, Number, error) {
	h, err := ParseNumber(high)
	if err != nil {
		return Number{}, Number{}, fmt.Errorf("upper end: %w", err)
	}
	l, err := ParseNumber(low)
	if err != nil {
		return Number{}, Number{}, fmt.Errorf("lower end: %w", err)
	}
	if strings.ContainsAny(low, "万亿萬億") {
		return l, h, nil
	}
	for i := range high {
		power := high[i:]
		if i == 0 || strings.Trim(power, "百千万亿萬億") != "" {
			continue
		}
		head, err := ParseNumber(high[:i])
		if err == nil && l.Rat().Cmp(head.Rat()) < 0 {
			if shared, err := ParseNumber(low + power); err == nil {
				return shared, h, nil
			}
		}
	}
	return l, h, nil
}

// twoInOne parts a numeral that names two numbers: 二三十 is 20 to 30, 七八 is 7 to 8.
func twoInOne(s string) (low, high string, ok bool) {
	digits := "一二两三四五六七八九"
	for i, c := range s {
		if !strings.ContainsRune(digits, c) {
			continue
		}
		second, size := utf8.DecodeRuneInString(s[i+len("一"):])
		if !strings.ContainsRune(digits, second) || size == 0 {
			continue
		}
		if _, err := ParseNumber(s); err == nil {
			return "", "", false // 一九五七 is one number
		}
		rest := s[i+2*len("一"):]
		low, high = s[:i]+string(c)+rest, s[:i]+string(second)+rest
		return low, high, true
	}
	return "", "", false
}

// tight drops blanks and line breaks inside a number.
func tight(s string) string {
	if isTight(s) {
		return s
	}
	return strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) || unicode.Is(unicode.Cf, c) {
			return -1
		}
		return c
	}, s)
}

// isTight reports whether a number certainly has no blanks: all of it is ASCII that shows,
// or Han characters.
func isTight(s string) bool {
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c > ' ' && c < 0x7F:
			i++
		case c >= 0xE4 && c <= 0xE9:
			i += 3
		default:
			return false
		}
	}
	return true
}
