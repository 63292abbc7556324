package normalize

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// longest is the most bytes a numeral may have. Longer ones are no amounts but noise (a
// million digits), and cost nothing this way.
const longest = 120

// errTwo tells that a numeral names two numbers at once: 二三十 is 20 to 30.
var errTwo = errors.New("names two numbers: read it as a range")

// ParseNumber reads a numeral: 1,234.5, 1.1万, 3千5百, 两千三, 一九五七, 三分之一, 百分之
// 零点五 (0.5), 三成五 (35), 一半, 几百 (100: at least so many), 翻一番 (1).
func ParseNumber(s string) (Number, error) {
	if n, ok := quick(s); ok {
		return n, nil
	}
	if len(s) > longest {
		return Number{}, fmt.Errorf("number %.20q…: longer than %d bytes: check that it is an amount", s, longest)
	}
	if !utf8.ValidString(s) {
		return Number{}, fmt.Errorf("number %q: invalid UTF-8: decode the text first", s)
	}
	n, err := parse(fold(s))
	if err != nil {
		return Number{}, fmt.Errorf("number %q: %w", s, err)
	}
	return n, nil
}

// folding maps the ways to write a numeral to one: 壹 → 一, 萬 → 万, ５ → 5.
var folding = strings.NewReplacer(
	"０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8", "９", "9",
	"．", ".", "·", ".", "•", ".", "・", ".", "‧", ".", "／", "/", "－", "-", "−", "-", "点", ".", "點", ".", "负", "-",
	"壹", "一", "贰", "二", "貳", "二", "叁", "三", "參", "三", "肆", "四", "伍", "五", "陆", "六", "陸", "六",
	"柒", "七", "捌", "八", "玖", "九", "拾", "十", "佰", "百", "仟", "千", "萬", "万", "億", "亿", "兩", "两",
	"幾", "几", "數", "数", "餘", "余", "○", "零", "〇", "零",
)

func fold(s string) string {
	for _, c := range s {
		if han(c) < 0 && shift(c) == 0 {
			return folding.Replace(s)
		}
	}
	return s // as most numerals that are not in digits
}

// parse reads a folded numeral.
func parse(s string) (Number, error) {
	for _, lead := range []string{"翻了", "翻", "第", "前"} {
		s = strings.TrimPrefix(s, lead)
	}
	s = strings.TrimSuffix(s, "番")
	for _, parts := range []string{"百分之", "千分之", "万分之"} {
		if rest, ok := strings.CutPrefix(s, parts); ok {
			return parse(rest)
		}
	}
	switch {
	case s == "":
		return Number{}, errors.New("no digits: write at least one")
	case s == "半" || s == "一半":
		return ratio("1", "2")
	case strings.Contains(s, "成"):
		return tenths(s)
	}
	if below, above, ok := strings.Cut(s, "分之"); ok {
		return ratio(above, below)
	}
	if above, below, ok := strings.Cut(s, "/"); ok {
		return ratio(above, below)
	}
	d, err := amount(s)
	return Number{value: d}, err
}

// ratio is a fraction of two whole numbers, kept as written: 2/4 is not 1/2.
func ratio(above, below string) (Number, error) {
	a, err := amount(above)
	if err != nil {
		return Number{}, err
	}
	b, err := amount(below)
	if err != nil {
		return Number{}, err
	}
	if b.IsZero() {
		return Number{}, errors.New("divides by zero: check the text")
	}
	return Number{a, b}, nil
}

// tenths reads 三成 (30), 三成五 (35), 两成多 (20).
func tenths(s string) (Number, error) {
	whole, part, _ := strings.Cut(s, "成")
	n, err := amount(whole)
	if err != nil {
		return Number{}, err
	}
	if n, err = shifted(n, 1); err != nil {
		return Number{}, err
	}
	if part = strings.TrimRight(part, "多余"); part == "" {
		return Number{value: n}, nil
	}
	d, err := amount(part)
	if err != nil {
		return Number{}, err
	}
	n, err = add(n, d)
	return Number{value: n}, err
}
