package bench

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"zhibiao"
)

// one is a report that every clone has.
const one = "../seeds/reports/jilin-2024.txt"

// sample is the text of the report that stages are timed on.
func sample(tb testing.TB) string {
	tb.Helper()
	return read(tb, one)
}

func read(tb testing.TB, path string) string {
	tb.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	return string(text)
}

// corpus are the files of the corpus, or the one report of the repository without it.
func corpus(tb testing.TB) []string {
	tb.Helper()
	folder := os.Getenv("CORPUS")
	if folder == "" {
		folder = "../../shared/corpus"
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		tb.Fatal(err)
	}
	if len(files) == 0 {
		return []string{one}
	}
	return files
}

// renumber changes the digits of a report but leaves years alone, so that a copy reads
// like a report of its own: 增长5.2% becomes 增长5.9%.
func renumber(text string, copied int) string {
	var b strings.Builder
	b.Grow(len(text))
	for i := 0; i < len(text); {
		if !isDigit(text[i]) {
			b.WriteByte(text[i])
			i++
			continue
		}
		j := i
		for j < len(text) && isDigit(text[j]) {
			j++
		}
		number := []byte(text[i:j])
		if !strings.HasPrefix(text[j:], "年") {
			for k := 1; k < len(number); k++ { // the first digit stays, so that none is a zero
				number[k] = '0' + byte((int(number[k]-'0')+copied*(k+3)+i)%10)
			}
			if len(number) == 1 && number[0] > '0' {
				number[0] = '1' + byte((int(number[0]-'1')+copied)%9)
			}
		}
		b.Write(number)
		i = j
	}
	return b.String()
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// synthetic writes at least so many bytes of reports with changed numbers into a folder
// and returns how many bytes there are.
func synthetic(tb testing.TB, folder string, atLeast int64) (written int64) {
	tb.Helper()
	files := corpus(tb)
	for copied := 0; written < atLeast; copied++ {
		for _, f := range files {
			if written >= atLeast {
				break
			}
			text := renumber(read(tb, f), copied)
			name := fmt.Sprintf("%s-%04d.txt", strings.TrimSuffix(filepath.Base(f), ".txt"), copied)
			if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
				tb.Fatal(err)
			}
			written += int64(len(text))
		}
	}
	return written
}

// megabytes is a number that the environment may set.
func megabytes(name string, usual int) int {
	if n, err := strconv.Atoi(os.Getenv(name)); err == nil {
		return n
	}
	return usual
}

func program(tb testing.TB) *zhibiao.Program {
	tb.Helper()
	p, err := zhibiao.New(zhibiao.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	return p
}
