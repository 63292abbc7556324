package rules

// macrosFile holds the macros of a rules folder.
const macrosFile = "macros.yaml"

// TokenClasses are the classes that a token has by its part of speech or because it is
// a number; the lexicons seeds/words.tsv and seeds/actions.tsv add theirs.
func TokenClasses() []string {
	return []string{
		"noun", "plant", "nverb", "verb", "adj", "adv", "prep", "conj", "pronoun", "place", "time",
		"particle", "numeral", "classifier", "mark", "comma", "stop", "colon", "pause",
		"opening", "closing", "other",
		// the number in question, by kind: a measure is an extent (length, area) or a capacity
		// (all else); inside a name, round is a bare power of ten (千头牛场) and
		// stock a large number of animals, beds, parts (3亿只封装基地), clock hours or minutes
		// (5分钟社区), and allday those of a whole day (24小时书房)
		"percent", "percentage_point", "money", "extent", "capacity", "voltage", "count", "multiple", "fraction",
		"rank", "duration", "round", "stock", "age", "clock", "allday", "run_length",
		// any other number: inner ones belong to a noun phrase (千头 in 千头牛场)
		"number", "inner",
	}
}
