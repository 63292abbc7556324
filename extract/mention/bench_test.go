package mention_test

import (
	"os"
	"testing"

	"zhibiao/extract/mention"
)

func reportText(b *testing.B) string {
	b.Helper()
	raw, err := os.ReadFile("../../seeds/reports/jilin-2024.txt")
	if err != nil {
		b.Fatal(err)
	}
	return string(raw)
}

// BenchmarkScan looks for numerals in a text that has none, the whole of it.
func BenchmarkScan(b *testing.B) {
	r := newReader(b)
	var plain []byte
	for _, c := range reportText(b) {
		if s := string(c); !r.Scan(s) {
			plain = append(plain, s...)
		}
	}
	text := string(plain)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if r.Scan(text) {
			b.Fatal("found a numeral where there is none")
		}
	}
}

// BenchmarkRead reads a report sentence by sentence.
func BenchmarkRead(b *testing.B) {
	r := newReader(b)
	text := reportText(b)
	var list []string
	sentences(text, func(_ int, s string) { list = append(list, s) })
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	var buf []mention.Mention
	for b.Loop() {
		for _, s := range list {
			buf = r.Read(buf[:0], s)
		}
	}
}
