package output

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"
	"slices"

	"github.com/parquet-go/parquet-go/encoding/delta"
	"github.com/parquet-go/parquet-go/encoding/rle"
	"github.com/parquet-go/parquet-go/encoding/thrift"
	"github.com/parquet-go/parquet-go/format"
)

// chunk is the finished pages of a column in a row group, and what is told of them.
type chunk struct {
	pages  []byte // with their headers
	places []format.PageLocation
	index  format.ColumnIndex
	meta   format.ColumnMetaData
	bounds bounds
}

// press makes pages, in memory that is used again from page to page.
type press struct {
	of               *presses
	hard             bool // the part is large
	raw, packed      []byte
	repeated, levels []byte
	shared           []int32 // bytes that a text shares with the one before
	lengths          []byte  // of what is left of texts, encoded
	header           format.PageHeader
}

// finish ends the page under way, which begins at a row of the row group.
func (p *press) finish(c *columnWriter, row int64) error {
	if c.rows == 0 {
		return nil
	}
	c.tell()
	if err := p.levelsOf(c); err != nil {
		return err
	}
	if err := p.encode(c); err != nil {
		return fmt.Errorf("column %s: %w", c.path[0], err)
	}
	raw := p.raw
	if c.encoding == format.DeltaLengthByteArray {
		raw = c.text
	}
	body, packed, err := p.compress(raw)
	if err != nil {
		return err
	}
	sum := crc32.Update(crc32.Update(crc32.ChecksumIEEE(p.repeated), crc32.IEEETable, p.levels), crc32.IEEETable, body)
	around := len(p.repeated) + len(p.levels)
	p.header = format.PageHeader{
		Type: format.DataPageV2, CRC: int32(sum),
		UncompressedPageSize: int32(around + len(raw)), CompressedPageSize: int32(around + len(body)),
		DataPageHeaderV2: thrift.New(format.DataPageHeaderV2{
			NumValues: int32(c.values()), NumNulls: int32(c.nulls), NumRows: int32(c.rows), Encoding: c.encoding,
			DefinitionLevelsByteLength: int32(len(p.levels)), RepetitionLevelsByteLength: int32(len(p.repeated)),
			IsCompressed: thrift.New(packed),
		}),
	}
	at := len(c.chunk.pages)
	if c.chunk.pages, err = p.append(c.chunk.pages, p.repeated, p.levels, body); err != nil {
		return err
	}
	c.chunk.places = append(c.chunk.places, format.PageLocation{
		Offset: int64(at), CompressedPageSize: int32(len(c.chunk.pages) - at), FirstRowIndex: row,
	})
	c.chunk.meta.TotalUncompressedSize += int64(len(c.chunk.pages)-at-len(body)) + int64(len(raw))
	c.clear()
	return nil
}

// tell notes what the page under way holds.
func (c *columnWriter) tell() {
	b, m, x := c.bounds(), &c.chunk.meta, &c.chunk.index
	m.NumValues += int64(c.values())
	m.Statistics.NullCount += int64(c.nulls)
	x.NullPages = append(x.NullPages, b.least == nil)
	x.NullCounts = append(x.NullCounts, int64(c.nulls))
	x.MinValues, x.MaxValues = append(x.MinValues, slices.Concat(b.least)), append(x.MaxValues, slices.Concat(b.greatest))
	c.chunk.bounds.widen(c.kind, b)
}

// dictionaryPage makes the page of a column's dictionary.
func (p *press) dictionaryPage(c *columnWriter) ([]byte, error) {
	body, err := p.whole(c.dictionary.page)
	if err != nil {
		return nil, err
	}
	p.header = format.PageHeader{
		Type: format.DictionaryPage, CRC: int32(crc32.ChecksumIEEE(body)),
		UncompressedPageSize: int32(len(c.dictionary.page)), CompressedPageSize: int32(len(body)),
		DictionaryPageHeader: thrift.New(format.DictionaryPageHeader{NumValues: int32(len(c.dictionary.ends)), Encoding: format.Plain}),
	}
	p.raw, err = p.append(p.raw[:0], body)
	return p.raw, err
}

// append appends the header and what belongs to the page.
func (p *press) append(to []byte, parts ...[]byte) ([]byte, error) {
	header, err := thrift.Marshal(new(thrift.CompactProtocol), &p.header)
	if err != nil {
		return nil, fmt.Errorf("header of a page: %w", err)
	}
	to = append(to, header...)
	for _, part := range parts {
		to = append(to, part...)
	}
	return to, nil
}

// least is the size from which on it pays to compress.
const leastPacked = 32

// compress compresses bytes where that makes them fewer.
func (p *press) compress(raw []byte) (body []byte, packed bool, err error) {
	if len(raw) < leastPacked {
		return raw, false, nil
	}
	if body, err = p.whole(raw); err != nil || len(body) >= len(raw) {
		return raw, false, err
	}
	return body, true, nil
}

func (p *press) whole(raw []byte) (_ []byte, err error) {
	p.packed = slices.Grow(p.packed[:0], len(raw)/2) // text packs to a third
	p.packed, err = p.of.encode(p.packed, raw, p.hard)
	return p.packed, err
}

// levelsOf encodes where values are missing, and where lists begin.
func (p *press) levelsOf(c *columnWriter) (err error) {
	p.repeated, p.levels = p.repeated[:0], p.levels[:0]
	repetition, definition := c.leaf.levels()
	if repetition > 0 {
		if p.repeated, err = (&rle.Encoding{BitWidth: 1}).EncodeLevels(p.repeated, c.repeated); err != nil {
			return err
		}
	}
	if definition > 0 {
		p.levels, err = (&rle.Encoding{BitWidth: definition}).EncodeLevels(p.levels, c.defined)
	}
	return err
}

// encode encodes the values of a column.
func (p *press) encode(c *columnWriter) (err error) {
	p.raw = p.raw[:0]
	switch c.encoding {
	case format.RLEDictionary:
		p.raw, err = new(rle.DictionaryEncoding).EncodeInt32(p.raw, c.numbers)
	case format.DeltaBinaryPacked:
		p.raw, err = new(delta.BinaryPackedEncoding).EncodeInt32(p.raw, c.numbers)
	case format.DeltaByteArray:
		err = p.shorten(c)
	case format.DeltaLengthByteArray:
		err = p.prepend(c)
	default:
		p.plain(c)
	}
	return err
}

// shorten leaves out of each text what it shares with the one before: nearly all of a name,
// mostly as much as the one before shared, which parquet-go looks for byte by byte.
func (p *press) shorten(c *columnWriter) (err error) {
	p.shared, c.numbers, p.packed = p.shared[:0], c.numbers[:0], p.packed[:0]
	var last []byte
	n := 0
	for i := 1; i < len(c.ends); i++ {
		text := c.text[c.ends[i-1]:c.ends[i]]
		most := min(len(last), len(text))
		if n = min(n, most); !bytes.Equal(last[:n], text[:n]) {
			n = 0
		}
		for n < most && last[n] == text[n] {
			n++
		}
		p.shared, c.numbers = append(p.shared, int32(n)), append(c.numbers, int32(len(text)-n))
		p.packed, last = append(p.packed, text[n:]...), text
	}
	if p.raw, err = new(delta.BinaryPackedEncoding).EncodeInt32(p.raw, p.shared); err != nil {
		return err
	}
	if p.lengths, err = new(delta.BinaryPackedEncoding).EncodeInt32(p.lengths, c.numbers); err != nil {
		return err
	}
	p.raw = append(append(p.raw, p.lengths...), p.packed...)
	return nil
}

// prepend puts the lengths of a column's texts before them, in place: a copy of all texts
// would take as much memory again.
func (p *press) prepend(c *columnWriter) (err error) {
	c.numbers = c.numbers[:0]
	for i := 1; i < len(c.ends); i++ {
		c.numbers = append(c.numbers, int32(c.ends[i]-c.ends[i-1]))
	}
	if p.raw, err = new(delta.BinaryPackedEncoding).EncodeInt32(p.raw, c.numbers); err != nil {
		return err
	}
	c.text = slices.Insert(c.text, 0, p.raw...)
	return nil
}

// plain writes values as they are.
func (p *press) plain(c *columnWriter) {
	for _, n := range c.numbers {
		p.raw = binary.LittleEndian.AppendUint32(p.raw, uint32(n))
	}
	for _, f := range c.doubles {
		p.raw = binary.LittleEndian.AppendUint64(p.raw, math.Float64bits(f))
	}
	for i, t := range c.truths {
		if i%8 == 0 {
			p.raw = append(p.raw, 0)
		}
		p.raw[len(p.raw)-1] |= byte(truth(t)) << (i % 8)
	}
}
