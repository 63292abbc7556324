//go:build unix

// Command figures writes docs/scale-figures.md: what a plain run and the pipeline take
// for the same reports, and what very many reports would take, by simulation.
package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"zhibiao/scale/plan"
)

// usage tells how the Makefile calls it.
const usage = "usage: go run ./figures ZHIBIAO ZHIBIAO-BEAM FOLDER >../docs/scale-figures.md"

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, usage)
		os.Exit(2)
	}
	if err := write(os.Stdout, os.Args[1], os.Args[2], os.Args[3]); err != nil {
		fmt.Fprintln(os.Stderr, "figures:", err)
		os.Exit(1)
	}
}

// rounds is how often each program runs, in turn, so that what else the machine does
// falls on both.
const rounds = 5

func write(w io.Writer, plain, beam, folder string) error {
	text, files, err := sizeOf(folder)
	if err != nil {
		return err
	}
	var a, b []run
	for range rounds {
		r, err := measure([]string{plain, "extract", folder, "--output", "DIR"})
		if err != nil {
			return err
		}
		a = append(a, r)
		if r, err = measure([]string{"./alone", beam, "--shards", "8", "--output", "DIR", folder}); err != nil {
			return err
		}
		b = append(b, r)
	}
	fmt.Fprintf(w, "# Figures for scale\n\nWritten by `make -C scale figures` on %s: %d cores, %s/%s, %s. Medians of %d runs in turn.\n\n",
		time.Now().UTC().Format(time.DateOnly), runtime.NumCPU(), runtime.GOOS, runtime.GOARCH, runtime.Version(), rounds)
	fmt.Fprintf(w, "## Throughput\n\n%d reports, %.1f MB of text, to finished Parquet; zhibiao-beam on Prism in its own process, 8 shards.\n\n", files, text/1e6)
	fmt.Fprint(w, "| program | wall | processor | MB/s by the wall | MB/s of one core | tables |\n|---|--:|--:|--:|--:|--:|\n")
	x, y := median(a), median(b)
	for _, l := range []struct {
		name string
		run
	}{{"zhibiao extract", x}, {"zhibiao-beam", y}} {
		fmt.Fprintf(w, "| %s | %.2f s | %.2f s | %.1f | %.1f | %.1f MB |\n", l.name, l.wall, l.cpu, text/1e6/l.wall, text/1e6/l.cpu, l.tables/1e6)
	}
	fmt.Fprintf(w, "\nThe pipeline takes %.2f times the wall time and %.2f times the processor of the plain run.\n%s\n", y.wall/x.wall, y.cpu/x.cpu, shares(y.out))
	return foretell(w, plain, folder, text, x, y)
}

// shares is the last line that zhibiao-beam prints.
func shares(out string) string {
	lines := strings.Split(strings.TrimSpace(out), "\n")
	last := lines[len(lines)-1]
	return strings.ToUpper(last[:1]) + last[1:] + "."
}

// run is what a process took, and printed.
type run struct {
	wall, cpu, tables float64
	out               string
}

// measure runs a program whose argument DIR is a new folder.
func measure(args []string) (run, error) {
	dir, err := os.MkdirTemp("", "figures-*")
	if err != nil {
		return run{}, err
	}
	defer os.RemoveAll(dir)
	args = slices.Clone(args)
	args[slices.Index(args, "DIR")] = dir
	c := exec.Command(args[0], args[1:]...)
	var out, log bytes.Buffer
	c.Stdout, c.Stderr = &out, &log
	start := time.Now()
	err = c.Run()
	wall := time.Since(start).Seconds()
	if c.ProcessState == nil || c.ProcessState.ExitCode() > 1 { // 1 is for rejects
		return run{}, fmt.Errorf("%s: %w: %s", c, err, log.String())
	}
	tables, _, err := sizeOf(dir)
	return run{wall, (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds(), tables, out.String()}, err
}

// sizeOf is the bytes and the number of files in a folder.
func sizeOf(folder string) (total float64, files int, err error) {
	err = filepath.WalkDir(folder, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			total += float64(info.Size())
			files++
		}
		return err
	})
	return total, files, err
}

func median(runs []run) run {
	of := func(pick func(run) float64) float64 {
		var all []float64
		for _, r := range runs {
			all = append(all, pick(r))
		}
		slices.Sort(all)
		return all[len(all)/2]
	}
	return run{
		of(func(r run) float64 { return r.wall }), of(func(r run) float64 { return r.cpu }),
		of(func(r run) float64 { return r.tables }), runs[len(runs)-1].out,
	}
}

// foretell simulates runs over ten million reports like those of the folder.
func foretell(w io.Writer, plain, folder string, text float64, x, y run) error {
	c := exec.Command(plain, "extract", folder, "-v", "--log-format", "json", "--format", "jsonl")
	var log bytes.Buffer
	c.Stdout, c.Stderr = io.Discard, &log
	if err := c.Run(); err != nil && (c.ProcessState == nil || c.ProcessState.ExitCode() > 1) {
		return fmt.Errorf("%s: %w", c, err)
	}
	costs, err := plan.Read(&log, y.cpu)
	if err != nil {
		return err
	}
	const documents = 10_000_000
	fmt.Fprintf(w, "\n## Ten million reports\n\nSimulated by `scale/plan` with what each of %d reports cost: %.1f ms of one core on average, by\nits log and the processor time of zhibiao-beam. %s\n\n", len(costs), y.cpu/float64(len(costs))*1e3, about(plan.Usual(documents, 64)))
	var o plan.Outcome
	row := func(s plan.Scenario) {
		o = s.Run(costs)
		fmt.Fprintf(w, "| %d | %d | %s | %d | %.2f | %.1f | %.2f | %.3f | %.1f | %.0f%% |\n",
			s.Machines*s.Cores, s.Shards, often(s.Between), o.Failures, o.Hours, o.Work, o.Lost, o.Longest, o.Skew, o.Busy*100)
	}
	fmt.Fprint(w, "| cores | shards | a machine fails | failures | hours | work, core hours | lost | longest shard, hours | largest to mean shard | cores busy |\n|--:|--:|---|--:|--:|--:|--:|--:|--:|--:|\n")
	for _, cores := range []int{8, 64, 256, 1024} {
		for _, between := range []float64{0, 1000 * 3600, 3600} {
			s := plan.Usual(documents, cores)
			s.Between = between
			row(s)
		}
	}
	for _, shards := range []int{100, 1000, 100_000} {
		s := plan.Usual(documents, 256)
		s.Shards = shards
		row(s)
	}
	fmt.Fprintf(w, "\nStorage: %.0f GB of text become %.0f GB of tables, at %.2f bytes a byte.\n", o.Bytes/1e9, o.Bytes/1e9*x.tables/text, x.tables/text)
	return nil
}

// often is how often a machine fails, in words.
func often(between float64) string {
	if between == 0 {
		return "never"
	}
	return fmt.Sprintf("every %.0f h", between/3600)
}

// about says what a scenario assumes.
func about(s plan.Scenario) string {
	return fmt.Sprintf("Assumed, not\nmeasured: machines of %d cores that are replaced in %.0f minutes; a start\nof %.0f minutes; sizes spread by Pareto's law of exponent %.1f, up to %.0f times the measured; %d\nplaces, the reports of a place falling with its rank by the power %.1f; %.0f%% of the reports without\na place; %.0f%% of the cost to read; %.0f ms a file to commit.",
		s.Cores, s.Repair/60, s.Start/60, s.Tail, s.Largest, s.Places, s.Zipf, s.Nameless*100, s.ReadShare*100, s.Commit*1000)
}
