package source

import "strings"

// Marks in the text of a Word file of before 2007.
const (
	docCell       = 0x07 // end of a cell, and once more at the end of a row
	docLine       = 0x0B
	docPage       = 0x0C
	docParagraph  = 0x0D
	docFieldBegin = 0x13 // PAGE, HYPERLINK …
	docFieldShown = 0x14 // what the field shows begins here
	docFieldEnd   = 0x15
	docHyphen     = 0x1E
)

// docLines turns Word's marks into line ends and tabs and leaves out the codes of fields.
func docLines(raw string) string {
	var b strings.Builder
	codes := 0 // open fields whose codes are being read
	var shown []bool
	afterCell := false
	for _, r := range raw {
		switch r {
		case docFieldBegin:
			codes++
			shown = append(shown, false)
			continue
		case docFieldShown:
			if n := len(shown); n > 0 && !shown[n-1] {
				shown[n-1] = true
				codes--
			}
			continue
		case docFieldEnd:
			if n := len(shown); n > 0 {
				if !shown[n-1] {
					codes--
				}
				shown = shown[:n-1]
			}
			continue
		}
		if codes > 0 {
			continue
		}
		afterCell = docMark(&b, r, afterCell)
	}
	return b.String()
}

// docMark writes one character or what its mark stands for, and reports whether it was
// the end of a cell. The second such mark in a row ends the table's row.
func docMark(b *strings.Builder, r rune, afterCell bool) bool {
	switch r {
	case docCell:
		if afterCell {
			b.WriteByte('\n')
			return false
		}
		return true
	case docParagraph, docLine, docPage:
		r = '\n'
	case docHyphen:
		r = '-'
	}
	if afterCell {
		b.WriteByte('\t')
	}
	if r == '\n' || r == '\t' || r >= 0x20 {
		b.WriteRune(r)
	}
	return false
}
