package extract

import "strings"

// traditional are frequent characters that only texts in traditional script have; a few
// of them in a name (張) make no such text.
const traditional = "國產業們個這會發與億萬農經設產進們對於"

// minTraditional is how many of them make a document one in traditional script.
const minTraditional = 10

// simplified is the table that reads a document in traditional script as one in
// simplified (1954年: 國家、農業); nil where it is in simplified already.
func (x *Extractor) simplified(text string) map[rune]rune {
	n := 0
	for rest := text; n < minTraditional; n++ {
		i := strings.IndexAny(rest[:min(len(rest), sampleSize)], traditional)
		if i < 0 {
			return nil
		}
		rest = rest[i+3:]
	}
	table, err := x.lexicons.Simplified()
	if err != nil {
		return nil // the table is built in and tested
	}
	return table
}

// sampleSize bounds how far the next such character may be.
const sampleSize = 4000
