package output

import (
	"encoding/binary"
	"hash/maphash"
	"math/bits"
	"unsafe"
)

// dictionary numbers the distinct values of a column in the order in which they come. It
// holds them as the page of a Parquet file does, and no pointers but those to recent texts:
// a table has dozens of dictionaries, and the collector would go through all of them.
type dictionary struct {
	page   []byte   // numbers little endian, texts behind their lengths
	ends   []int32  // of the values in page
	hashes []uint64 // of the values
	slots  []int32  // number of a value and 1, by the first bits of its hash; 0 for none
	shift  int
	seed   maphash.Seed
	recent [64]recent
}

// recent is a text that was met not long ago, known again by where it lies: the name of a
// document or an enum is the same piece of memory in row after row.
type recent struct {
	text   string
	number int32
}

func newDictionary() *dictionary {
	d := &dictionary{seed: maphash.MakeSeed()} // numbers do not depend on it
	d.resize(1 << 6)
	return d
}

// reset forgets all values and keeps the memory.
func (d *dictionary) reset() {
	d.page, d.ends, d.hashes = d.page[:0], d.ends[:0], d.hashes[:0]
	clear(d.slots)
	d.recent = [64]recent{}
}

// text is the number of a text.
func (d *dictionary) text(s string) int32 {
	if s == "" {
		return d.find(maphash.String(d.seed, s), s)
	}
	at := unsafe.StringData(s)
	r := &d.recent[(uintptr(unsafe.Pointer(at))>>3^uintptr(len(s)))%uintptr(len(d.recent))]
	if unsafe.StringData(r.text) != at || len(r.text) != len(s) {
		*r = recent{s, d.find(maphash.String(d.seed, s), s)}
	}
	return r.number
}

// find is the number of a text by its hash.
func (d *dictionary) find(hash uint64, s string) int32 {
	i := int(hash >> d.shift)
	for ; d.slots[i] != 0; i = (i + 1) & (len(d.slots) - 1) {
		if n := d.slots[i] - 1; d.hashes[n] == hash && string(d.value(n)[4:]) == s {
			return n
		}
	}
	d.page = binary.LittleEndian.AppendUint32(d.page, uint32(len(s)))
	d.page = append(d.page, s...)
	return d.added(i, hash)
}

// fixed is the number of a value of 4 or 8 bytes.
func (d *dictionary) fixed(value uint64, size int) int32 {
	const odd = 0x9e3779b97f4a7c15
	hash := value * odd // no two values have the same
	i := int(hash >> d.shift)
	for ; d.slots[i] != 0; i = (i + 1) & (len(d.slots) - 1) {
		if n := d.slots[i] - 1; d.hashes[n] == hash {
			return n
		}
	}
	d.page = binary.LittleEndian.AppendUint64(d.page, value)[:len(d.page)+size]
	return d.added(i, hash)
}

// added is the number of the value that was put into page last; its slot is free.
func (d *dictionary) added(slot int, hash uint64) int32 {
	d.ends, d.hashes = append(d.ends, int32(len(d.page))), append(d.hashes, hash)
	d.slots[slot] = int32(len(d.ends))
	if 2*len(d.ends) > len(d.slots) {
		d.resize(2 * len(d.slots))
	}
	return int32(len(d.ends)) - 1
}

// resize makes room for half as many values as there are slots, a power of two.
func (d *dictionary) resize(slots int) {
	d.slots, d.shift = make([]int32, slots), bits.LeadingZeros64(uint64(slots))+1
	for n, hash := range d.hashes {
		i := int(hash >> d.shift)
		for d.slots[i] != 0 {
			i = (i + 1) & (slots - 1)
		}
		d.slots[i] = int32(n) + 1
	}
}

// value is a value as it stands in page.
func (d *dictionary) value(n int32) []byte {
	start := int32(0)
	if n > 0 {
		start = d.ends[n-1]
	}
	return d.page[start:d.ends[n]]
}
