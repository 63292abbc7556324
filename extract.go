package zhibiao

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"zhibiao/output"
	"zhibiao/source"
)

// Summary counts what came of the inputs.
type Summary struct {
	Documents int
	Facts     int
	Misses    int // numbers that could not be normalized
	Rejected  int // inputs that could not be read
}

// Extract reads the inputs with a number of workers and writes their rows in the order
// of the inputs. Each is told of every result, for progress and log. When the context
// ends early, or no input could be read, nothing is finished: half a table must not look
// like a whole one.
func (p *Program) Extract(ctx context.Context, inputs iter.Seq2[source.Input, error], jobs int, to output.Writer, each func(Result)) (Summary, error) {
	var s Summary
	for r := range p.Batch(ctx, inputs, jobs) {
		each(r)
		s.add(r)
		if err := to.Write(r.Rows); err != nil {
			return s, err
		}
	}
	if err := ctx.Err(); err != nil {
		return s, fmt.Errorf("stopped after %d inputs; nothing is written that looks complete, run it again", s.Documents+s.Rejected)
	}
	if s.Documents == 0 {
		return s, errors.New("nothing done: no report could be read")
	}
	return s, to.Close()
}

func (s *Summary) add(r Result) {
	if r.Err != nil {
		s.Rejected++
		return
	}
	s.Documents++
	s.Facts += len(r.Facts)
	s.Misses += len(r.Misses)
}
