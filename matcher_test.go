package zhibiao_test

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhibiao"
)

// Both engines read the same facts out of real reports.
func TestMatchersAgree(t *testing.T) {
	table := program(t)
	reference, err := zhibiao.New(zhibiao.Options{Matcher: zhibiao.MatcherRegexp2})
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range corpus(t) {
		id, content := filepath.Base(file), text(t, file)
		if diff := cmp.Diff(reference.Read(id, content).Facts, table.Read(id, content).Facts); diff != "" {
			t.Errorf("%s (-regexp2 +table):\n%s", file, diff)
		}
	}
}

func TestUnknownMatcher(t *testing.T) {
	if _, err := zhibiao.New(zhibiao.Options{Matcher: "perl"}); err == nil {
		t.Error("no error for an unknown matcher")
	}
}
