package output

import (
	"hash/maphash"
	"slices"

	"zhibiao/extract"
	"zhibiao/extract/mention"
	"zhibiao/report"
)

// TargetRow is an aim: its fact, how firmly it binds, where the place stood in the
// year under review, and what a later report says was reached. Values compared are
// in the canonical unit and carry their sign: 下降3% is -0.03.
type TargetRow struct {
	FactRow
	Constraint     string   `parquet:"constraint,dict"`
	Previous       *float64 `parquet:"previous_value,optional"`
	PreviousText   string   `parquet:"previous_value_text,optional"`
	PreviousFactID string   `parquet:"previous_fact_id,optional,delta"`
	Difference     *float64 `parquet:"difference,optional"`
	DifferenceText string   `parquet:"difference_text,optional"`
	Reached        *float64 `parquet:"reached_value,optional"`
	ReachedText    string   `parquet:"reached_value_text,optional"`
	ReachedFactID  string   `parquet:"reached_fact_id,optional,delta"`
	Achieved       *bool    `parquet:"achieved,optional"`
	Gap            *float64 `parquet:"gap,optional"`
	GapText        string   `parquet:"gap_text,optional"`
}

// The constraints that an aim can put on a government.
const (
	constraintHard = "hard" // 以上, 不低于, 以内, 确保
	constraintSoft = "soft" // 左右, 力争, 预期
	constraintNone = "none"
)

// constraint codes an aim as the literature on growth targets does. 确保 binds whatever
// else is said; then the bound decides before the verb, because 主要预期目标是：增长6%以上
// opens every list of aims and still leaves 以上 binding.
func constraint(f *FactRow) string {
	switch {
	case f.Strength == string(extract.Ensure):
		return constraintHard
	case f.Bound == string(mention.AtLeast), f.Bound == string(mention.AtMost),
		f.Bound == string(mention.Over), f.Bound == string(mention.Under):
		return constraintHard
	case f.Bound == string(mention.About), f.Bound == string(mention.Almost):
		return constraintSoft
	case f.Strength == string(extract.Strive), f.Strength == string(extract.Expect):
		return constraintSoft
	default:
		return constraintNone
	}
}

// targetRows picks the aims of one report and sets beside each the result that the
// same report gives for the year under review.
func targetRows(facts []FactRow, review report.Years) []TargetRow {
	aims, year, asked := 0, int32(review.End), newIndicators()
	for i := range facts {
		if f := &facts[i]; aimed(f) {
			*asked.of(f) = true
			aims++
		}
	}
	if aims == 0 {
		return []TargetRow{}
	}
	results, rows := results{}, make([]TargetRow, 0, aims)
	for i := range facts {
		if f := &facts[i]; f.PeriodStart == year && f.PeriodEnd == year && !aimed(f) && *asked.of(f) {
			results.file(f)
		}
	}
	for i := range facts {
		f := &facts[i]
		if !aimed(f) {
			continue
		}
		rows = rows[:len(rows)+1]
		t := &rows[len(rows)-1]
		t.FactRow, t.Constraint = *f, constraint(f)
		if was := results.best(f, year, year); was != nil {
			t.previous(was)
		}
	}
	return rows
}

// indicators are those of some facts, by a hash: one that is not marked is not among them.
type indicators struct {
	seed   maphash.Seed
	marked [1 << 10]bool
}

func newIndicators() *indicators { return &indicators{seed: maphash.MakeSeed()} }

// of is the mark of the indicator of a fact.
func (s *indicators) of(f *FactRow) *bool {
	name, _ := indicatorKey(f)
	return &s.marked[maphash.String(s.seed, name)%uint64(len(s.marked))]
}

// aimed reports whether a fact is an aim. 收入与经济增长同步 in the review is a result.
func aimed(f *FactRow) bool {
	return f.Status == string(extract.Target) || f.Kind == "parity" && f.Status != string(extract.Actual)
}

// previous sets the result of the year under review: 上年增长6.7%.
func (t *TargetRow) previous(was *FactRow) {
	aim, value := markText(&t.FactRow), signedText(was)
	if aim == "" || value == "" {
		return
	}
	t.PreviousFactID, t.PreviousText = was.FactID, value
	t.Previous = double(t.PreviousText)
	t.DifferenceText = minus(aim, value)
	t.Difference = double(t.DifferenceText)
}

// reached sets the result that a later report tells for the year aimed at.
func (t *TargetRow) reached(result *FactRow) {
	aim, ok := aimOf(&t.FactRow)
	value, known := signed(result)
	if !ok || !known {
		return
	}
	t.ReachedFactID, t.ReachedText = result.FactID, exact(value)
	t.Reached = double(t.ReachedText)
	t.GapText = exact(aim.gap(value))
	t.Gap = double(t.GapText)
	met := aim.met(value, grain(&t.FactRow))
	t.Achieved = &met
}

// link returns the targets of a report with what was reached beside each, across all
// reports of a place. The caller's stay as they are.
func (r results) link(targets []TargetRow) []TargetRow {
	var several map[aimKey]bool
	linked := targets
	for i := range targets {
		t := &targets[i]
		if t.PeriodEnd == 0 {
			continue
		}
		result := r.best(&t.FactRow, t.PeriodStart, t.PeriodEnd)
		if result == nil {
			continue
		}
		if several == nil {
			several, linked = ambiguous(targets), slices.Clone(targets)
		}
		if !several[aimKeyOf(t)] {
			linked[i].reached(result)
		}
	}
	return linked
}

// aimKey is what the aims of one report share that could be answered by one result.
type aimKey struct {
	resultKey
	doc string
}

func aimKeyOf(t *TargetRow) aimKey {
	key, _ := keyOf(&t.FactRow)
	return aimKey{key, t.DocID}
}

// ambiguous lists the names without a code under which a report aims at several values:
// one result cannot answer 项目7个 and 项目11个 alike.
func ambiguous(targets []TargetRow) map[aimKey]bool {
	first, several := map[aimKey][5]string{}, map[aimKey]bool{}
	for i := range targets {
		t := &targets[i]
		if t.IndicatorCode != "" {
			continue
		}
		key, value := aimKeyOf(t), valueKey(&t.FactRow)
		if other, ok := first[key]; !ok {
			first[key] = value
		} else if other != value {
			several[key] = true
		}
	}
	return several
}
