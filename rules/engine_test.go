package rules

import (
	"strings"
	"testing"

	"github.com/dlclark/regexp2/v2"
	"pgregory.net/rapid"
)

// letters stand for word classes in these tests: {a} is the class a.
const letters = "abcv"

func letterSet(e element) *symbolSet {
	name := e.macro + e.word
	var s symbolSet
	for _, c := range name {
		s.add(first + c - 'a')
	}
	return &s
}

func compiled(tb testing.TB, pattern string) *program {
	tb.Helper()
	elements, err := split(pattern)
	if err != nil {
		tb.Fatal(err)
	}
	p := syntax{elements: elements, sets: letterSet}
	root, err := p.parse()
	if err != nil {
		tb.Fatalf("%s: %v", pattern, err)
	}
	return newProgram(root)
}

func symbolsOf(text string) []rune {
	var out []rune
	for _, c := range text {
		out = append(out, first+c-'a')
	}
	return out
}

// genPattern draws a pattern of the language, some levels deep.
func genPattern(t *rapid.T, depth int, look bool) string {
	atom := rapid.SampledFrom([]string{"{a}", "{b}", "{c}", "{ab}", "{abc}", "{bv}"})
	if depth == 0 {
		return atom.Draw(t, "atom")
	}
	sub := func() string { return genPattern(t, depth-1, look) }
	switch rapid.IntRange(0, 9).Draw(t, "form") {
	case 0:
		return sub() + sub() + sub()
	case 1:
		return "(?:" + sub() + "|" + sub() + ")"
	case 2:
		return "(?:" + sub() + ")?"
	case 3, 4:
		if look {
			return sub()
		}
		return atom.Draw(t, "atom") + rapid.SampledFrom([]string{"*", "+", "+?", "*?", "?", "{1,3}"}).Draw(t, "repeat")
	case 5:
		if look {
			return sub()
		}
		return "(?:{a}" + genPattern(t, depth-1, false) + ")" + rapid.SampledFrom([]string{"*", "+", "{2}", "{0,2}?"}).Draw(t, "repeat")
	case 6:
		return rapid.SampledFrom([]string{"(?=", "(?!", "(?<=", "(?<!"}).Draw(t, "look") + genPattern(t, depth-1, true) + ")"
	case 7:
		return sub() + rapid.SampledFrom([]string{"", "$"}).Draw(t, "end")
	default:
		return sub() + sub()
	}
}

// The engine finds what a backtracking engine of regular expressions finds: the same
// start, end and slots.
func TestEngineAgreesWithRegexp2(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pattern := rapid.SampledFrom([]string{"", "^"}).Draw(t, "start") +
			"(?<indicator>" + genPattern(t, 2, false) + ")" + genPattern(t, 2, false) + "(?<value>{v})" + genPattern(t, 2, false)
		text := rapid.StringOfN(rapid.RuneFrom([]rune(letters)), 0, 14, -1).Draw(t, "text")
		elements, err := split(pattern)
		if err != nil {
			t.Fatal(err)
		}
		p := syntax{elements: elements, sets: letterSet}
		root, err := p.parse()
		if err != nil {
			t.Skip(err)
		}
		pr := newProgram(root)
		want, err := regexp2.MustCompile(spelled(elements), regexp2.None).FindStringMatch(text)
		if err != nil {
			t.Skip(err)
		}
		var m machine
		start, ok := m.find(pr, symbolsOf(text), 0, len(symbolsOf(text)))
		if ok != (want != nil) {
			t.Fatalf("%s on %q: found is %v, want %v", pattern, text, ok, want != nil)
		}
		if !ok {
			return
		}
		if start != want.RuneIndex || m.end != want.RuneIndex+want.RuneLength {
			t.Fatalf("%s on %q: %d to %d, want %d to %d", pattern, text, start, m.end, want.RuneIndex, want.RuneIndex+want.RuneLength)
		}
		for _, s := range []Slot{Value, Indicator} {
			g := want.GroupByName(slotNames[s])
			if got := m.places[2*s]; got != g.RuneIndex || m.places[2*s+1] != g.RuneIndex+g.RuneLength {
				t.Fatalf("%s on %q: slot %s from %d to %d, want %d long %d", pattern, text, slotNames[s], got, m.places[2*s+1], g.RuneIndex, g.RuneLength)
			}
		}
		if b := pr.neighbours(); !b.anyBefore && (m.places[0] == 0 || !b.before.has(symbolsOf(text)[m.places[0]-1])) {
			t.Fatalf("%s on %q: the value may not stand where it stands", pattern, text)
		}
	})
}

// spelled is a pattern in the syntax of regexp2, with a letter for each class.
func spelled(elements []element) string {
	var b strings.Builder
	for _, e := range elements {
		if e.raw != "" {
			b.WriteString(e.raw)
		} else {
			b.WriteString("[" + e.macro + e.word + "]")
		}
	}
	return b.String()
}

// No pattern runs away: this one would outlive the sun in a backtracking engine.
func TestEngineDoesNotRunAway(t *testing.T) {
	p := compiled(t, "(?:{a}+{a}+)+{b}(?<value>{v})")
	var m machine
	if _, ok := m.find(p, symbolsOf(strings.Repeat("a", 5000)), 0, 5000); ok {
		t.Error("found a value where there is none")
	}
}

func TestSyntaxErrors(t *testing.T) {
	for pattern, want := range map[string]string{
		"({a}":              "is not understood here",
		"(?:{a}":            "a bracket is not closed",
		"{a})":              "without an opening bracket",
		"{a}++":             "a repeat is repeated",
		"^*{a}":             "what takes no token is repeated",
		"(?:{a}?)*":         "what may match nothing is repeated",
		"{a}{3,2}":          "write {2,3}",
		"{a}{2,}":           "write {2,3}",
		"{a}{9":             "a repeat is not closed",
		"(?!{a}*)":          "a look around repeats without bound",
		"(?=(?<value>{a}))": "a look around captures a slot",
		"*{a}":              "is not understood here",
		".":                 "is not understood here",
	} {
		elements, err := split(pattern)
		if err != nil {
			t.Fatal(err)
		}
		p := syntax{elements: elements, sets: letterSet}
		if _, err := p.parse(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want one with %q", pattern, err, want)
		}
	}
}
