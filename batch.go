package zhibiao

import (
	"context"
	"errors"
	"iter"
	"time"

	"zhibiao/output"
	"zhibiao/source"
)

// Result is what became of one input: a report with its facts, or an error.
type Result struct {
	Path string // of the input, as given
	Report
	Rows  output.Rows // of the report, or of the reject
	Err   error       // why there is no report: a *source.Reject or a *Fault
	Known bool        // left out: the dataset holds the same bytes, read by the same rules
	Took  time.Duration
}

// Batch reads inputs with a number of workers and yields their results in the order of
// the inputs, so that the output does not depend on which worker is faster. It holds no
// more than a few results per worker. When the context ends, nothing more is yielded.
func (p *Program) Batch(ctx context.Context, inputs iter.Seq2[source.Input, error], jobs int) iter.Seq[Result] {
	return p.batch(ctx, inputs, jobs, nil)
}

// batch is Batch less the inputs that are known already.
func (p *Program) batch(ctx context.Context, inputs iter.Seq2[source.Input, error], jobs int, known keeper) iter.Seq[Result] {
	jobs = max(jobs, 1)
	return func(yield func(Result) bool) {
		ctx, abandon := context.WithCancel(ctx) // also when the consumer breaks off
		defer abandon()

		tasks := make(chan task)
		order := make(chan chan Result, 2*jobs) // bounds the results that wait for their turn
		for range jobs {
			go func() {
				for t := range tasks {
					t.done <- p.result(t, known)
				}
			}()
		}
		go func() {
			defer close(order)
			defer close(tasks)
			for input, err := range inputs {
				t := task{input, err, make(chan Result, 1)}
				if !send(ctx, tasks, t) || !send(ctx, order, t.done) {
					return
				}
			}
		}()
		for done := range order {
			select {
			case r := <-done:
				if !yield(r) {
					return
				}
			case <-ctx.Done(): // a huge report must not hold up the end
				return
			}
		}
	}
}

// send sends unless the context ends first.
func send[T any](ctx context.Context, to chan<- T, value T) bool {
	select {
	case to <- value:
		return true
	case <-ctx.Done():
		return false
	}
}

// task is an input on its way to a worker, and where its result goes.
type task struct {
	input source.Input
	err   error
	done  chan Result
}

// result runs one input.
func (p *Program) result(t task, known keeper) (r Result) {
	if t.err != nil {
		return Rejected(t.input.Path, t.err)
	}
	start := time.Now()
	if holds(known, t.input) {
		return Result{Path: t.input.Path, Known: true, Took: time.Since(start)}
	}
	text, err := ReadText(t.input)
	if err != nil {
		r = Rejected(t.input.Path, err)
	} else {
		r = p.Document(text)
	}
	r.Took = time.Since(start)
	return r
}

// Document finds the facts of a text and makes its rows: what Batch does once the bytes of
// an input are read, for those who read them elsewhere.
func (p *Program) Document(text source.Text) Result {
	start := time.Now()
	r, err := p.report(text)
	var rows output.Rows
	if err == nil {
		rows, err = p.rows(&r)
	}
	if err != nil {
		return Rejected(text.Path, err)
	}
	return Result{Path: text.Path, Report: r, Rows: rows, Took: time.Since(start)}
}

// rows are the rows of a report.
func (p *Program) rows(r *Report) (rows output.Rows, err error) {
	defer guard(r.Source.Path, &err)
	rows = output.NewRows(&r.Document, r.Source, r.Facts, r.Misses)
	if p.words != nil {
		rows.Tokenize(func(text string) []output.TokenRow { return tokens(p.words, text) })
	}
	return rows, nil
}

// Place names the place that a text reports of: what several reports say of one place is
// put together. A text that tells none is a place of its own, as is one that the program
// fails on.
func (p *Program) Place(text source.Text) (place string) {
	defer func() {
		if recover() != nil {
			place = text.ID
		}
	}()
	meta := p.reader.Read(text.ID, text.Text).Meta
	return output.Place(meta.RegionCode, meta.Region, text.ID)
}

// keeper is a Writer that holds the documents of earlier runs.
type keeper interface {
	Knows(source string) bool
	Holds(source, sha256 string) bool
	Stop() error // keeps what is finished
	Abort()      // drops what is not on disk yet
}

// holds reports whether there is nothing new in an input. What cannot be read is told
// when it is read.
func holds(known keeper, input source.Input) bool {
	if known == nil || !known.Knows(input.Path) {
		return false
	}
	sum, err := input.SHA256()
	return err == nil && known.Holds(input.Path, sum)
}

// Rejected is the result of an input that could not be read.
func Rejected(path string, err error) Result {
	var reject *source.Reject
	if !errors.As(err, &reject) {
		return Result{Path: path, Err: err, Rows: output.NewReject(output.Source{Path: path}, err.Error(), "")}
	}
	reason := reject.What
	if reject.Where != "" {
		reason = reject.Where + ": " + reason
	}
	return Result{Path: reject.Path, Err: err, Rows: output.NewReject(output.Source{Path: reject.Path}, reason, reject.Cure)}
}
