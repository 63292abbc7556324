package seeds

import "sync"

// index finds the entries of a list by key. It is made when it is first asked: a program
// that only checks rules does without.
type index[T entry] struct {
	list []T
	once sync.Once
	at   map[string]int32
}

func newIndex[T entry](list []T) *index[T] { return &index[T]{list: list} }

// find looks a key up; a nil index knows none.
func (x *index[T]) find(key string) *T {
	if x == nil {
		return nil
	}
	x.once.Do(func() {
		x.at = make(map[string]int32, len(x.list))
		for i, e := range x.list {
			x.at[e.key()] = int32(i)
		}
	})
	if i, ok := x.at[key]; ok {
		return &x.list[i]
	}
	return nil
}
