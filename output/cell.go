package output

import (
	"cmp"
	"math/big"

	"zhibiao/extract"
	"zhibiao/extract/mention"
)

// cell gathers the candidates for one row of the panel.
type cell struct {
	row                                 PanelRow
	level, growth, rank, aimed, aimedAt []*FactRow
	relative                            []*FactRow // aims tied to others: 高于全省0.5个百分点
	told                                bool       // a complete report speaks for this year
}

// add files a fact under the cell that it can fill.
func (c *cell) add(f *FactRow) {
	target := f.Status == string(extract.Target)
	if target && (f.Kind == "parity" || f.Aspect == string(extract.Gap)) {
		c.relative = append(c.relative, f)
		return
	}
	if f.PartOfYear != "" { // what was so by September says nothing of the year
		c.row.PartsOfYear++
		return
	}
	if deed(f) != "" { // 新增100家 says nothing of how many there are
		return
	}
	if !target && f.Bound == string(mention.Range) {
		return // a result between two values fills no cell
	}
	switch extract.Aspect(f.Aspect) {
	case extract.Level:
		if target {
			c.aimedAt = append(c.aimedAt, f)
		} else {
			c.level = append(c.level, f)
		}
	case extract.ChangeRate:
		switch {
		case f.Kind != string(mention.Percent): // 翻一番 is not a rate of this year
		case target:
			c.aimed = append(c.aimed, f)
		default:
			c.growth = append(c.growth, f)
		}
	case extract.Rank:
		if !target && f.Kind == string(mention.Rank) { // 前1% is a place, but no number of it
			c.rank = append(c.rank, f)
		}
	}
}

// settle chooses among the candidates, counts the others that say something else,
// and reports whether the row says anything.
func (c *cell) settle() bool {
	r := &c.row
	if f := c.choose(c.level); f != nil {
		r.LevelText, r.LevelUnit = levelOf(f)
		r.LevelBound, r.LevelFactID = f.Bound, f.FactID
		r.Level = double(r.LevelText)
	}
	if f := c.choose(c.growth); f != nil {
		r.GrowthText, r.GrowthBound, r.GrowthFactID = signedText(f), f.Bound, f.FactID
		r.Growth = double(r.GrowthText)
	}
	if f := c.choose(c.rank); f != nil {
		if value, ok := rounded(f.ValueText); ok {
			n := int32(value)
			r.Rank, r.RankScope, r.RankFactID = &n, f.Scope, f.FactID
		}
	}
	if f := c.choose(c.aimed); f != nil {
		r.GrowthTargetLow, r.GrowthTargetHigh = limits(f)
		r.growthTarget(f)
	} else if f := first(c.relative); f != nil {
		r.growthTarget(f)
	}
	if f := c.choose(c.aimedAt); f != nil {
		r.LevelTargetLow, r.LevelTargetHigh = limits(f)
		_, r.LevelTargetUnit = levelOf(f)
		r.LevelTargetBnd, r.LevelTargetHow, r.LevelTargetFact = f.Bound, constraint(f), f.FactID
	}
	r.GrowthAbsent = c.told && r.GrowthTargetFact == ""
	r.LevelAbsent = c.told && r.LevelTargetFact == ""
	r.TargetAbsent = r.GrowthAbsent && r.LevelAbsent
	return c.told || r.PartsOfYear > 0 || cmp.Or(r.LevelFactID, r.GrowthFactID, r.RankFactID, r.GrowthTargetFact, r.LevelTargetFact) != ""
}

// growthTarget sets what is not a number of an aim of growth.
func (r *PanelRow) growthTarget(f *FactRow) {
	r.GrowthTargetBnd, r.GrowthTargetHow, r.GrowthTargetFact = f.Bound, constraint(f), f.FactID
}

// first is the fact to believe among those that cannot be measured.
func first(facts []*FactRow) *FactRow {
	var best *FactRow
	for _, f := range facts {
		if best == nil || outranks(f, best) {
			best = f
		}
	}
	return best
}

// choose takes the fact to believe among those that can be measured, and counts each
// other that tells a different value as a conflict.
func (c *cell) choose(candidates []*FactRow) *FactRow {
	var best *FactRow
	for _, f := range candidates {
		if f.Aspect == string(extract.Rank) || measured(f) {
			if best == nil || outranks(f, best) {
				best = f
			}
		}
	}
	for _, f := range candidates {
		if f != best && valueKey(f) != valueKey(best) {
			c.row.Conflicts++
		}
	}
	return best
}

// valueKey is what two facts share when they tell the same value.
func valueKey(f *FactRow) [5]string {
	if f == nil {
		return [5]string{}
	}
	return [5]string{f.CanonicalText, f.CanonLowText, f.CanonHighText, f.UnitCode, f.Direction}
}

// measured reports whether a fact names a value that can be measured.
func measured(f *FactRow) bool {
	if single(f) && plain(f.CanonicalText) {
		return true
	}
	_, _, ok := interval(f)
	return ok
}

// signedText is the exact value of a fact with its sign, nothing for a range.
func signedText(f *FactRow) string {
	if single(f) && plain(f.CanonicalText) && f.CanonicalText != "0" {
		if f.Direction == string(extract.Down) {
			return "-" + f.CanonicalText
		}
		return f.CanonicalText
	}
	if v, ok := signed(f); ok {
		return exact(v)
	}
	return ""
}

// markText is the exact number that results are subtracted from, of a range its low one;
// nothing where a fact names no aim that can be measured.
func markText(f *FactRow) string {
	if text := signedText(f); text != "" && aimable(f) {
		return text
	}
	if a, ok := aimOf(f); ok {
		return exact(a.mark)
	}
	return ""
}

// levelOf is a level and its unit as the panel shows them: canonical, but a time as it is told,
// for 空气优良天数265天 is no table's 22896000 seconds.
func levelOf(f *FactRow) (text, unit string) {
	if g := inOwnUnit(f); g != nil {
		return signedText(g), g.UnitCode
	}
	return signedText(f), f.UnitCode
}

// inOwnUnit is a level of time in its own unit; nil of others.
func inOwnUnit(f *FactRow) *FactRow {
	if f.UnitCode != "s" || f.Aspect != string(extract.Level) {
		return nil
	}
	g := *f
	g.UnitCode, g.CanonicalText, g.CanonLowText, g.CanonHighText = f.Unit, f.ValueText, f.LowText, f.HighText
	return &g
}

// limits are the least and the greatest value that fulfil an aim; an open side is nil.
func limits(f *FactRow) (low, high *float64) {
	if !aimable(f) || !measured(f) {
		return nil, nil
	}
	if g := inOwnUnit(f); g != nil {
		f = g
	}
	if text := signedText(f); text != "" {
		low, high = double(text), double(text)
	} else {
		a, b, _ := interval(f)
		low, high = nearest(a), nearest(b)
	}
	floor := f.Bound == string(mention.AtLeast) || f.Bound == string(mention.Over)
	roof := f.Bound == string(mention.AtMost) || f.Bound == string(mention.Under)
	if f.Direction == string(extract.Down) { // 下降3%以上: at most -0.03
		floor, roof = roof, floor
	}
	if floor {
		high = nil
	}
	if roof {
		low = nil
	}
	return low, high
}

func nearest(r *big.Rat) *float64 {
	f, _ := r.Float64()
	return &f
}
