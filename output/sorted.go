package output

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"slices"
)

// sorted are sorted records that are being read, of a file or in memory.
type sorted struct {
	file      *os.File // nil in memory
	in        *bufio.Reader
	memory    *sorter
	left      []record
	key, rest []byte // of the record that comes next
	ended     bool
}

func openSorted(path string) (*sorted, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return &sorted{file: f, in: bufio.NewReaderSize(f, 1<<16)}, nil
}

func (r *sorted) close() {
	if r.file != nil {
		_ = r.file.Close() // was read only
	}
}

// next goes on to the next record.
func (r *sorted) next() error {
	if r.memory == nil {
		return r.read()
	}
	if r.ended = len(r.left) == 0; !r.ended {
		r.key, r.rest = r.memory.key(r.left[0]), r.memory.rest(r.left[0])
		r.left = r.left[1:]
	}
	return nil
}

func (r *sorted) read() error {
	key, err := binary.ReadUvarint(r.in)
	if errors.Is(err, io.EOF) {
		r.ended = true
		return nil
	}
	if err != nil {
		return err
	}
	rest, err := binary.ReadUvarint(r.in)
	if err != nil {
		return err
	}
	r.key = slices.Grow(r.key[:0], int(key))[:key]
	r.rest = slices.Grow(r.rest[:0], int(rest))[:rest]
	if _, err := io.ReadFull(r.in, r.key); err != nil {
		return err
	}
	_, err = io.ReadFull(r.in, r.rest)
	return err
}
