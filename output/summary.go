package output

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// summary counts facts by what they are: 357 facts: 178 results, 146 targets, 33
// conditions and sizes; count 190, percent 96, …
func summary(facts []FactRow) string {
	status := count(facts, func(f *FactRow) string { return f.Status })
	text := fmt.Sprintf("%s: %s, %s, %s conditions and sizes", counted(len(facts), "fact"),
		counted(status["actual"], "result"), counted(status["target"], "target"), thousands(status[""]))
	kinds := count(facts, func(f *FactRow) string { return f.Kind })
	names := make([]string, 0, len(kinds))
	for kind := range kinds {
		names = append(names, kind)
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(kinds[b], kinds[a]), strings.Compare(a, b))
	})
	for i, kind := range names {
		names[i] = strings.ReplaceAll(kind, "_", " ") + " " + thousands(kinds[kind])
	}
	if len(names) > 0 {
		text += "\n" + strings.Join(names, ", ")
	}
	return text
}

func count(facts []FactRow, by func(*FactRow) string) map[string]int {
	n := map[string]int{}
	for i := range facts {
		n[by(&facts[i])]++
	}
	return n
}

// counted is Count with separators: 17,203 facts.
func counted(n int, noun string) string {
	if n < 1000 {
		return Count(n, noun)
	}
	return thousands(n) + " " + noun + "s"
}

// thousands writes a count with separators: 17,203.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
