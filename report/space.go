package report

import "unicode/utf8"

// spaceAt is the length of the blank at i, 0 if there is none. Beside ASCII blanks and
// NUL it knows the full-width space of indents, the no-break and en spaces of web
// pages, zero-width marks and a stray BOM.
func spaceAt(text string, i int) int {
	switch c := text[i]; {
	case c == ' ' || c == 0 || (c >= '\t' && c <= '\r'):
		return 1
	case c < 0xC2:
		return 0
	case c == 0xC2:
		return matchLen(text, i, "\u00a0", "\u0085")
	case c == 0xE2:
		if i+2 < len(text) && text[i+1] == 0x80 && (text[i+2] <= 0x8F || text[i+2] == 0xA8 || text[i+2] == 0xAF) && text[i+2] >= 0x80 {
			return 3
		}
	case c == 0xE3:
		return matchLen(text, i, "\u3000")
	case c == 0xEF:
		return matchLen(text, i, "\ufeff")
	}
	return 0
}

// matchLen is the length of the first of words that stands at i, 0 if none does.
func matchLen(text string, i int, words ...string) int {
	for _, w := range words {
		if end := i + len(w); end <= len(text) && text[end-1] == w[len(w)-1] && text[i:end] == w {
			return len(w)
		}
	}
	return 0
}

// skipSpace is the first place at or after i, before end, that is no blank.
func skipSpace(text string, i, end int) int {
	for i < end {
		n := spaceAt(text, i)
		if n == 0 {
			break
		}
		i += n
	}
	return min(i, end)
}

// trimRight is the end of span s without its trailing blanks.
func trimRight(text string, s Span) int {
	end := s.End
	for end > s.Start {
		n := 1
		if c := text[end-1]; c >= 0x80 {
			_, n = utf8.DecodeLastRuneInString(text[s.Start:end])
		}
		if spaceAt(text, end-n) != n {
			break
		}
		end -= n
	}
	return end
}

// trim is s without blanks at its ends.
func trim(text string, s Span) Span {
	s.Start = skipSpace(text, s.Start, s.End)
	s.End = trimRight(text, s)
	return s
}
