package normalize

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"zhibiao/extract/mention"
)

// TestPositives reads the amounts of the mentions that package mention is held to.
func TestPositives(t *testing.T) {
	data, err := os.ReadFile("../extract/mention/testdata/positives.txt")
	if err != nil {
		t.Fatal(err)
	}
	r := newReader(t)
	count := 0
	for line := range strings.Lines(string(data)) {
		text, want, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " | ")
		if !ok || line[0] == '#' {
			continue
		}
		count++
		before, rest, _ := strings.Cut(text, "[")
		inside, after, _ := strings.Cut(rest, "]")
		fields := strings.Fields(want)
		if got := amountAt(r, before+inside+after, len(before)); got != fields[0]+" "+fields[1] {
			t.Errorf("%s is %s, want %s %s", text, got, fields[0], fields[1])
		}
	}
	if count < 150 {
		t.Errorf("only %d positives", count)
	}
}

// amountAt is the amount of the mention that begins at a byte.
func amountAt(r *mention.Reader, text string, start int) string {
	for _, m := range r.Read(nil, text) {
		if m.Start != start {
			continue
		}
		a, err := ReadAmount(text, &m)
		if err != nil {
			return err.Error()
		}
		value := a.Value.String()
		if a.IsRange {
			value = a.Low.String() + "~" + a.High.String()
		}
		if a.Unit == "" {
			a.Unit = "-"
		}
		return value + " " + a.Unit
	}
	return "nothing read"
}

// FuzzReadAmount reads every quantity of any text: a value or an error, never a panic.
func FuzzReadAmount(f *testing.F) {
	for _, s := range []string{"二三十年", "十八至三十万人", "两年半", "百分之五到六", "1/3", "九成五", "74.4​万亿元", "1,234,567.890万元", "廿三亿", "零点五倍"} {
		f.Add(s)
	}
	r := newReader(f)
	f.Fuzz(func(t *testing.T, s string) {
		for _, m := range r.Read(nil, s) {
			if m.Role != mention.Quantity {
				continue
			}
			a, err := ReadAmount(s, &m)
			if err != nil {
				continue
			}
			if a.Value.String() == "" || a.Value.Rat() == nil {
				t.Errorf("%q has no value", m.In(s))
			}
		}
	})
}

// FuzzParseNumber reads any bytes; what it reads, it reads again from its own notation.
func FuzzParseNumber(f *testing.F) {
	for _, s := range []string{"1,234.5", "1.8万亿", "两千三", "一九五七", "三分之一", "百分之零点五", "三成五", "-3.2", "廿三", "壹拾贰萬", "5.0", "1/0", "亿亿亿"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := ParseNumber(s)
		if err != nil {
			if !utf8.ValidString(err.Error()) && utf8.ValidString(s) {
				t.Errorf("error %q is no text", err)
			}
			return
		}
		again, err := ParseNumber(n.String())
		if err != nil {
			t.Fatalf("%q is %s, which does not parse: %v", s, n, err)
		}
		if again.String() != n.String() {
			t.Errorf("%q is %s, read again %s", s, n, again)
		}
	})
}
