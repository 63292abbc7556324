package source

import (
	"encoding/binary"
	"unicode/utf8"
)

// detectSample is how many bytes are looked at to tell the encoding: 40,000 characters.
const detectSample = 128 << 10

// detect names the encoding in which data shows most frequent Chinese characters, and
// their share of all characters outside ASCII, less twice that of undecodable ones.
func detect(data []byte) (name string, share float64) {
	known := newCommons()
	share = -1
	for _, c := range charsets() {
		if s := c.share(data, known); s > share {
			name, share = c.name, s
		}
	}
	return name, share
}

// share is the share of frequent characters among those of a sample of data outside
// ASCII. Wide encodings also earn by ASCII, which narrow ones read as NUL pairs.
func (c charset) share(data []byte, known *commons) float64 {
	d, err := c.decode(c.sample(data))
	if err != nil {
		return -1
	}
	var all, good, bad int
	for i, r := range d.text {
		switch {
		case r == utf8.RuneError:
			// the sample may end in the middle of a character
			if i < len(d.text)-6 {
				all, bad = all+1, bad+1
			}
		case control(r):
			all, bad = all+1, bad+1
		case r < 0x80:
			if c.wide() {
				all, good = all+1, good+1
			}
		case known.has(r):
			all, good = all+1, good+1
		default:
			all++
		}
	}
	if all == 0 {
		return 0
	}
	return (float64(good) - 2*float64(bad)) / float64(all)
}

// wide reports whether the encoding spends two bytes on every character.
func (c charset) wide() bool { return c.name == "utf-16le" || c.name == "utf-16be" }

// sample starts at the first byte outside ASCII, which begins a character in every
// narrow encoding: a long opening in Latin letters says nothing, and a start anywhere
// else would read GBK half a character off.
func (c charset) sample(data []byte) []byte {
	start := 0
	for start < len(data) && data[start] < 0x80 {
		start++
	}
	if start == len(data) {
		start = 0
	}
	if c.wide() {
		start &^= 1
	}
	return data[start:min(len(data), start+detectSample)]
}

// countControls counts the bytes that have no place in a text. Eight at a time are passed
// over where none is below a blank or DEL.
func countControls(text string) (n int) {
	const ones, tops = 0x0101_0101_0101_0101, 0x8080_8080_8080_8080
	for ; text != ""; text = text[min(8, len(text)):] {
		if len(text) >= 8 {
			x := binary.LittleEndian.Uint64([]byte(text[:8]))
			low, del := x-' '*ones, (x^0x7F*ones)-ones
			if (low|del)&^x&tops == 0 {
				continue
			}
		}
		for i := range min(8, len(text)) {
			if control(rune(text[i])) {
				n++
			}
		}
	}
	return n
}

// control reports whether r has no place in a text.
func control(r rune) bool {
	if r >= 0x20 {
		return r == 0x7F
	}
	switch r {
	case '\t', '\n', '\v', '\f', '\r', 0x1A, 0x1B: // DOS files end in 0x1A
		return false
	}
	return true
}
