//go:build stores

package cloud

import (
	"context"
	"errors"
	"io"
	"iter"
	"path"

	"gocloud.dev/blob"
	"gocloud.dev/gcerrors"

	"zhibiao/store"
)

// bucket is a bucket of any of the clouds.
type bucket struct{ blob *blob.Bucket }

// List yields the objects whose keys begin with prefix, by key, a page at a time.
func (b *bucket) List(ctx context.Context, prefix string) iter.Seq2[store.Object, error] {
	return func(yield func(store.Object, error) bool) {
		for list := b.blob.List(&blob.ListOptions{Prefix: prefix}); ; {
			o, err := list.Next(ctx)
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(store.Object{}, noBucket(fault(ctx, err)))
				return
			}
			if !o.IsDir && !yield(store.Object{Key: o.Key, Size: o.Size}, nil) {
				return
			}
		}
	}
}

// Open opens an object at a byte.
func (b *bucket) Open(ctx context.Context, key string, from int64) (*store.Content, error) {
	r, err := b.blob.NewRangeReader(ctx, key, from, -1, nil)
	if err != nil {
		return nil, fault(ctx, err)
	}
	return &store.Content{ReadCloser: body{r, ctx}, Size: r.Size(), Version: version(r)}, nil
}

// body tells what kind of fault has cut it.
type body struct {
	*blob.Reader
	ctx context.Context
}

// Read reads on.
func (r body) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		err = fault(r.ctx, err)
	}
	return n, err
}

// Put makes or replaces an object.
func (b *bucket) Put(ctx context.Context, key string, content io.Reader, only store.Condition) error {
	opts := &blob.WriterOptions{ContentType: media(key), IfNotExist: only.Absent}
	if only.Version != "" {
		opts.BeforeWrite = func(as func(any) bool) error { return demand(as, only.Version) }
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	source := &reader{content, cancel, nil}
	err := b.blob.Upload(ctx, key, source, opts)
	if source.err != nil { // the store is not to blame
		return source.err
	}
	return noBucket(fault(ctx, err))
}

// noBucket tells that it is the bucket that is missing, where no object was asked for.
func noBucket(err error) error {
	if f := new(store.Fault); errors.As(err, &f) && f.Kind == store.Missing {
		f.Kind = store.NoBucket
	}
	return err
}

// reader gives an upload up when what is to be uploaded cannot be read.
type reader struct {
	io.Reader
	cancel context.CancelFunc
	err    error
}

// Read reads on.
func (r *reader) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		r.err = err
		r.cancel()
	}
	return n, err
}

// Delete removes an object.
func (b *bucket) Delete(ctx context.Context, key string) error {
	err := b.blob.Delete(ctx, key)
	if gcerrors.Code(err) == gcerrors.NotFound {
		return nil
	}
	return fault(ctx, err)
}

// media is the media type of what is written, by its name.
func media(key string) string {
	switch path.Ext(key) {
	case ".parquet":
		return "application/vnd.apache.parquet"
	case ".json":
		return "application/json"
	case ".jsonl":
		return "application/x-ndjson"
	case ".csv":
		return "text/csv; charset=utf-8"
	case ".xlsx":
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	default:
		return "application/octet-stream"
	}
}
