package service

import (
	"encoding/json"
	"errors"
	"net/http"

	"zhibiao"
	"zhibiao/source"
)

// Problem is an error as RFC 9457 has it, with what is wrong and the cure as fields of
// their own.
type Problem struct {
	Type      string `json:"type" about:"always about:blank: status tells the sort of the problem"`
	Title     string `json:"title" about:"name of the status"`
	Status    int    `json:"status" about:"status of the answer"`
	Detail    string `json:"detail" about:"place, fault and cure in one line"`
	Where     string `json:"where,omitempty" about:"where in the input: page 3, line 2"`
	What      string `json:"what" about:"what is wrong"`
	Cure      string `json:"cure,omitempty" about:"what to do about it"`
	RequestID string `json:"request_id" about:"X-Request-Id of the answer, by which the log knows the request"`
}

// mediaProblem is the media type of a Problem.
const mediaProblem = "application/problem+json"

// problem makes a Problem of what is wrong and its cure.
func problem(status int, what, cure string) *Problem {
	return &Problem{Type: "about:blank", Title: http.StatusText(status), Status: status, What: what, Cure: cure}
}

// problemOf is the problem of an input that could not be read, or that the program
// failed on.
func problemOf(err error) *Problem {
	var fault *zhibiao.Fault
	var reject *source.Reject
	switch {
	case errors.As(err, &fault): // what failed is for the log
		return problem(http.StatusInternalServerError, "fault of the program", "please report it with the file and the request_id")
	case errors.As(err, &reject):
		p := problem(http.StatusUnprocessableEntity, reject.What, reject.Cure)
		p.Where = reject.Where
		return p
	default:
		return problem(http.StatusUnprocessableEntity, err.Error(), "")
	}
}

// refuse answers with a problem.
func refuse(w http.ResponseWriter, r *http.Request, p *Problem) {
	p.RequestID = requestID(r.Context())
	p.Detail = p.What
	if p.Where != "" {
		p.Detail = p.Where + ": " + p.Detail
	}
	if p.Cure != "" {
		p.Detail += "; " + p.Cure
	}
	w.Header().Set("Content-Type", mediaProblem)
	w.WriteHeader(p.Status)
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	_ = e.Encode(p) // the reader has gone
}
