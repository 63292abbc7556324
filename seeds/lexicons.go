// Package seeds holds what the program starts from: lexicons of units, numerals,
// indicators, verbs, names and regions, each a checked table of tab-separated values.
package seeds

import (
	"embed"
	"io/fs"
	"path"
	"slices"
	"strings"
)

//go:embed *.tsv
var embedded embed.FS

// Lexicons are the word lists that every stage reads. Each list is sorted by its key
// in byte order; none is to be changed by its readers.
type Lexicons struct {
	Units       []Unit
	Classifiers []Classifier
	Numerals    []Numeral
	Bounds      []Bound
	Names       []Name
	Idioms      []Idiom
	Indicators  []Indicator
	Actions     []Action
	Words       []Word
	Series      []Series

	units      *index[Unit]
	series     *index[Series]
	indicators *index[Indicator]
	regions    *lazyRegions
	characters *lazyCharacters
}

// Entries is the number of entries of all lists.
func (l *Lexicons) Entries() int {
	return len(l.Units) + len(l.Classifiers) + len(l.Numerals) + len(l.Bounds) + len(l.Names) +
		len(l.Idioms) + len(l.Indicators) + len(l.Actions) + len(l.Words) + len(l.Series)
}

// Load reads the lexicons that are built into the program.
func Load() (*Lexicons, error) {
	var problems Problems
	l := new(Lexicons).with(embedded, &problems)
	l.regions = &lazyRegions{}
	l.characters = &lazyCharacters{}
	if err := problems.err(); err != nil {
		return nil, err
	}
	return l, nil
}

// Overlay is l with the tables of a folder laid over it: an entry of the folder
// replaces the one with the same key, and a table that the folder lacks stays as it
// is. The folder is held to the same checks; all that is wrong is reported at once.
func (l *Lexicons) Overlay(fsys fs.FS) (*Lexicons, error) {
	var problems Problems
	o := l.with(fsys, &problems)
	o.regions = l.regions.with(fsys, &problems)
	checkFiles(fsys, &problems)
	o.characters = l.characters
	if err := problems.err(); err != nil {
		return nil, err
	}
	return o, nil
}

// with is l with a folder's word lists laid over it.
func (l *Lexicons) with(fsys fs.FS, problems *Problems) *Lexicons {
	o := &Lexicons{
		Units:       overlayUnits(l.Units, fsys, problems),
		Classifiers: overlay(l.Classifiers, fsys, classifierTable, problems),
		Numerals:    overlay(l.Numerals, fsys, numeralTable, problems),
		Bounds:      overlay(l.Bounds, fsys, boundTable, problems),
		Names:       overlay(l.Names, fsys, nameTable, problems),
		Idioms:      overlay(l.Idioms, fsys, idiomTable, problems),
		Indicators:  overlay(l.Indicators, fsys, indicatorTable, problems),
		Actions:     overlay(l.Actions, fsys, actionTable, problems),
		Words:       overlay(l.Words, fsys, wordTable, problems),
		Series:      overlay(l.Series, fsys, seriesTable, problems),
	}
	o.units, o.indicators, o.series = newIndex(o.Units), newIndex(o.Indicators), newIndex(o.Series)
	if l.Units != nil { // what is built in is checked by a test
		o.checkSeries(fsys, problems)
	}
	return o
}

// overlay reads a table from a folder and lays it over the entries so far.
func overlay[T entry](base []T, fsys fs.FS, s schema[T], problems *Problems) []T {
	return merge(base, readTable(fsys, s, problems))
}

// merge lays sorted entries over others: of two with one key the added one stays.
func merge[T entry](base, added []T) []T {
	if len(base) == 0 {
		return added
	}
	if len(added) == 0 {
		return base
	}
	merged := slices.Concat(added, base)
	slices.SortStableFunc(merged, func(a, b T) int { return strings.Compare(a.key(), b.key()) })
	return slices.CompactFunc(merged, func(a, b T) bool { return a.key() == b.key() })
}

// checkFiles reports tables of a folder that nothing reads, such as unit.tsv.
func checkFiles(fsys fs.FS, problems *Problems) {
	known := []string{
		actionTable.file, boundTable.file, classifierTable.file, idiomTable.file, indicatorTable.file,
		nameTable.file, numeralTable.file, regionTable.file, seriesTable.file, unitTable.file, wordTable.file,
	}
	found, err := fs.Glob(fsys, "*.tsv")
	if err != nil {
		return // the pattern is fixed and well formed
	}
	for _, file := range found {
		if !slices.Contains(known, path.Base(file)) {
			problems.add(file, 1, "unknown lexicon", "name it one of "+strings.Join(known, ", "))
		}
	}
}
