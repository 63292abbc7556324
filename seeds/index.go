package seeds

import (
	"hash/maphash"
	"sync"
)

// index finds the entries of a list by key. It is made when it is first asked: a program
// that only checks rules does without.
type index[T entry] struct {
	list []T
	once sync.Once
	at   slots
	keys []string // of the list
}

func newIndex[T entry](list []T) *index[T] { return &index[T]{list: list} }

// find looks a key up; a nil index knows none.
func (x *index[T]) find(key string) *T {
	if x == nil {
		return nil
	}
	x.once.Do(x.make)
	for p := x.at.probe(key); ; {
		s := p.next()
		if s.free() {
			return nil
		}
		if i := s.number(); x.keys[i] == key {
			return &x.list[i]
		}
	}
}

func (x *index[T]) make() {
	x.at, x.keys = newSlots(len(x.list)), make([]string, len(x.list))
	for i, e := range x.list {
		x.keys[i] = e.key()
		p := x.at.probe(x.keys[i])
		s := p.next()
		for !s.free() { // a key is in a list once
			s = p.next()
		}
		p.set(s, i)
	}
}

// slots is a hash table of the numbers of things that hold their keys themselves. It costs
// every start of the program a tenth of what a map does.
type slots struct {
	seed maphash.Seed
	at   []slot // a power of two, at most half in use
}

// slot is a number and part of its key's hash, by which nearly all other keys are told.
type slot struct {
	hash uint32
	next uint32 // the number and 1; 0 in a free slot
}

func (s *slot) free() bool  { return s.next == 0 }
func (s *slot) number() int { return int(s.next) - 1 }

// newSlots makes room for n keys.
func newSlots(n int) slots {
	size := 8
	for size < 2*n {
		size *= 2
	}
	return slots{maphash.MakeSeed(), make([]slot, size)}
}

// probe goes through the slots where a key may be.
type probe struct {
	at   []slot
	i    uint64
	hash uint32
}

func (s *slots) probe(key string) probe {
	h := maphash.String(s.seed, key)
	return probe{s.at, h, uint32(h >> 32)}
}

// next is the next slot whose key may be this one, or a free one behind the last.
func (p *probe) next() *slot {
	for {
		s := &p.at[p.i&uint64(len(p.at)-1)]
		p.i++
		if s.next == 0 || s.hash == p.hash {
			return s
		}
	}
}

// set puts a number into a slot.
func (p *probe) set(s *slot, number int) { *s = slot{p.hash, uint32(number) + 1} }
