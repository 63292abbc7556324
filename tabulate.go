package zhibiao

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"time"

	"zhibiao/output"
	"zhibiao/source"
)

// Summary counts what came of the inputs.
type Summary struct {
	Documents int
	Known     int // inputs left out, because nothing about them is new
	Facts     int
	Misses    int      // numbers that could not be normalized
	Rejected  int      // inputs that could not be read
	Slowest   []Timing // the slowest first
}

// Timing is how long an input took.
type Timing struct {
	Path string
	Took time.Duration
}

// Tabulate reads the inputs with a number of workers and writes their rows in the order
// of the inputs. Each is told of every result, for progress and log, and must not keep its
// facts, whose memory is used again. A Writer that keeps the documents of earlier runs is
// spared those that it holds. When the context ends early, such a Writer keeps what is
// finished; for all others, and where no input could be read, nothing is finished: half a
// table must not look like a whole one.
func (p *Program) Tabulate(ctx context.Context, inputs iter.Seq2[source.Input, error], jobs int, to output.Writer, each func(Result)) (Summary, error) {
	var s Summary
	kept, _ := to.(keeper)
	for r := range p.batch(ctx, inputs, jobs, kept) {
		each(r)
		s.add(r)
		p.spare.give(r.Facts)
		if failed(ctx) {
			break
		}
		if r.Known {
			continue
		}
		if err := to.Write(r.Rows); err != nil {
			return s, abort(to, err)
		}
	}
	switch {
	case failed(ctx):
		return s, abort(to, context.Cause(ctx))
	case ctx.Err() != nil:
		return s, s.stop(to)
	case s.Documents+s.Known == 0:
		return s, abort(to, errors.New("nothing done: no report could be read"))
	}
	return s, to.Close()
}

// failed reports whether the run was ended for a reason of its own, such as a reject
// under --strict, and not by its user.
func failed(ctx context.Context) bool {
	cause := context.Cause(ctx)
	return cause != nil && !errors.Is(cause, context.Canceled) && !errors.Is(cause, context.DeadlineExceeded)
}

// aborter is a Writer that has something to drop.
type aborter interface{ Abort() }

// abort drops what is unfinished and returns the reason.
func abort(to output.Writer, err error) error {
	if unfinished, ok := to.(aborter); ok {
		unfinished.Abort()
	}
	return err
}

// stop keeps what is finished when a user ends the run.
func (s *Summary) stop(to output.Writer) error {
	done := s.Documents + s.Known + s.Rejected
	kept, ok := to.(keeper)
	if !ok || s.Documents == 0 {
		return abort(to, fmt.Errorf("stopped after %s; nothing is written that looks complete, run it again", output.Count(done, "input")))
	}
	if err := kept.Stop(); err != nil {
		return err
	}
	return fmt.Errorf("stopped after %s; what was finished is kept, run it again to go on", output.Count(done, "input"))
}

func (s *Summary) add(r Result) {
	switch {
	case r.Known:
		s.Known++
		return
	case r.Err != nil:
		s.Rejected++
	default:
		s.Documents++
		s.Facts += len(r.Facts)
		s.Misses += len(r.Misses)
	}
	s.clock(Timing{r.Path, r.Took})
}

// clock keeps the slowest inputs.
func (s *Summary) clock(t Timing) {
	const most = 5
	i, _ := slices.BinarySearchFunc(s.Slowest, t, func(a, b Timing) int { return int(b.Took - a.Took) })
	if s.Slowest = slices.Insert(s.Slowest, i, t); len(s.Slowest) > most {
		s.Slowest = s.Slowest[:most]
	}
}
