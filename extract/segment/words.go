package segment

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// ReadWords reads a user's dictionary as gse and jieba have it: on each line a word, its
// frequency and its tag, of which the last two may be missing: 碳纤维原丝 20 n. Empty
// lines and lines that begin with # do not count. The name is for messages.
func ReadWords(r io.Reader, name string) ([]Word, error) {
	var words []Word
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimPrefix(lines.Text(), "\uFEFF")
		fields := strings.Fields(line)
		if len(fields) == 0 || strings.HasPrefix(line, "#") {
			continue
		}
		w, err := parseWord(fields)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		words = append(words, w)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return words, nil
}

// parseWord reads 碳纤维原丝, 碳纤维原丝 n, 碳纤维原丝 20 and 碳纤维原丝 20 n.
func parseWord(fields []string) (Word, error) {
	w := Word{Text: fields[0]}
	if err := checkWord(w.Text); err != nil {
		return Word{}, err
	}
	rest := fields[1:]
	if len(rest) > 0 {
		if freq, err := strconv.Atoi(rest[0]); err == nil {
			if freq < 0 || freq > corpusWords {
				return Word{}, fmt.Errorf("frequency %d of %q: want 0 to %d", freq, w.Text, corpusWords)
			}
			w.Freq, rest = freq, rest[1:]
		}
	}
	if len(rest) > 0 {
		w.Tag, rest = rest[0], rest[1:]
	}
	if len(rest) > 0 {
		return Word{}, fmt.Errorf("%q after the tag of %q: want word, frequency, tag", rest[0], w.Text)
	}
	return w, nil
}

// checkWord tells what is wrong with the text of a word.
func checkWord(text string) error {
	if n := utf8.RuneCountInString(text); n == 0 || n > maxChars || !utf8.ValidString(text) {
		return fmt.Errorf("word %q: want 1 to %d characters of UTF-8", text, maxChars)
	}
	return nil
}
