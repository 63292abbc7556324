package segment

import "unicode/utf8"

// clean hands the stretches of text that are valid UTF-8 without NUL to cut, whose
// tokens count from the start of the stretch; what lies between is a token a byte.
// Segmenters that others wrote stumble over it: jieba drops the sentence.
func clean(dst []Token, text string, cut func(dst []Token, piece string) []Token) []Token {
	start := 0
	flush := func(end int) {
		if start == end {
			return
		}
		n := len(dst)
		dst = cut(dst, text[start:end])
		for i := range dst[n:] {
			dst[n+i].Start += start
			dst[n+i].End += start
		}
	}
	for i := 0; i < len(text); {
		r, size := decode(text, i)
		if r != 0 && (r != utf8.RuneError || size > 1) {
			i += size
			continue
		}
		flush(i)
		tok := Token{Tag: tagOf(text[i : i+1])}
		tok.Start, tok.End = i, i+1
		dst = append(dst, tok)
		i++
		start = i
	}
	flush(len(text))
	return dst
}

// tagOf is the tag of a word that no dictionary holds, by its characters.
func tagOf(word string) string {
	r, _ := utf8.DecodeRuneInString(word)
	switch classOf(r) {
	case mark:
		return "w"
	case letter, digit:
		if allDigits(word) {
			return "m"
		}
		return "eng"
	}
	return "x"
}
