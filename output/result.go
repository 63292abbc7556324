package output

import (
	"cmp"

	"zhibiao/extract"
	"zhibiao/extract/mention"
	"zhibiao/report"
)

// results finds the results that an aim can be held against.
type results map[resultKey]result

// result is the one to believe among results of one key.
type result struct {
	best    *FactRow
	several bool // they tell different values
}

func newResults(facts []FactRow) results {
	r := results{}
	r.add(facts)
	return r
}

// add files the results among the facts. They must stay where they are.
func (r results) add(facts []FactRow) {
	for i := range facts {
		r.file(&facts[i])
	}
}

// file files a fact if it is a result.
func (r results) file(f *FactRow) {
	if f.Status != string(extract.Actual) || f.Bound == string(mention.Range) || f.PeriodEnd == 0 || noted(f) {
		return
	}
	key, ok := keyOf(f)
	if !ok {
		return
	}
	was := r[key]
	switch {
	case was.best == nil:
		was.best = f
	case valueKey(was.best) != valueKey(f):
		was.several = true
		fallthrough
	default:
		if outranks(f, was.best) {
			was.best = f
		}
	}
	r[key] = was
}

// isResult reports whether a fact can be a result.
func isResult(f *FactRow) bool {
	return f.Status == string(extract.Actual) && f.Bound != string(mention.Range) && f.PeriodEnd != 0
}

// resultKey is what an aim and its result have in common.
type resultKey struct {
	place, indicator, aspect, kind, unit string
	start, end                           int32  // the years
	within                               string // part of the year: 前三季度
	deed, rank                           string // what was done, and for whom: 认定 国家级
	coded                                bool
}

// keyOf is the key of a fact. Without an indicator there is nothing to compare; a
// fact with a code is found by it alone, whatever its name (GDP, 地区生产总值).
func keyOf(f *FactRow) (resultKey, bool) {
	k := resultKey{
		place: Place(f.RegionCode, f.Region, f.DocID), aspect: f.Aspect, kind: f.Kind, unit: f.UnitCode,
		start: f.PeriodStart, end: f.PeriodEnd, within: f.PartOfYear, deed: deed(f),
	}
	if k.indicator, k.coded = indicatorKey(f); k.indicator == "" {
		return k, false
	}
	if k.deed != "" {
		k.rank = rankWords(f.Indicator)
	}
	if k.unit == "" {
		k.unit = f.Unit
	}
	return k, true
}

// indicatorKey is what facts about one indicator share, its code or else its name, and
// nothing where there is neither.
func indicatorKey(f *FactRow) (key string, coded bool) {
	if f.IndicatorCode != "" {
		return f.IndicatorCode, true
	}
	return f.Indicator, false
}

// Place names the region of a row; a document whose region is unknown is a place of
// its own.
func Place(code, region, doc string) string {
	return cmp.Or(code, region, doc)
}

// best is the result to hold a fact against, of the given years, or nil. Without a code
// a name must tell one thing only: where a report counts 项目 three times, none of the
// three answers an aim of 7 项目.
func (r results) best(f *FactRow, start, end int32) *FactRow {
	key, ok := keyOf(f)
	if !ok || end == 0 {
		return nil
	}
	key.start, key.end = start, end
	found := r[key]
	if f.IndicatorCode == "" && found.several {
		return nil
	}
	return found.best
}

// outranks says which of two facts about the same thing and year to believe. The
// report of the year after knows the result; then confidence, an exact number
// before a bounded one, the review before asides elsewhere; at last the first told.
func outranks(a, b *FactRow) bool {
	return cmp.Or(
		cmp.Compare(reviewed(b), reviewed(a)),
		cmp.Compare(confidence(b), confidence(a)),
		cmp.Compare(precise(b), precise(a)),
		cmp.Compare(inPart(b), inPart(a)),
		cmp.Compare(whole(b), whole(a)),
		cmp.Compare(a.DocID, b.DocID),
		cmp.Compare(a.Start, b.Start),
	) < 0
}

// noted reports whether a fact stands in the notes, which tell what a word means and not what
// the place has done: no aim is answered there, and no cell of the panel filled.
func noted(f *FactRow) bool { return f.Part == string(report.PartNotes) }

func reviewed(f *FactRow) int { return truth(f.ReportYear == f.PeriodEnd+1) }
func precise(f *FactRow) int  { return truth(f.Bound == string(mention.Exact)) }
func whole(f *FactRow) int    { return truth(f.Parent == "") }
func confidence(f *FactRow) int {
	switch f.Confidence {
	case "high":
		return 3
	case "low":
		return 1
	default:
		return 2
	}
}

// inPart prefers results told in the review and aims told among the targets.
func inPart(f *FactRow) int {
	switch report.Part(f.Part) {
	case report.PartTargets:
		return truth(f.Status == string(extract.Target))
	case report.PartReview:
		return truth(f.Status == string(extract.Actual))
	default:
		return 0
	}
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}
