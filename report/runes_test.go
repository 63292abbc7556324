package report

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestRunesOf(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		piece := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"\x80", "\xe4\xb8", "\xf0\x9f", "字", "\xed\xa0\x80", "\xe0\x80\x80", "\xc0\x80", "é", "한", "·", "𠮷", strings.Repeat("增长", 90)}))
		text := strings.Join(rapid.SliceOfN(piece, 0, 40).Draw(rt, "pieces"), "")
		if got, want := IsUTF8(text), utf8.ValidString(text); got != want {
			rt.Fatalf("IsUTF8 is %v, want %v", got, want)
		}
		r, want := NewRunes(text), 0
		for at := range text {
			if got := r.Of(at); got != want {
				rt.Fatalf("Of(%d) = %d, want %d", at, got, want)
			}
			want++
		}
		if got := r.Of(len(text)); got != want {
			rt.Fatalf("Of(end) = %d, want %d", got, want)
		}
	})
}

func TestRunesCutsToText(t *testing.T) {
	r := NewRunes("增长")
	if got := r.Of(-1); got != 0 {
		t.Errorf("Of(-1) = %d, want 0", got)
	}
	if got := r.Of(100); got != 2 {
		t.Errorf("Of(100) = %d, want 2", got)
	}
	if got, want := r.Span(Span{3, 6}), (Span{1, 2}); got != want {
		t.Errorf("Span = %v, want %v", got, want)
	}
}

func BenchmarkRunes(b *testing.B) {
	text := strings.Repeat("全年地区生产总值增长6.7%，排名全省第一；", 2000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		NewRunes(text)
	}
}
