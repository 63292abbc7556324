// Command zhibiao-beam does what zhibiao extract does with an output folder, as an Apache
// Beam pipeline: on this machine by default, on others by Beam's flags.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/s3" // gs comes with beamx
	beamlog "github.com/apache/beam/sdks/v2/go/pkg/beam/log"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx" // all runners

	"zhibiao/scale/pipeline"
)

const usage = `usage: zhibiao-beam [flags] --output DIR PATH...

Reads reports and writes their tables as an Apache Beam pipeline. PATH is a file, a
folder, a glob, an archive, or a pattern of an object store (gs://bucket/*.txt). The
tables are those of zhibiao extract. They appear all at once when the run succeeds.

  zhibiao-beam --output out seeds/reports
  zhibiao-beam --runner universal --endpoint localhost:8073 --environment_type LOOPBACK --output out reports
  zhibiao-beam --pool 50000

`

func main() {
	o, s := flags()
	pipeline.Register()
	if s.verbose {
		beamlog.LogLevel = "info"
	} else {
		beamlog.LogLevel = "warn"
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(200) // as zhibiao does; before beam.Init, which does not return in a worker
	}
	beam.Init()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	code := run(ctx, o, s)
	stop()
	os.Exit(code)
}

// settings are flags that are not the pipeline's.
type settings struct {
	pool    int
	verbose bool
}

// flags reads the flags, to which Beam and its runners have added theirs.
func flags() (o pipeline.Options, s settings) {
	own := flag.NewFlagSet("zhibiao-beam", flag.ExitOnError)
	own.StringVar(&o.Dir, "output", "", "folder for the tables, which all workers have in the same place")
	own.IntVar(&o.Shards, "shards", 8, "parts that are written side by side; one for 1,000 to 10,000 reports is good")
	own.StringVar(&o.Partition, "partition", "", "split tables into Hive folders by report_year")
	own.BoolVar(&o.Wide, "wide", false, "write texts and sentences also in documents, facts and targets")
	own.BoolVar(&o.Tokens, "tokens", false, "add the words of each sentence to the table of sentences")
	own.BoolVar(&o.Replace, "replace", false, "replace the dataset that the folder holds")
	own.StringVar(&o.Rules, "rules", "", "folder of rules and lexicons of your own, which all workers have in the same place")
	own.Int64Var(&o.MaxInput, "max-input", 0, "most bytes of one input, packed or unpacked (default 100 MiB)")
	own.StringVar(&o.TextColumn, "text-column", "", "column of a CSV or XLSX file that holds the reports, by heading or letter")
	own.StringVar(&o.TextField, "text-field", "", "field of a JSONL file that holds the reports")
	own.IntVar(&s.pool, "pool", 0, "start no run but serve as a pool of workers on this port, for --environment_type EXTERNAL")
	own.BoolVar(&s.verbose, "v", false, "log what Beam does")
	own.VisitAll(func(f *flag.Flag) { flag.Var(f.Value, f.Name, f.Usage) })
	flag.Usage = func() {
		fmt.Fprint(os.Stderr, usage)
		own.SetOutput(os.Stderr)
		own.PrintDefaults()
		fmt.Fprint(os.Stderr, "\nBeam's flags choose where it runs: --runner prism (default), universal, flink, spark,\ndataflow, --endpoint and more; docs/scale.md shows them.\n")
	}
	flag.Parse()
	o.Paths, o.Version = flag.Args(), version()
	return o, s
}

// The exit status, as that of zhibiao extract.
const (
	exitGood     = 0
	exitRejected = 1
	exitFailed   = 2
)

func run(ctx context.Context, o pipeline.Options, s settings) int {
	if s.pool != 0 {
		if err := pipeline.Serve(ctx, s.pool); err != nil {
			fmt.Fprintln(os.Stderr, "zhibiao-beam:", err)
			return exitFailed
		}
		return exitGood
	}
	runner := *runners.Runner
	if runner == "" {
		runner = "prism"
	}
	sum, err := pipeline.Run(ctx, runner, o)
	if err != nil {
		fmt.Fprintln(os.Stderr, "zhibiao-beam:", err)
		return exitFailed
	}
	told(os.Stdout, o.Dir, sum)
	if sum.Rejected > 0 {
		return exitRejected
	}
	return exitGood
}

// told is what was done.
func told(w io.Writer, dir string, s pipeline.Summary) {
	fmt.Fprintf(w, "%s: %d facts from %d reports, %d inputs rejected\n", dir, s.Facts, s.Documents, s.Rejected)
	const ms = 1000
	fmt.Fprintf(w, "a report took %.1f ms, the quickest %.1f, the slowest %.1f\n", s.Mean/ms, s.Least/ms, s.Most/ms)
	all := (s.Read + s.Extract + s.Write) / 100
	fmt.Fprintf(w, "of the work %.1f%% was to read, %.1f%% to extract, %.1f%% to write\n", s.Read/all, s.Extract/all, s.Write/all)
}

// stamp is set by the linker: -X main.stamp=v0.1.0-3-g1a2b3c4.
var stamp string

// version is the stamp, or what the go command recorded when it built the program.
func version() string {
	if stamp != "" {
		return stamp
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
