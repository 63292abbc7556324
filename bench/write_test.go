//go:build unix

package bench

import (
	"fmt"
	"strconv"
	"testing"

	"zhibiao/output"
)

// BenchmarkWrite is the rows of all reports to finished Parquet, by the reports of a batch:
// all of them, and so few that what spans reports is related over many parts.
func BenchmarkWrite(b *testing.B) {
	for _, batch := range []int{output.DefaultBatch, 10} {
		b.Run("batch="+strconv.Itoa(batch), func(b *testing.B) {
			write(b, func(dir string) (output.Writer, error) { return output.NewParquet(dir, output.Options{Batch: batch}) })
		})
	}
}

// BenchmarkWriteWide is the same with sentences and texts also beside what is told of them.
func BenchmarkWriteWide(b *testing.B) {
	write(b, func(dir string) (output.Writer, error) { return output.NewParquet(dir, output.Options{Wide: true}) })
}

func write(b *testing.B, open func(dir string) (output.Writer, error)) {
	b.Helper()
	s := prepare(b)
	parts := make([]output.Rows, len(s.texts))
	for i, t := range s.texts {
		r := s.program.Read(fmt.Sprintf("%03d.txt", i), t) // one name would have to be changed each time
		r.Source.Path = r.ID
		parts[i] = rows(&r)
	}
	b.SetBytes(s.bytes)
	b.ReportAllocs()
	start := processorTime()
	for b.Loop() {
		to, err := open(b.TempDir())
		if err != nil {
			b.Fatal(err)
		}
		for i := range parts {
			if err := to.Write(parts[i]); err != nil {
				b.Fatal(err)
			}
		}
		if err := to.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64((processorTime()-start).Microseconds())/1000/float64(b.N), "cpu-ms/op") // tables are written side by side
}
