package output

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// distinct sorts documents by name and gives those of one name, 2024/report.txt and
// 2023/report.txt, names of their own: the first by path keeps it, the next are
// report.txt~2 and so on. The names depend on what is there and not on the order in
// which it came.
func distinct(parts []Rows) []Rows {
	parts = slices.Clone(parts)
	byName := func(a, b Rows) int {
		return cmp.Or(cmp.Compare(nameOf(a), nameOf(b)), cmp.Compare(sourceOf(a), sourceOf(b)))
	}
	slices.SortStableFunc(parts, byName)
	same := 1
	for i := 1; i < len(parts); i++ {
		name, before := nameOf(parts[i]), nameOf(parts[i-same])
		if name == "" || name != before {
			same = 1
			continue
		}
		same++
		parts[i] = renamed(parts[i], name, name+"~"+strconv.Itoa(same))
	}
	slices.SortStableFunc(parts, byName) // report.txt~2 comes after report.txt.bak
	return parts
}

func nameOf(r Rows) string {
	if len(r.Documents) == 0 {
		return ""
	}
	return r.Documents[0].DocID
}

// sourceOf is the path of a document, or of the input that was rejected.
func sourceOf(r Rows) string {
	switch {
	case len(r.Documents) > 0:
		return r.Documents[0].Source
	case len(r.Rejects) > 0:
		return r.Rejects[0].Source
	default:
		return ""
	}
}

// renamed is a copy of the rows of one document under another name.
func renamed(r Rows, from, to string) Rows {
	move := func(id *string) {
		if rest, ok := strings.CutPrefix(*id, from); ok && (rest == "" || rest[0] == '#') {
			*id = to + rest
		}
	}
	r.Documents, r.Sections, r.Sentences = slices.Clone(r.Documents), slices.Clone(r.Sections), slices.Clone(r.Sentences)
	r.Facts, r.Targets, r.Rejects = slices.Clone(r.Facts), slices.Clone(r.Targets), slices.Clone(r.Rejects)
	for i := range r.Documents {
		move(&r.Documents[i].DocID)
	}
	for i := range r.Sections {
		s := &r.Sections[i]
		moveAll(move, &s.DocID, &s.SectionID, &s.ParentID)
	}
	for i := range r.Sentences {
		s := &r.Sentences[i]
		moveAll(move, &s.DocID, &s.SectionID, &s.SentenceID)
	}
	for i := range r.Facts {
		f := &r.Facts[i]
		moveAll(move, &f.DocID, &f.FactID, &f.SectionID, &f.SentenceID)
	}
	for i := range r.Targets {
		t := &r.Targets[i]
		moveAll(move, &t.DocID, &t.FactID, &t.SectionID, &t.SentenceID, &t.PreviousFactID)
	}
	for i := range r.Rejects {
		move(&r.Rejects[i].DocID)
	}
	return r
}

func moveAll(move func(*string), ids ...*string) {
	for _, id := range ids {
		move(id)
	}
}
