//go:build unix

// Command performance writes docs/performance.md: the benchmarks given on standard input,
// and what whole processes of a built program take.
package main

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// usage tells how the Makefile calls it.
const usage = "usage: go test -run '^$' -bench . -count 3 ./bench | go run ./bench/performance PROGRAM REPORT FOLDER... >docs/performance.md"

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, usage)
		os.Exit(2)
	}
	if err := write(os.Stdout, os.Stdin, os.Args[1], os.Args[2], os.Args[3:]); err != nil {
		fmt.Fprintln(os.Stderr, "performance:", err)
		os.Exit(1)
	}
}

func write(w io.Writer, benchmarks io.Reader, program, report string, folders []string) error {
	lines, cpu, err := read(benchmarks)
	if err != nil {
		return err
	}
	info, err := os.Stat(program)
	if err != nil {
		return fmt.Errorf("%w; run make build first", err)
	}
	fmt.Fprintf(w, "# Performance\n\nWritten by `make performance` at commit %s on %s: %s, %d cores, %s/%s, %s. Medians.\n\n",
		commit(), time.Now().UTC().Format(time.DateOnly), cpu, runtime.NumCPU(), runtime.GOOS, runtime.GOARCH, runtime.Version())
	fmt.Fprintf(w, "The program is one static file of %.1f MB.\n\n## Whole processes\n\n", float64(info.Size())/1e6)
	fmt.Fprint(w, "From start to finished Parquet with all tables. The aims are 30 MB/s over a folder, 30 ms\nand 40 MiB for one report, and a file of 40 MB.\n\n| input | MB | wall | processor | MB/s | most memory |\n|---|--:|--:|--:|--:|--:|\n")
	for _, input := range append([]string{report}, folders...) {
		r, err := measure(program, input)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "| %s | %.2f | %.3f s | %.3f s | %.1f | %.0f MiB |\n", filepath.Base(input), r.megabytes, r.wall, r.cpu, r.megabytes/r.wall, r.memory)
	}
	if len(folders) > 0 {
		if err := writeScaling(w, program, folders[len(folders)-1]); err != nil {
			return err
		}
	}
	if err := writeSizes(w, program, folders); err != nil {
		return err
	}
	fmt.Fprint(w, "\n## Stages\n\nOver the corpus, in memory, on one core but for those that name jobs. Start is to\nload and check lexicons and rules.\n\n| benchmark | time | MB/s | allocations | bytes allocated |\n|---|--:|--:|--:|--:|\n")
	for _, l := range lines {
		fmt.Fprintf(w, "| %s | %s | %s | %.0f | %.0f |\n", l.name, time.Duration(l.median("ns/op")).Round(time.Microsecond), l.speed(), l.median("allocs/op"), l.median("B/op"))
	}
	writeLimit(w, lines)
	return writePeers(w, "out/peers.txt")
}

// writeScaling writes how much faster two workers are than one.
func writeScaling(w io.Writer, program, folder string) error {
	one, err := measure(program, folder, "--jobs", "1")
	if err != nil {
		return err
	}
	two, err := measure(program, folder, "--jobs", "2")
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "\nOver %s, `--jobs 1` takes %.3f s and `--jobs 2` %.3f s: two workers are %.2f times as fast as\none. The aim is 1.8.\n",
		filepath.Base(folder), one.wall, two.wall, one.wall/two.wall)
	return nil
}

// writeLimit writes how fast the program would be if rules cost nothing.
func writeLimit(w io.Writer, lines []*line) {
	took := map[string]float64{}
	for _, l := range lines {
		took[l.name] = l.median("ns/op")
	}
	if before, all := took["Split"]+took["Words"], took["Facts"]; before > 0 && all > 0 {
		fmt.Fprintf(w, "\nSplit and Words come before any rule: to find sentences, to read their numbers and to cut those\nwith numbers into words. Together they take %.0f ms, %.0f %% of Facts.\n", before/1e6, 100*before/all)
	}
}

// writePeers adds what make bench-peers has printed, if it has run.
func writePeers(w io.Writer, name string) error {
	text, err := os.ReadFile(name)
	if os.IsNotExist(err) {
		return nil
	}
	fmt.Fprint(w, "\n## Peers\n\nThe same texts on one core, medians of five rounds in turn: the report of the repository,\nwhich holds more than twice the facts that others do, and one in five of the corpus. zhibiao was\ndeveloped on both. The peers' words and numbers are tied to nothing. The aims are 1,000 times\nRecognizers-Text and 3 times gse.\n\n")
	for l := range strings.Lines(string(text)) {
		if _, told, ok := strings.Cut(l, "peers_test.go:"); ok {
			_, told, _ = strings.Cut(told, ": ")
			fmt.Fprintf(w, "    %s", told)
		}
	}
	return err
}

// line is a benchmark with the figures of its runs by unit.
type line struct {
	name    string
	figures map[string][]float64
}

// read reads the output of go test -bench.
func read(r io.Reader) (lines []*line, cpu string, err error) {
	byName := map[string]*line{}
	in := bufio.NewScanner(r)
	for in.Scan() {
		if c, ok := strings.CutPrefix(in.Text(), "cpu: "); ok {
			cpu = c
		}
		cells := strings.Fields(in.Text())
		if len(cells) < 4 || !strings.HasPrefix(cells[0], "Benchmark") {
			continue
		}
		name, _, _ := strings.Cut(strings.TrimPrefix(cells[0], "Benchmark"), "-")
		l := byName[name]
		if l == nil {
			l = &line{name, map[string][]float64{}}
			byName[name] = l
			lines = append(lines, l)
		}
		for i := 2; i+1 < len(cells); i += 2 {
			v, err := strconv.ParseFloat(cells[i], 64)
			if err != nil {
				return nil, "", fmt.Errorf("%s: %w", in.Text(), err)
			}
			l.figures[cells[i+1]] = append(l.figures[cells[i+1]], v)
		}
	}
	if len(lines) == 0 && in.Err() == nil {
		return nil, "", fmt.Errorf("no benchmarks on standard input; %s", usage)
	}
	return lines, cpu, in.Err()
}

func (l *line) median(unit string) float64 { return median(l.figures[unit]) }

func (l *line) speed() string {
	if v := l.median("MB/s"); v > 0 {
		return strconv.FormatFloat(v, 'f', 1, 64)
	}
	return ""
}

func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	return slices.Sorted(slices.Values(values))[len(values)/2]
}

// run is what a process took, the median of several.
type run struct{ megabytes, wall, cpu, memory float64 }

func measure(program, input string, flags ...string) (run, error) {
	size, err := megabytes(input)
	if err != nil {
		return run{}, err
	}
	figures := map[string][]float64{}
	for range 5 {
		dir, err := os.MkdirTemp("", "performance-*")
		if err != nil {
			return run{}, err
		}
		c := exec.Command(program, append([]string{"extract", input, "-o", filepath.Join(dir, "tables")}, flags...)...)
		start := time.Now()
		out, err := c.CombinedOutput()
		wall := time.Since(start).Seconds()
		_ = os.RemoveAll(dir) // a temporary folder
		if c.ProcessState == nil || c.ProcessState.ExitCode() > 1 {
			return run{}, fmt.Errorf("%s: %w: %s", c, err, out)
		}
		figures["wall"] = append(figures["wall"], wall)
		figures["cpu"] = append(figures["cpu"], (c.ProcessState.UserTime() + c.ProcessState.SystemTime()).Seconds())
		if u, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok {
			figures["memory"] = append(figures["memory"], float64(u.Maxrss)/1024)
		}
		if wall > 20 {
			break
		}
	}
	return run{size, median(figures["wall"]), median(figures["cpu"]), slices.Max(append(figures["memory"], 0))}, nil
}

// megabytes is the size of the texts of a file or folder.
func megabytes(input string) (float64, error) {
	total := map[string]int64{}
	err := filepath.WalkDir(input, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || path != input && filepath.Ext(path) != ".txt" {
			return err
		}
		info, err := d.Info()
		if err == nil {
			total[path] = info.Size()
		}
		return err
	})
	var sum int64
	for size := range maps.Values(total) {
		sum += size
	}
	return float64(sum) / 1e6, err
}

func commit() string {
	out, err := exec.Command("git", "describe", "--always", "--dirty").Output()
	if err != nil {
		return "unknown"
	}
	return strings.TrimSpace(string(out))
}
