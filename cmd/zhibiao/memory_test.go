//go:build linux

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// Memory does not grow with the number of reports, of many places or of one, nor with the
// format. REPORTS=20000 prints its curve for as many, from real text.
func TestMemoryStaysLow(t *testing.T) {
	n, err := strconv.Atoi(os.Getenv("REPORTS"))
	if err != nil {
		t.Skip("set REPORTS to the number of reports to run")
	}
	t.Run("places", func(t *testing.T) { staysLow(t, places(t, n, 2000), "parquet") })
	t.Run("place", func(t *testing.T) { staysLow(t, places(t, n, 1), "parquet") })
	t.Run("csv", func(t *testing.T) { staysLow(t, places(t, n, 2000), "csv") })
}

func staysLow(t *testing.T, in, format string) {
	dir := filepath.Join(t.TempDir(), "tables")
	c, out := process(t, "extract", in, "-o", dir, "--jobs", "2", "--format", format)
	done := make(chan error)
	go func() { done <- c.Wait() }()
	most, start := 0, time.Now()
	for {
		select {
		case err := <-done:
			t.Logf("%v; %d MiB at most; %s", err, most, out)
			if most > 400 {
				t.Errorf("%d MiB, want at most 400", most)
			}
			return
		case <-time.After(10 * time.Second):
			now := resident(c.Process.Pid)
			most = max(most, now)
			parts, _ := filepath.Glob(filepath.Join(dir, "documents", "*"))
			t.Logf("%4.0f s  %4d MiB  %4d parts", time.Since(start).Seconds(), now, len(parts))
		}
	}
}

// resident is the memory of a process in MiB.
func resident(pid int) int {
	status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	_, after, _ := strings.Cut(string(status), "VmRSS:")
	kib, _ := strconv.Atoi(strings.TrimSpace(strings.Split(after, "kB")[0]))
	return kib >> 10
}

// places makes reports of a report of this repository, of so many places and the years
// that it takes.
func places(t *testing.T, n, most int) string {
	t.Helper()
	text, err := os.ReadFile(jilin)
	if err != nil {
		t.Fatal(err)
	}
	regions, err := os.ReadFile("../../seeds/regions.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for line := range strings.Lines(string(regions)) {
		for cell := range strings.SplitSeq(line, "\t") {
			if strings.HasSuffix(cell, "县") {
				names = append(names, cell)
			}
		}
	}
	names = names[:min(most, len(names))]
	dir := t.TempDir()
	for i := range n {
		copied := strings.ReplaceAll(string(text), "吉林市", names[i%len(names)])
		copied = strings.ReplaceAll(copied, "2023年", fmt.Sprintf("%d年", 2000+i/len(names)%30))
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%05d.txt", i)), []byte(copied), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
