package normalize

import (
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestRoundTrip writes numbers the ways reports do and reads them back.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(0, 9_999_999_999_999_999).Draw(t, "number")
		want := strconv.FormatInt(n, 10)
		for name, s := range map[string]string{
			"digits":     want,
			"grouped":    grouped(want),
			"full width": fullWidth(want),
			"Chinese":    chinese(n),
			"positional": "",
		} {
			if s == "" {
				continue
			}
			got, err := ParseNumber(s)
			if err != nil || got.String() != want {
				t.Fatalf("%s %s is %v, %v; want %s", name, s, got, err, want)
			}
		}
	})
}

// TestRoundTripDecimals reads decimals with 万 and 亿 exactly: no digit added or lost.
func TestRoundTripDecimals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := rapid.IntRange(0, 99999).Draw(t, "whole")
		part := rapid.StringMatching(`[0-9]{1,4}`).Draw(t, "part")
		written := strconv.Itoa(whole) + "." + part
		n, err := ParseNumber(written)
		if err != nil || n.String() != written {
			t.Fatalf("%s is %v, %v", written, n, err)
		}
		n, err = ParseNumber(written + "万")
		want := strings.TrimLeft(strconv.Itoa(whole)+part+strings.Repeat("0", 4-len(part)), "0")
		if want == "" {
			want = "0"
		}
		if err != nil || n.String() != want {
			t.Fatalf("%s万 is %v, %v; want %s", written, n, err, want)
		}
	})
}

func grouped(s string) string {
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

func fullWidth(s string) string {
	return strings.Map(func(c rune) rune { return c - '0' + '０' }, s)
}

// chinese writes a number out: 10503 is 一万零五百零三.
func chinese(n int64) string {
	if n == 0 {
		return "零"
	}
	var parts []string
	for _, p := range []struct {
		size int64
		name string
	}{{1_0000_0000_0000, "万亿"}, {1_0000_0000, "亿"}, {1_0000, "万"}, {1, ""}} {
		group := n / p.size
		n %= p.size
		if group == 0 {
			parts = append(parts, "")
			continue
		}
		parts = append(parts, thousand(group)+p.name)
	}
	return joinGroups(parts)
}

// joinGroups puts 零 where a group is empty or short. 万亿 before 亿 is written as one:
// 一万二千亿 and 一万亿零二千亿 are the same to a reader, so the first group keeps its 亿.
func joinGroups(parts []string) string {
	s := ""
	for _, p := range parts {
		if p == "" {
			continue
		}
		if s != "" {
			s += "零"
		}
		s += p
	}
	return strings.ReplaceAll(s, "零零", "零")
}

func thousand(n int64) string {
	digits := []string{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	s, gap := "", false
	for _, p := range []struct {
		size int64
		name string
	}{{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}} {
		d := n / p.size
		n %= p.size
		if d == 0 {
			gap = s != ""
			continue
		}
		if gap {
			s += "零"
		}
		gap = false
		s += digits[d] + p.name
	}
	return s
}
