package normalize

import (
	"os"
	"strings"
	"testing"

	"zhibiao/extract/mention"
	"zhibiao/seeds"
)

func newReader(t testing.TB) *mention.Reader {
	t.Helper()
	lex, err := seeds.Load()
	if err != nil {
		t.Fatal(err)
	}
	r, err := mention.NewReader(lex)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestSurfaces reads every surface of testdata/amounts.txt as the amount that its group
// names.
func TestSurfaces(t *testing.T) {
	data, err := os.ReadFile("testdata/amounts.txt")
	if err != nil {
		t.Fatal(err)
	}
	r := newReader(t)
	want, groups := "", 0
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '=':
			want = strings.TrimSpace(line[1:])
			if len(strings.Fields(want)) == 2 {
				want += " exact"
			}
			groups++
		default:
			if got := readAmount(r, line); got != want {
				t.Errorf("%s is %s, want %s", line, got, want)
			}
		}
	}
	if groups < 60 {
		t.Errorf("only %d amounts in testdata/amounts.txt", groups)
	}
}

// readAmount is the last quantity of a text in the notation of testdata/amounts.txt.
func readAmount(r *mention.Reader, text string) string {
	got := "no quantity"
	for _, m := range r.Read(nil, text) {
		if m.Role != mention.Quantity {
			continue
		}
		a, err := ReadAmount(text, &m)
		if err != nil {
			return err.Error()
		}
		got = a.Value.String()
		if a.IsRange {
			got = a.Low.String() + "~" + a.High.String()
		}
		if a.Unit == "" {
			a.Unit = "-"
		}
		got += " " + a.Unit + " " + string(m.Bound)
	}
	return got
}
