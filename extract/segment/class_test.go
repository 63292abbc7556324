package segment

import (
	"testing"
	"unicode"
)

func TestClassOf(t *testing.T) {
	for want, chars := range map[class]string{
		other:  "增〇々𬭊\uFFFD",
		letter: "aZＡｚéΩЖ",
		digit:  "09０９²",
		mark:   "，。、；：（）“”《》【】〃%％ \n\x00—…￥℃　",
	} {
		for _, r := range chars {
			if got := classOf(r); got != want {
				t.Errorf("classOf(%q) = %d, want %d", r, got, want)
			}
		}
	}
}

// TestMarksAreMarks: the short way through classOf agrees with the tables of unicode.
func TestMarksAreMarks(t *testing.T) {
	for r := rune(0x800); r < 0x20000; r++ {
		wide := r >= '０' && r <= '９' || r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ'
		want := !wide && r != unicode.ReplacementChar && (unicode.IsPunct(r) || unicode.IsSymbol(r) || unicode.IsSpace(r))
		if got := classOf(r) == mark; got != want {
			t.Errorf("%q: mark %v, want %v", r, got, want)
		}
	}
}
