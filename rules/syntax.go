package rules

import (
	"fmt"
	"strconv"
	"strings"
)

// form tells what a node of a parsed pattern is.
type form uint8

const (
	isSet    form = iota // one token of a set of symbols
	isSeries             // the parts one after the other
	isChoice             // the first of the parts that leads to a match
	isRepeat             // its one part, least to most times
	isGroup              // its one part, captured
	isLook               // its one part stands, or does not stand, here
	isStart              // the window begins here
	isEnd                // the window ends here
)

// node is a part of a parsed pattern.
type node struct {
	form    form
	set     *symbolSet
	parts   []*node
	least   int
	most    int // of a repeat; unbounded where negative
	lazy    bool
	slot    Slot
	behind  bool // a look to the left
	refuses bool // a look that must fail
}

// maxRepeat bounds {m,n}, which is written out as often.
const maxRepeat = 20

// syntax parses the elements of one pattern. The language is a small part of what
// regular expressions usually are: none of it lets a pattern run away.
type syntax struct {
	elements []element
	at       int
	sets     func(element) *symbolSet
}

func (p *syntax) parse() (*node, error) {
	n, err := p.choice()
	if err == nil && p.at < len(p.elements) {
		err = fmt.Errorf("%q without an opening bracket", p.elements[p.at].raw)
	}
	return n, err
}

// raw is the piece of pattern language that comes next, or empty.
func (p *syntax) raw() string {
	if p.at < len(p.elements) {
		return p.elements[p.at].raw
	}
	return ""
}

func (p *syntax) take(pieces string) bool {
	for i := range len(pieces) {
		if p.at+i >= len(p.elements) || p.elements[p.at+i].raw != pieces[i:i+1] {
			return false
		}
	}
	p.at += len(pieces)
	return true
}

func (p *syntax) choice() (*node, error) {
	n := &node{form: isChoice}
	for {
		part, err := p.series()
		if err != nil {
			return nil, err
		}
		n.parts = append(n.parts, part)
		if !p.take("|") {
			break
		}
	}
	if len(n.parts) == 1 {
		return n.parts[0], nil
	}
	return n, nil
}

func (p *syntax) series() (*node, error) {
	n := &node{form: isSeries}
	for p.at < len(p.elements) && p.raw() != "|" && p.raw() != ")" {
		part, err := p.part()
		if err == nil {
			part, err = p.repeated(part)
		}
		if err != nil {
			return nil, err
		}
		n.parts = append(n.parts, part)
	}
	return n, nil
}

func (p *syntax) part() (*node, error) {
	e := p.elements[p.at]
	switch {
	case e.raw == "":
		p.at++
		return &node{form: isSet, set: p.sets(e)}, nil
	case p.take("^"):
		return &node{form: isStart}, nil
	case p.take("$"):
		return &node{form: isEnd}, nil
	case strings.HasPrefix(e.raw, "(?<"):
		p.at++
		return p.inside(&node{form: isGroup, slot: slotOf(strings.TrimSuffix(e.raw[3:], ">"))})
	case p.take("(?:"):
		return p.inside(&node{form: isSeries})
	case p.take("(?="):
		return p.inside(&node{form: isLook})
	case p.take("(?!"):
		return p.inside(&node{form: isLook, refuses: true})
	case p.take("(?<="):
		return p.inside(&node{form: isLook, behind: true})
	case p.take("(?<!"):
		return p.inside(&node{form: isLook, behind: true, refuses: true})
	}
	return nil, fmt.Errorf("%q is not understood here: write words, {macros}, (?:…), (?<slot>…), |, ?, *, +, {2,3}, ^, $, (?=…), (?!…), (?<=…), (?<!…)", e.raw)
}

// inside parses up to the closing bracket of a group.
func (p *syntax) inside(group *node) (*node, error) {
	part, err := p.choice()
	if err != nil {
		return nil, err
	}
	if !p.take(")") {
		return nil, fmt.Errorf("a bracket is not closed: write )")
	}
	group.parts = []*node{part}
	if group.form == isLook {
		return group, part.stands()
	}
	return group, nil
}

// stands reports why a part cannot be looked for.
func (n *node) stands() error {
	switch {
	case n.form == isGroup:
		return fmt.Errorf("a look around captures a slot: move it out")
	case n.form == isRepeat && n.most < 0:
		return fmt.Errorf("a look around repeats without bound: write {0,5}")
	}
	for _, part := range n.parts {
		if err := part.stands(); err != nil {
			return err
		}
	}
	return nil
}

// repeated wraps a part into the repeat that follows it, if any.
func (p *syntax) repeated(part *node) (*node, error) {
	n := &node{form: isRepeat, parts: []*node{part}, most: -1}
	switch {
	case p.take("?"):
		n.most = 1
	case p.take("*"):
	case p.take("+"):
		n.least = 1
	case p.raw() == "{":
		if err := p.bounds(n); err != nil {
			return nil, err
		}
	default:
		return part, nil
	}
	n.lazy = p.take("?")
	switch p.raw() {
	case "?", "*", "+", "{":
		return nil, fmt.Errorf("a repeat is repeated: put brackets around the inner one")
	}
	if part.form == isStart || part.form == isEnd || part.form == isLook {
		return nil, fmt.Errorf("what takes no token is repeated: drop the repeat")
	}
	if n.most < 0 && part.empty() {
		return nil, fmt.Errorf("what may match nothing is repeated without bound: make it match at least one token")
	}
	return n, nil
}

// bounds reads {2} or {2,3}.
func (p *syntax) bounds(n *node) error {
	var text strings.Builder
	for p.at++; p.at < len(p.elements) && p.raw() != "}"; p.at++ {
		text.WriteString(p.raw())
	}
	if !p.take("}") {
		return fmt.Errorf("a repeat is not closed: write {2,3}")
	}
	low, high, both := strings.Cut(text.String(), ",")
	if !both {
		high = low
	}
	var errLow, errHigh error
	n.least, errLow = strconv.Atoi(low)
	n.most, errHigh = strconv.Atoi(high)
	if errLow != nil || errHigh != nil || n.least < 0 || n.most < max(n.least, 1) || n.most > maxRepeat {
		return fmt.Errorf("repeat {%s}: write {2,3}, at most %d", text.String(), maxRepeat)
	}
	return nil
}

// empty reports whether a part may match no token.
func (n *node) empty() bool {
	switch n.form {
	case isSet:
		return false
	case isRepeat:
		return n.least == 0 || n.parts[0].empty()
	case isGroup:
		return n.parts[0].empty()
	case isSeries:
		for _, part := range n.parts {
			if !part.empty() {
				return false
			}
		}
		return true
	case isChoice:
		for _, part := range n.parts {
			if part.empty() {
				return true
			}
		}
		return false
	}
	return true
}

// required adds the sets of which every match holds a token.
func (n *node) required(sets []*symbolSet) []*symbolSet {
	switch n.form {
	case isSet:
		return append(sets, n.set)
	case isSeries, isGroup:
		for _, part := range n.parts {
			sets = part.required(sets)
		}
	case isRepeat:
		if n.least > 0 {
			return n.parts[0].required(sets)
		}
	}
	return sets
}

// find returns the groups of a slot.
func (n *node) find(s Slot) []*node {
	if n.form == isGroup && n.slot == s {
		return []*node{n}
	}
	var found []*node
	for _, part := range n.parts {
		found = append(found, part.find(s)...)
	}
	return found
}

// only is the set that a part consists of, if it is one.
func (n *node) only() (*symbolSet, bool) {
	if n.form == isSeries && len(n.parts) == 1 {
		return n.parts[0].only()
	}
	return n.set, n.form == isSet
}

func slotOf(name string) Slot {
	for s := range slots {
		if slotNames[s] == name {
			return s
		}
	}
	return slots
}
