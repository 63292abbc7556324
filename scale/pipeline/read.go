package pipeline

import (
	"context"
	"iter"
	"time"

	beamlog "github.com/apache/beam/sdks/v2/go/pkg/beam/log"

	"zhibiao"
	"zhibiao/output"
	"zhibiao/source"
)

// read is the step that makes text of files, and of what is packed in them.
type read struct {
	Options Options
	worker  *worker
	metrics metrics
}

// Setup takes the rules of this process, which tell the place of a report.
func (r *read) Setup() (err error) {
	r.metrics = newMetrics()
	r.worker, err = process.worker(r.Options)
	return err
}

// found is an input, or why there is none.
type found struct {
	order int64
	input source.Input
	err   error
}

// known is what became of it.
type known struct {
	order int64
	path  string
	text  source.Text
	place string
	took  time.Duration
	err   error
}

// ProcessElement reads the files of a batch.
func (r *read) ProcessElement(ctx context.Context, b Batch, texts func(int, Text), claims func(string, Claim), rejects func(int, Reject)) error {
	for k := range ordered(ctx, r.worker.leave, r.inputs(ctx, b), r.one) {
		if k.err != nil {
			reject := newReject(k.order, k.path, k.err)
			rejects(r.Options.shard(reject.Source), reject)
			r.metrics.rejects.Inc(ctx, 1)
			beamlog.Error(ctx, k.err)
			continue
		}
		r.metrics.read.Update(ctx, k.took.Microseconds())
		shard := r.Options.shard(k.place)
		texts(shard, newText(k.order, k.place, k.text))
		claims(output.BaseName(k.text.ID), Claim{k.order, shard, k.text.ID})
	}
	return ctx.Err()
}

// inputs are the documents in the files of a batch.
func (r *read) inputs(ctx context.Context, b Batch) iter.Seq[found] {
	return func(yield func(found) bool) {
		opts := r.Options.source(r.worker.pdf)
		for i, path := range b.Paths {
			file, member := b.First+int64(i), int64(0)
			in, err := input(ctx, path, opts)
			if err != nil {
				if !yield(found{order(file, 0), source.Input{Path: path}, err}) {
					return
				}
				continue
			}
			for in, err := range source.Expand(in) {
				if !yield(found{order(file, member), in, err}) {
					return
				}
				member++
			}
		}
	}
}

// one reads an input and finds its place.
func (r *read) one(f found) known {
	start := time.Now()
	k := known{order: f.order, path: f.input.Path, err: f.err}
	if k.err == nil {
		k.text, k.err = zhibiao.ReadText(f.input)
	}
	if k.err == nil {
		k.place = r.worker.program.Place(k.text)
	}
	k.took = time.Since(start)
	return k
}
