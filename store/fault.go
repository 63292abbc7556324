package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"zhibiao/source"
)

// Kind is what a store has to say against a request.
type Kind int

// The kinds of faults.
const (
	Unknown     Kind = iota
	NoBucket         // there is no such bucket
	Missing          // there is no such object
	Denied           // the key is wrong, or may not do this
	NoKey            // no credentials are at hand
	Changed          // a Condition does not hold
	Unreachable      // no answer, or one that was cut off
	BadURL           // the URL itself
)

// Fault is why a store did not do what it was asked for.
type Fault struct {
	Kind Kind
	Err  error  // what the store said; nil where there is no more to say
	What string // is wrong with this one; empty for that of the kind
	Cure string // for this one; empty for that of the kind
}

// Error is what the store said.
func (f *Fault) Error() string {
	if f.Err == nil {
		what, _ := f.told()
		return what
	}
	return f.Err.Error()
}

// Unwrap is what the store said.
func (f *Fault) Unwrap() error { return f.Err }

// is reports whether err is a fault of a kind.
func is(err error, kind Kind) bool {
	f := new(Fault)
	return errors.As(err, &f) && f.Kind == kind
}

// told is what is wrong and its cure, in words.
func (f *Fault) told() (what, cure string) {
	switch f.Kind {
	case NoBucket:
		what, cure = "there is no such bucket", "check its name, and the region or endpoint"
	case Missing:
		what, cure = "there is no such object", "check the spelling of the key"
	case Denied:
		what, cure = "the store denies access", "check the credentials, and that they may list, read, write and delete there"
	case NoKey:
		what, cure = "no credentials are at hand", "give those of the store in its own environment variables; docs/stores.md names them"
	case Changed:
		what, cure = "it was changed meanwhile", "run it again"
	case Unreachable:
		what, cure = "the store cannot be reached", "check the network and the endpoint, and run it again"
	case BadURL:
		what, cure = "is no URL of an object store", "write it as s3://BUCKET/KEY, gs://BUCKET/KEY or azblob://CONTAINER/KEY"
	default:
		what, cure = "the store gave up", "try again, or ask who runs the store"
	}
	return cmp.Or(f.What, what), cmp.Or(f.Cure, cure)
}

// reject is an error of reading what a URL stands for, as a *source.Reject. The end of
// the run stays what it is.
func reject(url string, err error) error {
	f := new(Fault)
	if errors.Is(err, context.Canceled) || !errors.As(err, &f) {
		return err
	}
	what, cure := f.told()
	return &source.Reject{Path: url, What: what, Cure: cure, Err: f.Err}
}

// failed is an error of writing to a URL, or of reading a dataset there.
func failed(url string, err error) error {
	f, told := new(Fault), new(failure)
	if err == nil || errors.As(err, &told) || !errors.As(err, &f) {
		return err
	}
	what, cure := f.told()
	if f.Err == nil {
		return &failure{fmt.Errorf("%s: %s; %s", url, what, cure)}
	}
	return &failure{fmt.Errorf("%s: %s (%w); %s", url, what, err, cure)}
}

// failure is an error that tells of its place already.
type failure struct{ error }

// Unwrap is the error.
func (f *failure) Unwrap() error { return f.error }
