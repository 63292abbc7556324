package report

// A shape is what a punctuation mark does.
type shape uint8

// The shapes of marks.
const (
	plain        shape = iota
	endsSentence       // 。！？
	endsClause         // ，；：
	opens              // “（《
	closes             // ”）》
	either             // "
)

// A sign is a punctuation mark in its place.
type sign struct {
	Span
	kind  byte // tells which quotes and brackets close which
	shape shape
}

// readSigns appends to dst the marks of s.
func readSigns(dst []sign, text string, s Span) []sign {
	for i := s.Start; i < s.End; {
		if i = nextMark(text, i, s.End); i >= s.End {
			break
		}
		kind, sh, n := markAt(text, i)
		if sh != plain {
			dst = append(dst, sign{Span{i, i + n}, kind, sh})
		}
		i += n
	}
	return dst
}

// nextMark is the next place from i on, before end, where a mark may begin. Han
// characters, three bytes from E4 to E9, are stepped over whole: this is what makes
// splitting fast.
func nextMark(text string, i, end int) int {
	for i < end {
		switch c := text[i]; {
		case c >= 0xE4 && c <= 0xE9:
			i += 3
		case c == 0xE2 || c == 0xE3 || c == 0xEF:
			return i
		case c < 0x40:
			switch c {
			case '!', '?', ',', ';', ':', '(', ')', '"':
				return i
			}
			i++
		case c == '[' || c == ']':
			return i
		default:
			i++
		}
	}
	return end
}

// markAt reads the mark at i: its shape, for quotes and brackets the kind that tells
// which closes which, and its length. What is no mark is plain.
func markAt(text string, i int) (kind byte, sh shape, size int) {
	c := text[i]
	if c < 0x80 {
		kind, sh = asciiMark(text, i)
		return kind, sh, 1
	}
	if i+2 >= len(text) {
		return 0, plain, 1
	}
	switch b, d := text[i+1], text[i+2]; {
	case c == 0xE3 && b == 0x80:
		switch {
		case d == 0x82: // 。
			return 0, endsSentence, 3
		case d >= 0x88 && d <= 0x91, d >= 0x94 && d <= 0x99: // 〈〉《》「」『』【】〔〕
			if d%2 == 0 {
				return d, opens, 3
			}
			return d - 1, closes, 3
		}
	case c == 0xE2 && b == 0x80:
		switch d {
		case 0x98, 0x9C: // ‘ “
			return d, opens, 3
		case 0x99, 0x9D: // ’ ”
			return d - 1, closes, 3
		}
	case c == 0xEF && b == 0xBC:
		return wideMark(text, i, d)
	}
	return 0, plain, 3
}

// wideMark reads a mark whose last byte is d among the full-width forms: ！（），：；？.
func wideMark(text string, i int, d byte) (byte, shape, int) {
	switch d {
	case 0x81, 0x9F: // ！ ？
		return 0, endsSentence, 3
	case 0x9B: // ；
		return 0, endsClause, 3
	case 0x8C: // ，
		if betweenDigits(text, i, 3) && isThousand(text[i+3:]) {
			return 0, plain, 3 // 1，234户
		}
		return 0, endsClause, 3
	case 0x9A: // ：
		if betweenDigits(text, i, 3) {
			return 0, plain, 3 // 9.2：63.7：27.1
		}
		return 0, endsClause, 3
	case 0x88: // （
		return '(', opens, 3
	case 0x89: // ）
		return '(', closes, 3
	case 0xBB: // ［
		return '[', opens, 3
	case 0xBD: // ］
		return '[', closes, 3
	}
	return 0, plain, 3
}

// asciiMark reads an ASCII mark, which some reports use throughout. Between digits
// it belongs to the number (1,234), and ? before another stands for a lost character.
func asciiMark(text string, i int) (byte, shape) {
	switch c := text[i]; c {
	case '(', '[':
		return c, opens
	case ')':
		return '(', closes
	case ']':
		return '[', closes
	case '"':
		return c, either
	case ',', ';', ':':
		if !betweenDigits(text, i, 1) {
			return 0, endsClause
		}
	case '!', '?':
		if i+1 == len(text) || !isWordByte(text[i+1]) && text[i+1] != c {
			return 0, endsSentence
		}
	}
	return 0, plain
}

// isWordByte reports whether c is an ASCII letter or digit.
func isWordByte(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}

// betweenDigits reports whether the mark of n bytes at i stands between two digits.
func betweenDigits(text string, i, n int) bool {
	if i == 0 || i+n >= len(text) {
		return false
	}
	before := text[i-1] >= '0' && text[i-1] <= '9' || i >= 3 && isWideDigit(text[i-3:])
	after := text[i+n] >= '0' && text[i+n] <= '9' || isWideDigit(text[i+n:])
	return before && after
}

// isThousand reports whether s begins with three digits and no more.
func isThousand(s string) bool {
	_, n := digitsAt(s)
	if n != 3 && n != 9 {
		return false
	}
	_, more := digitsAt(s[n:])
	return more == 0
}
