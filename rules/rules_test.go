package rules

import (
	"testing"

	"zhibiao/seeds"
)

func TestLoad(t *testing.T) {
	lex, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	set, err := Load(lex)
	if err != nil {
		t.Fatal(err)
	}
	if len(set.Rules) < 20 {
		t.Errorf("%d rules loaded", len(set.Rules))
	}
}
