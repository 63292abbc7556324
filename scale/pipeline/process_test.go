package pipeline

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhibiao/output"
)

// optionsVariable holds the options of a run that is started in a process of its own.
const optionsVariable = "ZHIBIAO_OPTIONS"

// start runs the pipeline as the command does, where its flags say.
func start() error {
	var o Options
	if err := json.Unmarshal([]byte(os.Getenv(optionsVariable)), &o); err != nil {
		return err
	}
	sum, err := Run(context.Background(), "universal", o)
	if err == nil {
		fmt.Fprintf(os.Stdout, "%d documents\n", sum.Documents)
	}
	return err
}

// child is a process in one of the roles of this test.
type child struct {
	cmd  *exec.Cmd
	port int
	out  *safeBuffer
	done chan error
}

// safeBuffer is what a process prints, read while it runs.
type safeBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *safeBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *safeBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

// spawn starts this test binary in a role; it is killed at the end of the test.
func spawn(t *testing.T, role string, args []string, variables ...string) *child {
	t.Helper()
	l, err := net.Listen("tcp", "localhost:0") // a port that is free
	ok(t, err)
	c := &child{port: l.Addr().(*net.TCPAddr).Port, out: &safeBuffer{}, done: make(chan error, 1)}
	ok(t, l.Close())
	c.cmd = exec.Command(os.Args[0], args...)
	c.cmd.Env = append(append(os.Environ(), roleVariable+"="+role, portVariable+"="+strconv.Itoa(c.port)), variables...)
	c.cmd.Stdout, c.cmd.Stderr = c.out, c.out
	ok(t, c.cmd.Start())
	go func() { c.done <- c.cmd.Wait() }()
	t.Cleanup(c.kill)
	return c
}

// kill ends the process as a machine that fails would.
func (c *child) kill() { _ = c.cmd.Process.Signal(syscall.SIGKILL) }

// serving waits until the process accepts connections.
func (c *child) serving(t *testing.T) *child {
	t.Helper()
	for range 600 {
		conn, err := net.Dial("tcp", fmt.Sprintf("localhost:%d", c.port))
		if err == nil {
			conn.Close()
			return c
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("no process serves on port %d: %s", c.port, c.out)
	return nil
}

// end waits for the end of the process.
func (c *child) end(t *testing.T, within time.Duration) error {
	t.Helper()
	select {
	case err := <-c.done:
		return err
	case <-time.After(within):
		t.Fatalf("the process does not end within %v: %s", within, c.out)
		return nil
	}
}

// run starts the pipeline in a process of its own on a job server, with the flags that
// say where its workers are.
func run(t *testing.T, server *child, o Options, flags ...string) *child {
	t.Helper()
	told, err := json.Marshal(o)
	ok(t, err)
	flags = append(flags, fmt.Sprintf("--endpoint=localhost:%d", server.port), "--worker_binary="+os.Args[0])
	return spawn(t, roleStart, flags, optionsVariable+"="+string(told))
}

func external(worker *child) []string {
	return []string{"--environment_type=EXTERNAL", fmt.Sprintf("--environment_config=localhost:%d", worker.port)}
}

// On a job server in a process of its own the tables are the same, whether the workers
// are in the process that starts the run or in one that serves as a pool.
func TestJobServer(t *testing.T) {
	o := Options{Paths: someReports(t, t.TempDir(), 3, 2), TextColumn: "正文", Version: "test", Shards: 4}
	once := t.TempDir()
	plain(t, once, o)
	compacted(t, once)
	server := spawn(t, roleServer, nil).serving(t)
	pool := spawn(t, roleWorker, nil).serving(t)
	for name, flags := range map[string][]string{"loopback": {"--environment_type=LOOPBACK"}, "external": external(pool)} {
		o.Dir = t.TempDir()
		c := run(t, server, o, flags...)
		if err := c.end(t, 2*time.Minute); err != nil {
			t.Fatalf("%s: %v: %s", name, err, c.out)
		}
		if !strings.Contains(c.out.String(), "11 documents") {
			t.Errorf("%s: prints %q, want 11 documents", name, c.out)
		}
		compacted(t, o.Dir)
		if diff := cmp.Diff(contents(t, once), contents(t, o.Dir)); diff != "" {
			t.Errorf("%s: files differ after compaction (-plain +pipeline):\n%s", name, diff)
		}
	}
}

// A worker that is killed half-way costs the run, for Prism gives up a job whose worker is
// gone (apache/beam#28193), but no data: no table is seen, nothing is left behind, and the
// next run on the same job server, with a new worker, writes all.
func TestWorkerKilled(t *testing.T) {
	o := Options{Paths: someReports(t, t.TempDir(), 8, 4), TextColumn: "正文", Version: "test", Shards: 16}
	once := t.TempDir()
	plain(t, once, o)
	compacted(t, once)
	o.Dir = t.TempDir()
	server := spawn(t, roleServer, nil).serving(t)
	pool := spawn(t, roleWorker, nil).serving(t)
	c := run(t, server, o, external(pool)...)
	killedHalfWay(t, o, pool, c)
	if err := c.end(t, 2*time.Minute); err == nil || !strings.Contains(c.out.String(), "as they were") {
		t.Fatalf("a run whose worker was killed ends with %v: %s", err, c.out)
	}
	if left := contents(t, o.Dir); len(left) > 0 {
		t.Errorf("a run that failed leaves %v", left)
	}

	pool = spawn(t, roleWorker, nil).serving(t)
	c = run(t, server, o, external(pool)...)
	if err := c.end(t, 2*time.Minute); err != nil {
		t.Fatalf("the run after it: %v: %s", err, c.out)
	}
	compacted(t, o.Dir)
	if diff := cmp.Diff(contents(t, once), contents(t, o.Dir)); diff != "" {
		t.Errorf("files differ after compaction (-plain +pipeline):\n%s", diff)
	}
}

// killedHalfWay kills a worker when it has written some of its files, and checks that
// no reader sees them.
func killedHalfWay(t *testing.T, o Options, worker, started *child) {
	t.Helper()
	for range 6000 {
		parts, err := filepath.Glob(filepath.Join(o.Dir, ".zhibiao-*", "facts", "*.parquet"))
		ok(t, err)
		if len(parts) > 0 {
			worker.kill()
			if _, err := output.OpenDataset(o.Dir); err == nil {
				t.Error("readers see tables half-way")
			}
			if len(parts) == o.Shards {
				t.Fatal("the worker had written everything before it was killed")
			}
			return
		}
		select {
		case err := <-started.done:
			t.Fatalf("the run ended before its worker could be killed: %v: %s", err, started.out)
		case <-time.After(5 * time.Millisecond):
		}
	}
	t.Fatalf("no file was written: %s", started.out)
}
