package zhibiao_test

import (
	"testing"
	"testing/fstest"

	"zhibiao"
)

// The hash is the same for the same rules and lexicons, and tells others apart, by rules,
// words and options.
func TestRulesHash(t *testing.T) {
	seen := map[string]string{}
	for name, o := range map[string]zhibiao.Options{
		"built-in":  {},
		"tokens":    {Tokens: true},
		"region":    {Region: "吉林市"},
		"year":      {ReportYear: 2024},
		"segmenter": {Segmenter: zhibiao.SegmenterTrie},
		"word":      {Folder: fstest.MapFS{"words.tsv": {Data: []byte("word\tclass\tnote\n凡例词\tnoun\n")}}},
		"macro":     {Folder: fstest.MapFS{"macros.yaml": {Data: []byte("macros:\n  any: [noun]\n")}}},
		"note":      {Folder: fstest.MapFS{"words.tsv": {Data: []byte("word\tclass\tnote\n凡例词\tnoun\tx\n")}}},
	} {
		hash := ""
		for range 2 {
			p, err := zhibiao.New(o)
			if err != nil {
				t.Fatal(name, err)
			}
			if hash != "" && p.RulesHash() != hash {
				t.Errorf("%s: hashed differently the second time", name)
			}
			hash = p.RulesHash()
		}
		if other, ok := seen[hash]; ok {
			t.Errorf("%s and %s have the hash %s", name, other, hash)
		}
		seen[hash] = name
	}
}

// TestRulesHashOfGrades: a rule that is trusted less makes other tables.
func TestRulesHashOfGrades(t *testing.T) {
	p, err := zhibiao.New(zhibiao.Options{})
	if err != nil {
		t.Fatal(err)
	}
	before := p.RulesHash()
	p.Rules().Rules[0].Confidence = "low"
	if p.RulesHash() == before {
		t.Error("the hash does not tell a rule's confidence")
	}
}
