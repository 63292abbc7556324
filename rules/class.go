package rules

// macrosFile holds the macros of a rules folder.
const macrosFile = "macros.yaml"

// TokenClasses are the classes that a token has by its part of speech or because it is
// a number; the lexicons seeds/words.tsv and seeds/actions.tsv add theirs.
func TokenClasses() []string {
	return []string{
		"noun", "nverb", "verb", "adj", "adv", "prep", "conj", "pronoun", "place", "time",
		"particle", "numeral", "classifier", "mark", "comma", "stop", "colon", "pause",
		"opening", "closing", "other",
		// the number in question, by kind
		"percent", "percentage_point", "money", "measure", "count", "multiple", "fraction",
		"rank", "duration",
		// any other number: inner ones belong to a noun phrase (千头 in 千头牛场)
		"number", "inner",
	}
}
