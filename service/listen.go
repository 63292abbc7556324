package service

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"time"
)

// Bounds of a connection.
const (
	idleTime   = 2 * time.Minute
	maxHeaders = 16 << 10
)

// Serve answers requests until the context ends. Then it takes no more, lets those under
// way finish, and returns; an error says that some could not.
func (s *Service) Serve(ctx context.Context, listener net.Listener) error {
	server := &http.Server{
		Handler: s, ReadHeaderTimeout: s.settings.Headers, IdleTimeout: idleTime, MaxHeaderBytes: maxHeaders,
		ErrorLog: slog.NewLogLogger(s.settings.Log.Handler(), slog.LevelDebug),
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	s.draining.Store(true)
	late, cancel := context.WithTimeout(context.WithoutCancel(ctx), s.settings.Upload+s.settings.Timeout)
	defer cancel()
	err := server.Shutdown(late)
	if errors.Is(err, context.DeadlineExceeded) {
		return errors.Join(errors.New("some requests did not finish in time and were cut off"), server.Close())
	}
	return err
}
