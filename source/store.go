package source

import (
	"context"
	"errors"
	"io"
	"iter"
	"strings"
	"sync"
)

// Store is where inputs lie that are no files: object stores, by URL. Errors that are a
// *Reject are told as they are. Both methods are safe for concurrent use.
type Store interface {
	// Find yields the objects that a URL stands for, by their keys: one object, those
	// below a prefix, or those that match a pattern.
	Find(url string) iter.Seq2[Object, error]
	// Open opens an object by the URL that Find gave it.
	Open(url string) (io.ReadCloser, error)
}

// Object is an object of a store.
type Object struct {
	URL   string // s3://reports/2024/吉林.txt
	Below string // its path below the prefix that was asked for; empty if it was asked for itself
	Size  int64  // bytes
}

// Remote reports whether a path is a URL rather than a file's: s3://reports/2024.
func Remote(path string) bool {
	scheme, _, ok := strings.Cut(path, "://")
	return ok && scheme != "" && scheme[0] >= 'a' && scheme[0] <= 'z' && strings.Trim(scheme, "abcdefghijklmnopqrstuvwxyz0123456789+.-") == ""
}

// Bounds of what is fetched before its turn: a store takes longer to answer than a
// report takes to be read, but answers many at a time.
const (
	aheadObjects = 8
	aheadBytes   = 4 << 20 // of one object; larger ones are fetched in their turn
)

// fetched is an object with its content, if that is at hand.
type fetched struct {
	object Object
	data   []byte
	held   bool
	err    error
}

// remote yields the inputs that a URL stands for.
func (w *walker) remote(url string) bool {
	if w.opts.Store == nil {
		return w.yield(Input{}, &Reject{Path: url, What: "is a URL, and no object store is at hand", Cure: "fetch it and give the file"})
	}
	found := 0
	for f := range w.ahead(url) {
		if found++; !w.fromStore(f) {
			return false
		}
	}
	if found == 0 {
		return w.yield(Input{}, &Reject{Path: url, What: "holds no report", Cure: cureFolder})
	}
	return true
}

// fromStore yields what a fetched object holds.
func (w *walker) fromStore(f fetched) bool {
	in := Input{Path: f.object.URL, opts: w.opts, data: f.data, held: f.held}
	switch {
	case f.err != nil:
		return w.missed(in, f.err)
	case !f.held:
		return w.large(in)
	}
	return w.expand(in)
}

// ahead yields the objects that a URL stands for, in order, while the next are fetched.
// Files whose name says that they are something else are left out, as in a folder, and
// those that have been yielded before.
func (w *walker) ahead(url string) iter.Seq[fetched] {
	return func(yield func(fetched) bool) {
		turns, done := make(chan chan fetched, aheadObjects), make(chan struct{})
		var producer sync.WaitGroup
		defer producer.Wait() // it writes to w.seen
		defer close(done)
		producer.Go(func() {
			defer close(turns)
			for object, err := range w.opts.Store.Find(url) {
				if err == nil && (w.seen[object.URL] || object.Below != "" && !wanted(object.Below)) {
					continue
				}
				w.seen[object.URL] = true
				turn := make(chan fetched, 1)
				select {
				case turns <- turn:
				case <-done:
					return
				}
				if err != nil {
					turn <- fetched{object: Object{URL: url}, err: err}
					return
				}
				go func() { turn <- w.fetch(object) }()
			}
		})
		for turn := range turns {
			if !yield(<-turn) {
				return
			}
		}
	}
}

// fetch fetches an object, if it is small.
func (w *walker) fetch(o Object) fetched {
	if o.Size > aheadBytes {
		return fetched{object: o}
	}
	r, err := w.opts.Store.Open(o.URL)
	if err != nil {
		return fetched{object: o, err: err}
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, aheadBytes+1))
	if err != nil || len(data) > aheadBytes { // it has grown since it was listed
		return fetched{object: o, err: err}
	}
	return fetched{o, data, true, nil}
}

// missed yields the Reject of an object that its store does not give.
func (w *walker) missed(in Input, err error) bool {
	if errors.Is(err, context.Canceled) {
		return false // the user has ended the run, and the input is not to blame
	}
	if told := new(Reject); errors.As(err, &told) {
		return w.yield(Input{}, told)
	}
	return w.yield(Input{}, &Reject{Path: in.Path, What: "cannot be fetched", Cure: "try again, or look at the store", Err: err})
}
