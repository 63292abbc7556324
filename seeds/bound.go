package seeds

// Bound is a word that says how a number limits the truth: 左右 after it is about.
type Bound struct {
	Word  string
	Side  string // before, after or both
	Bound string // GUIDELINES §4: about, almost, over, at_least, under, at_most
	Note  string
}

func (b Bound) key() string { return b.Word }

var boundTable = schema[Bound]{
	file:     "bounds.tsv",
	columns:  []string{"word", "side", "bound", "note"},
	required: 3,
	parse: func(r *row) Bound {
		b := Bound{r.cells[0], r.cells[1], r.cells[2], r.cells[3]}
		r.oneOf("side", b.Side, []string{"before", "after", "both"})
		r.oneOf("bound", b.Bound, []string{"about", "almost", "over", "at_least", "under", "at_most"})
		return b
	},
}
