package output

import "unsafe"

// stringsOf gathers many short strings in one piece of memory.
type stringsOf struct {
	bytes []byte
	ends  []int
}

// newStrings makes room for n strings of so many bytes together.
func newStrings(n, bytes int) *stringsOf {
	return &stringsOf{make([]byte, 0, bytes), make([]int, 0, n)}
}

// end ends the string that was appended to bytes last.
func (s *stringsOf) end() { s.ends = append(s.ends, len(s.bytes)) }

// list hands out the strings, which take the memory over.
func (s *stringsOf) list() []string {
	all, list, from := unsafe.String(unsafe.SliceData(s.bytes), len(s.bytes)), make([]string, len(s.ends)), 0
	for i, end := range s.ends {
		list[i], from = all[from:end], end
	}
	return list
}
