package store

import (
	"context"
	"errors"
	"io"
)

// Open opens an object that Find found. A line that is cut is taken up where it broke.
func (c *Client) Open(url string) (io.ReadCloser, error) {
	l := object(url)
	b, err := c.named(l)
	if err == nil {
		var r *resumed
		if r, err = c.read(c.reading, b, l.key); err == nil {
			return told{r, url}, nil
		}
	}
	return nil, reject(url, err)
}

// told tells of which object a read failed.
type told struct {
	*resumed
	url string
}

// Read reads on.
func (t told) Read(p []byte) (int, error) {
	n, err := t.resumed.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		err = reject(t.url, err)
	}
	return n, err
}

// read opens an object so that a broken line is taken up.
func (c *Client) read(ctx context.Context, b Bucket, key string) (*resumed, error) {
	r := &resumed{client: c, ctx: ctx, bucket: b, key: key}
	return r, c.retry(ctx, r.connect)
}

// resumed reads an object from its first byte to its last, over as many connections as
// that takes.
type resumed struct {
	client  *Client
	ctx     context.Context
	bucket  Bucket
	key     string
	content *Content
	at      int64 // bytes read
	version string
	size    int64
	tries   int // that brought nothing
}

// connect opens the object where reading stands.
func (r *resumed) connect() error {
	c, err := r.bucket.Open(r.ctx, r.key, r.at)
	if err != nil {
		return err
	}
	if r.at > 0 && (c.Version != r.version || c.Size != r.size) {
		_ = c.Close() // nothing was read
		return &Fault{Kind: Changed, What: "it was changed while it was read"}
	}
	r.content, r.version, r.size = c, c.Version, c.Size
	return nil
}

// Read reads on. The end of the connection is the end of the object only if all of it
// has come.
func (r *resumed) Read(p []byte) (int, error) {
	for {
		n, err := r.content.Read(p)
		if r.at += int64(n); n > 0 {
			r.tries = 0
			return n, nil
		}
		switch {
		case err == nil:
			return 0, nil
		case errors.Is(err, io.EOF) && r.at >= r.size:
			return 0, io.EOF
		case r.ctx.Err() != nil:
			return 0, r.ctx.Err()
		}
		if r.tries++; r.tries == mostTries {
			return 0, &Fault{Kind: Unreachable, Err: err}
		}
		_ = r.content.Close() // it is broken
		if err := r.client.retry(r.ctx, r.connect); err != nil {
			return 0, err
		}
	}
}

// Close ends the reading.
func (r *resumed) Close() error { return r.content.Close() }
