package rules

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/dlclark/regexp2/v2"
)

// maxPattern keeps rules readable: a turn of phrase, not a word list.
const maxPattern = 200

// matchTimeout is far above what any window needs (a few microseconds); it turns a
// runaway pattern into an error that names the rule.
const matchTimeout = 2 * time.Second

// element is a part of a pattern: a word, a macro, or a piece of pattern language.
type element struct {
	word  string // Han words and punctuation as written in reports
	macro string
	raw   string
}

// isWord reports whether a pattern character stands for report text rather than for
// the pattern language.
func isWord(r rune) bool { return r >= utf8.RuneSelf && !unicode.IsSpace(r) }

// split cuts a pattern into elements; blanks only separate words.
func split(pattern string) ([]element, error) {
	var out []element
	for i := 0; i < len(pattern); {
		r, size := utf8.DecodeRuneInString(pattern[i:])
		switch {
		case unicode.IsSpace(r):
			i += size
		case isWord(r):
			j := i
			for j < len(pattern) {
				r, size := utf8.DecodeRuneInString(pattern[j:])
				if !isWord(r) {
					break
				}
				j += size
			}
			out = append(out, element{word: pattern[i:j]})
			i = j
		case r == '{' && i+1 < len(pattern) && unicode.IsLetter(rune(pattern[i+1])):
			j := strings.IndexByte(pattern[i:], '}')
			if j < 0 {
				return nil, fmt.Errorf("macro is not closed: write {name}")
			}
			out = append(out, element{macro: pattern[i+1 : i+j]})
			i += j + 1
		case strings.HasPrefix(pattern[i:], "(?<") && !strings.HasPrefix(pattern[i:], "(?<=") && !strings.HasPrefix(pattern[i:], "(?<!"):
			j := strings.IndexByte(pattern[i:], '>')
			if j < 0 {
				return nil, fmt.Errorf("group name is not closed: write (?<name>…)")
			}
			out = append(out, element{raw: pattern[i : i+j+1]})
			i += j + 1
		default:
			out = append(out, element{raw: pattern[i : i+size]})
			i += size
		}
	}
	return out, nil
}

// compile turns a rule's elements into a regular expression over symbols, and notes
// which symbols a window must hold for the rule to be worth trying.
func (r *Rule) compile(elements []element, a *alphabet, macros map[string][]string) error {
	var b strings.Builder
	depth, optional := 0, []bool{}
	type open struct{ at int }
	var opens []open
	alternates := false
	for i, e := range elements {
		var set symbolSet
		switch {
		case e.word != "":
			set.add(a.literals[e.word])
		case e.macro != "":
			set = a.expand(macros[e.macro])
		default:
			b.WriteString(e.raw)
			switch e.raw[0] {
			case '(':
				depth++
				opens = append(opens, open{i})
				optional = append(optional, groupIsOptional(elements, i))
			case ')':
				if depth > 0 {
					depth--
					optional = optional[:len(optional)-1]
				}
			case '|':
				alternates = alternates || depth == 0
			}
			continue
		}
		b.WriteString(set.class())
		if !skippable(elements, i+1) && !anyTrue(optional) {
			r.required = append(r.required, set)
		}
	}
	if alternates {
		r.required = nil
	}
	re, err := regexp2.Compile(b.String(), regexp2.None)
	if err != nil {
		return fmt.Errorf("pattern does not compile: %w", err)
	}
	re.MatchTimeout = matchTimeout
	r.re = re
	return r.bindGroups(elements, a, macros)
}

// skippable reports whether the element before i may match nothing.
func skippable(elements []element, i int) bool {
	if i >= len(elements) || elements[i].raw == "" {
		return false
	}
	switch elements[i].raw {
	case "?", "*":
		return true
	case "{":
		return i+1 < len(elements) && elements[i+1].raw == "0"
	}
	return false
}

// groupIsOptional reports whether the group that opens at i may be skipped, holds
// alternatives, or only looks around.
func groupIsOptional(elements []element, i int) bool {
	if j := i + 1; j+1 < len(elements) && elements[j].raw == "?" {
		switch elements[j+1].raw {
		case "=", "!", "<":
			return true
		}
	}
	depth := 0
	for j := i; j < len(elements); j++ {
		raw := elements[j].raw
		if raw == "" {
			continue
		}
		switch raw[0] {
		case '(':
			depth++
		case '|':
			if depth == 1 {
				return true
			}
		case ')':
			depth--
			if depth == 0 {
				return skippable(elements, j+1)
			}
		}
	}
	return false
}

func anyTrue(bs []bool) bool {
	for _, b := range bs {
		if b {
			return true
		}
	}
	return false
}

// bindGroups finds the number of each slot's group and the symbols of the value group.
func (r *Rule) bindGroups(elements []element, a *alphabet, macros map[string][]string) error {
	r.groups = make([]int, slots)
	for s := range r.groups {
		r.groups[s] = r.re.GroupNumberFromName(slotNames[s])
	}
	if r.groups[Value] < 0 {
		return fmt.Errorf("pattern has no group (?<value>…): the number in question must be captured")
	}
	for i, e := range elements {
		if e.raw == "(?<value>" && i+1 < len(elements) && elements[i+1].macro != "" {
			r.focus = a.expand(macros[elements[i+1].macro])
			return nil
		}
	}
	return fmt.Errorf("group value must hold one macro of mention kinds: (?<value>{amount})")
}
