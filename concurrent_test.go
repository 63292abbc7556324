package zhibiao_test

import (
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhibiao"
	"zhibiao/report"
)

// One program serves many goroutines at once, and each gets what it would get alone.
// The race detector watches (make race).
func TestOneProgramServesManyGoroutines(t *testing.T) {
	p := program(t)
	long := text(t, jilin)
	texts := []string{long, "新建5座污水处理厂。", "固定資產投資增長15.2%。", "", long[:len(long)/2]}
	want := make([][]zhibiao.Fact, len(texts))
	for i := range texts {
		want[i] = p.Read("a.txt", texts[i]).Facts
	}
	var all sync.WaitGroup
	for worker := range 8 {
		all.Go(func() {
			for n := range 2 * len(texts) {
				i := (worker + n) % len(texts)
				if diff := cmp.Diff(want[i], p.Read("a.txt", texts[i]).Facts); diff != "" {
					t.Errorf("text %d (-alone +among others):\n%s", i, diff)
				}
				p.Explain("a.txt", texts[1], report.Span{End: len(texts[1])})
			}
		})
	}
	all.Wait()
}
