package rules

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"zhibiao/seeds"
)

func lexicons(t testing.TB) *seeds.Lexicons {
	t.Helper()
	lex, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	return lex
}

func TestLoad(t *testing.T) {
	set, err := Load(lexicons(t))
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range set.Rules {
		if i > 0 && set.Rules[i-1].Name >= r.Name {
			t.Errorf("rules are not sorted by name: %s before %s", set.Rules[i-1].Name, r.Name)
		}
	}
}

// badRules tells for each file of testdata what its errors must say, each with its line.
var badRules = map[string][]string{
	"unknown-key.bad.yaml":      {`unknown-key.bad.yaml:5: rule "a": unknown key "colour"`},
	"unknown-macro.bad.yaml":    {`unknown-macro.bad.yaml:2: rule "a": unknown macro {rize}: name one of above,`},
	"unknown-word.bad.yaml":     {`unknown-word.bad.yaml:2: rule "a": word 蹿升 is in no lexicon: add it to seeds/words.tsv`},
	"unknown-group.bad.yaml":    {`unknown-group.bad.yaml:2: rule "a": unknown group "thing": name one of value, indicator,`},
	"does-not-compile.bad.yaml": {`does-not-compile.bad.yaml:2: rule "a": pattern does not compile:`},
	"no-value.bad.yaml":         {`no-value.bad.yaml:2: rule "a": pattern has no group (?<value>…)`},
	"too-few-examples.bad.yaml": {
		`:6: priority must be a whole number from 0 to 100`, `rule "a": no about`, `unknown aspect "growth"`,
		`unknown direction "sideways"`, `1 examples: give at least two`, `no rejects`,
	},
	"want-not-in-text.bad.yaml": {
		`:6: rule "a": example wants value 7%, which is not in its text`, `:8: rule "a": example wants unknown field "colour"`,
		`:10: rule "a": example wants no value`,
	},
	"too-long.bad.yaml":       {`characters, at most 200`},
	"duplicate-name.bad.yaml": {`duplicate-name.bad.yaml:11: duplicate rule "a": first at line 2`},
	"no-yaml.bad.yaml":        {`no-yaml.bad.yaml:1: is no YAML`},
	"two-errors.bad.yaml": {
		`unknown macro {rize}`, `unknown macro {fal}`, `two-errors.bad.yaml:20: unknown key "rule"`,
	},
}

func TestBadRules(t *testing.T) {
	files, err := filepath.Glob("testdata/*.bad.yaml")
	if err != nil || len(files) != len(badRules) {
		t.Fatalf("%d bad files, want %d (%v)", len(files), len(badRules), err)
	}
	lex := lexicons(t)
	for _, file := range files {
		name := filepath.Base(file)
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			_, err = LoadWith(lex, fstest.MapFS{name: {Data: text}})
			if err == nil {
				t.Fatal("loads without an error")
			}
			for _, want := range badRules[name] {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("error lacks %q:\n%v", want, err)
				}
			}
		})
	}
}

// A user's folder may add a rule, and replace one of the program's by its name.
func TestLoadWithFolder(t *testing.T) {
	lex := lexicons(t)
	base, err := Load(lex)
	if err != nil {
		t.Fatal(err)
	}
	text, err := fs.ReadFile(embedded, "gap.yaml")
	if err != nil {
		t.Fatal(err)
	}
	mine := strings.Replace(string(text), "name: gap-than", "name: my-gap", 1)
	set, err := LoadWith(lex, fstest.MapFS{"mine.yaml": {Data: []byte(mine)}})
	if err != nil {
		t.Fatal(err)
	}
	if len(set.Rules) != len(base.Rules)+1 {
		t.Errorf("%d rules with the folder, want one more than %d", len(set.Rules), len(base.Rules))
	}
	for _, r := range set.Rules {
		if r.Name == "gap-above" && r.File != "mine.yaml" {
			t.Errorf("gap-above is read from %s, want the folder's", r.File)
		}
	}
}

// A rule is tried only where the window holds all that it cannot do without.
func TestRequiredSymbols(t *testing.T) {
	set, err := Load(lexicons(t))
	if err != nil {
		t.Fatal(err)
	}
	var w Window
	np, rise, percent := set.Symbol("", "noun"), set.Symbol("", "rise"), set.Symbol("", "percent")
	w.SetSymbols([]rune{np, rise, percent})
	m, ok := set.Match(&w, 2, false)
	if !ok || m.Rule.Name != "growth" {
		t.Fatalf("%v %v, want growth", m.Rule, ok)
	}
	if a, b, ok := m.Slot(Indicator); !ok || a != 0 || b != 1 {
		t.Errorf("indicator is tokens %d to %d, want 0 to 1", a, b)
	}
	w.SetSymbols([]rune{percent})
	if m, ok := set.Match(&w, 0, false); ok {
		t.Errorf("rule %s claims a number that stands alone", m.Rule.Name)
	}
}
