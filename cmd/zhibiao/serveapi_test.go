//go:build linux

package main

import (
	"bufio"
	"bytes"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
)

// The program says where it listens, answers, logs a line a request, and on SIGTERM ends
// with status 0.
func TestServeAPI(t *testing.T) {
	c := exec.Command(os.Args[0], "serve", "--api", "--address", "127.0.0.1:0", "--log-format", "json")
	c.Env = append(os.Environ(), asProgram+"=1")
	var log bytes.Buffer
	c.Stderr = &log
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Process.Kill() }()
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.Open(jilin)
	if err != nil {
		t.Fatal(err)
	}
	defer text.Close()
	res, err := http.Post(strings.TrimSpace(address)+"?id=jilin-2024.txt", "text/plain", text)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	got, err := io.ReadAll(res.Body)
	if err != nil || res.StatusCode != http.StatusOK || !strings.Contains(string(got), `"region":"吉林市"`) {
		t.Errorf("status %d, %v: %.200s", res.StatusCode, err, got)
	}
	if err := c.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := c.Wait(); err != nil {
		t.Errorf("%v: %s", err, &log)
	}
	if lines := strings.Count(log.String(), `"msg":"request"`); lines != 1 || !strings.Contains(log.String(), `"path":"/v1/facts","status":200`) {
		t.Errorf("log is %s", &log)
	}
}
