package pipeline

import (
	"context"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"zhibiao"
)

// namespace is that of the metrics of a run.
const namespace = "zhibiao"

// metrics count what came of the inputs.
type metrics struct {
	documents, facts, misses, rejects beam.Counter
	read, took, wrote                 beam.Distribution // microseconds a document, the last a shard
}

func newMetrics() metrics {
	return metrics{
		documents: beam.NewCounter(namespace, "documents"),
		facts:     beam.NewCounter(namespace, "facts"),
		misses:    beam.NewCounter(namespace, "misses"),
		rejects:   beam.NewCounter(namespace, "rejects"),
		read:      beam.NewDistribution(namespace, "document_read_microseconds"),
		took:      beam.NewDistribution(namespace, "document_microseconds"),
		wrote:     beam.NewDistribution(namespace, "shard_write_microseconds"),
	}
}

// add counts one result.
func (m metrics) add(ctx context.Context, r *zhibiao.Result) {
	if r.Err != nil {
		m.rejects.Inc(ctx, 1)
		return
	}
	m.documents.Inc(ctx, 1)
	m.facts.Inc(ctx, int64(len(r.Facts)))
	m.misses.Inc(ctx, int64(len(r.Misses)))
	m.took.Update(ctx, int64(r.Took/time.Microsecond))
}
