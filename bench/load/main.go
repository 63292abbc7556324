//go:build unix

// Command load measures zhibiao serve --api over loopback with one report, beside the same
// work within one process, and writes what it finds into a document between two marks:
//
//	load ./zhibiao report.txt docs/service.md
package main

import (
	"errors"
	"fmt"
	"log"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
)

// How long each figure is measured, and by how many connections the service is kept busy:
// some more than cores, so that it never waits for the client.
const (
	span        = 15 * time.Second
	connections = 6
)

func main() {
	log.SetFlags(0)
	debug.SetGCPercent(200) // as the program does
	if len(os.Args) != 4 {
		log.Fatal("usage: load PROGRAM REPORT DOCUMENT")
	}
	if err := run(os.Args[1], os.Args[2], os.Args[3]); err != nil {
		log.Fatal(err)
	}
}

func run(program, report, document string) error {
	text, err := os.ReadFile(report)
	if err != nil {
		return err
	}
	within, err := inProcess(string(text), span)
	if err != nil {
		return err
	}
	server, err := start(program)
	if err != nil {
		return err
	}
	defer func() { _, _, _ = server.stop() }() // where something fails before the end
	most := flood(server.address, text, span)
	half := steady(server.address, text, most.rate()/2, span)
	memory, used, err := server.stop()
	if err != nil {
		return err
	}
	if most.failed+half.failed > 0 {
		return fmt.Errorf("%d requests failed: the figures are worth nothing", most.failed+half.failed)
	}
	return write(document, table(len(text), within, most, half, memory, used))
}

// table writes the figures in Markdown.
func table(size int, within, most, half sample, memory int, used time.Duration) string {
	var b strings.Builder
	fmt.Fprintf(&b, "One report of %d KB again and again; %d cores, %s, %s. The client\nshares the cores with the service. No request failed.\n\n",
		size/1000, runtime.NumCPU(), processor(), runtime.Version())
	b.WriteString("| | reports/s | median | 99 of 100 | processor time a report |\n|---|--:|--:|--:|--:|\n")
	fmt.Fprintf(&b, "| within one process, one goroutine a core | %.0f | | | %s |\n", within.rate(), milliseconds(within.used/time.Duration(within.done)))
	fmt.Fprintf(&b, "| service, all that it takes over %d connections | %.0f | %s | %s | |\n", connections, most.rate(), milliseconds(most.quantile(0.5)), milliseconds(most.quantile(0.99)))
	fmt.Fprintf(&b, "| service, half of that, evenly | %.0f | %s | %s | |\n", half.rate(), milliseconds(half.quantile(0.5)), milliseconds(half.quantile(0.99)))
	done := most.done + half.done
	fmt.Fprintf(&b, "| service, both runs | | | | %s |\n\n", milliseconds(used/time.Duration(done)))
	fmt.Fprintf(&b, "The client took %s of processor time a request. The service held %d MiB at most.\n",
		milliseconds((most.used+half.used)/time.Duration(done)), memory)
	return b.String()
}

func milliseconds(d time.Duration) string {
	return fmt.Sprintf("%.1f ms", float64(d.Microseconds())/1000)
}

// processor is the name that the system gives the processor.
func processor() string {
	info, _ := os.ReadFile("/proc/cpuinfo")
	_, after, _ := strings.Cut(string(info), "model name\t: ")
	name, _, found := strings.Cut(after, "\n")
	if !found {
		return runtime.GOARCH
	}
	return name
}

// The marks between which the figures stand.
const (
	begin = "<!-- make load -->\n"
	end   = "<!-- end -->\n"
)

func write(document, figures string) error {
	text, err := os.ReadFile(document)
	if err != nil {
		return err
	}
	before, rest, found := strings.Cut(string(text), begin)
	_, after, closed := strings.Cut(rest, end)
	if !found || !closed {
		return errors.New(document + ": lacks the marks " + begin + end)
	}
	return os.WriteFile(document, []byte(before+begin+figures+end+after), 0o644)
}
