package service

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"zhibiao"
	"zhibiao/output"
	"zhibiao/source"
)

// running serves on a port of this machine until the test ends or stop is called; stop
// waits until all is done.
func running(t *testing.T, s *Service) (address string, stop func() error) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx, listener) }()
	stop = sync.OnceValue(func() error {
		cancel()
		return <-ended
	})
	t.Cleanup(func() {
		if err := stop(); err != nil {
			t.Error(err)
		}
	})
	return listener.Addr().String(), stop
}

// held is a service whose work does not end before it is let go.
func held(t *testing.T, settings Settings) (s *Service, started chan struct{}, release func()) {
	t.Helper()
	s = newService(t, settings)
	read, gate := s.read, make(chan struct{})
	started = make(chan struct{}, 100)
	s.read = func(p *zhibiao.Program, in source.Input) (output.Rows, error) {
		started <- struct{}{}
		<-gate
		return read(p, in)
	}
	release = sync.OnceFunc(func() { close(gate) })
	t.Cleanup(release)
	return s, started, release
}

func send(t *testing.T, address string) (*http.Response, error) {
	t.Helper()
	return http.Post("http://"+address+"/v1/facts", "text/plain", strings.NewReader(sentence))
}

// More than may work and wait are refused at once and told when to come again; those that
// wait are served.
func TestQueueIsBounded(t *testing.T) {
	s, started, release := held(t, Settings{Jobs: 2, Queue: 3})
	address, _ := running(t, s)
	answers := make(chan int, 5)
	for range 5 {
		go func() {
			res, err := send(t, address)
			if err != nil {
				answers <- 0
				return
			}
			res.Body.Close()
			answers <- res.StatusCode
		}()
	}
	<-started
	<-started
	for deadline := time.Now().Add(5 * time.Second); len(s.queue.places) < 5 && time.Now().Before(deadline); {
		time.Sleep(time.Millisecond)
	}
	res, err := send(t, address)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if p := trouble(t, res); p.Status != http.StatusServiceUnavailable || res.Header.Get("Retry-After") != "1" {
		t.Errorf("status %d, header %v", p.Status, res.Header)
	}
	if len(started) != 0 {
		t.Errorf("%d more are worked on than there are jobs", len(started))
	}
	release()
	for range 5 {
		if status := <-answers; status != http.StatusOK {
			t.Errorf("one that waited got status %d", status)
		}
	}
}

// Work that takes too long is told of, and keeps its turn until it ends.
func TestSlowWork(t *testing.T) {
	s, started, release := held(t, Settings{Jobs: 1, Timeout: 50 * time.Millisecond})
	res := post(t, s, strings.NewReader(sentence), nil)
	<-started
	if p := trouble(t, res); p.Status != http.StatusGatewayTimeout || !strings.Contains(p.Cure, "--timeout") {
		t.Errorf("problem is %+v", p)
	}
	res = post(t, s, strings.NewReader(sentence), nil)
	if p := trouble(t, res); p.Status != http.StatusServiceUnavailable || res.Header.Get("Retry-After") == "" {
		t.Errorf("one that found the turn taken got %+v", p)
	}
	release()
	for deadline := time.Now().Add(5 * time.Second); len(s.queue.turns) > 0 && time.Now().Before(deadline); {
		time.Sleep(time.Millisecond)
	}
	s.settings.Timeout = time.Minute
	if a := answer(t, post(t, s, strings.NewReader(sentence), nil)); len(a.Facts) != 1 {
		t.Errorf("afterwards the answer is %+v", a)
	}
	if len(s.queue.places) != 0 {
		t.Errorf("%d places are still taken", len(s.queue.places))
	}
}

// A panic is an answer of status 500, with the stack in the log and not in the answer; the
// service goes on.
func TestPanic(t *testing.T) {
	var logged bytes.Buffer
	s := newService(t, Settings{Log: slog.New(slog.NewJSONHandler(&logged, nil))})
	read := s.read
	s.read = func(*zhibiao.Program, source.Input) (output.Rows, error) { panic("a secret of the program") }
	res := post(t, s, strings.NewReader(sentence), with("X-Request-Id", "my-request.1"))
	if p := trouble(t, res); p.Status != http.StatusInternalServerError || strings.Contains(p.Detail, "secret") || p.RequestID != "my-request.1" {
		t.Errorf("problem is %+v", p)
	}
	for _, want := range []string{`"request":"my-request.1"`, "a secret of the program", "limits_test.go", `"status":500`} {
		if !strings.Contains(logged.String(), want) {
			t.Errorf("the log lacks %s:\n%s", want, logged.String())
		}
	}
	s.read = read
	answer(t, post(t, s, strings.NewReader(sentence), nil))
}

// Ids that could forge a line of the log are not taken over.
func TestForgedRequestID(t *testing.T) {
	res := post(t, newService(t, Settings{}), strings.NewReader(sentence), with("X-Request-Id", "a status=200"))
	if id := res.Header.Get("X-Request-Id"); id == "" || strings.Contains(id, " ") {
		t.Errorf("id is %q", id)
	}
}

// talk sends pieces with a pause before each and returns all that comes back.
func talk(t *testing.T, address string, pause time.Duration, pieces ...string) string {
	t.Helper()
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	go func() {
		for _, p := range pieces {
			if _, err := io.WriteString(c, p); err != nil {
				return // refused, which is what is wanted
			}
			time.Sleep(pause)
		}
	}()
	if err := c.SetReadDeadline(time.Now().Add(10 * time.Second)); err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(bufio.NewReader(c))
	if err != nil && len(got) == 0 && !strings.Contains(err.Error(), "reset") {
		t.Fatalf("the connection is not closed: %v", err)
	}
	return string(got)
}

// Clients that send a letter now and then do not hold connections.
func TestSlowClients(t *testing.T) {
	s := newService(t, Settings{Headers: 200 * time.Millisecond, Upload: 300 * time.Millisecond})
	address, _ := running(t, s)
	drip := strings.Split(strings.Repeat("X-A: b\r\n|", 100), "|")
	start := time.Now()
	talk(t, address, 20*time.Millisecond, append([]string{"POST /v1/facts HTTP/1.1\r\nHost: a\r\n"}, drip...)...)
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("slow headers were waited for %v", took)
	}
	body := append([]string{"POST /v1/facts HTTP/1.1\r\nHost: a\r\nContent-Length: 9000\r\n\r\n"}, strings.Split(strings.Repeat("a", 200), "")...)
	if got := talk(t, address, 20*time.Millisecond, body...); !strings.HasPrefix(got, "HTTP/1.1 408 ") || !strings.Contains(got, "did not arrive within 300ms") {
		t.Errorf("a slow body is answered with %s", got)
	}
	large := fmt.Sprintf("POST /v1/facts HTTP/1.1\r\nHost: a\r\nX-A: %s\r\n\r\n", strings.Repeat("a", 64<<10))
	if got := talk(t, address, 0, large); !strings.HasPrefix(got, "HTTP/1.1 431 ") {
		t.Errorf("large headers are answered with %.100s", got)
	}
	if len(s.queue.places) != 0 {
		t.Errorf("%d places are still taken", len(s.queue.places))
	}
}

// An announced body that is too large is refused before it is sent.
func TestTooLargeIsRefusedUnread(t *testing.T) {
	address, _ := running(t, newService(t, Settings{MaxInput: 1000}))
	got := talk(t, address, 0, "POST /v1/facts HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 99999999999\r\n\r\n")
	if !strings.HasPrefix(got, "HTTP/1.1 413 ") {
		t.Errorf("answer is %s", got)
	}
}

// When it is told to stop, a service takes no more and finishes what it has begun.
func TestStopDrains(t *testing.T) {
	s, started, release := held(t, Settings{})
	address, stop := running(t, s)
	got := make(chan *http.Response, 1)
	go func() {
		res, err := send(t, address)
		if err != nil {
			t.Error(err)
		}
		got <- res
	}()
	<-started
	stopped := make(chan error, 1)
	go func() { stopped <- stop() }()
	for deadline := time.Now().Add(5 * time.Second); !s.draining.Load() && time.Now().Before(deadline); {
		time.Sleep(time.Millisecond)
	}
	ready := post(t, s, nil, func(r *http.Request) { r.Method, r.URL.Path = http.MethodGet, "/readyz" })
	if ready.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("a service that stops says it is ready: %d", ready.StatusCode)
	}
	release()
	res := <-got
	defer res.Body.Close()
	if a := answer(t, res); len(a.Facts) != 1 {
		t.Errorf("answer is %+v", a)
	}
	if err := <-stopped; err != nil {
		t.Error(err)
	}
	if _, err := net.DialTimeout("tcp", address, time.Second); err == nil {
		t.Error("it still listens")
	}
}

// Many at once get each their own answer. The race detector watches (make race).
func TestManyAtOnce(t *testing.T) {
	address, _ := running(t, newService(t, Settings{Jobs: 4}))
	var all sync.WaitGroup
	for i := range 40 {
		all.Go(func() {
			body := fmt.Sprintf("新建%d座污水处理厂。", i+1)
			res, err := http.Post("http://"+address+"/v1/facts", "text/plain", strings.NewReader(body))
			if err != nil {
				t.Error(err)
				return
			}
			defer res.Body.Close()
			if a := answer(t, res); len(a.Facts) != 1 || a.Facts[0].Value != fmt.Sprint(i+1) {
				t.Errorf("%s: %+v", body, a.Facts)
			}
		})
	}
	all.Wait()
}
