package seeds

import (
	"sync"
	"unicode/utf8"
)

// Character is a traditional character and the simplified one it is read as.
type Character struct{ Traditional, Simplified string }

func (c Character) key() string { return c.Traditional }

var traditionalTable = schema[Character]{
	file:     "traditional.tsv",
	columns:  []string{"traditional", "simplified"},
	required: 2,
	parse: func(r *row) Character {
		c := Character{r.cells[0], r.cells[1]}
		if utf8.RuneCountInString(c.Traditional) != 1 || utf8.RuneCountInString(c.Simplified) != 1 {
			r.wrong("write one character in each column", "%q is read as %q", c.Traditional, c.Simplified)
		}
		return c
	},
}

// lazyCharacters is the table of traditional characters, read when a document first
// needs it: few do.
type lazyCharacters struct {
	once  sync.Once
	table map[rune]rune
	err   error
}

// Simplified is the simplified character of each traditional one (國 → 国).
func (l *Lexicons) Simplified() (map[rune]rune, error) {
	c := l.characters
	c.once.Do(func() {
		var problems Problems
		rows := readTable(embedded, traditionalTable, &problems)
		c.table = make(map[rune]rune, len(rows))
		for _, r := range rows {
			from, _ := utf8.DecodeRuneInString(r.Traditional)
			to, _ := utf8.DecodeRuneInString(r.Simplified)
			c.table[from] = to
		}
		c.err = problems.err()
	})
	return c.table, c.err
}
