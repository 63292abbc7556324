package bench

import (
	"strings"
	"testing"
	"time"
)

// hostile are texts made to bring a reader of numbers to its knees, of n bytes or so each.
func hostile(n int) map[string]string {
	times := func(s string) string { return strings.Repeat(s, n/len(s)) }
	return map[string]string{
		"digits":              times("7"),
		"亿":                   "增加" + times("亿"),
		"a sentence":          times("地区生产总值增长6.7%，"),
		"a sentence of nouns": "增长6.7%" + times("工业企业"),
		"a line":              times("全年地区生产总值增长6.7%，新建公路12公里。"),
		"open brackets":       times("（3"),
		"open quotes":         times("“增长5%"),
		"powers":              times("千百十万"),
		"ranges":              times("5%-"),
		"bounds":              times("超过近约"),
		"from and to":         times("由3亿元增加到5亿元、"),
	}
}

// TestTimeGrowsWithTheText holds a text sixteen times as long to no more than twice the
// time for each byte: a quadratic step would take sixteen.
func TestTimeGrowsWithTheText(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const small, times = 16 << 10, 16
	p := program(t)
	long := hostile(small * times)
	for name, text := range hostile(small) {
		t.Run(name, func(t *testing.T) {
			var short, grown time.Duration
			for try := range 4 { // another process may hold the machine up
				short, grown = quickest(3, func() { p.Read("a.txt", text) }), quickest(1, func() { p.Read("a.txt", long[name]) })
				if grown < 2*times*short || grown < 50*time.Millisecond {
					return
				}
				t.Logf("try %d: %v for %d bytes, %v for %d", try, short, len(text), grown, len(long[name]))
			}
			t.Errorf("%v for %d bytes, %v for %d: more than twice as long a byte", short, len(text), grown, len(long[name]))
		})
	}
}

// TestMegabytes reads a million digits, a million 亿, and a sentence and a line of
// MEGABYTES (2).
func TestMegabytes(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	p := program(t)
	size := megabytes("MEGABYTES", 2) << 20
	for _, c := range []struct {
		name, text string
	}{
		{"a million digits", strings.Repeat("7", 1e6)},
		{"a million 亿", strings.Repeat("亿", 1e6)},
		{"a sentence", strings.Repeat("地区生产总值增长6.7%，", size/25)},
		{"a line", strings.Repeat("全年地区生产总值增长6.7%，新建公路12公里。", size/51)},
	} {
		start := time.Now()
		facts := p.Extract(c.text)
		took := time.Since(start)
		rate := float64(len(c.text)) / 1e6 / took.Seconds()
		t.Logf("%s: %d bytes, %d facts in %v, %.1f MB/s", c.name, len(c.text), len(facts), took.Round(time.Millisecond), rate)
		if rate < 0.1 {
			t.Errorf("%s: %.2f MB/s, want 0.1 on the slowest machine", c.name, rate)
		}
	}
}

func quickest(times int, run func()) time.Duration {
	best := time.Hour
	for range times {
		start := time.Now()
		run()
		best = min(best, time.Since(start))
	}
	return best
}
