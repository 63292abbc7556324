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

// presses are those that nobody uses at the moment, and encoders by level. They are kept from
// page to page: an encoder costs more to set up than a small table to compress, and to have one
// of each level in each press would cost tens of megabytes. It is safe for concurrent use.
type presses struct {
	mu       sync.Mutex
	free     []*press
	encoders [3][]*zstd.Encoder
}

func (p *presses) take() *press {
	p.mu.Lock()
	defer p.mu.Unlock()
	one, ok := pop(&p.free)
	if !ok {
		return &press{of: p}
	}
	return one
}

func (p *presses) give(one *press) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.free = append(p.free, one)
}

// encode compresses bytes into others, which may grow.
func (p *presses) encode(dst, src []byte, hard bool) ([]byte, error) {
	levels, i := levels(), 0
	for hard && i+1 < len(levels) && levels[i+1].from <= len(src) {
		i++
	}
	e, err := p.encoder(i, levels[i])
	if err != nil {
		return nil, err
	}
	dst = e.EncodeAll(src, dst[:0])
	p.mu.Lock()
	defer p.mu.Unlock()
	p.encoders[i] = append(p.encoders[i], e)
	return dst, nil
}

// encoder is one of a level that is free.
func (p *presses) encoder(i int, l level) (*zstd.Encoder, error) {
	p.mu.Lock()
	e, ok := pop(&p.encoders[i])
	p.mu.Unlock()
	if ok {
		return e, nil
	}
	e, err := zstd.NewWriter(nil,
		zstd.WithEncoderLevel(l.speed), zstd.WithEncoderConcurrency(1),
		zstd.WithWindowSize(l.window), zstd.WithZeroFrames(true), zstd.WithEncoderCRC(false)) // pages have a checksum
	if err != nil {
		return nil, fmt.Errorf("compress: %w", err)
	}
	return e, nil
}

// pop takes the last off a list.
func pop[T any](list *[]T) (last T, ok bool) {
	n := len(*list)
	if n == 0 {
		return last, false
	}
	last = (*list)[n-1]
	*list = (*list)[:n-1]
	return last, true
}
