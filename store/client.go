package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"
)

// Client reads and writes what URLs stand for. It is the source.Store of a run.
type Client struct {
	reading context.Context // ends with the run
	writing context.Context // goes on when a user stops the run, so that what is done is kept
	end     context.CancelFunc
	open    Opener
	pause   time.Duration // before the first try again; it doubles

	mu      sync.Mutex
	buckets map[string]Bucket // by handle
	names   map[string]string // of a bucket that is read → handle
	folders []string          // temporary
}

// New returns a client whose work ends with the context. An opener of nil stands for a
// program that was built without object stores.
func New(ctx context.Context, open Opener) *Client {
	writing, end := context.WithCancel(context.WithoutCancel(ctx))
	return &Client{
		reading: ctx, writing: writing, end: end, open: open, pause: 200 * time.Millisecond,
		buckets: map[string]Bucket{}, names: map[string]string{},
	}
}

// Close gives up what has not been finished and removes what lies on this machine.
func (c *Client) Close() error {
	c.end()
	c.mu.Lock()
	defer c.mu.Unlock()
	var errs []error
	for _, dir := range c.folders {
		errs = append(errs, os.RemoveAll(dir))
	}
	c.folders = nil
	return errors.Join(errs...)
}

// temporary makes a folder that is there until Close.
func (c *Client) temporary() (string, error) {
	dir, err := os.MkdirTemp("", "zhibiao-*")
	if err != nil {
		return "", fmt.Errorf("%w; set TMPDIR to a folder that can be written to", err)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.folders = append(c.folders, dir)
	return dir, nil
}

// bucket opens the bucket of a location, or hands out the one that is open.
func (c *Client) bucket(l location) (Bucket, error) {
	if c.open == nil {
		return nil, &Fault{
			What: "this program was built without object stores",
			Cure: "build it with them (make build-stores, or go build -tags stores ./cmd/zhibiao)",
		}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if b := c.buckets[l.handle()]; b != nil {
		return b, nil
	}
	b, err := c.open(c.writing, l.handle())
	if err == nil {
		c.buckets[l.handle()] = b
	}
	return b, err
}

// name remembers the settings that a bucket is read with: the URLs of objects leave them
// out, because the same report is the same wherever it is reached.
func (c *Client) name(l location) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if was, ok := c.names[l.bucket]; ok && was != l.handle() {
		return &Fault{
			What: "the bucket was given with other settings before, as " + was,
			Cure: "give it with the same ones each time, or in runs of their own",
		}
	}
	c.names[l.bucket] = l.handle()
	return nil
}

// named is the bucket of an object that Find found.
func (c *Client) named(l location) (Bucket, error) {
	c.mu.Lock()
	handle, ok := c.names[l.bucket]
	b := c.buckets[handle]
	c.mu.Unlock()
	if !ok || b == nil {
		return c.bucket(l)
	}
	return b, nil
}

// mostTries is how often what a cut line has spoilt is tried.
const mostTries = 4

// retry does what can be done again until it succeeds, fails for good, or has failed too
// often.
func (c *Client) retry(ctx context.Context, do func() error) error {
	pause := c.pause
	for try := 1; ; try++ {
		err := do()
		if err == nil || try == mostTries || !is(err, Unreachable) {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause):
		}
		pause *= 2
	}
}
