package output

import "strconv"

// Count is a number of things in words: 1 report, 75 reports. The noun is one that takes an s.
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}
