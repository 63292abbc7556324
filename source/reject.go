package source

import (
	"errors"
	"fmt"
	"io/fs"
)

// A Reject says why an input, or a part of one, could not be read: where it went wrong,
// what is wrong there and what the user can do about it. It is an error and a row of
// the table rejects at once.
type Reject struct {
	Path  string // reports/吉林.docx
	Where string // byte 1024, page 3, member a.txt; empty for the whole input
	What  string // not a text: a PNG image
	Cure  string // run text recognition over it first
	Err   error  // cause, if another package reported one
}

// Error is path, place, fault and cure in one line.
func (r *Reject) Error() string {
	s := r.Path
	if r.Where != "" {
		s += ": " + r.Where
	}
	s += ": " + r.What
	if r.Err != nil && !errors.Is(r.Err, fs.ErrNotExist) { // what is absent says so itself
		s += fmt.Sprintf(" (%v)", r.Err)
	}
	if r.Cure != "" {
		s += "; " + r.Cure
	}
	return s
}

// Unwrap is the cause, for errors.Is(err, fs.ErrNotExist).
func (r *Reject) Unwrap() error { return r.Err }
