package zhibiao

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Both engines read the same facts out of real reports.
func TestMatchersAgree(t *testing.T) {
	table, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	reference, err := New(Options{Matcher: MatcherRegexp2})
	if err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob("../shared/corpus/*.txt")
	if len(files) == 0 {
		t.Log("../shared/corpus is not here: comparing on seeds/reports only")
	}
	for _, file := range append(files, "seeds/reports/jilin-2024.txt") {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		_, want, _ := reference.Facts(filepath.Base(file), string(text))
		_, got, _ := table.Facts(filepath.Base(file), string(text))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-regexp2 +table):\n%s", file, diff)
		}
	}
}

func TestUnknownMatcher(t *testing.T) {
	if _, err := New(Options{Matcher: "perl"}); err == nil {
		t.Error("no error for an unknown matcher")
	}
}
