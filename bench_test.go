package zhibiao_test

import (
	"context"
	"os"
	"testing"

	"zhibiao"
	"zhibiao/output"
	"zhibiao/source"
)

const jilin = "seeds/reports/jilin-2024.txt"

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		program(b)
	}
}

// BenchmarkFacts reads, extracts and normalizes one report.
func BenchmarkFacts(b *testing.B) {
	p := program(b)
	text, err := os.ReadFile(jilin)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		p.Facts("jilin-2024.txt", string(text))
	}
}

// BenchmarkTables is one report from its file to finished Parquet.
func BenchmarkTables(b *testing.B) {
	p := program(b)
	info, err := os.Stat(jilin)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(info.Size())
	b.ReportAllocs()
	for b.Loop() {
		to, err := output.NewParquet(b.TempDir(), output.Options{})
		if err != nil {
			b.Fatal(err)
		}
		inputs := source.Walk([]string{jilin}, source.Options{})
		if _, err := p.Extract(context.Background(), inputs, 1, to, func(zhibiao.Result) {}); err != nil {
			b.Fatal(err)
		}
	}
}
