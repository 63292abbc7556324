package extract

// isTraditional reports whether a character is one of the frequent ones that only texts in
// traditional script have; a few of them in a name (張) make no such text.
func isTraditional(char string) bool {
	switch char {
	case "國", "產", "業", "們", "個", "這", "會", "發", "與", "億", "萬", "農", "經", "設", "進", "對", "於":
		return true
	}
	return false
}

// minTraditional is how many of them make a document one in traditional script.
const minTraditional = 10

// simplified is the table that reads a document in traditional script as one in
// simplified (1954年: 國家、農業); nil where it is in simplified already.
func (x *Extractor) simplified(text string) map[rune]rune {
	for n, i, last := 0, 0, 0; n < minTraditional; {
		switch {
		case i >= len(text) || i+3-last > sampleSize:
			return nil
		case !isHan(text, i):
			i++
			continue
		case isTraditional(text[i : i+3]):
			n++
			last = i + 3
		}
		i += 3
	}
	table, err := x.lexicons.Simplified()
	if err != nil {
		return nil // the table is built in and tested
	}
	return table
}

// sampleSize bounds how far the next such character may be.
const sampleSize = 4000
