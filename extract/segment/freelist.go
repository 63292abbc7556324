package segment

// freeList is the ascending list of free slots; slot 0 is the root and never free, so 0
// ends the list both ways.
type freeList struct{ next, prev []uint32 }

func (f *freeList) grow(n int) {
	if len(f.next) == 0 {
		f.next, f.prev = append(f.next, 0), append(f.prev, 0)
	}
	for i := uint32(len(f.next)); i < uint32(n); i++ {
		last := f.prev[0]
		f.next[last] = i
		f.next, f.prev = append(f.next, 0), append(f.prev, last)
		f.prev[0] = i
	}
}

func (f *freeList) first() uint32         { return f.next[0] }
func (f *freeList) after(s uint32) uint32 { return f.next[s] }

// remove takes s off the list, if it is still on it.
func (f *freeList) remove(s uint32) {
	if s == 0 || f.next[f.prev[s]] != s {
		return
	}
	f.next[f.prev[s]] = f.next[s]
	f.prev[f.next[s]] = f.prev[s]
}
