package pipeline

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"zhibiao"
	"zhibiao/output"
)

// Summary counts what came of a run, as its metrics tell.
type Summary struct {
	Documents, Facts, Misses, Rejected int64
	Mean, Least, Most                  float64 // microseconds that it took to make rows of a document
	Read, Extract, Write               float64 // seconds of all workers that went into each
}

// Run runs the pipeline on a runner and waits for its end. Tables come to be all at once,
// at the end of a run that succeeds; one that fails leaves the folder as it was.
func Run(ctx context.Context, runner string, o Options) (s Summary, err error) {
	if err := o.check(); err != nil {
		return s, err
	}
	if o.Dir, err = filepath.Abs(o.Dir); err != nil {
		return s, err
	}
	program, err := zhibiao.New(o.program()) // a broken rule is told before a job is started
	if err != nil {
		return s, err
	}
	o.RulesHash = program.RulesHash()
	a, err := output.NewAssembly(o.Dir, o.Replace)
	if err != nil {
		return s, err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	o.Staging = a.Staging()

	p, root := beam.NewPipelineWithRoot()
	Build(root, o)
	result, err := beam.Run(ctx, runner, p)
	if err != nil {
		return s, fmt.Errorf("the run on %s failed, the tables in %s are as they were: %w", runner, o.Dir, err)
	}
	return summaryOf(result), nil
}

func summaryOf(result beam.PipelineResult) Summary {
	var s Summary
	all := result.Metrics().AllMetrics()
	for _, c := range all.Counters() {
		if c.Namespace() != namespace {
			continue
		}
		switch c.Name() {
		case "documents":
			s.Documents += c.Result()
		case "facts":
			s.Facts += c.Result()
		case "misses":
			s.Misses += c.Result()
		case "rejects":
			s.Rejected += c.Result()
		}
	}
	for _, d := range all.Distributions() {
		v := d.Result()
		if d.Namespace() != namespace || v.Count == 0 {
			continue
		}
		seconds := float64(v.Sum) / 1e6
		switch d.Name() {
		case "document_read_microseconds":
			s.Read += seconds
		case "document_microseconds":
			s.Extract += seconds
			s.Mean, s.Least, s.Most = float64(v.Sum)/float64(v.Count), float64(v.Min), float64(v.Max)
		case "shard_write_microseconds":
			s.Write += seconds
		}
	}
	return s
}
