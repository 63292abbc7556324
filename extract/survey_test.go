package extract

import (
	"testing"

	"pgregory.net/rapid"

	"zhibiao/extract/mention"
	"zhibiao/seeds"
)

// Whatever the text, its signs tell what a closer look would.
func TestSurvey(t *testing.T) {
	lex, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	reader, err := mention.NewReader(lex)
	if err != nil {
		t.Fatal(err)
	}
	s := newSurvey()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(
			rapid.StringOf(rapid.SampledFrom([]rune("同步快于超过大小经济收入，·×[〔\u00a0\u3000\u200b％Ａ\n一5"))),
			rapid.String(),
			rapid.Custom(func(t *rapid.T) string { return string(rapid.SliceOf(rapid.Byte()).Draw(t, "bytes")) }),
		).Draw(t, "text")
		seen := s.of(text)
		if seen.lack(ofNumeral) && reader.Scan(text) {
			t.Errorf("%q lacks no numeral", text)
		}
		if got, want := seen.mayTie(text), hasTie(text); got != want {
			t.Errorf("%q may tie: %v, want %v", text, got, want)
		}
		if seen.lack(ofGap) && plain(text) < len(text) {
			t.Errorf("%q lacks no gap: it is plain up to %d only", text, plain(text))
		}
	})
}
