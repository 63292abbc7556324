package output

import (
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go/compress"
	decoder "github.com/parquet-go/parquet-go/compress/zstd"
)

// codec compresses the pages of tables with Zstandard: the larger, the harder.
type codec struct {
	compress.Codec // decodes
	levels         []level
}

// level is how hard pages are compressed from a size on.
type level struct {
	from int
	by   *encoders
}

// codecs are those of all tables of a run, which share their encoders.
type codecs struct{ small, large *codec }

func newCodecs() codecs {
	levels := []level{
		{0, &encoders{level: zstd.SpeedFastest}},
		{8 << 10, &encoders{level: zstd.SpeedDefault}},
		{1 << 20, &encoders{level: zstd.SpeedBetterCompression}}, // text: it is most of a dataset
	}
	return codecs{small: &codec{new(decoder.Codec), levels[:1]}, large: &codec{new(decoder.Codec), levels}}
}

// of spares small parts the better encoder: it takes more memory to set up than a
// single report needs in all.
func (c codecs) of(size partSize) *codec {
	if size.large() {
		return c.large
	}
	return c.small
}

// Encode implements compress.Codec.
func (c *codec) Encode(dst, src []byte) ([]byte, error) {
	i := len(c.levels) - 1
	for c.levels[i].from > len(src) {
		i--
	}
	by := c.levels[i].by
	e, err := by.take()
	if err != nil {
		return nil, err
	}
	defer by.give(e)
	return e.EncodeAll(src, dst[:0]), nil
}

// encoders are encoders of one level that nobody uses at the moment. They are kept from
// file to file: each costs more to set up than a small table to compress.
type encoders struct {
	level zstd.EncoderLevel
	mu    sync.Mutex
	free  []*zstd.Encoder
}

func (p *encoders) take() (*zstd.Encoder, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if n := len(p.free); n > 0 {
		e := p.free[n-1]
		p.free = p.free[:n-1]
		return e, nil
	}
	e, err := zstd.NewWriter(nil,
		zstd.WithEncoderLevel(p.level), zstd.WithEncoderConcurrency(1), zstd.WithLowerEncoderMem(true),
		zstd.WithWindowSize(largePage), zstd.WithZeroFrames(true), zstd.WithEncoderCRC(false)) // pages have a checksum
	if err != nil {
		return nil, fmt.Errorf("compress: %w", err)
	}
	return e, nil
}

func (p *encoders) give(e *zstd.Encoder) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.free = append(p.free, e)
}
