// Package store reads inputs from object stores and writes outputs to them, by URL. What
// it needs of a store is a Bucket, so that the libraries of the clouds stay out of it.
package store

import (
	"context"
	"io"
	"iter"
)

// Bucket is a bucket of an object store. Its errors are a *Fault, unless the context has
// ended. It is safe for concurrent use.
type Bucket interface {
	// List yields the objects whose keys begin with prefix, by key.
	List(ctx context.Context, prefix string) iter.Seq2[Object, error]
	// Open opens an object at a byte.
	Open(ctx context.Context, key string, from int64) (*Content, error)
	// Put makes or replaces an object, which is there as a whole or not at all.
	Put(ctx context.Context, key string, content io.Reader, only Condition) error
	// Delete removes an object; one that is not there is removed already.
	Delete(ctx context.Context, key string) error
}

// Object is an object as it is listed.
type Object struct {
	Key  string
	Size int64 // bytes
}

// Content is an object that is open.
type Content struct {
	io.ReadCloser
	Size    int64  // of the whole object, in bytes
	Version string // differs from that of the same key with other content
}

// Condition is what must hold for an object to be put. A store that knows no conditions
// puts in any case.
type Condition struct {
	Absent  bool   // no object has the key
	Version string // the object has this version; empty for any
}

// Opener opens the bucket of a URL without a key: s3://reports?region=eu-north-1.
type Opener func(ctx context.Context, url string) (Bucket, error)
