package extract

import "zhibiao/extract/mention"

// signs are what the characters of a sentence let it hold. Most sentences of a report
// hold nothing, and this tells so in one pass; of the others it tells what need not be
// looked for at each number.
type signs uint16

const (
	ofNumeral signs = 1 << iota // begins a numeral
	ofGap                       // a blank, or another character that a view changes or leaves out
	ofTie                       // opens a word of parity: the 同 of 同步
	ofTied                      // ends one
	ofAfter                     // in words of what comes after something is built: 建成后
	ofMean                      // in words of a mean: 年均
	ofPlan                      // in words of an earlier plan: 原定, 计划, 提出
	ofYard                      // in words of what something is reckoned by: 按照
	ofOther                     // to be looked at more closely
)

// ties are the words that tie an indicator to another one.
var ties = [...]string{"同步", "快于", "高于", "低于", "慢于", "大于", "小于", "超过"}

// survey is the signs of each character of the basic plane.
type survey [1 << 16]signs

func newSurvey() *survey {
	s := new(survey)
	add := func(chars string, of signs) {
		for _, c := range chars {
			s[c] |= of
		}
	}
	add(mention.Starters, ofNumeral)
	for _, tie := range ties {
		const han = len("同")
		add(tie[:han], ofTie)
		add(tie[han:], ofTied)
	}
	add("后", ofAfter)
	add("均", ofMean)
	add("原计提", ofPlan)
	add("按", ofYard)
	for _, block := range [...][2]rune{{0, 0xFF}, {0x2000, 0x20FF}, {0x3000, 0x30FF}, {0xFE00, 0xFFFF}} {
		for c := block[0]; c <= block[1]; c++ {
			if isBlank(c) || fold(c, nil) != c || c == '[' || c == '〔' {
				s[c] |= ofGap
			}
		}
	}
	return s
}

// lack reports whether a sentence with these signs has nothing of a kind.
func (s signs) lack(kind signs) bool { return s&(kind|ofOther) == 0 }

// of is the signs of a text.
func (s *survey) of(text string) signs {
	var all signs
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c < 0x80:
			all |= s[c]
			i++
		case c >= 0xE1 && c <= 0xEF && i+2 < len(text) && text[i+1]&0xC0 == 0x80 && text[i+2]&0xC0 == 0x80:
			all |= s[uint16(c)<<12|uint16(text[i+1]&0x3F)<<6|uint16(text[i+2]&0x3F)]
			i += 3
		case c >= 0xC2 && c < 0xE0 && i+1 < len(text) && text[i+1]&0xC0 == 0x80:
			all |= s[uint16(c&0x1F)<<6|uint16(text[i+1]&0x3F)]
			i += 2
		default:
			all |= ofOther
			i++
		}
	}
	return all
}
