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
)

// Fact is a line of a gold or predicted file: {"doc": "jilin-2024.txt", "start": 398,
// "end": 401, "text": "6.7%", …}. Offsets are code points of the document's text.
type Fact struct {
	Doc           string   `json:"doc"`
	Start         int      `json:"start"`
	End           int      `json:"end"`
	Text          string   `json:"text"`
	Ignore        bool     `json:"ignore,omitempty"`
	Kind          string   `json:"kind,omitempty"`
	Value         string   `json:"value,omitempty"`
	Low           string   `json:"low,omitempty"`
	High          string   `json:"high,omitempty"`
	Unit          string   `json:"unit,omitempty"`
	Bound         string   `json:"bound,omitempty"`
	Aspect        string   `json:"aspect,omitempty"`
	Indicator     string   `json:"indicator,omitempty"`
	IndicatorAlt  []string `json:"indicator_alt,omitempty"`
	IndicatorCode string   `json:"indicator_code,omitempty"`
	Parent        string   `json:"parent_indicator,omitempty"`
	Action        string   `json:"action,omitempty"`
	Direction     string   `json:"direction,omitempty"`
	Status        string   `json:"status,omitempty"`
	Period        string   `json:"period,omitempty"`
	Strength      string   `json:"strength,omitempty"`
	Reference     string   `json:"reference,omitempty"`
	Scope         string   `json:"scope,omitempty"`
	Rule          string   `json:"rule,omitempty"`
	Confidence    string   `json:"confidence,omitempty"`
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
