//go:build unix

package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// server is the program in a process of its own, as it is used.
type server struct {
	address string
	command *exec.Cmd
	log     *os.File
}

func start(program string) (*server, error) {
	log, err := os.CreateTemp("", "load-*.log")
	if err != nil {
		return nil, err
	}
	c := exec.Command(program, "serve", "--api", "--address", "127.0.0.1:0")
	c.Stderr = log
	out, err := c.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := c.Start(); err != nil {
		return nil, err
	}
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("%s does not say where it listens: %w", program, err)
	}
	return &server{strings.TrimSpace(address), c, log}, nil
}

// stop ends the process and tells the most memory in MiB that it held, and the processor
// time that it took.
func (s *server) stop() (memory int, used time.Duration, err error) {
	if s.command.ProcessState != nil {
		return 0, 0, nil
	}
	defer os.Remove(s.log.Name())
	memory = held(s.command.Process.Pid)
	if err := s.command.Process.Signal(syscall.SIGTERM); err != nil {
		return 0, 0, err
	}
	if err := s.command.Wait(); err != nil {
		return 0, 0, fmt.Errorf("the service did not end well: %w", err)
	}
	return memory, s.command.ProcessState.UserTime() + s.command.ProcessState.SystemTime(), nil
}

// held is the most memory that a process has held so far.
func held(pid int) int {
	status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	kib, _ := strconv.Atoi(strings.TrimSpace(strings.Split(after, "kB")[0]))
	return kib >> 10
}
