package extract

// simplified is the table that reads a document in traditional characters as one in
// simplified; nil where it is in simplified already.
func simplified(text string) map[rune]rune { return nil }
