package rules_test

import (
	"testing"

	"zhibiao"
	"zhibiao/trial"
)

// TestExamples runs each rule's examples and rejects through the whole program:
// go test ./rules -run Examples/growth$
func TestExamples(t *testing.T) {
	program, err := zhibiao.New(zhibiao.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range program.Rules().Rules {
		t.Run(r.Name, func(t *testing.T) {
			for _, f := range trial.Rule(program, r) {
				t.Error(f)
			}
		})
	}
}
