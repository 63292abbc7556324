package mention

// arabic reads digits with thousands separators, decimals and power words: 1,234.5,
// 1.8万亿, 20多万, 1亿3千多万.
func (r *Reader) arabic(text string, i int) numeral {
	n := numeral{arabic: true}
	n.Start, n.End = i, digits(text, i)
	for {
		e := group(text, n.End)
		if e == n.End {
			break
		}
		n.End = e
	}
	if c, size := at(text, n.End); c == '.' || c == '．' {
		if e := digits(text, n.End+size); e > n.End+size {
			n.End, n.point = e, true
		}
	}
	if e := r.middleDot(text, n); e > n.End {
		n.End, n.point = e, true
	}
	n.digits = n.End - n.Start
	r.scale(text, &n)
	return n
}

// middleDot returns the end of decimals behind a middle dot, as scanned reports have them
// (2·5亿亩, 27 · 6％), or n.End. A power word or a unit must follow: 6·27 is a day.
func (r *Reader) middleDot(text string, n numeral) int {
	j := skip(text, n.End)
	c, size := at(text, j)
	if c != '·' && c != '•' && c != '・' && c != '‧' || n.point || n.Len() > 3 {
		return n.End
	}
	j = skip(text, j+size)
	e := digits(text, j)
	if e == j || e-j > 2 {
		return n.End
	}
	if c, _ := at(text, skip(text, e)); isGreat(c) || r.measuredAt(text, skip(text, e)) {
		return e
	}
	return n.End
}

// digits returns the end of the run of digits at i.
func digits(text string, i int) int {
	for {
		c, size := at(text, i)
		if !isDigit(c) {
			return i
		}
		i += size
	}
}

// group returns the end of a thousands group ",234" at i, or i.
func group(text string, i int) int {
	c, size := at(text, i)
	if c != ',' && c != '，' || size == 0 {
		return i
	}
	if c == '，' {
		return i // 增长5，100户: a full-width comma parts clauses
	}
	if e := digits(text, i+size); e == i+size+3 {
		return e
	}
	return i
}

// scale reads the power words after digits, and further digits between them: 3千5百.
func (r *Reader) scale(text string, n *numeral) {
	for {
		j := skip(text, n.End)
		more := false
		c, size := at(text, j)
		if c == '几' || signOf(c)&ofMores != 0 {
			if p, _ := at(text, j+size); !isPower(p) {
				return
			}
			more, j = true, j+size
			c, size = at(text, j)
		}
		switch {
		case signOf(c)&ofPowers != 0 && !r.units.ownsPower(text, j):
			n.End, n.more = j+size, n.more || more
			n.scaled = n.scaled || isGreat(c)
			n.digits++
		case isDigit(c) && !more && n.End > n.Start && r.continues(text, n, j):
			n.End = digits(text, j)
		default:
			return
		}
	}
}

// continues reports whether the digits at j carry the numeral on: the 5 of 3千5百. They
// need a smaller power behind them, else a new number begins (2.9万5A级).
func (r *Reader) continues(text string, n *numeral, j int) bool {
	last, _ := back(text, n.End)
	if !isPower(last) {
		return false
	}
	e := digits(text, j)
	c, size := at(text, e)
	if isMore(c) {
		c, _ = at(text, e+size)
	}
	return isPower(c) && rankOf(c) < rankOf(last) && e-j <= 4
}

func rankOf(power rune) int {
	switch power {
	case '十', '拾':
		return 1
	case '百', '佰':
		return 2
	case '千', '仟':
		return 3
	case '万', '萬':
		return 4
	}
	return 8
}
