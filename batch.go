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

// result runs one input.
func (p *Program) result(t task, known keeper) (r Result) {
	if t.err != nil {
		return Rejected(t.input.Path, t.err)
	}
	start := time.Now()
	if holds(known, t.input) {
		return Result{Path: t.input.Path, Known: true, Took: time.Since(start)}
	}
	text, err := Read(t.input)
	if err != nil {
		r = Rejected(t.input.Path, err)
	} else {
		r = p.Document(text)
	}
	r.Took = time.Since(start)
	return r
}

// Read reads an input as text, which Document makes rows of. Its error is a
// *source.Reject.
func Read(in source.Input) (text source.Text, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = faulty(in.Path, fault)
		}
	}()
	return source.Read(in)
}

// Document extracts the facts of a text and makes its rows.
func (p *Program) Document(text source.Text) (r Result) {
	start := time.Now()
	defer func() {
		if fault := recover(); fault != nil {
			r = Rejected(text.Path, faulty(text.Path, fault))
		}
		r.Took = time.Since(start)
	}()
	r = Result{Path: text.Path, Text: text}
	r.Doc, r.Facts, r.Misses = p.Facts(text.ID, text.Text)
	r.Rows = output.NewRows(&r.Doc, output.Source{
		Path: text.Path, Format: string(text.Format), Encoding: text.Encoding, SHA256: text.SHA256,
	}, r.Facts, r.Misses)
	if p.words != nil {
		r.Rows.Tokenize(func(t string) []output.TokenRow { return tokens(p.words, t) })
	}
	return r
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
	meta := report.Read(text.ID, text.Text, p.places).Meta
	return output.Place(meta.RegionCode, meta.Region, text.ID)
}

// faulty is the reject of an input that the program fails on: it must not cost a user the
// other thousands.
func faulty(path string, fault any) *source.Reject {
	return &source.Reject{Path: path, What: fmt.Sprintf("fault of the program: %v", fault), Cure: "please report it with the file"}
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
