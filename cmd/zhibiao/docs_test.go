package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sample is a block of a document that shows what a command prints:
//
//	<!-- zhibiao extract a.txt -->
//	```text
//	…
//	```
var sample = regexp.MustCompile("(?s)<!-- zhibiao ([^\n]*?) -->\n```text\n(.*?)```\n")

// TestDocsShowWhatTheProgramPrints keeps the samples in the documents true. With
// RECORD=true they are written anew.
func TestDocsShowWhatTheProgramPrints(t *testing.T) {
	t.Chdir("../..")
	for _, name := range []string{"README.md", "docs/accuracy.md"} {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		samples := 0
		fresh := sample.ReplaceAllStringFunc(string(text), func(block string) string {
			samples++
			parts := sample.FindStringSubmatch(block)
			got := zhibiaoRun(t, "", strings.Fields(parts[1])...)
			if got.status != exitGood {
				t.Errorf("%s: zhibiao %s: status %d: %s", name, parts[1], got.status, got.stderr)
			}
			return "<!-- zhibiao " + parts[1] + " -->\n```text\n" + got.stdout + "```\n"
		})
		if samples == 0 {
			t.Errorf("%s: shows no sample", name)
		}
		if os.Getenv("RECORD") == "true" {
			if err := os.WriteFile(name, []byte(fresh), 0o600); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if diff := cmp.Diff(string(text), fresh); diff != "" {
			t.Errorf("%s is out of date; RECORD=true go test ./cmd/... writes it anew (-want +got):\n%s", name, diff)
		}
	}
}
