package service

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"net/http"
	"runtime"
	"runtime/metrics"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// meters count what the service does, for Prometheus. The client library for this costs
// the program a megabyte; these are seven metrics in a format of lines.
type meters struct {
	queue *queue
	mu    sync.Mutex
	asked map[asked]int // requests
	took  []int         // requests for facts, by the bounds of seconds
	total time.Duration // of requests for facts
	found found
}

// asked is a path with the status that it was answered with.
type asked struct {
	path   string
	status int
}

// found is what has come and gone.
type found struct{ bytes, documents, facts, rejects int }

func newMeters(q *queue) *meters {
	return &meters{queue: q, asked: map[asked]int{}, took: make([]int, len(bounds())+1)}
}

// bounds are the upper bounds of the time that requests take, in seconds.
func bounds() []float64 {
	return []float64{0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30}
}

// arrived counts the bytes of a body.
func (m *meters) arrived(bytes int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.found.bytes += bytes
}

// answered counts what was found.
func (m *meters) answered(a *Answer) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.found.documents += len(a.Documents)
	m.found.facts += len(a.Facts)
	m.found.rejects += len(a.Rejects)
}

// request counts a request by its path and status, and how long those for facts took.
// Paths that are not served are one: strangers must not make metrics.
func (m *meters) request(path string, status int, took time.Duration) {
	if !slices.Contains([]string{pathFacts, pathAPI, pathHealth, pathReady, pathMetrics}, path) {
		path = "other"
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.asked[asked{path, status}]++
	if path == pathFacts {
		i, _ := slices.BinarySearch(bounds(), took.Seconds())
		m.took[i]++
		m.total += took
	}
}

// serve writes all metrics in the text format.
func (m *meters) serve(w http.ResponseWriter, _ *http.Request) {
	var b strings.Builder
	m.write(&b)
	w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	_, _ = io.WriteString(w, b.String()) // the reader has gone
}

func (m *meters) write(b *strings.Builder) {
	m.mu.Lock()
	defer m.mu.Unlock()
	head(b, "zhibiao_requests_total", "counter", "requests by path and status of the answer")
	keys := slices.SortedFunc(maps.Keys(m.asked), func(x, y asked) int {
		return cmp.Or(cmp.Compare(x.path, y.path), cmp.Compare(x.status, y.status))
	})
	for _, k := range keys {
		fmt.Fprintf(b, "zhibiao_requests_total{path=%q,status=\"%d\"} %d\n", k.path, k.status, m.asked[k])
	}
	m.writeSeconds(b)
	working := len(m.queue.turns)
	for _, one := range []struct {
		name, kind, about string
		value             int
	}{
		{"zhibiao_working", "gauge", "requests being worked on", working},
		{"zhibiao_waiting", "gauge", "requests that arrive or wait for their turn", max(0, len(m.queue.places)-working)},
		{"zhibiao_input_bytes_total", "counter", "bytes of reports", m.found.bytes},
		{"zhibiao_documents_total", "counter", "reports read", m.found.documents},
		{"zhibiao_facts_total", "counter", "facts found", m.found.facts},
		{"zhibiao_rejects_total", "counter", "reports and numbers that could not be read", m.found.rejects},
		{"go_goroutines", "gauge", "goroutines", runtime.NumGoroutine()},
		{"go_memory_bytes", "gauge", "memory taken from the system", memory()},
	} {
		head(b, one.name, one.kind, one.about)
		fmt.Fprintf(b, "%s %d\n", one.name, one.value)
	}
}

// writeSeconds writes the histogram of the time that requests take.
func (m *meters) writeSeconds(b *strings.Builder) {
	const name = "zhibiao_request_seconds"
	head(b, name, "histogram", "time of requests for facts")
	n := 0
	for i, bound := range bounds() {
		n += m.took[i]
		fmt.Fprintf(b, "%s_bucket{le=%q} %d\n", name, strconv.FormatFloat(bound, 'g', -1, 64), n)
	}
	n += m.took[len(m.took)-1]
	fmt.Fprintf(b, "%s_bucket{le=\"+Inf\"} %d\n%s_sum %g\n%s_count %d\n", name, n, name, m.total.Seconds(), name, n)
}

func head(b *strings.Builder, name, kind, about string) {
	fmt.Fprintf(b, "# HELP %s %s\n# TYPE %s %s\n", name, about, name, kind)
}

// memory is what the runtime holds of the system's memory.
func memory() int {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}}
	metrics.Read(sample)
	return int(sample[0].Value.Uint64())
}
