package rules

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"zhibiao/seeds"
)

// TestQuick reads each of the program's rule files as YAML and the quick way, which must
// find the same, and must not fall back.
func TestQuick(t *testing.T) {
	lex, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	names, err := fs.Glob(embedded, "*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatal("no rule files", err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(embedded, name)
		if err != nil {
			t.Fatal(err)
		}
		quick, thorough := newLoader(lex), newLoader(lex)
		if !quick.quick(name, string(text)) {
			t.Errorf("%s is not written as the others are, so that every start reads it as any YAML: write a key a line, no value over two lines", name)
			continue
		}
		thorough.thorough(name, text)
		unexported := cmpopts.IgnoreUnexported(Rule{})
		if diff := cmp.Diff(thorough.rules, quick.rules, unexported); diff != "" {
			t.Errorf("%s (-YAML +quick):\n%s", name, diff)
		}
		if diff := cmp.Diff(thorough.macros, quick.macros); diff != "" {
			t.Errorf("%s (-YAML +quick):\n%s", name, diff)
		}
	}
}

// TestQuickDoubts leaves what it may misread to the parser of YAML.
func TestQuickDoubts(t *testing.T) {
	const good = "rules:\n  - name: a\n    about: b\n    pattern: 'c''d'\n    examples:\n      - text: e\n        want: {value: f, kind: g}\n    rejects:\n      - h\n"
	read := func(text string) bool { return newLoader(&seeds.Lexicons{}).quick("a.yaml", text) }
	if !read(good) {
		t.Fatal("a plain file is doubted")
	}
	for old, odd := range map[string]string{
		"rules:":              "rule:",
		"about: b":            "about: |",
		"about: b\n":          "about: b\n      more\n",
		"about:":              "abuot:",
		"- text: e":           "- text: \"e\"",
		"pattern: 'c''d'":     "pattern: 'c'd'",
		"pattern: 'c''d'\n":   "pattern: 'c' # a remark\n",
		"{value: f, kind: g}": "{value: f, kind: [g]}",
		"    rejects:":        "   rejects:",
		"value: f":            "value: ~",
		"examples:":           "examples: []",
	} {
		if !strings.Contains(good, old) {
			t.Fatalf("%q is not in the file", old)
		}
		if text := strings.Replace(good, old, odd, 1); read(text) {
			t.Errorf("read quickly:\n%s", text)
		}
	}
}
