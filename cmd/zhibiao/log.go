package main

import (
	"context"
	"io"
	"log/slog"
	"strings"
	"sync"
)

// The forms of the log.
const (
	logPlain = "plain" // zhibiao: a.txt: the file is empty; fetch it again
	logText  = "text"
	logJSON  = "json"
)

// newLog is a log to w; verbose is how often -v was given.
func newLog(w io.Writer, format string, verbose int) *slog.Logger {
	level := slog.LevelWarn
	switch {
	case verbose == 1:
		level = slog.LevelInfo
	case verbose > 1:
		level = slog.LevelDebug
	}
	options := &slog.HandlerOptions{Level: level}
	switch format {
	case logText:
		return slog.New(slog.NewTextHandler(w, options))
	case logJSON:
		return slog.New(slog.NewJSONHandler(w, options))
	default:
		return slog.New(&plainHandler{w: w, level: level, lock: new(sync.Mutex)})
	}
}

// plainHandler writes records as a person would: the message, then what is known of it.
type plainHandler struct {
	w     io.Writer
	level slog.Level
	attrs []slog.Attr
	lock  *sync.Mutex
}

// Enabled reports whether records of the level are written.
func (h *plainHandler) Enabled(_ context.Context, level slog.Level) bool { return level >= h.level }

// Handle writes a record on one line.
func (h *plainHandler) Handle(_ context.Context, r slog.Record) error {
	var b strings.Builder
	b.WriteString("zhibiao: " + r.Message)
	write := func(a slog.Attr) bool {
		b.WriteString(" " + a.Key + "=" + a.Value.String())
		return true
	}
	for _, a := range h.attrs {
		write(a)
	}
	r.Attrs(write)
	b.WriteString("\n")
	h.lock.Lock()
	defer h.lock.Unlock()
	_, err := io.WriteString(h.w, b.String())
	return err
}

// WithAttrs is the handler with more to say of every record.
func (h *plainHandler) WithAttrs(attrs []slog.Attr) slog.Handler {
	more := *h
	more.attrs = append(append([]slog.Attr{}, h.attrs...), attrs...)
	return &more
}

// WithGroup leaves the names of groups out: there is no depth in a plain line.
func (h *plainHandler) WithGroup(string) slog.Handler { return h }
