package source

import (
	"strconv"
	"strings"
)

// hanNumber writes n as a Chinese numeral: 一, 十, 十二, 一百零五. Lists never pass 9999.
func hanNumber(n int) string {
	if n <= 0 || n > 9999 {
		return strconv.Itoa(n)
	}
	digits := []rune("零一二三四五六七八九")
	units := []string{"", "十", "百", "千"}
	s := strconv.Itoa(n)
	var b strings.Builder
	zero := false
	for i, c := range s {
		d := int(c - '0')
		if d == 0 {
			zero = true
			continue
		}
		if zero && b.Len() > 0 {
			b.WriteString("零")
		}
		zero = false
		place := len(s) - 1 - i
		// 十二, not 一十二
		if !(d == 1 && place == 1 && b.Len() == 0) {
			b.WriteRune(digits[d])
		}
		b.WriteString(units[place])
	}
	return b.String()
}

// hanDigits writes n digit by digit: 一〇二.
func hanDigits(n int) string {
	digits := []rune("〇一二三四五六七八九")
	var b strings.Builder
	for _, c := range strconv.Itoa(max(n, 0)) {
		b.WriteRune(digits[c-'0'])
	}
	return b.String()
}

// legalDigits turns 一 into 壹 and so on.
func legalDigits(s string) string {
	return strings.NewReplacer("零", "零", "一", "壹", "二", "贰", "三", "叁", "四", "肆", "五", "伍",
		"六", "陆", "七", "柒", "八", "捌", "九", "玖", "十", "拾", "百", "佰", "千", "仟").Replace(s)
}

// roman writes n in Roman numerals.
func roman(n int) string {
	if n <= 0 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, r := range []struct {
		value int
		text  string
	}{
		{1000, "M"},
		{900, "CM"},
		{500, "D"},
		{400, "CD"},
		{100, "C"},
		{90, "XC"},
		{50, "L"},
		{40, "XL"},
		{10, "X"},
		{9, "IX"},
		{5, "V"},
		{4, "IV"},
		{1, "I"},
	} {
		for n >= r.value {
			b.WriteString(r.text)
			n -= r.value
		}
	}
	return b.String()
}

// letter is the n-th letter, doubled after the last: z, aa.
func letter(n int, first rune) string {
	if n <= 0 || n > 26*9 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(first+rune((n-1)%26)), (n-1)/26+1)
}

// pick is the n-th of a row of characters, or n in digits past its end.
func pick(row string, n int) string {
	r := []rune(row)
	if n < 1 || n > len(r) {
		return strconv.Itoa(n)
	}
	return string(r[n-1])
}
