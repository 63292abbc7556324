package source

import (
	"slices"
	"strings"
	"unicode"
)

// edge is how many lines at the top and bottom of a page may be furniture.
const edge = 2

// withoutFurniture drops page numbers and the heads and feet that run through the pages.
func withoutFurniture(pages [][]pdfLine) [][]pdfLine {
	seen := map[string]int{}
	for _, lines := range pages {
		onPage := map[string]bool{}
		for _, i := range edges(lines) {
			onPage[skeleton(lines[i].text)] = true
		}
		for s := range onPage {
			seen[s]++
		}
	}
	out := make([][]pdfLine, len(pages))
	for p, lines := range pages {
		at := edges(lines)
		for i, l := range lines {
			if slices.Contains(at, i) && (pageNumber(l.text) || runs(seen[skeleton(l.text)], len(pages)) && !(p == 0 && title(lines, i))) {
				continue
			}
			out[p] = append(out[p], l)
		}
	}
	return out
}

// title reports whether line i of the first page is the last to say what runs through
// the pages: the head of each page is often the title, which stays.
func title(lines []pdfLine, i int) bool {
	s := skeleton(lines[i].text)
	return !slices.ContainsFunc(lines[i+1:], func(l pdfLine) bool { return skeleton(l.text) == s })
}

// runs reports whether a head met on so many of the pages runs through them: left and
// right pages often differ.
func runs(met, pages int) bool { return met >= 3 && met*3 >= pages }

// edges are the indexes of the highest and lowest lines of a page.
func edges(lines []pdfLine) []int {
	order := make([]int, len(lines))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case lines[a].y > lines[b].y:
			return -1
		case lines[a].y < lines[b].y:
			return 1
		}
		return 0
	})
	if len(order) <= 2*edge {
		return order
	}
	return append(slices.Clone(order[:edge]), order[len(order)-edge:]...)
}

// skeleton is a line without digits and spaces, which is the same on each page.
func skeleton(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// pageNumber reports whether a line is only the number of the page: 12, — 12 —, 第12页,
// 12/34, 第 12 页 共 34 页.
func pageNumber(s string) bool {
	digits := 0
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			digits++
		case !strings.ContainsRune("-—–－―─·•.~/｜| \t　第页共頁", r):
			return false
		}
	}
	return digits > 0 && digits <= 8
}
