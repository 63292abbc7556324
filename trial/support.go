package trial

import (
	"context"
	"iter"

	"zhibiao"
	"zhibiao/source"
)

// Support is how much of a corpus a rule carries.
type Support struct {
	Hits    int // facts that it made
	Reports int // reports that it made them in
}

// Count counts, for each rule, its facts over the inputs. A rule that serves one
// sentence only shows here. Inputs that cannot be read are passed to failed.
func Count(ctx context.Context, p *zhibiao.Program, inputs iter.Seq2[source.Input, error], jobs int, failed func(error)) map[string]Support {
	total := map[string]Support{}
	for r := range p.Batch(ctx, inputs, jobs) {
		if r.Err != nil {
			failed(r.Err)
			continue
		}
		hits := map[string]int{}
		for _, f := range r.Facts {
			hits[f.Rule]++
		}
		for rule, n := range hits {
			s := total[rule]
			total[rule] = Support{s.Hits + n, s.Reports + 1}
		}
	}
	return total
}
