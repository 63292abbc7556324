// Package service answers over HTTP what a report says: its text goes in, facts come out.
package service

import (
	"cmp"
	"context"
	"log/slog"
	"net/http"
	"runtime"
	"sync/atomic"
	"time"

	"zhibiao"
	"zhibiao/output"
	"zhibiao/source"
)

// Settings bound what the service takes upon itself. Zero stands for the default.
type Settings struct {
	Version  string        // of the program, for openapi.json
	Log      *slog.Logger  // a line a request; none where nil
	MaxInput int64         // bytes of a request's body and of each document in it
	Jobs     int           // requests worked on at the same time; one a core
	Queue    int           // requests that may wait for their turn
	Timeout  time.Duration // for one request to wait for its turn and be worked on
	Upload   time.Duration // for the body to arrive
	Headers  time.Duration // for the headers to arrive
}

// The defaults. So many bodies of so many bytes may be held at once, that is a gigabyte
// at the worst, and two requests of 43 KB a core are done in 10 ms.
const (
	DefaultMaxInput = 16 << 20
	DefaultQueue    = 64
	DefaultTimeout  = time.Minute
	defaultUpload   = 30 * time.Second
	defaultHeaders  = 5 * time.Second
)

// Service is a handler of requests. It is ready once New returns.
type Service struct {
	settings Settings
	program  *zhibiao.Program
	read     func(*zhibiao.Program, source.Input) (output.Rows, error)
	inputs   source.Options
	queue    queue
	meters   *meters
	document []byte // openapi.json
	draining atomic.Bool
	handler  http.Handler
}

// New makes a service of a program.
func New(program *zhibiao.Program, settings Settings) (*Service, error) {
	s := &Service{settings: settings.filled(), program: program}
	s.read = func(program *zhibiao.Program, in source.Input) (output.Rows, error) {
		r, err := program.ReadInput(in)
		return output.NewFacts(&r.Document, r.Source, r.Facts, r.Misses), err
	}
	s.inputs = source.Options{MaxInput: s.settings.MaxInput, PDF: source.NewPDFReader("")}
	s.queue = newQueue(s.settings.Jobs, s.settings.Queue)
	s.meters = newMeters(&s.queue)
	var err error
	if s.document, err = openapi(s.settings); err != nil {
		return nil, err
	}
	s.handler = s.routes()
	return s, nil
}

// filled are the settings with the defaults in place of zeros.
func (s Settings) filled() Settings {
	if s.Log == nil {
		s.Log = slog.New(slog.DiscardHandler)
	}
	s.Version = cmp.Or(s.Version, "devel")
	s.MaxInput = cmp.Or(s.MaxInput, DefaultMaxInput)
	s.Jobs = cmp.Or(s.Jobs, runtime.GOMAXPROCS(0))
	s.Queue = cmp.Or(s.Queue, DefaultQueue)
	s.Timeout = cmp.Or(s.Timeout, DefaultTimeout)
	s.Upload = cmp.Or(s.Upload, defaultUpload)
	s.Headers = cmp.Or(s.Headers, defaultHeaders)
	return s
}

// ServeHTTP answers a request.
func (s *Service) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// The paths that are served.
const (
	pathFacts   = "/v1/facts"
	pathAPI     = "/openapi.json"
	pathHealth  = "/healthz"
	pathReady   = "/readyz"
	pathMetrics = "/metrics"
)

func (s *Service) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST "+pathFacts, s.facts)
	mux.HandleFunc("GET "+pathAPI, s.describe)
	mux.HandleFunc("GET "+pathHealth, func(w http.ResponseWriter, _ *http.Request) { plain(w, http.StatusOK, "alive") })
	mux.HandleFunc("GET "+pathReady, s.ready)
	mux.HandleFunc("GET "+pathMetrics, s.meters.serve)
	mux.HandleFunc(pathFacts, wrongMethod(http.MethodPost))
	for _, path := range []string{pathAPI, pathHealth, pathReady, pathMetrics} {
		mux.HandleFunc(path, wrongMethod(http.MethodGet))
	}
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		refuse(w, r, problem(http.StatusNotFound, "nothing is served at this path", "post reports to "+pathFacts+"; "+pathAPI+" tells more"))
	})
	return s.observed(guarded(mux))
}

// ready tells a balancer whether to send requests: not once the service is being stopped.
func (s *Service) ready(w http.ResponseWriter, _ *http.Request) {
	if s.draining.Load() {
		plain(w, http.StatusServiceUnavailable, "stopping")
		return
	}
	plain(w, http.StatusOK, "ready")
}

func plain(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(text + "\n")) // the reader has gone
}

func wrongMethod(right string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Allow", right)
		refuse(w, r, problem(http.StatusMethodNotAllowed, r.Method+" is not answered here", "use "+right))
	}
}

// gone reports whether whoever asked no longer waits.
func gone(ctx context.Context) bool { return ctx.Err() != nil }
