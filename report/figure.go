package report

import "strings"

// hanValue reads a Chinese number up to 99 and its length in bytes.
func hanValue(s string) (value, size int) {
	tens := false
	for size+3 <= len(s) && size < 9 {
		d := strings.Index("一二三四五六七八九十", s[size:size+3])
		switch {
		case d < 0 || d%3 != 0:
			return value, size
		case d == 27 && !tens:
			value, tens = max(value, 1)*10, true
		case d == 27 || value%10 != 0:
			return value, size
		default:
			value += d/3 + 1
		}
		size += 3
	}
	return value, size
}

// digitValue reads one or two digits, ASCII or full-width; three or more are no number
// of a heading.
func digitValue(s string) (value, size int) {
	digits := 0
	for size < len(s) {
		switch {
		case s[size] >= '0' && s[size] <= '9':
			value = value*10 + int(s[size]-'0')
			size++
		case isWideDigit(s[size:]):
			value = value*10 + int(s[size+2]-0x90)
			size += 3
		default:
			return value, size
		}
		if digits++; digits > 2 {
			return 0, 0
		}
	}
	return value, size
}

// isWideDigit reports whether s begins with ０ to ９.
func isWideDigit(s string) bool {
	return len(s) >= 3 && s[0] == 0xEF && s[1] == 0xBC && s[2] >= 0x90 && s[2] <= 0x99
}
