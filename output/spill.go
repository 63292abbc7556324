package output

import (
	"bufio"
	"encoding/gob"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
)

// spill sorts rows into numbered heaps that may be larger than memory: it keeps some
// rows and writes the others to a file for each heap.
type spill[T any] struct {
	dir   string // made when the first file is needed
	root  string
	most  int // rows in memory
	held  int
	heaps map[int][]T
}

func newSpill[T any](root string, most int) *spill[T] {
	return &spill[T]{root: root, most: most, heaps: map[int][]T{}}
}

// add puts a row on a heap.
func (s *spill[T]) add(heap int, row T) error {
	s.heaps[heap] = append(s.heaps[heap], row)
	if s.held++; s.held <= s.most {
		return nil
	}
	if s.dir == "" {
		dir, err := os.MkdirTemp(s.root, tempPattern)
		if err != nil {
			return err
		}
		s.dir = dir
	}
	for heap, rows := range s.heaps {
		if err := s.flush(heap, rows); err != nil {
			return err
		}
	}
	s.held = 0
	clear(s.heaps)
	return nil
}

func (s *spill[T]) path(heap int) string { return filepath.Join(s.dir, strconv.Itoa(heap)) }

func (s *spill[T]) flush(heap int, rows []T) error {
	f, err := os.OpenFile(s.path(heap), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	return errors.Join(gob.NewEncoder(f).Encode(rows), f.Close())
}

// take hands out a heap in the order in which it was piled up, and drops it.
func (s *spill[T]) take(heap int) ([]T, error) {
	rows := s.heaps[heap]
	delete(s.heaps, heap)
	if s.dir == "" {
		return rows, nil
	}
	f, err := os.Open(s.path(heap))
	if errors.Is(err, os.ErrNotExist) {
		return rows, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	all, err := chunks[T](f)
	if err != nil {
		return nil, err
	}
	return append(all, rows...), os.Remove(f.Name())
}

// chunks reads the chunks of a heap one after the other. Each was written by an encoder
// of its own; bufio keeps a decoder from reading into the next one.
func chunks[T any](f *os.File) ([]T, error) {
	var all []T
	for in := bufio.NewReader(f); ; {
		if _, err := in.Peek(1); errors.Is(err, io.EOF) {
			return all, nil
		}
		var chunk []T
		if err := gob.NewDecoder(in).Decode(&chunk); err != nil {
			return nil, err
		}
		all = append(all, chunk...)
	}
}

// remove drops what is on disk.
func (s *spill[T]) remove() {
	if s.dir != "" {
		_ = os.RemoveAll(s.dir) // else the next run does
	}
}
