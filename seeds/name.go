package seeds

// Name is a string that holds a numeral and is no quantity: 八项规定, 5G, 一带一路.
type Name struct {
	Text string
	Sort string // name, code, date, ordinal or free
	Note string
}

func (n Name) key() string { return n.Text }

var nameTable = schema[Name]{
	file:     "names.tsv",
	columns:  []string{"name", "sort", "note"},
	required: 2,
	parse: func(r *row) Name {
		n := Name{r.cells[0], r.cells[1], r.cells[2]}
		r.oneOf("sort", n.Sort, []string{"name", "code", "date", "ordinal", "free"})
		return n
	},
}

// Idiom is a word with a numeral in it: 千方百计, 零售, 万科.
type Idiom struct {
	Text string
	Note string
}

func (i Idiom) key() string { return i.Text }

var idiomTable = schema[Idiom]{
	file:     "idioms.tsv",
	columns:  []string{"idiom", "note"},
	required: 1,
	parse:    func(r *row) Idiom { return Idiom{r.cells[0], r.cells[1]} },
}
