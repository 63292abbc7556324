package pipeline

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"time"

	beamlog "github.com/apache/beam/sdks/v2/go/pkg/beam/log"

	"zhibiao"
	"zhibiao/output"
)

// write is the step that extracts the facts of a shard and writes its tables.
type write struct {
	Options Options
	worker  *worker
	metrics metrics
}

// Setup takes the rules of this process.
func (w *write) Setup() (err error) {
	w.metrics = newMetrics()
	w.worker, err = process.worker(w.Options)
	return err
}

// ProcessElement writes a shard and tells, as JSON, of what it consists.
func (w *write) ProcessElement(ctx context.Context, shard int, texts func(*Text) bool, names func(*Named) bool, rejects func(*Reject) bool, emit func(string)) error {
	to, err := output.NewShardWriter(w.Options.Staging, shard+1, w.Options.Shards, w.Options.output())
	if err != nil {
		return err
	}
	timed := &clock{to: to}
	if err := w.fill(ctx, timed, gather(texts), gather(names), gather(rejects)); err != nil {
		to.Abort()
		return err
	}
	if err := timed.Close(); err != nil {
		return err
	}
	w.metrics.wrote.Update(ctx, timed.took.Microseconds())
	told, err := json.Marshal(to.Shard())
	if err != nil {
		return err
	}
	emit(string(told))
	return nil
}

// gather takes all that Beam hands out.
func gather[T any](next func(*T) bool) []T {
	var all []T
	for {
		var v T
		if !next(&v) {
			return all
		}
		all = append(all, v)
	}
}

// clock is a Writer that tells how long it took.
type clock struct {
	to   output.Writer
	took time.Duration
}

// Write takes the rows of a document.
func (c *clock) Write(rows output.Rows) error {
	defer c.since(time.Now())
	return c.to.Write(rows)
}

// Close finishes what is written.
func (c *clock) Close() error {
	defer c.since(time.Now())
	return c.to.Close()
}

func (c *clock) since(start time.Time) { c.took += time.Since(start) }

// fill writes rejects and documents, these by place.
func (w *write) fill(ctx context.Context, to output.Writer, texts []Text, names []Named, rejects []Reject) error {
	slices.SortFunc(rejects, func(a, b Reject) int { return cmp.Compare(a.Order, b.Order) })
	for _, r := range rejects {
		if err := to.Write(r.rows()); err != nil {
			return err
		}
	}
	slices.SortFunc(texts, func(a, b Text) int {
		return cmp.Or(cmp.Compare(a.Place, b.Place), cmp.Compare(a.Order, b.Order))
	})
	named := make(map[int64]string, len(names))
	for _, n := range names {
		named[n.Order] = n.Name
	}
	document := func(t Text) zhibiao.Result { return w.worker.program.Document(t.source()) }
	i := 0
	for r := range ordered(ctx, w.worker.leave, slices.Values(texts), document) {
		w.metrics.add(ctx, &r)
		if r.Err != nil {
			beamlog.Error(ctx, r.Err)
		}
		rows := r.Rows
		if n, ok := named[texts[i].Order]; ok {
			rows = rows.Renamed(n)
		}
		texts[i].Text = "" // memory
		i++
		if err := to.Write(rows); err != nil {
			return err
		}
	}
	return ctx.Err()
}
