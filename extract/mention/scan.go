package mention

import "unicode/utf8"

// charset is a set of characters of the basic plane, one bit each. Testing a bit costs
// the same for 一 and for 卅, so the scan does not slow down as numerals are added.
type charset [1024]uint64

func (s *charset) add(chars string) {
	for _, c := range chars {
		if c < 1<<16 {
			s[c>>6] |= 1 << (c & 63)
		}
	}
}

// addFirst adds the character that a text begins with.
func (s *charset) addFirst(text string) {
	_, size := utf8.DecodeRuneInString(text)
	s.add(text[:size])
}

func (s *charset) has(c rune) bool { return c < 1<<16 && s[c>>6]&(1<<(c&63)) != 0 }

// next returns where the first character of the set at or after i begins, or -1. It
// decodes by hand: nearly all of a report is three-byte characters, and
// utf8.DecodeRuneInString checks more than is needed to skip them.
func (s *charset) next(text string, i int) int {
	for i < len(text) {
		c := text[i]
		switch {
		case c < utf8.RuneSelf:
			if s[c>>6]&(1<<(c&63)) != 0 {
				return i
			}
			i++
		case c>>4 == 0xE && i+2 < len(text):
			r := uint(c&0xF)<<12 | uint(text[i+1]&0x3F)<<6 | uint(text[i+2]&0x3F)
			if s[r>>6]&(1<<(r&63)) != 0 && utf8.RuneStart(c) && valid3(text[i:i+3]) {
				return i
			}
			if text[i+1]&0xC0 != 0x80 || text[i+2]&0xC0 != 0x80 {
				i++ // broken bytes: resume at the next one
				continue
			}
			i += 3
		default:
			i++
		}
	}
	return -1
}

func valid3(s string) bool {
	_, size := utf8.DecodeRuneInString(s)
	return size == 3
}

// Starters can begin a numeral; joiners stand only inside one. 成, 番 and 点 are no
// starters: 成 is a unit after 三, and alone it is mostly 完成.
const Starters = "0123456789０１２３４５６７８９" +
	"〇○零一二三四五六七八九十百千万亿两半几数廿卅卌" +
	"壹贰叁肆伍陆柒捌玖拾佰仟萬億兩幾數貳參陸" +
	"①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

// Scan reports whether the text has any numeral candidate: whether Read finds a mention. It
// is cheap enough to run over whole documents.
func (r *Reader) Scan(text string) bool { return r.starters.next(text, 0) >= 0 }
