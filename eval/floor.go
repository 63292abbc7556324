package eval

import (
	"bufio"
	"fmt"
	"io"
	"math/big"
	"slices"
	"strings"
)

// Floor is the least that a figure may be, for one report, for each, or pooled.
type Floor struct {
	Scope  string // jilin-2024.txt, each, pooled
	Figure string // fact
	Least  string // 0.82
}

// The scopes that are no report.
const (
	Each   = "each"
	Pooled = "pooled"
)

// ParseFloors reads floors as given on the command line: fact=0.8,detect=0.97. They
// hold for the pooled figures.
func ParseFloors(list string) ([]Floor, error) {
	var floors []Floor
	for item := range strings.SplitSeq(list, ",") {
		figure, least, ok := strings.Cut(strings.TrimSpace(item), "=")
		if !ok {
			return nil, fmt.Errorf("floor %q: write figure=least, for example fact=0.8", item)
		}
		floor := Floor{Scope: Pooled, Figure: figure, Least: least}
		if err := floor.check(); err != nil {
			return nil, err
		}
		floors = append(floors, floor)
	}
	return floors, nil
}

// ReadFloors reads a table of scope, figure and floor with a header; lines that open
// with # are comments.
func ReadFloors(r io.Reader, name string) ([]Floor, error) {
	var floors []Floor
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") || line == "scope\tfigure\tfloor" {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 3 {
			return nil, fmt.Errorf("%s:%d: %d cells; write scope, figure and floor with tabs between", name, n, len(cells))
		}
		floor := Floor{Scope: cells[0], Figure: cells[1], Least: cells[2]}
		if err := floor.check(); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		floors = append(floors, floor)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return floors, nil
}

func (f Floor) check() error {
	var known []string
	for _, figure := range NewScore(nil).Figures() {
		if !figure.plain {
			known = append(known, figure.Name)
		}
	}
	if !slices.Contains(known, f.Figure) {
		return fmt.Errorf("unknown figure %q; choose from %s", f.Figure, strings.Join(known, ", "))
	}
	if least := rational(f.Least); least == nil || least.Sign() < 0 || least.Cmp(big.NewRat(1, 1)) > 0 {
		return fmt.Errorf("floor %q of %s is no share; write a decimal from 0 to 1", f.Least, f.Figure)
	}
	return nil
}

// covers reports whether the floor holds for the scope, a document's name or pooled.
func (f Floor) covers(scope string) bool {
	return f.Scope == scope || (f.Scope == Each && scope != Pooled) || f.Scope+".txt" == scope
}

// Shortfall is a figure under its floor.
type Shortfall struct {
	Scope  string
	Figure Figure
	Floor  Floor
}

// Error says which figure is too low.
func (s Shortfall) Error() string {
	return fmt.Sprintf("%s: %s is %s, under its floor %s", s.Scope, s.Figure.Name, s.Figure, s.Floor.Least)
}

// Shortfalls are the figures of a scope that lie under their floors. A share of nothing
// passes: a report without targets has no strength to get wrong.
func Shortfalls(scope string, score *Score, floors []Floor) []Shortfall {
	var low []Shortfall
	for _, figure := range score.Figures() {
		for _, floor := range floors {
			if floor.Figure != figure.Name || !floor.covers(scope) || figure.den == 0 {
				continue
			}
			least := rational(floor.Least)
			if least != nil && big.NewRat(int64(figure.num), int64(figure.den)).Cmp(least) < 0 {
				low = append(low, Shortfall{scope, figure, floor})
			}
		}
	}
	return low
}
