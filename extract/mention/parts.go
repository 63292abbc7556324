package mention

// compose joins a numeral with 分之 or a slash to a fraction or percentage.
func (r *Reader) compose(text string, n numeral) numeral {
	c, size := at(text, n.End)
	if c == '/' || c == '／' {
		return slash(text, n, n.End+size)
	}
	if c != '分' || n.more || !follows(text, n.End, "分之") {
		return n
	}
	j := n.End + len("分之")
	d, _ := at(text, j)
	var part numeral
	switch {
	case isDigit(d):
		part = r.arabic(text, j)
	case oneOf(d, hanDigits+powers) || oneOf(d, vague) && vagueNumeral(text, j):
		part = r.han(text, j)
	default:
		return n
	}
	if part.Len() == 0 {
		return n
	}
	whole := text[n.Start:n.End]
	n.shape = fraction
	if whole == "百" || whole == "千" || whole == "万" || whole == "萬" {
		n.shape = percent
	}
	n.bare, n.scaled, n.more, n.End = false, false, part.more, part.End
	return n
}

// slash reads 1/3: both sides short and the lower one larger, else it is a date, a
// model or a rate (2023/24, 24/7).
func slash(text string, n numeral, j int) numeral {
	e := digits(text, j)
	above, below := text[n.Start:n.End], text[j:e]
	if !n.arabic || n.point || n.scaled || e == j || len(below) > 3 || len(above) > len(below) {
		return n
	}
	if c, _ := at(text, e); c == '/' || c == '.' || isDigit(c) || below == "10" && c == '万' { // 8/10万
		return n
	}
	if len(above) == len(below) && above >= below || above[0] == '0' || below[0] == '0' {
		return n
	}
	n.shape, n.End = fraction, e
	return n
}
