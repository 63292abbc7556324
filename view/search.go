package view

import (
	"strings"
	"unicode/utf8"
)

// Found is what a search finds: places in texts, and indicators by name.
type Found struct {
	Hits  []Hit       `json:"hits"`
	More  bool        `json:"more"`
	Names []FoundName `json:"names"`
}

// Hit is a place in a text, with the words around it.
type Hit struct {
	Doc    string `json:"doc"`
	Title  string `json:"title,omitempty"`
	Region string `json:"region,omitempty"`
	Year   int32  `json:"year,omitempty"`
	At     int    `json:"at"` // in code points
	Before string `json:"before"`
	Words  string `json:"words"`
	After  string `json:"after"`
}

// FoundName is an indicator and the number of facts about it.
type FoundName struct {
	Name  string `json:"name"`
	Code  string `json:"code,omitempty"`
	Facts int    `json:"facts"`
}

// The bounds of what a search returns.
const (
	mostHits      = 200
	mostInOne     = 5
	mostNames     = 30
	runesBefore   = 30
	runesAfter    = 40
	longestSearch = 200
)

// search looks for words, set apart by spaces, in texts that hold them all, and for
// indicators whose name holds them all.
func (s *shelf) search(query string) (Found, error) {
	found := Found{Hits: []Hit{}, Names: []FoundName{}}
	words := strings.Fields(query)
	if len(words) == 0 || len(query) > longestSearch {
		return found, nil
	}
	names, err := s.names()
	if err != nil {
		return found, err
	}
	for _, n := range names {
		if len(found.Names) < mostNames && hasAll(n.Name, words) {
			found.Names = append(found.Names, FoundName{n.Name, n.Code, n.Facts})
		}
	}
	heads, err := s.heads()
	if err != nil {
		return found, err
	}
	byID := map[string]Head{}
	for _, h := range heads {
		byID[h.ID] = h
	}
	texts, err := s.texts()
	for _, t := range texts {
		if !hasAll(t.text, words) {
			continue
		}
		if len(found.Hits) >= mostHits {
			found.More = true
			break
		}
		found.Hits = append(found.Hits, hits(t, byID[t.id], words[0])...)
	}
	return found, err
}

func hasAll(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// hits are the first places of a word in a text.
func hits(t textOf, head Head, word string) []Hit {
	var list []Hit
	for from := 0; len(list) < mostInOne; {
		i := strings.Index(t.text[from:], word)
		if i < 0 {
			break
		}
		at, end := from+i, from+i+len(word)
		list = append(list, Hit{
			Doc: t.id, Title: head.Title, Region: head.Region, Year: head.Year,
			At: utf8.RuneCountInString(t.text[:at]), Before: before(t.text[:at]), Words: word, After: after(t.text[end:]),
		})
		from = end
	}
	return list
}

// before is the end of a text, back to the sentence's start.
func before(text string) string {
	start := len(text)
	for range runesBefore {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		if size == 0 || strings.ContainsRune("。！？\n", r) {
			break
		}
		start -= size
	}
	return strings.TrimLeft(text[start:], " \u3000")
}

func after(text string) string {
	end := 0
	for range runesAfter {
		r, size := utf8.DecodeRuneInString(text[end:])
		if size == 0 || r == '\n' {
			break
		}
		end += size
	}
	return text[:end]
}
