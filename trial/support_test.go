package trial_test

import (
	"path/filepath"
	"runtime"
	"testing"

	"zhibiao"
	"zhibiao/source"
	"zhibiao/trial"
)

// TestCount holds every rule that fewer than three reports need to saying why it is
// general: a rule for one sentence is no rule.
func TestCount(t *testing.T) {
	paths, _ := filepath.Glob("../../shared/corpus/*.txt")
	if len(paths) == 0 {
		t.Skip("../../shared/corpus is not here")
	}
	p, err := zhibiao.New(zhibiao.Options{})
	if err != nil {
		t.Fatal(err)
	}
	support := trial.Count(t.Context(), p, source.Walk(paths, source.Options{}), runtime.GOMAXPROCS(0), func(err error) { t.Error(err) })
	for _, r := range p.Rules().Rules {
		if s := support[r.Name]; s.Reports < 3 && r.General == "" {
			t.Errorf("%s:%d: %s makes %d facts in %d reports; drop it, or say in general why any report may need it", r.File, r.Line, r.Name, s.Hits, s.Reports)
		}
	}
}
