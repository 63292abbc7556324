package segment

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadWords(t *testing.T) {
	text := "\uFEFF# 词 频 词性\n碳纤维原丝 20 n\n\n老旧小区\n规上\tb\n专班 7\r\n"
	want := []Word{
		{Text: "碳纤维原丝", Freq: 20, Tag: "n"}, {Text: "老旧小区"}, {Text: "规上", Tag: "b"}, {Text: "专班", Freq: 7},
	}
	got, err := ReadWords(strings.NewReader(text), "words.txt")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestReadWordsRejects(t *testing.T) {
	for text, want := range map[string]string{
		"专班 7 n x":                      `words.txt:1: "x" after the tag of "专班": want word, frequency, tag`,
		"专班\n专班 -1":                     `words.txt:2: frequency -1 of "专班": want 0 to 57600000`,
		"\xff n":                        `words.txt:1: word "\xff": want 1 to 64 characters of UTF-8`,
		strings.Repeat("长", maxChars+1): `words.txt:1: word "` + strings.Repeat("长", maxChars+1) + `": want 1 to 64 characters of UTF-8`,
	} {
		if _, err := ReadWords(strings.NewReader(text), "words.txt"); err == nil || err.Error() != want {
			t.Errorf("%q: error %v, want %s", text, err, want)
		}
	}
}

func TestNewRejects(t *testing.T) {
	_, err := New([]Word{{Text: "增长"}, {Text: ""}})
	want := `segment: word 1: word "": want 1 to 64 characters of UTF-8`
	if err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}
