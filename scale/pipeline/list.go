package pipeline

import (
	"context"
	"iter"

	beamlog "github.com/apache/beam/sdks/v2/go/pkg/beam/log"

	"zhibiao/source"
)

// list is the step that finds the files. It looks into none of them, so that one worker
// lists millions.
type list struct {
	Options Options
	metrics metrics
}

// Setup prepares the counters.
func (l *list) Setup() { l.metrics = newMetrics() }

// ProcessElement lists all files, in the order of a plain run.
func (l *list) ProcessElement(ctx context.Context, _ []byte, files func(Batch), rejects func(int, Reject)) error {
	b := Batch{}
	n := int64(0)
	flush := func() {
		if len(b.Paths) > 0 {
			files(b)
		}
		b = Batch{}
	}
	for path, err := range l.paths(ctx) {
		if err != nil {
			r := newReject(order(n, 0), path, err)
			rejects(l.Options.shard(r.Source), r)
			l.metrics.rejects.Inc(ctx, 1)
			beamlog.Error(ctx, err)
			flush() // numbers within a batch have no gap
			n++
			continue
		}
		if len(b.Paths) == 0 {
			b.First = n
		}
		b.Paths = append(b.Paths, path)
		n++
		if len(b.Paths) == batchFiles {
			flush()
		}
	}
	flush()
	return nil
}

// paths yields the files that the paths given stand for, or why there are none.
func (l *list) paths(ctx context.Context) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		local := func(paths []string) bool {
			for in, err := range source.Files(paths, l.Options.source(nil)) {
				if !yield(in.Path, err) {
					return false
				}
			}
			return true
		}
		var run []string // of local paths, among which a file that is named twice counts once
		for _, p := range l.Options.Paths {
			if !isObject(p) {
				run = append(run, p)
				continue
			}
			if !local(run) {
				return
			}
			run = nil
			for path, err := range objects(ctx, p) {
				if !yield(path, err) {
					return
				}
			}
		}
		local(run)
	}
}
