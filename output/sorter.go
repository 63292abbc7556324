package output

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strconv"
)

// sorter sorts records that may be larger than memory: it keeps some and writes the
// others to files, each sorted, which it merges in the end. Records of one key stay in the
// order in which they came.
type sorter struct {
	root    string
	dir     string // made when the first file is needed
	most    int    // bytes in memory
	bytes   []byte // of the records, one after the other
	records []record
	heaps   []record // memory for sort
	longest int      // record, in bytes
	runs    int      // files
}

// record is where a record lies: its key, then what belongs to it.
type record struct {
	first              uint64 // bytes of the key, which tell most keys apart
	start, keyEnd, end int
}

func newSorter(root string, most int) *sorter { return &sorter{root: root, most: most} }

// add takes a record, which write appends: the key first, whose end it marks, then the rest.
func (s *sorter) add(key func([]byte) []byte, rest func([]byte) []byte) error {
	s.expect()
	r := record{start: len(s.bytes)}
	s.bytes = key(s.bytes)
	r.keyEnd = len(s.bytes)
	r.first = firstOf(s.bytes[r.start:])
	s.bytes = rest(s.bytes)
	r.end = len(s.bytes)
	s.longest = max(s.longest, r.end-r.start)
	if s.records = append(s.records, r); len(s.bytes) < s.most {
		return nil
	}
	return s.spill()
}

// expect makes room for a record: append would grow a large memory by little, and copy it many
// times.
func (s *sorter) expect() {
	const least, times = 4 << 10, 4
	if room := max(least, s.longest); cap(s.bytes)-len(s.bytes) < room {
		s.bytes = slices.Grow(s.bytes, max(room, min((times-1)*len(s.bytes), s.most+room-len(s.bytes))))
	}
}

// firstOf are the first bytes of a key as a number of the same order.
func firstOf(key []byte) uint64 {
	var first [8]byte
	copy(first[:], key)
	return binary.BigEndian.Uint64(first[:])
}

func (s *sorter) key(r record) []byte { return s.bytes[r.start:r.keyEnd] }

func (s *sorter) rest(r record) []byte { return s.bytes[r.keyEnd:r.end] }

// sort sorts the records, first of all into heaps by the first byte: keys that begin with a
// hash make small ones.
func (s *sorter) sort() {
	var ends [1 << 8]int
	for i := range s.records {
		ends[s.records[i].first>>56]++
	}
	at := 0
	for i, n := range ends {
		ends[i], at = at, at+n // where the heap begins
	}
	s.heaps = slices.Grow(s.heaps[:0], len(s.records))[:len(s.records)]
	for _, r := range s.records {
		end := &ends[r.first>>56]
		s.heaps[*end] = r
		*end++
	}
	s.records, s.heaps = s.heaps, s.records
	at = 0
	for _, end := range ends {
		slices.SortFunc(s.records[at:end], s.compare)
		at = end
	}
}

func (s *sorter) compare(a, b record) int {
	if a.first != b.first {
		return cmp.Compare(a.first, b.first)
	}
	return cmp.Or(bytes.Compare(s.key(a), s.key(b)), cmp.Compare(a.start, b.start))
}

// spill writes what is in memory to a file.
func (s *sorter) spill() (err error) {
	if s.dir == "" {
		if s.dir, err = os.MkdirTemp(s.root, tempPattern); err != nil {
			return err
		}
	}
	f, err := os.Create(s.path(s.runs))
	if err != nil {
		return err
	}
	s.runs++
	s.sort()
	out := bufio.NewWriterSize(f, 1<<16)
	var lengths []byte
	for _, r := range s.records {
		lengths = binary.AppendUvarint(lengths[:0], uint64(r.keyEnd-r.start))
		lengths = binary.AppendUvarint(lengths, uint64(r.end-r.keyEnd))
		_, _ = out.Write(lengths) // kept for Flush
		_, _ = out.Write(s.bytes[r.start:r.end])
	}
	s.bytes, s.records = s.bytes[:0], s.records[:0]
	return errors.Join(out.Flush(), f.Close())
}

func (s *sorter) path(run int) string { return filepath.Join(s.dir, strconv.Itoa(run)) }

// all hands out the records in order, key and rest, and must not be used again before
// clear. What it hands out holds until the next one.
func (s *sorter) all() iter.Seq2[[2][]byte, error] {
	return func(yield func([2][]byte, error) bool) {
		s.sort()
		if s.runs == 0 {
			for _, r := range s.records {
				if !yield([2][]byte{s.key(r), s.rest(r)}, nil) {
					return
				}
			}
			return
		}
		if err := s.merge(func(key, rest []byte) bool { return yield([2][]byte{key, rest}, nil) }); err != nil {
			yield([2][]byte{}, err)
		}
	}
}

// merge goes through the files, and what is in memory behind them, side by side.
func (s *sorter) merge(visit func(key, rest []byte) bool) error {
	var open []*sorted
	defer func() {
		for _, r := range open {
			r.close()
		}
	}()
	for i := range s.runs {
		r, err := openSorted(s.path(i))
		if err != nil {
			return err
		}
		open = append(open, r)
	}
	open = append(open, &sorted{memory: s, left: s.records})
	for _, r := range open {
		if err := r.next(); err != nil {
			return err
		}
	}
	for {
		var least *sorted // of equal ones the first, which came first
		for _, r := range open {
			if !r.ended && (least == nil || bytes.Compare(r.key, least.key) < 0) {
				least = r
			}
		}
		if least == nil || !visit(least.key, least.rest) {
			return nil
		}
		if err := least.next(); err != nil {
			return err
		}
	}
}

// clear drops all records, and keeps the memory for others.
func (s *sorter) clear() {
	s.remove()
	s.dir, s.runs = "", 0
	s.bytes, s.records = s.bytes[:0], s.records[:0]
}

// remove drops what is on disk.
func (s *sorter) remove() {
	if s.dir != "" {
		_ = os.RemoveAll(s.dir) // else the next run does
	}
}
