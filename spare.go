package zhibiao

import "sync"

// spare are lists of facts that nobody needs any more. A run over many reports makes them
// over and over. It is safe for concurrent use.
type spare struct{ pool sync.Pool }

// take is a list without facts.
func (s *spare) take() []Fact {
	if list, ok := s.pool.Get().(*[]Fact); ok {
		return (*list)[:0]
	}
	return []Fact{}
}

func (s *spare) give(list []Fact) { s.pool.Put(&list) }
