package output

import (
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// levels are how hard pages are compressed with Zstandard: the larger, the harder. Small
// parts take the first alone: the others take more memory to set up than a single report
// needs in all.
func levels() []level {
	return []level{
		{0, zstd.SpeedFastest, 512 << 10},
		{8 << 10, zstd.SpeedDefault, 1 << 20},
		{1 << 20, zstd.SpeedBetterCompression, largePage}, // text: it is most of a dataset
	}
}

// level is how hard to compress from a number of bytes on, and how far back to look.
type level struct {
	from   int
	speed  zstd.EncoderLevel
	window int
}

// codec compresses bytes. It is for one goroutine.
type codec struct{ encoders [3]*zstd.Encoder } // by level, made when they are needed

// encode compresses bytes into others, which may grow.
func (c *codec) encode(dst, src []byte, hard bool) ([]byte, error) {
	levels, i := levels(), 0
	for hard && i+1 < len(levels) && levels[i+1].from <= len(src) {
		i++
	}
	if c.encoders[i] == nil {
		e, err := zstd.NewWriter(nil,
			zstd.WithEncoderLevel(levels[i].speed), zstd.WithEncoderConcurrency(1), zstd.WithLowerEncoderMem(true),
			zstd.WithWindowSize(levels[i].window), zstd.WithZeroFrames(true), zstd.WithEncoderCRC(false)) // pages have a checksum
		if err != nil {
			return nil, fmt.Errorf("compress: %w", err)
		}
		c.encoders[i] = e
	}
	return c.encoders[i].EncodeAll(src, dst[:0]), nil
}

// presses are those that nobody uses at the moment. They are kept from page to page: a
// codec costs more to set up than a small table to compress. It is safe for concurrent use.
type presses struct {
	mu   sync.Mutex
	free []*press
}

func (p *presses) take() *press {
	p.mu.Lock()
	defer p.mu.Unlock()
	n := len(p.free)
	if n == 0 {
		return new(press)
	}
	one := p.free[n-1]
	p.free = p.free[:n-1]
	return one
}

func (p *presses) give(one *press) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.free = append(p.free, one)
}
