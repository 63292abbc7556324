package mention

// table lists the entries of a lexicon by the character, or the two, that they are looked
// up by. Every numeral asks several, so it must cost less than a map.
type table[T any] struct {
	keys  []uint64 // by hash; 0 is free; a power of two of them, at most a quarter in use
	lists [][]T
}

// newTable makes the table of entries by key; the key 0 is never found.
func newTable[T any](entries map[uint64][]T) table[T] {
	size := 4
	for size < 4*len(entries) {
		size *= 2
	}
	t := table[T]{make([]uint64, size), make([][]T, size)}
	for key, list := range entries {
		if key != 0 {
			i := t.at(key)
			t.keys[i], t.lists[i] = key, list
		}
	}
	return t
}

// find lists the entries of a key.
func (t *table[T]) find(key uint64) []T { return t.lists[t.at(key)] }

// at is the place of a key, or a free one without entries.
func (t *table[T]) at(key uint64) uint64 {
	last := uint64(len(t.keys) - 1)
	for i := key * 0x9E3779B97F4A7C15 >> 40; ; i++ {
		if k := t.keys[i&last]; k == key || k == 0 {
			return i & last
		}
	}
}

// one and two are the keys of characters.
func one(c rune) uint64    { return uint64(c) }
func two(a, b rune) uint64 { return uint64(a)<<32 | uint64(b) }
