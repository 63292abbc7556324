package seeds

// Numeral is a word that is part of a number: 廿 is the digit 20, 万 the multiplier 10000.
type Numeral struct {
	Text  string
	Sort  string // digit, multiplier, fraction, approximate, …
	Value string // exact decimal or fraction; empty for words such as 几
	Note  string
}

func (n Numeral) key() string { return n.Text }

var numeralTable = schema[Numeral]{
	file:     "numerals.tsv",
	columns:  []string{"numeral", "sort", "value", "note"},
	required: 2,
	parse: func(r *row) Numeral {
		n := Numeral{r.cells[0], r.cells[1], r.cells[2], r.cells[3]}
		r.identifier("sort", n.Sort)
		if n.Value != "" {
			r.number("value", n.Value)
		}
		return n
	},
}

// Classifier is a word that counts things: 户 in 45户.
type Classifier struct {
	Text string
	Note string
}

func (c Classifier) key() string { return c.Text }

var classifierTable = schema[Classifier]{
	file:     "classifiers.tsv",
	columns:  []string{"classifier", "note"},
	required: 1,
	parse:    func(r *row) Classifier { return Classifier{r.cells[0], r.cells[1]} },
}
