package bench

import (
	"strings"
	"testing"
	"time"
)

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
