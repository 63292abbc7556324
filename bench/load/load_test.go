//go:build unix

package main

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A service that stalls makes all that is due meanwhile late, and no request fewer is sent.
func TestSteadyCountsFromWhenARequestIsDue(t *testing.T) {
	first := make(chan struct{}, 1)
	first <- struct{}{}
	stalled := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		select {
		case <-first:
			time.Sleep(300 * time.Millisecond)
		default:
		}
		_, _ = w.Write([]byte("as long as the report"))
	}))
	defer stalled.Close()
	s := steady(stalled.URL, []byte("report"), 50, time.Second)
	if s.done != 50 || s.failed != 0 {
		t.Errorf("%d done and %d failed of 50", s.done, s.failed)
	}
	if slowest := s.quantile(1); slowest < 300*time.Millisecond {
		t.Errorf("the slowest took %v", slowest)
	}
}

// Refusals and short answers are no answers.
func TestFailuresAreCounted(t *testing.T) {
	for name, answer := range map[string]http.HandlerFunc{
		"refused": func(w http.ResponseWriter, _ *http.Request) {
			http.Error(w, strings.Repeat("busy ", 9), http.StatusServiceUnavailable)
		},
		"short": func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("{}")) },
	} {
		server := httptest.NewServer(answer)
		if s := flood(server.URL, []byte("report"), 50*time.Millisecond); s.done != 0 || s.failed == 0 {
			t.Errorf("%s: %d done, %d failed", name, s.done, s.failed)
		}
		server.Close()
	}
}

func TestQuantile(t *testing.T) {
	s := measure(func(add func(time.Duration, error)) {
		for i := range 101 {
			add(time.Duration(100-i), nil)
		}
		add(0, errors.New("lost"))
	})
	if s.quantile(0.5) != 50 || s.quantile(0.99) != 99 || s.done != 101 || s.failed != 1 {
		t.Errorf("median %v, 99th %v of %+v", s.quantile(0.5), s.quantile(0.99), s)
	}
}

func TestWriteBetweenTheMarks(t *testing.T) {
	doc := filepath.Join(t.TempDir(), "doc.md")
	if err := os.WriteFile(doc, []byte("before\n"+begin+"old\n"+end+"after\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := write(doc, "new\n"); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(doc); err != nil || string(got) != "before\n"+begin+"new\n"+end+"after\n" {
		t.Errorf("%q, %v", got, err)
	}
	if err := os.WriteFile(doc, []byte("no marks"), 0o600); err != nil {
		t.Fatal(err)
	}
	if write(doc, "new\n") == nil {
		t.Error("no error without marks")
	}
}
