package view

import (
	"os"
	"strings"
	"testing"
)

// The labelling interface in docs/view.md has every slot and every word.
func TestDocsHaveTheWholeInterface(t *testing.T) {
	content, err := os.ReadFile("../docs/view.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(content), "```xml\n")
	config, _, found := strings.Cut(rest, "```")
	if !found {
		t.Fatal("docs/view.md has no labelling interface")
	}
	for _, s := range slots() {
		tag := `<TextArea name="` + s.name + `"`
		if s.choice {
			tag = `<Choices name="` + s.name + `"`
		}
		if !strings.Contains(config, tag) {
			t.Errorf("no %s", tag)
		}
	}
	for _, w := range words() {
		for _, v := range w.list {
			tag := `<Choice value="` + v + `"/>`
			if w.name == "aspect" {
				tag = `<Label value="` + v + `"/>`
			}
			if !strings.Contains(config, tag) {
				t.Errorf("%s has no %s", w.name, tag)
			}
		}
	}
	for _, name := range []string{labelName, toName, labelIgnore, labelParity, "indicator_alt"} {
		if !strings.Contains(config, `"`+name+`"`) {
			t.Errorf("no %q", name)
		}
	}
}
