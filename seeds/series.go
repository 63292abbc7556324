package seeds

import (
	"io/fs"
	"slices"
	"strings"
)

// Series says what a code of indicators.tsv can be a level of: exports of money, and not of
// 65000 cars.
type Series struct {
	Code        string
	Measures    string // dimensions, a space between them: ratio time; money is every currency's
	Classifiers string // that count it: 家 户 个; empty where it is not counted
	Note        string

	line int
}

func (s Series) key() string { return s.Code }

// The measures beside the dimensions of units.tsv.
const (
	measureMoney = "money" // every currency's
	measureRatio = "ratio"
	measureIndex = "index" // a number without a unit: 居民消费价格指数102
)

// Takes reports whether a quantity can be a level of the series, by its kind (GUIDELINES §3),
// the dimension of its unit and the unit as written. A bare number counts where there are
// classifiers. A series that names neither takes all.
func (s Series) Takes(kind, dimension, unit string) bool {
	switch {
	case s.Measures == "" && s.Classifiers == "":
		return true
	case kind == "percent" || kind == "percentage_point" || kind == "fraction" || kind == "multiple":
		return s.measures(measureRatio)
	case kind == "count" && unit == "":
		return s.Classifiers != "" || s.measures(measureIndex)
	case kind == "count":
		return holdsWord(s.Classifiers, unit)
	case kind == "money":
		return s.measures(measureMoney)
	case kind == "duration":
		return s.measures("time")
	}
	return s.measures(dimension)
}

func (s Series) measures(dimension string) bool { return holdsWord(s.Measures, dimension) }

// holdsWord reports whether a word is among words with spaces between them.
func holdsWord(words, word string) bool {
	for w := range strings.SplitSeq(words, " ") {
		if w == word {
			return true
		}
	}
	return false
}

// SeriesOf is what a code can be a level of; one that nothing is known of takes all.
func (l *Lexicons) SeriesOf(code string) Series {
	if s := l.series.find(code); s != nil {
		return *s
	}
	return Series{Code: code}
}

var seriesTable = schema[Series]{
	file:     "series.tsv",
	columns:  []string{"code", "measures", "classifiers", "note"},
	required: 1,
	parse: func(r *row) Series {
		s := Series{r.cells[0], r.cells[1], r.cells[2], r.cells[3], r.line}
		r.identifier("code", s.Code)
		return s
	},
}

// checkSeries reports series of a folder that no name has the code of, and measures and
// classifiers that no unit or word has.
func (l *Lexicons) checkSeries(fsys fs.FS, problems *Problems) {
	var again Problems // told already
	added := readTable(fsys, seriesTable, &again)
	if len(added) == 0 || len(again) > 0 {
		return
	}
	codes, measures := map[string]bool{}, map[string]bool{measureMoney: true, measureIndex: true}
	for _, i := range l.Indicators {
		codes[i.Code] = true
	}
	counts := map[string]bool{}
	for _, u := range l.Units {
		measures[u.Dimension] = true
		counts[u.Name] = u.Kind == "count"
	}
	for _, c := range l.Classifiers {
		counts[c.Text] = true
	}
	for _, s := range added {
		if !codes[s.Code] {
			problems.add(seriesTable.file, s.line, "no name in indicators.tsv has the code "+s.Code, "correct it, or add a name")
		}
		if w := firstOther(s.Measures, measures); w != "" {
			problems.add(seriesTable.file, s.line, "no unit has the dimension "+w, "name dimensions of units.tsv, money or index, with one space between them")
		}
		if w := firstOther(s.Classifiers, counts); w != "" {
			problems.add(seriesTable.file, s.line, w+" is no classifier", "name words of classifiers.tsv or units that count, with one space between them")
		}
	}
}

// firstOther is the first of some words that is not among the known.
func firstOther(words string, known map[string]bool) string {
	if words == "" {
		return ""
	}
	list := strings.Split(words, " ")
	if i := slices.IndexFunc(list, func(w string) bool { return !known[w] || w == "" }); i >= 0 {
		return `"` + list[i] + `"`
	}
	return ""
}
