package output

import (
	"bytes"
	"encoding/binary"
	"errors"
	"iter"
	"slices"
)

// group is what the documents of one place tell of one indicator.
type group struct {
	key    []byte // of the facts, in local
	packed []byte // the facts, each behind the number of its account
	ends   []int  // of the facts in packed
	aims   int    // among them
	facts  []told
}

// groups hands out the facts of one indicator after the other, each sorted by document, but for
// those that have nothing to do with each other. The indicators come in any order. What is
// handed out holds until the next.
func (l *local) groups() iter.Seq2[[]told, error] {
	return func(yield func([]told, error) bool) {
		var g group
		for record, err := range l.facts.all() {
			if err == nil && !bytes.Equal(record[0], g.key) {
				if g.relates() && !yield(g.read(l.accounts)) {
					return
				}
				g.begin(record[0])
			}
			if err == nil {
				err = g.add(record[1])
			}
			if err != nil {
				yield(nil, err)
				return
			}
		}
		if g.relates() {
			yield(g.read(l.accounts))
		}
	}
}

func (g *group) begin(key []byte) {
	g.key = append(g.key[:0], key...)
	g.packed, g.ends, g.aims = g.packed[:0], g.ends[:0], 0
}

// add takes a fact as local holds it.
func (g *group) add(packed []byte) error {
	_, size := binary.Uvarint(packed)
	if size <= 0 || size == len(packed) {
		return errors.New("a fact that waits to be related is empty; run it again")
	}
	g.aims += int(packed[size])
	g.packed = append(g.packed, packed...)
	g.ends = append(g.ends, len(g.packed))
	return nil
}

// relates reports whether the facts can fill cells of the panel, or answer aims among them.
func (g *group) relates() bool {
	return len(g.ends) > 0 && (hasCode(g.key) || g.aims > 0 && g.aims < len(g.ends))
}

// read reads the facts.
func (g *group) read(accounts []account) ([]told, error) {
	all, start := string(g.packed), 0 // one piece of memory
	g.facts = slices.Grow(g.facts[:0], len(g.ends))[:len(g.ends)]
	for i, end := range g.ends {
		u := unpacker[string]{rest: all[start:end]}
		number := int(u.number())
		if number >= len(accounts) {
			return nil, errors.New("a fact that waits to be related names no document; run it again")
		}
		if err := g.facts[i].read(&accounts[number], u.rest); err != nil {
			return nil, err
		}
		start = end
	}
	return g.facts, nil
}
