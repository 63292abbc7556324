package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestViewWritesAPage(t *testing.T) {
	text := write(t, "a.txt", "一、2023年工作回顾\n全市地区生产总值增长6.7%。\n")
	tables := filepath.Join(t.TempDir(), "tables")
	if got := zhibiaoRun(t, "", "extract", text, "-o", tables); got.status != 0 {
		t.Fatal(got.stderr)
	}
	for name, test := range map[string]struct {
		args []string
		want string
	}{
		"page of a report":        {[]string{text}, `"indicator_code":"gdp"`},
		"page of tables":          {[]string{tables}, `"indicator_code":"gdp"`},
		"tasks of a report":       {[]string{text, "--format", "label-studio"}, `"from_name":"indicator_code"`},
		"tasks of tables":         {[]string{tables, "--format", "label-studio"}, `"from_name":"indicator_code"`},
		"page on standard output": {[]string{text, "-o", "-"}, `"indicator_code":"gdp"`},
	} {
		out := filepath.Join(t.TempDir(), "out")
		got := zhibiaoRun(t, "", append([]string{"view", "-o", out}, test.args...)...)
		content, _ := os.ReadFile(out)
		if got.status != 0 || !strings.Contains(string(content)+got.stdout, test.want) {
			t.Errorf("%s: %d %s", name, got.status, got.stderr)
		}
	}
}

// A page that could not be made leaves the old one and nothing else behind.
func TestViewThatFailsLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "page.html")
	if err := os.WriteFile(out, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"view", filepath.Join(dir, "none.txt"), "-o", out}, {"view", out}, {"view", out, "-o", out, "--format", "pdf"}, {"serve", dir},
	} {
		if got := zhibiaoRun(t, "", args...); got.status != 2 || got.stderr == "" {
			t.Errorf("%v: %d %s", args, got.status, got.stderr)
		}
	}
	files, err := os.ReadDir(dir)
	if err != nil || len(files) != 1 {
		t.Error(files, err)
	}
	if content, _ := os.ReadFile(out); string(content) != "old" {
		t.Errorf("the old page is %q", content)
	}
}

func TestServeAnswersUntilItIsStopped(t *testing.T) {
	text := write(t, "a.txt", "一、2023年工作回顾\n全市地区生产总值增长6.7%。\n")
	tables := filepath.Join(t.TempDir(), "tables")
	if got := zhibiaoRun(t, "", "extract", text, "-o", tables); got.status != 0 {
		t.Fatal(got.stderr)
	}
	ctx, stop := context.WithTimeout(context.Background(), 20*time.Second)
	defer stop()
	from, to := io.Pipe()
	done := make(chan int, 1)
	go func() {
		done <- run(ctx, []string{"serve", tables, "--address", "127.0.0.1:0", "--edit", "--gold", filepath.Join(t.TempDir(), "gold")}, strings.NewReader(""), to, io.Discard)
	}()
	line, err := bufio.NewReader(from).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	address, token, found := strings.Cut(strings.TrimSpace(line), "#token=")
	if !found || len(token) < 20 || !strings.HasPrefix(address, "http://127.0.0.1:") {
		t.Fatal(line)
	}
	response, err := http.Get(address + "api/report?id=a.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if body, _ := io.ReadAll(response.Body); !strings.Contains(string(body), `"indicator_code":"gdp"`) {
		t.Error(string(body))
	}
	stop()
	if status := <-done; status != 0 {
		t.Error(status)
	}
}
