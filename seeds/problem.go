package seeds

import (
	"fmt"
	"strings"
)

// Problem is something wrong in a lexicon: where, what, and how to cure it.
type Problem struct {
	File string
	Line int
	What string
	Cure string
}

// Error is the problem in one line: units.tsv:12: "亩" twice, first on line 8; remove one.
func (p Problem) Error() string {
	return fmt.Sprintf("%s:%d: %s; %s", p.File, p.Line, p.What, p.Cure)
}

// Problems are all that is wrong in a set of lexicons, so that one run shows them all.
type Problems []Problem

// Error is one problem a line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

func (ps *Problems) add(file string, line int, what, cure string) {
	*ps = append(*ps, Problem{file, line, what, cure})
}

// err is nil where nothing is wrong: an empty Problems in an error is not nil.
func (ps Problems) err() error {
	if len(ps) == 0 {
		return nil
	}
	return ps
}
