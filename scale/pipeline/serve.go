package pipeline

import (
	"context"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners/universal/extworker"
)

// Serve is a pool of workers on a port of this machine, for runners that are told to find
// their workers there (environment EXTERNAL), until the context ends.
func Serve(ctx context.Context, port int) error {
	pool, err := extworker.StartLoopback(ctx, port)
	if err != nil {
		return err
	}
	<-ctx.Done()
	return pool.Stop(context.WithoutCancel(ctx))
}
