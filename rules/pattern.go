package rules

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxPattern keeps rules readable: a turn of phrase, not a word list.
const maxPattern = 200

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

// compile makes a rule's elements ready to match, and notes which symbols a window must
// hold for the rule to be worth trying.
func (r *Rule) compile(elements []element, a *alphabet, macros map[string]*symbolSet) error {
	parser := syntax{elements: elements, sets: func(e element) *symbolSet {
		if e.word != "" {
			return one(a.literals[e.word])
		}
		return macros[e.macro]
	}}
	root, err := parser.parse()
	if err != nil {
		return fmt.Errorf("pattern does not compile: %w", err)
	}
	if r.focus, err = focus(root); err != nil {
		return err
	}
	r.program = newProgram(root)
	r.beside = r.program.neighbours()
	r.required = root.required(nil)
	return nil
}

// focus are the symbols of the number in question.
func focus(root *node) (*symbolSet, error) {
	groups := root.find(Value)
	switch len(groups) {
	case 0:
		return nil, fmt.Errorf("pattern has no group (?<value>…): the number in question must be captured")
	case 1:
		if set, ok := groups[0].parts[0].only(); ok {
			return set, nil
		}
		return nil, fmt.Errorf("group value must hold one macro of mention kinds: (?<value>{amount})")
	}
	return nil, fmt.Errorf("pattern has %d groups (?<value>…): make a rule of each", len(groups))
}
