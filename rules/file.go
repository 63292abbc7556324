package rules

import (
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// file reads one YAML file.
func (l *loader) file(name string, text []byte) {
	if !l.quick(name, string(text)) {
		l.thorough(name, text)
	}
}

// thorough reads any YAML file. It walks the syntax tree itself, because a decoder stops at
// the first error and forgets the lines.
func (l *loader) thorough(name string, text []byte) {
	f, err := parser.ParseBytes(text, 0)
	if err != nil {
		l.problem(name, 1, "is no YAML: %s", strings.TrimSpace(strings.SplitN(err.Error(), "\n", 2)[0]))
		return
	}
	for _, doc := range f.Docs {
		if doc.Body == nil {
			continue
		}
		for _, entry := range l.entries(name, doc.Body) {
			switch key := entry.Key.String(); {
			case key == "rules" && name != macrosFile:
				l.ruleList(name, entry.Value)
			case key == "macros" && name == macrosFile:
				l.macroMap(name, entry.Value)
			default:
				l.problem(name, line(entry), "unknown key %q: a rule file holds rules, %s holds macros", key, macrosFile)
			}
		}
	}
}

func line(n ast.Node) int { return n.GetToken().Position.Line }

// entries are the pairs of a mapping node.
func (l *loader) entries(file string, n ast.Node) []*ast.MappingValueNode {
	switch m := n.(type) {
	case *ast.MappingNode:
		return m.Values
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{m}
	}
	l.problem(file, line(n), "must be a mapping of keys to values")
	return nil
}

func (l *loader) items(file string, n ast.Node) []ast.Node {
	if s, ok := n.(*ast.SequenceNode); ok {
		return s.Values
	}
	l.problem(file, line(n), "must be a list")
	return nil
}

// scalar is the text of a plain or quoted value.
func (l *loader) scalar(file string, n ast.Node) string {
	switch v := n.(type) {
	case *ast.StringNode:
		return v.Value
	case *ast.LiteralNode:
		return strings.TrimSpace(v.Value.Value)
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return v.GetToken().Value
	case *ast.NullNode:
		return ""
	}
	if tok := n.GetToken(); tok != nil {
		if _, isMap := n.(*ast.MappingNode); !isMap {
			return tok.Value
		}
	}
	l.problem(file, line(n), "must be a single value")
	return ""
}

// macroMap reads name: [class, …].
func (l *loader) macroMap(file string, n ast.Node) {
	for _, e := range l.entries(file, n) {
		name := e.Key.String()
		var classes []string
		for _, item := range l.items(file, e.Value) {
			class := l.scalar(file, item)
			if !l.classes[class] {
				l.problem(file, line(item), "macro %q: unknown class %q: name one of %s", name, class, strings.Join(sortedKeys(l.classes), ", "))
				continue
			}
			classes = append(classes, class)
		}
		l.macros[name] = classes
	}
}

func (l *loader) ruleList(file string, n ast.Node) {
	var list []*Rule
	for _, item := range l.items(file, n) {
		r := l.rule(file, item)
		if r.Name == "" {
			l.problem(file, line(item), "rule without a name")
			continue
		}
		list = append(list, r)
	}
	l.add(file, list)
}

// add takes over the rules of a file, each checked.
func (l *loader) add(file string, list []*Rule) {
	seen := map[string]int{}
	for _, r := range list {
		if at, twice := seen[r.Name]; twice {
			l.problem(file, r.Line, "duplicate rule %q: first at line %d; give one another name", r.Name, at)
		}
		if old, ok := l.rules[r.Name]; ok && old.File != file && seen[r.Name] == 0 && l.builtin(old) == l.builtin(r) {
			l.problem(file, r.Line, "duplicate rule %q: first at %s:%d; give one another name", r.Name, old.File, old.Line)
		}
		seen[r.Name] = r.Line
		l.check(r)
		l.rules[r.Name] = r
	}
}

// builtin reports whether a rule's file is one of the program's own.
func (l *loader) builtin(r *Rule) bool {
	_, err := embedded.Open(r.File)
	return err == nil
}

// rule reads one rule; every key is known or a problem.
func (l *loader) rule(file string, n ast.Node) *Rule {
	r := &Rule{File: file, Line: line(n), Priority: 50, Confidence: High}
	for _, e := range l.entries(file, n) {
		switch key := e.Key.String(); key {
		case "name":
			r.Name, r.Line = l.scalar(file, e.Value), line(e)
		case "about":
			r.About = l.scalar(file, e.Value)
		case "general":
			r.General = l.scalar(file, e.Value)
		case "pattern":
			r.Pattern = l.scalar(file, e.Value)
		case "aspect":
			r.Aspect = l.scalar(file, e.Value)
		case "direction":
			r.Direction = l.scalar(file, e.Value)
		case "action":
			r.Action = l.scalar(file, e.Value)
		case "suffix":
			r.Suffix = l.scalar(file, e.Value)
		case "inner":
			r.Inner = l.flag(file, e.Value)
		case "elided":
			r.Elided = l.flag(file, e.Value)
		case "confidence":
			r.Confidence = l.scalar(file, e.Value)
		case "priority":
			r.Priority = l.number(file, e.Value)
		case "examples":
			r.Examples = l.examples(file, e.Value)
		case "rejects":
			for _, item := range l.items(file, e.Value) {
				r.Rejects = append(r.Rejects, l.scalar(file, item))
			}
		default:
			l.problem(file, line(e), "rule %q: unknown key %q: a rule has name, about, general, pattern, aspect, direction, action, suffix, inner, elided, priority, confidence, examples, rejects", r.Name, key)
		}
	}
	return r
}

func (l *loader) flag(file string, n ast.Node) bool {
	v := l.scalar(file, n)
	if v != "true" && v != "false" {
		l.problem(file, line(n), "must be true or false, not %q", v)
	}
	return v == "true"
}

func (l *loader) number(file string, n ast.Node) int {
	v, err := strconv.Atoi(l.scalar(file, n))
	if err != nil || v < 0 || v > 100 {
		l.problem(file, line(n), "priority must be a whole number from 0 to 100")
	}
	return v
}

func (l *loader) examples(file string, n ast.Node) []Example {
	var out []Example
	for _, item := range l.items(file, n) {
		ex := Example{Want: map[string]string{}, Line: line(item)}
		for _, e := range l.entries(file, item) {
			switch key := e.Key.String(); key {
			case "text":
				ex.Text = l.scalar(file, e.Value)
			case "want":
				for _, w := range l.entries(file, e.Value) {
					ex.Want[w.Key.String()] = l.scalar(file, w.Value)
				}
			default:
				l.problem(file, line(e), "unknown key %q: an example has text and want", key)
			}
		}
		out = append(out, ex)
	}
	return out
}
