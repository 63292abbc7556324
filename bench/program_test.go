package bench

import (
	"context"
	"os"
	"runtime"
	"strconv"
	"testing"

	"zhibiao"
	"zhibiao/output"
	"zhibiao/source"
)

func BenchmarkStart(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		program(b)
	}
}

// BenchmarkFacts reads, extracts and normalizes reports, without files and tables.
func BenchmarkFacts(b *testing.B) {
	p := program(b)
	var texts []string
	bytes := 0
	for _, f := range corpus(b) {
		texts = append(texts, read(b, f))
		bytes += len(texts[len(texts)-1])
	}
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	for b.Loop() {
		for _, t := range texts {
			p.Read("report.txt", t)
		}
	}
	b.ReportMetric(float64(len(texts)*b.N)/b.Elapsed().Seconds(), "reports/s")
}

// BenchmarkOne is one report from its file to finished Parquet.
func BenchmarkOne(b *testing.B) { tables(b, []string{one}, 1) }

// BenchmarkCorpus is the corpus from its files to finished Parquet, by workers, each with a
// processor as --jobs gives it.
func BenchmarkCorpus(b *testing.B) {
	for _, jobs := range []int{1, 2} {
		b.Run("jobs="+strconv.Itoa(jobs), func(b *testing.B) {
			defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(jobs))
			tables(b, corpus(b), jobs)
		})
	}
}

// BenchmarkFolder is a folder of SYNTHETIC megabytes (100) of reports with changed
// numbers, read once whatever the time asked for.
func BenchmarkFolder(b *testing.B) {
	folder := b.TempDir()
	synthetic(b, folder, int64(megabytes("SYNTHETIC", 100))<<20)
	tables(b, []string{folder}, 2)
}

// tables times the whole program over files or a folder.
func tables(b *testing.B, paths []string, jobs int) {
	b.Helper()
	p := program(b)
	b.SetBytes(size(b, paths))
	b.ReportAllocs()
	reports := 0
	for b.Loop() {
		to, err := output.NewParquet(b.TempDir(), output.Options{})
		if err != nil {
			b.Fatal(err)
		}
		s, err := p.Tabulate(context.Background(), source.Walk(paths, source.Options{}), jobs, to, func(zhibiao.Result) {})
		if err != nil {
			b.Fatal(err)
		}
		reports += s.Documents
	}
	b.ReportMetric(float64(reports)/b.Elapsed().Seconds(), "reports/s")
}

// size is the number of bytes of files, or of the files of folders.
func size(b testing.TB, paths []string) (n int64) {
	b.Helper()
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil {
			b.Fatal(err)
		}
		if !info.IsDir() {
			n += info.Size()
			continue
		}
		entries, err := os.ReadDir(p)
		if err != nil {
			b.Fatal(err)
		}
		for _, e := range entries {
			n += size(b, []string{p + "/" + e.Name()})
		}
	}
	return n
}
