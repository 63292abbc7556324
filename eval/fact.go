// Package eval scores extracted facts against gold and shows where and how they differ.
package eval

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"zhibiao/normalize"
)

// Fact is a line of a gold or predicted file.
type Fact struct {
	normalize.Line
	Ignore       bool     `json:"ignore,omitempty"`        // what touches the span is not scored
	IndicatorAlt []string `json:"indicator_alt,omitempty"` // other names that are right
}

// parity is the kind of a fact without a number: 与经济增长同步. It is scored apart.
const parity = "parity"

// span is where a fact stands; within a document it identifies the fact.
type span struct{ start, end int }

func (f *Fact) span() span { return span{f.Start, f.End} }

// overlaps reports whether two spans share a code point.
func (s span) overlaps(o span) bool { return s.start < o.end && o.start < s.end }

// longestLine bounds a line of a fact file; a fact takes a few hundred bytes.
const longestLine = 1 << 20

// Read reads facts, one JSON object a line; empty lines are skipped. The name is used
// in errors.
func Read(r io.Reader, name string) ([]Fact, error) {
	var facts []Fact
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 64<<10), longestLine)
	n := 0
	for lines.Scan() {
		n++
		line := strings.TrimSpace(lines.Text())
		if line == "" {
			continue
		}
		fact, err := parse(line)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		facts = append(facts, fact)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s:%d: %w; a fact file holds one JSON object a line", name, n+1, err)
	}
	return facts, nil
}

// parse reads one line. A document is known by its base name, so that gold made in
// another folder still matches.
func parse(line string) (Fact, error) {
	var place struct {
		Doc        *string
		Start, End *int
	}
	var fact Fact
	if err := json.Unmarshal([]byte(line), &fact); err != nil {
		return fact, fmt.Errorf("%w; write one JSON object a line, decimals as strings", err)
	}
	if err := json.Unmarshal([]byte(line), &place); err != nil {
		return fact, err
	}
	if place.Doc == nil || place.Start == nil || place.End == nil {
		return fact, errors.New(`fact without place; give "doc", "start" and "end"`)
	}
	fact.Doc = path.Base(fact.Doc)
	return fact, nil
}
