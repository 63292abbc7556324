package service

import (
	"context"
	"crypto/rand"
	"errors"
	"log/slog"
	"net/http"
	"regexp"
	"runtime/debug"
	"time"

	"zhibiao"
)

// observed gives each request an id, a time to arrive in, a line in the log, a place in
// the metrics, and an answer even where the service fails.
func (s *Service) observed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		id := idOf(r)
		r = r.WithContext(context.WithValue(r.Context(), idKey{}, id))
		w.Header().Set("X-Request-Id", id)
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Cache-Control", "no-store")
		_ = http.NewResponseController(w).SetReadDeadline(start.Add(s.settings.Upload)) // tests know no deadlines
		seen := &response{ResponseWriter: w}
		defer func() {
			if value := recover(); value != nil {
				s.settings.Log.Error("fault", slog.String("request", id), slog.Any("value", value), slog.String("stack", string(debug.Stack())))
				if seen.status == 0 {
					refuse(seen, r, problem(http.StatusInternalServerError, "fault of the service", "please report it with the request_id"))
				}
			}
			s.tell(r, seen, time.Since(start))
		}()
		next.ServeHTTP(seen, r)
	})
}

// tell logs and counts a request.
func (s *Service) tell(r *http.Request, seen *response, took time.Duration) {
	status := seen.status
	if status == 0 { // whoever asked has gone; nginx has this status for it
		status = 499
	}
	s.meters.request(r.URL.Path, status, took)
	s.settings.Log.Info("request",
		slog.String("request", requestID(r.Context())), slog.String("method", printable(r.Method)),
		slog.String("path", printable(r.URL.EscapedPath())), slog.Int("status", status),
		slog.Int64("in", r.ContentLength), slog.Int("out", seen.size),
		slog.Duration("took", took.Round(time.Microsecond)), slog.String("from", r.RemoteAddr))
}

// logFault logs a fault of the program with the place where it came about.
func (s *Service) logFault(r *http.Request, err error) {
	var fault *zhibiao.Fault
	if errors.As(err, &fault) {
		s.settings.Log.Error("fault", slog.String("request", requestID(r.Context())), slog.String("value", fault.What), slog.String("stack", string(fault.Stack)))
	}
}

// response is an answer with what was said in it.
type response struct {
	http.ResponseWriter
	status, size int
}

// WriteHeader notes the status.
func (w *response) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
	}
	w.ResponseWriter.WriteHeader(status)
}

// Write notes the size.
func (w *response) Write(b []byte) (int, error) {
	if w.status == 0 {
		w.status = http.StatusOK
	}
	n, err := w.ResponseWriter.Write(b)
	w.size += n
	return n, err
}

// Unwrap lets deadlines be set.
func (w *response) Unwrap() http.ResponseWriter { return w.ResponseWriter }

type idKey struct{}

// requestID is the id of the request that a context belongs to.
func requestID(ctx context.Context) string {
	id, _ := ctx.Value(idKey{}).(string)
	return id
}

// goodID is an id that may stand in a log.
var goodID = regexp.MustCompile(`^[A-Za-z0-9._-]{1,64}$`)

// idOf is the id that the request brings, or a new one.
func idOf(r *http.Request) string {
	if id := r.Header.Get("X-Request-Id"); goodID.MatchString(id) {
		return id
	}
	return rand.Text()
}

// guarded refuses what a page of another site makes a browser send: no such page may use
// the service.
func guarded(next http.Handler) http.Handler {
	crossing := http.NewCrossOriginProtection()
	crossing.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		refuse(w, r, problem(http.StatusForbidden, "the request comes from a page of another site", "send it from a program"))
	}))
	return crossing.Handler(next)
}
