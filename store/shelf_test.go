package store

import (
	"bytes"
	"context"
	"errors"
	"io"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// shelf is a bucket in memory.
type shelf struct {
	mu       sync.Mutex
	objects  map[string][]byte
	versions map[string]int
	clock    int
	changes  int // puts and deletes so far
	lax      bool
	cut      map[string]int                             // key → bytes after which the line breaks, once each time it is opened before so many
	before   func(change int, verb, key string) error   // fails a change, or looks on; called without the lock
	after    func(verb, key string, failed error) error // loses the answer
}

func newShelf(objects ...string) *shelf {
	s := &shelf{objects: map[string][]byte{}, versions: map[string]int{}, cut: map[string]int{}}
	for _, key := range objects {
		s.objects[key] = []byte("全市地区生产总值增长6.7%。")
	}
	return s
}

// client is a client of a shelf that is named s3://b.
func (s *shelf) client(t testing.TB) *Client {
	c := New(context.Background(), func(_ context.Context, url string) (Bucket, error) {
		if !strings.HasPrefix(url, "s3://b") {
			return nil, &Fault{Kind: NoBucket, Err: errors.New("no " + url)}
		}
		return s, nil
	})
	c.pause = 0
	t.Cleanup(func() {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	})
	return c
}

func (s *shelf) List(_ context.Context, prefix string) iter.Seq2[Object, error] {
	return func(yield func(Object, error) bool) {
		for _, key := range s.keys() {
			s.mu.Lock()
			size := int64(len(s.objects[key]))
			s.mu.Unlock()
			if strings.HasPrefix(key, prefix) && !yield(Object{key, size}, nil) {
				return
			}
		}
	}
}

func (s *shelf) Open(_ context.Context, key string, from int64) (*Content, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	content, ok := s.objects[key]
	if !ok {
		return nil, &Fault{Kind: Missing, Err: errors.New("no " + key)}
	}
	var r io.Reader = bytes.NewReader(content[from:])
	if at := s.cut[key]; at > int(from) {
		r = io.LimitReader(r, int64(at)-from) // ends too soon, as a closed connection does
		if at%2 == 0 {
			r = io.MultiReader(r, broken{})
		}
	}
	return &Content{io.NopCloser(r), int64(len(content)), strconv.Itoa(s.versions[key])}, nil
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("connection reset") }

func (s *shelf) Put(_ context.Context, key string, content io.Reader, only Condition) error {
	data, err := io.ReadAll(content)
	if err != nil {
		return err
	}
	return s.change("put", key, func() error {
		_, there := s.objects[key]
		if !s.lax && (only.Absent && there || only.Version != "" && only.Version != strconv.Itoa(s.versions[key])) {
			return &Fault{Kind: Changed, Err: errors.New("condition fails")}
		}
		s.clock++
		s.objects[key], s.versions[key] = data, s.clock
		return nil
	})
}

func (s *shelf) Delete(_ context.Context, key string) error {
	return s.change("delete", key, func() error {
		delete(s.objects, key)
		return nil
	})
}

// change does a change, with all that is to go wrong with it.
func (s *shelf) change(verb, key string, do func() error) error {
	s.mu.Lock()
	s.changes++
	n := s.changes
	s.mu.Unlock()
	if s.before != nil {
		if err := s.before(n, verb, key); err != nil {
			return err
		}
	}
	s.mu.Lock()
	err := do()
	s.mu.Unlock()
	if s.after != nil {
		return s.after(verb, key, err)
	}
	return err
}

// keys lists what is on the shelf.
func (s *shelf) keys() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Sorted(maps.Keys(s.objects))
}
