package pipeline

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"zhibiao/source"
)

// isObject reports whether a path is that of an object store that Beam knows by its
// scheme: gs://bucket/2024/*.txt.
func isObject(path string) bool { return strings.Contains(path, "://") }

// objects yields the objects that a pattern stands for, by name.
func objects(ctx context.Context, pattern string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		store, err := filesystem.New(ctx, pattern)
		if err != nil {
			yield(pattern, &source.Reject{Path: pattern, What: "no such object store", Cure: "use gs:// or s3://", Err: err})
			return
		}
		defer store.Close()
		names, err := store.List(ctx, pattern)
		if err == nil && len(names) == 0 {
			err = fs.ErrNotExist
		}
		if err != nil {
			yield(pattern, &source.Reject{Path: pattern, What: "matches no object", Cure: "check the pattern, and the rights of the workers", Err: err})
			return
		}
		slices.Sort(names)
		for _, n := range names {
			if !yield(n, nil) {
				return
			}
		}
	}
}

// input is a file or an object, ready to be expanded.
func input(ctx context.Context, path string, opts source.Options) (source.Input, error) {
	if !isObject(path) {
		return source.File(path, opts), nil
	}
	data, err := fetch(ctx, path, opts.MaxInput)
	if err != nil {
		return source.Input{}, &source.Reject{Path: path, What: "cannot be fetched", Cure: "try again, and check the rights of the workers", Err: err}
	}
	return source.Bytes(path, data, opts), nil
}

// fetch reads an object up to the limit of one input and one byte more, by which source
// knows that it is too large.
func fetch(ctx context.Context, path string, limit int64) ([]byte, error) {
	store, err := filesystem.New(ctx, path)
	if err != nil {
		return nil, err
	}
	r, err := store.OpenRead(ctx, path)
	if err != nil {
		return nil, errors.Join(err, store.Close())
	}
	if limit <= 0 {
		limit = source.DefaultMaxInput
	}
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	return data, errors.Join(err, r.Close(), store.Close())
}
