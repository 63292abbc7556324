package rules

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"sort"
	"strings"

	"zhibiao/seeds"
)

//go:embed *.yaml
var embedded embed.FS

// Set is a checked collection of rules, ready to match. It is safe for concurrent use.
type Set struct {
	Rules    []*Rule             // sorted by name
	Macros   map[string][]string // the classes that patterns name together: {verb}
	alphabet *alphabet
	expanded map[string]*symbolSet // the macros
	index    index
}

// Load reads the rules that are built into the program.
func Load(lex *seeds.Lexicons) (*Set, error) { return LoadWith(lex, nil) }

// LoadWith reads the built-in rules and those of a folder of the user's, which are held
// to the same checks; a rule of the folder replaces the built-in one of the same name.
// All that is wrong is reported at once, each with file, line, rule and cure.
func LoadWith(lex *seeds.Lexicons, user fs.FS) (*Set, error) {
	l := newLoader(lex)
	l.folder(embedded)
	if user != nil {
		l.folder(user)
	}
	return l.set()
}

// Choose are the rules of the given names, or all where none is given.
func (s *Set) Choose(names []string) ([]*Rule, error) {
	if len(names) == 0 {
		return s.Rules, nil
	}
	var chosen []*Rule
	for _, name := range names {
		i := slices.IndexFunc(s.Rules, func(r *Rule) bool { return r.Name == name })
		if i < 0 {
			return nil, fmt.Errorf("no rule %q; zhibiao rules list names them", name)
		}
		chosen = append(chosen, s.Rules[i])
	}
	return chosen, nil
}

// Problem is one thing wrong in a rule file.
type Problem struct {
	File string
	Line int
	What string
}

func (p Problem) Error() string { return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.What) }

// loader gathers rules, macros and problems over several files.
type loader struct {
	problems []error
	lexicons *seeds.Lexicons
	classes  map[string]bool     // every class there is
	macros   map[string][]string // classes of each macro
	rules    map[string]*Rule
}

func newLoader(lex *seeds.Lexicons) *loader {
	l := &loader{lexicons: lex, classes: map[string]bool{}, macros: map[string][]string{}, rules: map[string]*Rule{}}
	for _, c := range TokenClasses() {
		l.classes[c] = true
	}
	for _, w := range lex.Words {
		l.classes[w.Class] = true
	}
	for _, a := range lex.Actions {
		l.classes[a.Class] = true
	}
	return l
}

func (l *loader) problem(file string, line int, format string, args ...any) {
	l.problems = append(l.problems, Problem{file, line, fmt.Sprintf(format, args...)})
}

// folder reads the macros first, then every rule file in the order of its name.
func (l *loader) folder(fsys fs.FS) {
	names, err := fs.Glob(fsys, "*.yaml")
	if err != nil {
		l.problem(".", 0, "cannot list rule files: %v", err)
		return
	}
	sort.SliceStable(names, func(i, j int) bool { return names[i] == macrosFile && names[j] != macrosFile })
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			l.problem(name, 0, "cannot be read: %v", err)
			continue
		}
		l.file(name, text)
	}
}

// set compiles all rules and indexes them by the kinds of number that they claim.
func (l *loader) set() (*Set, error) {
	s := &Set{Macros: l.macros, expanded: make(map[string]*symbolSet, len(l.macros))}
	literals := map[string]string{}
	parsed := map[*Rule][]element{}
	for _, name := range sortedKeys(l.rules) {
		r := l.rules[name]
		elements, err := split(r.Pattern)
		if err != nil {
			l.problem(r.File, r.Line, "rule %q: %v", r.Name, err)
			continue
		}
		if l.elements(r, elements, literals) {
			parsed[r] = elements
			s.Rules = append(s.Rules, r)
		}
	}
	s.alphabet = newAlphabet(sortedKeys(l.classes), literals)
	if s.alphabet.limit > first+512 {
		l.problem(macrosFile, 0, "%d classes and words: at most 512 are possible; use fewer words in patterns", s.alphabet.limit-first)
		return nil, errors.Join(l.problems...)
	}
	for name, classes := range l.macros {
		s.expanded[name] = s.alphabet.expand(classes)
	}
	for _, r := range s.Rules {
		if err := r.compile(parsed[r], s.alphabet, s.expanded); err != nil {
			l.problem(r.File, r.Line, "rule %q: %v", r.Name, err)
		}
	}
	if len(l.problems) > 0 {
		return nil, errors.Join(l.problems...)
	}
	s.index = newIndex(s.Rules, s.alphabet.limit)
	return s, nil
}

// elements checks the words and macros of a pattern and collects its words.
func (l *loader) elements(r *Rule, elements []element, literals map[string]string) bool {
	good := true
	for _, e := range elements {
		switch {
		case e.word != "":
			class, ok := l.lexicons.Class(e.word)
			if !ok {
				l.problem(r.File, r.Line, "rule %q: word %s is in no lexicon: add it to seeds/words.tsv, or part words with a blank", r.Name, e.word)
				good = false
			}
			literals[e.word] = class
		case e.macro != "":
			if _, ok := l.macros[e.macro]; !ok {
				l.problem(r.File, r.Line, "rule %q: unknown macro {%s}: name one of %s", r.Name, e.macro, strings.Join(sortedKeys(l.macros), ", "))
				good = false
			}
		case strings.HasPrefix(e.raw, "(?<"):
			if name := strings.TrimSuffix(strings.TrimPrefix(e.raw, "(?<"), ">"); !isSlot(name) {
				l.problem(r.File, r.Line, "rule %q: unknown group %q: name one of %s", r.Name, name, strings.Join(slotNames[:], ", "))
				good = false
			}
		}
	}
	return good
}

func isSlot(name string) bool {
	for _, s := range slotNames {
		if s == name {
			return true
		}
	}
	return false
}

// Symbol is the symbol of a token with the given word and class: the word's own where
// some pattern names it, else that of its class.
func (s *Set) Symbol(word, class string) rune {
	if word != "" {
		if r, ok := s.alphabet.literals[word]; ok {
			return r
		}
	}
	if r, ok := s.alphabet.classes[class]; ok {
		return r
	}
	return s.alphabet.classes["other"]
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
