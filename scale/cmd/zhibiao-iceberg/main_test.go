package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// call runs the program.
func call(t *testing.T, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, errs strings.Builder
	status = run(t.Context(), args, &out, &errs)
	return status, out.String(), errs.String()
}

// The commands of docs/iceberg.md do what they promise, one after the other.
func TestDocsTellWhatWorks(t *testing.T) {
	top, err := filepath.Abs("../../..")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(top, "docs", "iceberg.md"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := os.CopyFS("seeds/reports", os.DirFS(filepath.Join(top, "seeds", "reports"))); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{ // a piece of what each prints
		"register": "new", "show": "append", "scan": `"region": "吉林市"`, "expire": "stray files removed",
	}
	met := map[string]bool{}
	for _, line := range regexp.MustCompile(`(?m)^\$ (.*)$`).FindAllStringSubmatch(string(text), -1) {
		words := strings.Fields(line[1])
		if words[0] == "zhibiao" {
			program := exec.CommandContext(t.Context(), "go", append([]string{"run", "-C", top, "./cmd/zhibiao", "extract", filepath.Join(top, "seeds/reports"), "-o"}, mustAbs(t, words[4]))...)
			if out, err := program.CombinedOutput(); err != nil {
				t.Fatalf("%s: %v\n%s", line[1], err, out)
			}
			continue
		}
		status, stdout, stderr := call(t, words[1:]...)
		if status != 0 {
			t.Errorf("%s: status %d: %s", line[1], status, stderr)
		}
		if strings.Contains(stdout, want[words[1]]) {
			met[words[1]] = true
		}
	}
	for name, piece := range want {
		if !met[name] {
			t.Errorf("no %s of docs/iceberg.md prints %q", name, piece)
		}
	}
	if status, stdout, _ := call(t, "register", "out/tables", "--warehouse", "out/warehouse"); status != 0 || strings.Count(stdout, "unchanged") != 7 {
		t.Errorf("the same dataset again prints\n%s", stdout)
	}
}

func mustAbs(t *testing.T, path string) string {
	t.Helper()
	path, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func TestWrongUsageIsTold(t *testing.T) {
	t.Chdir(t.TempDir())
	cases := []struct{ args, want string }{
		{"register", "accepts 1 arg"},
		{"register nowhere", "write one with zhibiao extract"},
		{"show", "make it with zhibiao-iceberg register"},
		{"show --option token", "write KEY=VALUE"},
		{"show --option token=@none", "no such file"},
		{"show --catalog hive:x", "use sqlite:FILE or rest:URL"},
		{"show --warehouse s3://b/x", "--catalog sqlite:FILE"},
		{"show --warehouse gs://b/x --catalog sqlite:c.db", "s3://BUCKET"},
		{"scan facts --frobnicate", "unknown flag"},
	}
	for _, c := range cases {
		status, stdout, stderr := call(t, strings.Fields(c.args)...)
		if status != exitNothing || stdout != "" || !strings.Contains(stderr, c.want) {
			t.Errorf("%s: status %d, output %q, error %q; want %q", c.args, status, stdout, stderr, c.want)
		}
	}
	if files, err := os.ReadDir("."); err != nil || len(files) > 0 {
		t.Errorf("something is written: %v, %v", files, err)
	}
}
