package service

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"zhibiao"
	"zhibiao/output"
	"zhibiao/source"
)

// facts answers with the facts of the documents in the request's body.
func (s *Service) facts(w http.ResponseWriter, r *http.Request) {
	media := accepted(r)
	if media == "" {
		refuse(w, r, problem(http.StatusNotAcceptable, "no answer is made in the media types of Accept", "accept "+mediaJSON+" or "+mediaNDJSON))
		return
	}
	program, wrong := s.known(r)
	if wrong != nil {
		refuse(w, r, wrong)
		return
	}
	if !s.queue.enter() {
		w.Header().Set("Retry-After", "1")
		refuse(w, r, problem(http.StatusServiceUnavailable, fmt.Sprintf("%d requests are waiting already", s.settings.Queue), "try again after a second"))
		return
	}
	inputs, wrong := s.documents(w, r)
	if wrong != nil {
		s.queue.leave()
		refuse(w, r, wrong)
		return
	}
	_ = http.NewResponseController(w).SetReadDeadline(time.Time{}) // it has arrived; tests know no deadlines
	ctx, cancel := context.WithTimeout(r.Context(), s.settings.Timeout)
	defer cancel()
	rows, err := s.found(ctx, program, inputs)
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(s.settings.Upload))
	switch {
	case gone(r.Context()): // nobody reads the answer
	case errors.Is(err, errBusy):
		w.Header().Set("Retry-After", "10")
		refuse(w, r, problem(http.StatusServiceUnavailable, fmt.Sprintf("no turn came within %v", s.settings.Timeout), "try again later"))
	case errors.Is(err, errSlow):
		refuse(w, r, problem(http.StatusGatewayTimeout, fmt.Sprintf("the report takes more than %v to read", s.settings.Timeout), "split it, or start the service with a longer --timeout"))
	case err != nil:
		s.logFault(r, err)
		refuse(w, r, problemOf(err))
	default:
		a := answerOf(rows)
		s.meters.answered(&a)
		a.write(w, media)
	}
}

// known is the program for what the request tells of its reports: ?region=220200&report_year=2024.
func (s *Service) known(r *http.Request) (*zhibiao.Program, *Problem) {
	query := r.URL.Query()
	region, year := printable(query.Get("region")), 0
	if text := query.Get("report_year"); text != "" {
		var err error
		if year, err = strconv.Atoi(text); err != nil || year == 0 {
			return nil, problem(http.StatusBadRequest, fmt.Sprintf("report_year %q is no year", printable(text)), "send the year of delivery, such as report_year=2024, or leave it out")
		}
	}
	if region == "" && year == 0 {
		return s.program, nil
	}
	program, err := s.program.For(region, year)
	if err != nil {
		what, cure, _ := strings.Cut(err.Error(), "; ")
		return nil, problem(http.StatusBadRequest, what, cure)
	}
	return program, nil
}

// Why nothing was found.
var (
	errBusy = errors.New("no turn came in time")
	errSlow = errors.New("the work was not done in time")
)

// found waits for a turn and reads the inputs. Work that takes too long cannot be broken
// off within a document: it keeps its turn until it ends, so that there is never more of
// it than there are jobs.
func (s *Service) found(ctx context.Context, program *zhibiao.Program, inputs iter.Seq2[source.Input, error]) (output.Rows, error) {
	if !s.queue.turn(ctx) {
		s.queue.leave()
		return output.Rows{}, errBusy
	}
	type outcome struct {
		rows output.Rows
		err  error
	}
	ready := make(chan outcome, 1)
	go func() {
		rows, err := s.work(ctx, program, inputs)
		s.queue.done()
		s.queue.leave()
		ready <- outcome{rows, err}
	}()
	select {
	case o := <-ready:
		return o.rows, o.err
	case <-ctx.Done():
		return output.Rows{}, errSlow
	}
}

// work reads the inputs, one after the other. What cannot be read stands among the
// rejects of those that can; where there are none of these, the first reason is the
// error.
func (s *Service) work(ctx context.Context, program *zhibiao.Program, inputs iter.Seq2[source.Input, error]) (rows output.Rows, err error) {
	defer func() {
		if value := recover(); value != nil { // in an archive; documents are guarded
			err = &zhibiao.Fault{Reject: &source.Reject{Path: "request", What: fmt.Sprint(value)}, Stack: debug.Stack()}
		}
	}()
	var parts []output.Rows
	var first error
	read := 0
	for in, wrong := range inputs {
		if ctx.Err() != nil {
			return rows, errSlow
		}
		var part output.Rows
		if wrong == nil {
			part, wrong = s.read(program, in)
		}
		if wrong == nil {
			read++
		} else {
			part = zhibiao.Rejected(in.Path, wrong).Rows
			first = cmp.Or(first, wrong)
		}
		parts = append(parts, part)
	}
	switch {
	case read == 0 && first != nil:
		return rows, first
	case len(parts) == 1:
		return parts[0], nil
	default: // documents of one name get names of their own
		return output.Join(parts), nil
	}
}
