package segment

import "unicode"

// class is what a character is where no dictionary speaks for it.
type class uint8

const (
	other  class = iota // a Han character, a broken byte: tag x
	letter              // tag eng, in runs
	digit               // tag m, in runs
	mark                // punctuation, space, symbol: tag w
)

// classOf treats full-width digits and letters (２０２４, ＧＤＰ) like ASCII ones, and
// Latin, Greek and Cyrillic letters like English ones, as gse does.
func classOf(r rune) class {
	switch {
	case r < 0x80:
		return classOfASCII(byte(r))
	case r >= 0x4E00 && r <= 0x9FFF:
		return other
	case r >= '、' && r <= '〃' || r >= '〈' && r <= '】' || r == '，' || r == '：' || r == '；':
		return mark // most marks of a report, before the tables of unicode
	case r >= '０' && r <= '９':
		return digit
	case r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ':
		return letter
	case r < 0x800 && unicode.IsLetter(r):
		return letter
	case r < 0x800 && unicode.IsNumber(r):
		return digit
	case r != unicode.ReplacementChar && (unicode.IsPunct(r) || unicode.IsSymbol(r) || unicode.IsSpace(r)):
		return mark
	}
	return other
}

func classOfASCII(b byte) class {
	switch {
	case b >= '0' && b <= '9':
		return digit
	case b|0x20 >= 'a' && b|0x20 <= 'z':
		return letter
	}
	return mark
}
