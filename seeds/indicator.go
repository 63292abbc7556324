package seeds

// Indicator is a name of a statistical indicator: 社会消费品零售总额, code retail_sales.
type Indicator struct {
	Name string
	Code string // GUIDELINES §10 or our own; empty for a name without a standard series
	Note string
}

func (i Indicator) key() string { return i.Name }

// Indicator looks an indicator up by its exact name.
func (l *Lexicons) Indicator(name string) (Indicator, bool) { return find(l.Indicators, name) }

var indicatorTable = schema[Indicator]{
	file:     "indicators.tsv",
	columns:  []string{"name", "code", "note"},
	required: 1,
	parse: func(r *row) Indicator {
		i := Indicator{r.cells[0], r.cells[1], r.cells[2]}
		r.identifier("code", i.Code)
		return i
	},
}
