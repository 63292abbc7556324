package rules

import (
	"strconv"
	"strings"
)

// quick reads a file as the program's own rules are written: a key a line, two blanks for
// each level, no value over two lines. A YAML parser takes ten times as long, for every
// start of the program. It reports false for any other file, and for one that may have
// something wrong with it; then nothing is read.
func (l *loader) quick(name, text string) bool {
	q := quickFile{name: name}
	for line := range strings.Lines(text) {
		q.number++
		line = strings.TrimRight(line, "\n")
		body := strings.TrimLeft(line, " ")
		if body == "" || body[0] == '#' {
			continue
		}
		q.read(len(line)-len(body), body)
		if q.odd {
			return false
		}
	}
	for _, m := range q.macros {
		for _, class := range m.classes {
			if !l.classes[class] {
				return false
			}
		}
	}
	for _, m := range q.macros {
		l.macros[m.name] = m.classes
	}
	l.add(name, q.rules)
	return true
}

// quickFile is a file as read so far, up to the line of the number given.
type quickFile struct {
	name   string
	number int
	top    string // rules or macros
	list   string // examples or rejects: what the lines at hand belong to
	rules  []*Rule
	macros []quickMacro
	odd    bool // not written as expected
}

type quickMacro struct {
	name    string
	classes []string
}

// read reads a line, without its indent.
func (q *quickFile) read(indent int, body string) {
	item, isItem := strings.CutPrefix(body, "- ")
	switch {
	case indent == 0 && (body == "rules:" && q.name != macrosFile || body == "macros:" && q.name == macrosFile) && q.top == "":
		q.top = body
	case indent == 2 && q.top == "macros:":
		q.macro(body)
	case indent == 2 && q.top == "rules:" && isItem:
		q.rules = append(q.rules, &Rule{File: q.name, Line: q.number, Priority: 50, Confidence: High})
		q.list = ""
		key, value := q.pair(item)
		q.odd = q.odd || key != "name" || value == ""
		q.rules[len(q.rules)-1].Name = value
	case len(q.rules) == 0:
		q.odd = true
	case indent == 4 && !isItem:
		q.key(q.rules[len(q.rules)-1], body)
	case indent == 6 && isItem && q.list == "rejects:":
		r := q.rules[len(q.rules)-1]
		r.Rejects = append(r.Rejects, q.scalar(item))
	case (indent == 6 && isItem || indent == 8) && q.list == "examples:":
		q.example(q.rules[len(q.rules)-1], item, body, isItem)
	default:
		q.odd = true
	}
}

// key reads a line of a rule.
func (q *quickFile) key(r *Rule, body string) {
	if q.list = ""; body == "examples:" || body == "rejects:" {
		q.list = body
		return
	}
	key, value := q.pair(body)
	switch key {
	case "about":
		r.About = value
	case "general":
		r.General = value
	case "pattern":
		r.Pattern = value
	case "aspect":
		r.Aspect = value
	case "direction":
		r.Direction = value
	case "action":
		r.Action = value
	case "suffix":
		r.Suffix = value
	case "inner":
		r.Inner = q.flag(value)
	case "elided":
		r.Elided = q.flag(value)
	case "confidence":
		r.Confidence = value
	case "priority":
		n, err := strconv.Atoi(value)
		q.odd = q.odd || err != nil || n < 0 || n > 100
		r.Priority = n
	default:
		q.odd = true
	}
}

func (q *quickFile) flag(value string) bool {
	q.odd = q.odd || value != "true" && value != "false"
	return value == "true"
}

// example reads - text: … and the line want: {…} below it.
func (q *quickFile) example(r *Rule, item, body string, isItem bool) {
	if isItem {
		key, value := q.pair(item)
		q.odd = q.odd || key != "text"
		r.Examples = append(r.Examples, Example{Text: value, Want: map[string]string{}, Line: q.number})
		return
	}
	want, ok := strings.CutSuffix(strings.TrimPrefix(body, "want: {"), "}")
	if !ok || !strings.HasPrefix(body, "want: {") || len(r.Examples) == 0 || len(r.Examples[len(r.Examples)-1].Want) > 0 {
		q.odd = true
		return
	}
	for pair := range strings.SplitSeq(want, ", ") {
		key, value := q.pair(pair)
		q.odd = q.odd || strings.ContainsAny(pair, ",[]{}#")
		r.Examples[len(r.Examples)-1].Want[key] = value
	}
}

// macro reads name: [class, class].
func (q *quickFile) macro(body string) {
	name, list, _ := strings.Cut(body, ": [")
	list, ok := strings.CutSuffix(list, "]")
	if !ok || !isPlain(name) || strings.ContainsAny(list, "[]{}'\"#") {
		q.odd = true
		return
	}
	q.macros = append(q.macros, quickMacro{name, strings.Split(list, ", ")})
}

// pair parts key: value.
func (q *quickFile) pair(s string) (key, value string) {
	key, value, ok := strings.Cut(s, ": ")
	q.odd = q.odd || !ok || !isPlain(key)
	return key, q.scalar(value)
}

// scalar reads a value, plain or between single quotes.
func (q *quickFile) scalar(s string) string {
	if quoted, ok := strings.CutPrefix(s, "'"); ok {
		quoted, ok = strings.CutSuffix(quoted, "'")
		q.odd = q.odd || !ok || strings.Contains(strings.ReplaceAll(quoted, "''", ""), "'")
		return strings.ReplaceAll(quoted, "''", "'")
	}
	if plain, _, ok := strings.Cut(s, " #"); ok { // a remark
		s = strings.TrimRight(plain, " ")
	}
	q.odd = q.odd || !isPlain(s)
	return s
}

// isPlain reports whether YAML takes a value as it stands, for certain.
func isPlain(s string) bool {
	if s == "" || strings.ContainsAny(s[:1], "-?:,[]{}#&*!|>'\"%@`~ ") || strings.HasSuffix(s, " ") || strings.HasSuffix(s, ":") {
		return false
	}
	return s != "null" && !strings.Contains(s, ": ") && !strings.Contains(s, " #") && !strings.ContainsAny(s, "\t\r\\\"")
}
