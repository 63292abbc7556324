package report

// hanValue reads a Chinese number up to 99 and its length in bytes.
func hanValue(s string) (value, size int) {
	tens := false
	for size+3 <= len(s) && size < 9 {
		d := hanDigit(s[size : size+3])
		switch {
		case d == 0:
			return value, size
		case d == 10 && !tens:
			value, tens = max(value, 1)*10, true
		case d == 10 || value%10 != 0:
			return value, size
		default:
			value += d
		}
		size += 3
	}
	return value, size
}

// hanDigit is the value of 一 to 十, 0 for any other character.
func hanDigit(char string) int {
	switch char {
	case "一":
		return 1
	case "二":
		return 2
	case "三":
		return 3
	case "四":
		return 4
	case "五":
		return 5
	case "六":
		return 6
	case "七":
		return 7
	case "八":
		return 8
	case "九":
		return 9
	case "十":
		return 10
	}
	return 0
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
