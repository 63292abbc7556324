package mention

import (
	"testing"

	"pgregory.net/rapid"

	"zhibiao/seeds"
)

// A digit that is told for lone at a glance is so for whoever reads it.
func TestLone(t *testing.T) {
	lex, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	r, err := NewReader(lex)
	if err != nil {
		t.Fatal(err)
	}
	chars := []rune(Starters + carriers + "统思想农是第前后由从到达过约近以上的之为、，。；：“《（[＋+*×·%％‰元人岁路线国区市县产业率\n五五一一二三a")
	for _, u := range lex.Units {
		chars = append(chars, []rune(u.Name)...)
	}
	for _, c := range lex.Classifiers {
		chars = append(chars, []rune(c.Text)...)
	}
	lone := 0
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom(chars), 1, 8, -1).Draw(t, "text")
		for i := range text {
			if !r.isLone(text, i) {
				continue
			}
			lone++
			want := Mention{Span: runeSpan(text, i), Number: runeSpan(text, i), Role: Word}
			if got := r.numeral(text, i, 0); got != want {
				t.Fatalf("%q at %d reads as %+v", text, i, got)
			}
		}
	})
	if lone == 0 {
		t.Error("no digit was told for lone")
	}
}
