package mention

// upper reads the second end of a range after the first one, which ends at i: -7% of
// 6%-7%, 至2个 of 1至2个. Both ends must be written alike.
func (r *Reader) upper(text string, n numeral, i, floor int) (numeral, bool) {
	j := dash(text, i)
	if j == i || n.bare {
		return numeral{}, false
	}
	if c, _ := at(text, i); oneOf(c, "到至") && precedesFrom(text, n.Start, floor) {
		return numeral{}, false // 由50个到80个 tells a change, not a range
	}
	c, _ := at(text, j)
	if n.arabic != isDigit(c) {
		return numeral{}, false
	}
	if l, _ := back(text, n.Start); isLetter(l) {
		return numeral{}, false
	}
	h, ok := r.lex(text, j)
	if !ok || h.bare || h.shape != n.shape {
		return numeral{}, false
	}
	return h, true
}

func precedesFrom(text string, i, floor int) bool {
	return precedes(text[floor:], i-floor, "从 由 自 从不足 由不足 从近 由近 从约")
}

// dash returns the end of the mark of a range at i, or i.
func dash(text string, i int) int {
	c, size := at(text, i)
	switch c {
	case '-', '–', '~', '～', '－', '−', '至', '到', '〜', '∼', '‐', '‑':
		return i + size
	case '一': // 5一7天: a scanned dash
		if d, _ := back(text, i); isDigit(d) && isDigitAt(text, i+size) {
			return i + size
		}
	case '—', '―', '─':
		if d, s := at(text, i+size); d == c {
			return i + size + s
		}
		return i + size
	}
	return i
}
