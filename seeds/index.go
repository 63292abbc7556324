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
}

func newIndex[T entry](list []T) *index[T] { return &index[T]{list: list} }

// find looks a key up; a nil index knows none.
func (x *index[T]) find(key string) *T {
	if x == nil {
		return nil
	}
	x.once.Do(func() {
		x.at = newSlots(len(x.list))
		for i, e := range x.list {
			*x.slot(e.key()) = int32(i) + 1
		}
	})
	if i := *x.slot(key); i > 0 {
		return &x.list[i-1]
	}
	return nil
}

func (x *index[T]) slot(key string) *int32 {
	return x.at.find(key, func(i int32) bool { return x.list[i-1].key() == key })
}

// slots is a hash table of numbers, counted from 1, of things that hold their keys
// themselves. It costs every start of the program a tenth of what a map does.
type slots struct {
	seed maphash.Seed
	at   []int32 // 0 for none; a power of two, at most half in use
}

// newSlots makes room for n keys.
func newSlots(n int) slots {
	size := 8
	for size < 2*n {
		size *= 2
	}
	return slots{maphash.MakeSeed(), make([]int32, size)}
}

// find is the slot of a key, told by whether a number is its own, or else a free one.
func (s *slots) find(key string, own func(int32) bool) *int32 {
	for i := maphash.String(s.seed, key); ; i++ {
		slot := &s.at[i&uint64(len(s.at)-1)]
		if *slot == 0 || own(*slot) {
			return slot
		}
	}
}
