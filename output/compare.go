package output

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strings"
)

// Comparison is what a side of results makes of a side of expectations.
type Comparison struct {
	A, B       string
	Apart      string         // that they are of different places; empty of one
	Lines      []ComparedLine // what was aimed at first, of that the greatest surprise
	Unanswered []string       // aims of A for years that B tells of, without a result there
}

// ComparedLine is an indicator of a region in a year: what A made one expect, what B tells.
type ComparedLine struct {
	Region, Indicator string
	Year              int32
	Aim, Before       string // of A: the aim for the year, the last result
	Result, Next      string // of B: the result, the aim for the year after
	Against           string // what the result is held against: aim, same year, year before
	Met               *bool  // whether the aim was
	Difference        string // +1.2 points, -3.4%
	surprise          *big.Rat
}

// What a result can be held against.
const (
	againstAim    = "aim"
	againstSame   = "same year"
	againstBefore = "year before"
)

// Compare sets the results of b against what a aims at, or else tells itself. Reports
// of two places are compared like those of one where each side speaks of one.
func Compare(a, b Side) Comparison {
	c := Comparison{A: a.name, B: b.name, Apart: apart(a, b)}
	keys := make([]cellKey, 0, len(b.cells))
	for k := range b.cells {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, byRegionCodeYear)
	for _, k := range keys {
		c.Lines = append(c.Lines, compareCell(a, b, k)...)
	}
	slices.SortStableFunc(c.Lines, func(x, y ComparedLine) int {
		return cmp.Or(truth(y.Met != nil)-truth(x.Met != nil), y.surprise.Cmp(x.surprise))
	})
	c.Unanswered = unanswered(a, b)
	return c
}

func byRegionCodeYear(a, b cellKey) int {
	return cmp.Or(strings.Compare(a.place, b.place), strings.Compare(a.code, b.code), cmp.Compare(a.year, b.year))
}

// compareCell compares the growth and the level that b tells of an indicator.
func compareCell(a, b Side, k cellKey) []ComparedLine {
	told, at := b.cells[k], a.key(k, b)
	this, before := a.cells[at], a.cells[cellKey{at.place, at.year - 1, at.code}]
	next := b.cells[cellKey{k.place, k.year + 1, k.code}]
	var lines []ComparedLine
	for _, side := range []struct {
		points                 bool
		aim, same, was, is, to string
	}{
		{true, this.GrowthTargetFact, this.GrowthFactID, before.GrowthFactID, told.GrowthFactID, next.GrowthTargetFact},
		{false, this.LevelTargetFact, this.LevelFactID, before.LevelFactID, told.LevelFactID, next.LevelTargetFact},
	} {
		result := b.facts[side.is]
		if result == nil {
			continue
		}
		line := ComparedLine{Region: told.Region, Indicator: result.Indicator, Year: k.year, Result: quantity(result), Next: shown(b.facts[side.to])}
		aim, same, was := a.facts[side.aim], a.facts[side.same], a.facts[side.was]
		line.Aim, line.Before = shown(aim), shown(cmp.Or(same, was))
		if line.judge(result, aim, same, was, side.points) {
			lines = append(lines, line)
		}
	}
	return lines
}

// judge holds a result against the first of aim, same year and year before that can be
// measured with it, and reports whether one can.
func (l *ComparedLine) judge(result, aimed, same, was *FactRow, points bool) bool {
	value, ok := signed(result)
	if !ok {
		return false
	}
	for _, by := range []struct {
		against string
		fact    *FactRow
	}{{againstAim, aimed}, {againstSame, same}, {againstBefore, was}} {
		if by.fact == nil || by.fact.UnitCode != result.UnitCode {
			continue
		}
		a, ok := aimOf(by.fact)
		if !ok {
			continue
		}
		l.Against = by.against
		difference, base := a.gap(value), a.mark
		if by.against == againstAim {
			met := a.met(value, grain(by.fact))
			l.Met = &met
		}
		return l.measure(difference, base, points)
	}
	return false
}

// measure writes a difference out: of rates in points, of levels in parts of what was
// expected. The surprise is that part: 7% instead of 6% surprises as much as 70 roads
// instead of 60. Below one point rates are all alike.
func (l *ComparedLine) measure(difference, base *big.Rat, points bool) bool {
	hundred := big.NewRat(100, 1)
	if points {
		text := new(big.Rat).Mul(difference, hundred)
		l.Difference = withSign(text, 2) + " points"
		point := big.NewRat(1, 100)
		if base = new(big.Rat).Abs(base); base.Cmp(point) < 0 {
			base = point
		}
	}
	if base.Sign() == 0 {
		return false
	}
	part := new(big.Rat).Quo(difference, new(big.Rat).Abs(base))
	if !points {
		l.Difference = withSign(new(big.Rat).Mul(part, hundred), 1) + "%"
	}
	l.surprise = part.Abs(part)
	return true
}

// withSign writes a number with its sign and at most so many digits after the point.
func withSign(r *big.Rat, digits int) string {
	text := r.FloatString(digits)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	switch {
	case text == "-0":
		return "0"
	case r.Sign() > 0 && text != "0":
		return "+" + text
	default:
		return text
	}
}

// unanswered lists the headline aims of a for years that b tells results of, where b
// is silent on the indicator.
func unanswered(a, b Side) []string {
	years := map[cellKey]bool{}
	for k, r := range b.cells {
		if cmp.Or(r.LevelFactID, r.GrowthFactID) != "" {
			years[cellKey{place: a.key(k, b).place, year: k.year}] = true
		}
	}
	var keys []cellKey
	for k, r := range a.cells {
		told := b.cells[b.key(k, a)]
		if cmp.Or(r.GrowthTargetFact, r.LevelTargetFact) != "" && cmp.Or(told.LevelFactID, told.GrowthFactID) == "" && years[cellKey{place: k.place, year: k.year}] {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, byRegionCodeYear)
	var list []string
	for _, k := range keys {
		f := a.facts[cmp.Or(a.cells[k].GrowthTargetFact, a.cells[k].LevelTargetFact)]
		if f.IndicatorCode != "" {
			list = append(list, fmt.Sprintf("%s %d: %s", f.Indicator, k.year, quantity(f)))
		}
	}
	return list
}
