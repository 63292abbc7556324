package mention_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"zhibiao/extract/mention"
)

// FuzzRead holds the reader to what every later stage relies on, for any bytes at all.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"地区生产总值增长6.7%，排名全省第一", "由14和25平方米", "6%-7%", "百分之六十点八", "一亿六千余万亩", "2018-2022年",
		"“十四五”时期", "第八个五年计划", "9.2:63.7:27.1", "\xe4\xb8", "\xe4十", "百分之", "三分之", "1/0", "翻了近", "第", "-3.2%", "７４．４​万亿元",
	} {
		f.Add(s)
	}
	r := newReader(f)
	f.Fuzz(func(t *testing.T, s string) {
		list := r.Read(nil, s)
		if len(list) > 0 != r.Scan(s) {
			t.Errorf("Scan says %v, Read found %d", r.Scan(s), len(list))
		}
		end := 0
		for _, m := range list {
			if m.Start < end || m.Empty() || m.End > len(s) {
				t.Fatalf("span %v after %d in %d bytes", m.Span, end, len(s))
			}
			end = m.End
			checkSpans(t, s, m)
		}
	})
}

// checkSpans checks that the parts of a mention lie in the text, on whole characters,
// and where they belong.
func checkSpans(t *testing.T, s string, m mention.Mention) {
	t.Helper()
	for name, span := range map[string]struct{ start, end int }{
		"mention": {m.Start, m.End}, "number": {m.Number.Start, m.Number.End}, "high": {m.High.Start, m.High.End},
		"unit": {m.Unit.Start, m.Unit.End}, "before": {m.Before.Start, m.Before.End}, "after": {m.After.Start, m.After.End},
	} {
		if span.start < 0 || span.start > span.end || span.end > len(s) {
			t.Fatalf("%s %v of %q", name, span, s)
		}
		if !boundary(s, span.start) || !boundary(s, span.end) {
			t.Errorf("%s %v cuts a character of %q", name, span, s)
		}
	}
	if m.Role != mention.Quantity {
		return
	}
	if m.Kind == "" || m.Bound == "" {
		t.Errorf("%q has kind %q and bound %q", m.In(s), m.Kind, m.Bound)
	}
	if m.Number.Empty() || !m.Contains(m.Number) || !m.High.Empty() && !m.Contains(m.High) {
		t.Errorf("%q has its number at %v, upper end at %v", m.In(s), m.Number, m.High)
	}
}

func boundary(s string, i int) bool {
	return i == len(s) || utf8.RuneStart(s[i]) || !utf8.ValidString(s)
}

// TestReadIsLinear reads texts made to send a careless reader back and forth. A quadratic
// one takes minutes for them; the limit leaves room for a busy machine.
func TestReadIsLinear(t *testing.T) {
	r := newReader(t)
	for name, s := range map[string]string{
		"digits":   strings.Repeat("7", 250_000),
		"powers":   strings.Repeat("亿", 250_000),
		"units":    strings.Repeat("个", 250_000),
		"ratios":   strings.Repeat("1:", 125_000),
		"lists":    strings.Repeat("1、", 125_000),
		"ranges":   strings.Repeat("1-", 125_000),
		"years":    strings.Repeat("2023-", 50_000),
		"groups":   "1" + strings.Repeat(",234", 250_000),
		"parts":    strings.Repeat("三分之", 75_000),
		"hundred":  strings.Repeat("百分之", 75_000),
		"letters":  "5" + strings.Repeat("G", 250_000),
		"spaces":   "5" + strings.Repeat(" ", 250_000) + "个",
		"spaced":   strings.Repeat("5 ", 125_000),
		"ordinals": strings.Repeat("第一", 75_000),
		"decimals": strings.Repeat("1.", 125_000),
		"months":   strings.Repeat("3月至", 50_000),
		"several":  strings.Repeat("几多余", 75_000),
		"quoted":   strings.Repeat("“三", 75_000),
		"signs":    strings.Repeat("-3%", 75_000),
	} {
		start := time.Now()
		r.Read(nil, s)
		if d := time.Since(start); d > 10*time.Second {
			t.Errorf("%s: %d bytes took %v", name, len(s), d)
		} else {
			t.Logf("%s: %d bytes took %v", name, len(s), d)
		}
	}
}
