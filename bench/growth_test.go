//go:build unix

package bench

import (
	"strings"
	"syscall"
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
		"notes":               "名词解释" + times("\n〔7〕瞪羚企业：指5年内增长20%的企业。"),
	}
}

// TestTimeGrowsWithTheText holds a text sixteen times as long to no more than four times the
// processor time for each byte, for it no longer fits the caches that other processes use too: a
// quadratic step would take sixteen.
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
			for try := range 4 { // another process may empty the caches
				short, grown = cheapest(3, func() { p.Read("a.txt", text) }), cheapest(3, func() { p.Read("a.txt", long[name]) })
				if grown < 4*times*short || grown < 50*time.Millisecond {
					return
				}
				t.Logf("try %d: %v for %d bytes, %v for %d", try, short, len(text), grown, len(long[name]))
			}
			t.Errorf("%v for %d bytes, %v for %d: more than four times as long a byte", short, len(text), grown, len(long[name]))
		})
	}
}

// cheapest is the least processor time of some runs; on a busy machine the clock tells
// more of the others.
func cheapest(times int, run func()) time.Duration {
	best := time.Hour
	for range times {
		start := processorTime()
		run()
		best = min(best, processorTime()-start)
	}
	return best
}

func processorTime() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u) // cannot fail for this process
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
