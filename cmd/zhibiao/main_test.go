package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const jilin = "../../seeds/reports/jilin-2024.txt"

// outcome is what a run of the program left behind.
type outcome struct {
	status         int
	stdout, stderr string
}

func zhibiaoRun(t *testing.T, stdin string, args ...string) outcome {
	t.Helper()
	var stdout, stderr bytes.Buffer
	status := run(context.Background(), args, strings.NewReader(stdin), &stdout, &stderr)
	return outcome{status, stdout.String(), stderr.String()}
}

// write makes a file in a folder of the test.
func write(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestBadInput(t *testing.T) {
	png := "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x00\x00\x01\x00"
	file := write(t, "file", "x")
	for _, test := range []struct {
		name   string
		args   []string
		status int
		stderr string // must be part of it
	}{
		{"missing file", []string{"extract", "nowhere.txt"}, 2, "nowhere.txt: no such file"},
		{"one good, one missing", []string{"extract", "nowhere.txt", jilin}, 1, "nowhere.txt: no such file"},
		{"folder without reports", []string{"extract", t.TempDir()}, 2, "holds no report"},
		{"glob without match", []string{"extract", t.TempDir() + "/*.txt"}, 2, "matches no file"},
		{"empty file", []string{"extract", write(t, "empty.txt", "")}, 2, "the file is empty"},
		{"binary file", []string{"extract", write(t, "a.txt", png)}, 2, "a.txt: "},
		{"NUL bytes", []string{"extract", write(t, "nul.txt", "全市生产总值增长\x006.7%。")}, 2, "NUL byte"},
		{"too big", []string{"extract", jilin, "--max-input", "1000"}, 2, "--max-input"},
		{"output folder is a file", []string{"extract", jilin, "-o", file}, 2, "output folder " + file},
		{"output folder cannot be made", []string{"extract", jilin, "-o", file + "/tables"}, 2, "output folder " + file},
		{"size that is none", []string{"extract", jilin, "--max-input", "100 Mega"}, 2, "such as 500MB"},
		{"workers that are no number", []string{"extract", jilin, "--jobs", "x"}, 2, "flag: write a whole number; zhibiao extract --help"},
		{"workbook for a folder", []string{"extract", jilin, "-o", "a.xlsx"}, 2, "-o tables --format xlsx"},
		{"table for a folder", []string{"extract", jilin, "-o", "a.csv", "--format", "csv"}, 2, "-o tables --format csv"},
		{"lines for a folder", []string{"extract", jilin, "-o", "a.jsonl"}, 2, "--format jsonl > a.jsonl"},
		{"limit of lines", []string{"extract", jilin, "--format", "jsonl", "--limit", "3"}, 2, "--limit is for the printed table, not jsonl"},
		{"limit of tables", []string{"extract", jilin, "-o", "x", "--limit", "3"}, 2, "not parquet"},
		{"no workers", []string{"extract", jilin, "--jobs", "0"}, 2, "--jobs 0"},
		{"unknown format", []string{"extract", jilin, "--format", "xml"}, 2, "choose table, jsonl"},
		{"parquet without folder", []string{"extract", jilin, "--format", "parquet"}, 2, "add -o DIR"},
		{"jsonl with folder", []string{"extract", jilin, "--format", "jsonl", "-o", "x"}, 2, "leave -o out"},
		{"partition without folder", []string{"extract", jilin, "--partition", "report_year"}, 2, "add -o DIR"},
		{"partition of a workbook", []string{"extract", jilin, "--format", "xlsx", "-o", "x", "--partition", "report_year"}, 2, "not xlsx"},
		{"byte order mark without csv", []string{"extract", jilin, "--bom"}, 2, "add --format csv"},
		{"missing file to explain", []string{"explain", "nowhere.txt:398"}, 2, "nowhere.txt:398: no such file"},
		{"page in no folder", []string{"view", jilin, "-o", "nowhere/x.html"}, 2, "nowhere/x.html: "},
		{"no arguments", []string{"extract"}, 2, "takes a report"},
		{"unknown flag", []string{"extract", "--fast", jilin}, 2, "zhibiao extract --help"},
		{"unknown command", []string{"extrakt"}, 2, `unknown command "extrakt"`},
		{"unknown log format", []string{"--log-format", "xml", "extract", jilin}, 2, "plain, text or json"},
		{"missing rules folder", []string{"--rules", "nowhere", "extract", jilin}, 2, "give --rules a folder"},
		{"missing gold", []string{"eval", "nowhere.gold.jsonl"}, 2, "nowhere.gold.jsonl"},
		{"gold that is no gold", []string{"eval", jilin}, 2, "one JSON object a line"},
		{"unknown figure", []string{"eval", "x.gold.jsonl", "--min", "facts=1"}, 2, "unknown figure"},
		{"eval without gold", []string{"eval"}, 2, "takes a gold file"},
		{"unknown table", []string{"schema", "fact"}, 2, "facts"},
		{"api with a folder", []string{"serve", "--api", "tables"}, 2, "leave out tables"},
		{"api that edits", []string{"serve", "--api", "--edit"}, 2, "--edit is for tables"},
		{"api without workers", []string{"serve", "--api", "--jobs", "0"}, 2, "--jobs 0"},
		{"api without a queue", []string{"serve", "--api", "--queue", "0"}, 2, "--queue 0"},
		{"api without time", []string{"serve", "--api", "--timeout", "0s"}, 2, "--timeout 0s"},
		{"api without input", []string{"serve", "--api", "--max-input", "-1"}, 2, "--max-input -1"},
		{"api at no address", []string{"serve", "--api", "--address", "nowhere:http:x"}, 2, "--address"},
		{"bounds without api", []string{"serve", "tables", "--timeout", "5s"}, 2, "add --api"},
		{"serve nothing", []string{"serve"}, 2, "or --api"},
		{"unknown rule", []string{"rules", "test", "no-such-rule"}, 2, "zhibiao rules list"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := zhibiaoRun(t, "", test.args...)
			if got.status != test.status {
				t.Errorf("exit status %d, want %d; stderr: %s", got.status, test.status, got.stderr)
			}
			if !strings.Contains(got.stderr, test.stderr) {
				t.Errorf("stderr lacks %q:\n%s", test.stderr, got.stderr)
			}
			if strings.Contains(got.stderr, "goroutine ") || strings.Count(got.stderr, "\n") > 5 {
				t.Errorf("stderr is no short message:\n%s", got.stderr)
			}
		})
	}
}

// A folder that could not be filled must not look like a dataset.
func TestNoTablesWithoutReports(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "tables")
	if got := zhibiaoRun(t, "", "extract", "nowhere.txt", "-o", dir); got.status != 2 {
		t.Fatalf("exit status %d", got.status)
	}
	if found, _ := filepath.Glob(dir + "/documents*"); len(found) > 0 {
		t.Errorf("left behind: %v", found)
	}
}

func TestStoppedRunLeavesNothingComplete(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	dir := filepath.Join(t.TempDir(), "tables")
	var stdout, stderr bytes.Buffer
	status := run(ctx, []string{"extract", jilin, "-o", dir}, strings.NewReader(""), &stdout, &stderr)
	if status != 2 || !strings.Contains(stderr.String(), "stopped") {
		t.Errorf("exit status %d, stderr %s", status, stderr.String())
	}
	if found, _ := filepath.Glob(dir + "/*"); len(found) > 0 {
		t.Errorf("left behind: %v", found)
	}
}

func TestLogAsJSON(t *testing.T) {
	got := zhibiaoRun(t, "", "extract", "-v", "--log-format", "json", "nowhere.txt", jilin)
	for line := range strings.Lines(got.stderr) {
		if !strings.HasPrefix(line, `{"time":`) {
			t.Errorf("not a JSON line: %s", line)
		}
	}
}

func TestEveryCommandHasHelpAndAnExample(t *testing.T) {
	sh := &shell{}
	for _, c := range sh.root().Commands() {
		if c.Example == "" || c.Short == "" {
			t.Errorf("%s: no example or no help", c.CommandPath())
		}
		if got := zhibiaoRun(t, "", c.Name(), "--help"); got.status != 0 || !strings.Contains(got.stdout, "Examples:") {
			t.Errorf("%s --help: status %d\n%s", c.Name(), got.status, got.stdout)
		}
	}
}

func TestDatasetsTellWhatIsWrong(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "tables")
	split := filepath.Join(t.TempDir(), "split")
	for _, args := range [][]string{{"extract", jilin, "-o", dir}, {"extract", jilin, "-o", split, "--partition", "report_year", "--wide"}} {
		if got := zhibiaoRun(t, "", args...); got.status != 0 || !strings.Contains(got.stdout, "from 1 report, 0 inputs rejected") {
			t.Fatal(got)
		}
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"extract", jilin, "-o", dir, "--wide"}, "is written without --wide: leave it out; or choose another folder"},
		{[]string{"extract", jilin, "-o", dir, "--partition", "report_year"}, "is written without --partition report_year: leave it out; or"},
		{[]string{"extract", jilin, "-o", split, "--wide"}, "is written with --partition report_year: add it; or"},
		{[]string{"extract", jilin, "-o", split}, "is written with --partition report_year: add it; is written with --wide: add it; or"},
	} {
		if got := zhibiaoRun(t, "", c.args...); got.status != 2 || !strings.Contains(got.stderr, c.want) {
			t.Errorf("%v: status %d, no %q: %s", c.args, got.status, c.want, got.stderr)
		}
	}
	parts, err := filepath.Glob(filepath.Join(dir, "facts", "*.parquet"))
	if err != nil || len(parts) != 1 {
		t.Fatal(parts, err)
	}
	if err := os.Remove(parts[0]); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"view", dir, "-o", filepath.Join(t.TempDir(), "x.html")},
		{"compare", dir, split},
		{"dataset", "compact", dir},
	} {
		got := zhibiaoRun(t, "", args...)
		if got.status != 2 || !strings.Contains(got.stderr, parts[0]+": part of the dataset: file does not exist; put it back, or write the tables anew") || strings.Contains(got.stderr, "disk") {
			t.Errorf("%v: status %d: %s", args, got.status, got.stderr)
		}
	}
	if got := zhibiaoRun(t, "", "dataset", "check", dir); got.status != 1 || !strings.Contains(got.stderr, "problem") {
		t.Errorf("check: %+v", got)
	}
}
