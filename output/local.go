package output

import (
	"bytes"
	"encoding/binary"
	"hash/maphash"
)

// local is what the documents of one place tell. They may be as many as all documents, where
// a name stands in each report of a country.
type local struct {
	accounts []account
	facts    *sorter // by a hash of the indicator, and it; each names its account by number
	seed     maphash.Seed
}

func newLocal(root string) *local {
	return &local{facts: newSorter(root, toldBytes), seed: maphash.MakeSeed()}
}

// open takes up an account; those of a place come sorted by document.
func (l *local) open(packed []byte) error {
	u := unpacker[[]byte]{rest: packed}
	var a account
	a.read(&u)
	number := binary.AppendUvarint(nil, uint64(len(l.accounts)))
	l.accounts = append(l.accounts, a)
	for len(u.rest) > 0 {
		key, fact := u.text(), u.text()
		hash := maphash.Bytes(l.seed, key) // sorts faster than texts
		err := l.facts.add(
			func(b []byte) []byte { return append(binary.BigEndian.AppendUint64(b, hash), key...) },
			func(b []byte) []byte { return append(append(b, number...), fact...) })
		if err != nil {
			return err
		}
	}
	return u.err
}

// appendIndicator appends the indicator of a fact, by which facts are told apart.
func appendIndicator(b []byte, f *FactRow) []byte {
	name, coded := indicatorKey(f)
	if coded {
		b = append(b, codeMark...)
	}
	return append(b, name...)
}

// codeMark stands before the codes of indicators, and before no name.
const codeMark = "code "

// hasCode reports whether a key of facts is that of an indicator with a code.
func hasCode(key []byte) bool {
	const hash = 8
	return len(key) > hash && bytes.HasPrefix(key[hash:], []byte(codeMark))
}

// clear makes room for another place.
func (l *local) clear() {
	l.accounts = l.accounts[:0]
	l.facts.clear()
}
