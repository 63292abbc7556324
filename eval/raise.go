package eval

import (
	"fmt"
	"io"
	"math/big"
	"strings"
)

// Raise returns the floors with those of the evaluation lifted to the figures reached,
// cut to three decimals; none falls. Reports and figures without a floor get one.
func (e *Evaluation) Raise(floors []Floor) []Floor {
	raised := append([]Floor{}, floors...)
	at := map[[2]string]int{}
	for i, f := range raised {
		at[[2]string{f.Scope, f.Figure}] = i
	}
	for _, scored := range append(e.Documents(), e.Pooled()) {
		scope := strings.TrimSuffix(scored.Scope, ".txt")
		for _, figure := range scored.Figures() {
			if figure.plain || figure.den == 0 {
				continue
			}
			floor := Floor{scope, figure.Name, figure.cut()}
			i, known := at[[2]string{scope, figure.Name}]
			switch {
			case !known:
				raised = append(raised, floor)
			case rational(raised[i].Least).Cmp(rational(floor.Least)) < 0:
				raised[i] = floor
			}
		}
	}
	return raised
}

// cut is the figure with three decimals, cut and not rounded: a floor that is reached.
func (f Figure) cut() string {
	thousandths := new(big.Int).Div(big.NewInt(int64(1000*f.num)), big.NewInt(int64(f.den)))
	return new(big.Rat).SetFrac(thousandths, big.NewInt(1000)).FloatString(3)
}

// WriteFloors writes floors in the form that ReadFloors reads.
func WriteFloors(w io.Writer, floors []Floor) error {
	var b strings.Builder
	b.WriteString(`# The least that the figures of the gold reports may be; they only rise. Held by
# make gold, which .ci/run calls; raised to the figures reached by make floors.
scope	figure	floor
`)
	for _, f := range floors {
		fmt.Fprintf(&b, "%s\t%s\t%s\n", f.Scope, f.Figure, f.Least)
	}
	_, err := io.WriteString(w, b.String())
	return err
}
