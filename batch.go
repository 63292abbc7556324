package zhibiao

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"time"

	"zhibiao/normalize"
	"zhibiao/output"
	"zhibiao/report"
	"zhibiao/source"
)

// Result is what became of one input: a document with its facts, or an error.
type Result struct {
	Path   string // of the input, as given
	Text   source.Text
	Doc    report.Document
	Facts  []normalize.Fact
	Misses []normalize.Miss
	Rows   output.Rows // of the document, or of the reject
	Err    error       // why there is no document; usually a *source.Reject
	Known  bool        // left out: the dataset holds the same bytes, read by the same rules
	Took   time.Duration
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

// result runs one input. A fault of the program in one report must not cost a user the
// other thousands, so a panic becomes that report's error.
func (p *Program) result(t task, known keeper) (r Result) {
	start := time.Now()
	defer func() {
		if fault := recover(); fault != nil {
			r = Result{Path: t.input.Path, Err: &source.Reject{
				Path: t.input.Path, What: fmt.Sprintf("fault of the program: %v", fault), Cure: "please report it with the file",
			}}
		}
		if r.Err != nil {
			r.Rows = rejected(r)
		}
		r.Took = time.Since(start)
	}()
	r.Path, r.Err = t.input.Path, t.err
	if r.Err != nil {
		if reject := new(source.Reject); errors.As(r.Err, &reject) {
			r.Path = reject.Path
		}
		return r
	}
	if r.Known = holds(known, t.input); r.Known {
		return r
	}
	if r.Text, r.Err = source.Read(t.input); r.Err != nil {
		return r
	}
	r.Doc, r.Facts, r.Misses = p.Facts(r.Text.ID, r.Text.Text)
	r.Rows = output.NewRows(&r.Doc, output.Source{
		Path: r.Text.Path, Format: string(r.Text.Format), Encoding: r.Text.Encoding, SHA256: r.Text.SHA256,
	}, r.Facts, r.Misses)
	if p.words != nil {
		r.Rows.Tokenize(func(text string) []output.TokenRow { return tokens(p.words, text) })
	}
	return r
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

// rejected is the row of an input that could not be read.
func rejected(r Result) output.Rows {
	var reject *source.Reject
	if !errors.As(r.Err, &reject) {
		return output.NewReject(output.Source{Path: r.Path}, r.Err.Error(), "")
	}
	reason := reject.What
	if reject.Where != "" {
		reason = reject.Where + ": " + reason
	}
	return output.NewReject(output.Source{Path: reject.Path}, reason, reject.Cure)
}
