//go:build linux

package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// asProgram makes the test binary behave as the program.
const asProgram = "ZHIBIAO_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	os.Exit(m.Run())
}

// process is the program in a process of its own, which can be killed.
func process(t *testing.T, args ...string) (*exec.Cmd, *bytes.Buffer) {
	t.Helper()
	c := exec.Command(os.Args[0], args...)
	c.Env = append(os.Environ(), asProgram+"=1")
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	return c, &out
}

// reports makes small reports of two years of some places, and a file that is none.
func reports(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	for i := range n {
		text := fmt.Sprintf("%d年政府工作报告\n——在%c市人民代表大会上\n一、%d年工作回顾\n地区生产总值增长%d.%d%%，新建道路%d公里。\n二、%d年工作任务\n地区生产总值增长%d%%左右。\n",
			2020+i%3, '甲'+rune(i/3), 2019+i%3, i%9, i%7, i+1, 2020+i%3, 5+i%3)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%03d.txt", i)), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "empty.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

// hashes are the files under a folder with the hashes of their content.
func hashes(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(filepath.Join(dir, path))
		files[path] = fmt.Sprintf("%x", sha256.Sum256(content))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// expect runs the program here and checks its exit status.
func expect(t *testing.T, status int, args ...string) outcome {
	t.Helper()
	got := zhibiaoRun(t, "", args...)
	if got.status != status {
		t.Fatalf("zhibiao %s: exit status %d, want %d\n%s%s", strings.Join(args, " "), got.status, status, got.stdout, got.stderr)
	}
	return got
}

// A batch that is killed at any moment leaves tables that can be read, and when it is
// started again it ends as if nothing had happened, to the byte. KILLS=200 tries more.
func TestKilledAtAnyMoment(t *testing.T) {
	kills := 6
	if n, err := strconv.Atoi(os.Getenv("KILLS")); err == nil {
		kills = n
	} else if testing.Short() {
		t.Skip("starts the program many times")
	}
	in, once := reports(t, 24), filepath.Join(t.TempDir(), "once")
	random := rand.New(rand.NewPCG(1, 2))
	args := func(dir string) []string { // batches of one make so many parts that they are merged
		return []string{"extract", in, "-o", dir, "--batch", strconv.Itoa(1 + random.IntN(3)), "--jobs", "2"}
	}
	start := time.Now()
	c, out := process(t, args(once)...)
	if err := c.Wait(); c.ProcessState.ExitCode() != exitRejected {
		t.Fatalf("%v\n%s", err, out)
	}
	whole := time.Since(start)
	expect(t, exitGood, "dataset", "compact", once)
	want := hashes(t, once)
	for killed := 0; killed < kills; {
		dir := filepath.Join(t.TempDir(), "tables")
		for range 1 + random.IntN(3) {
			c, _ := process(t, args(dir)...)
			time.Sleep(time.Duration(random.Float64() * float64(whole)))
			if c.Process.Kill() == nil && c.Wait() != nil && !c.ProcessState.Exited() {
				killed++
			}
			readable(t, dir)
		}
		expect(t, exitRejected, args(dir)...)
		if got := expect(t, exitRejected, args(dir)...); !strings.Contains(got.stdout, "24 unchanged and skipped") {
			t.Errorf("the second run says %s", got.stdout)
		}
		expect(t, exitGood, "dataset", "check", dir)
		expect(t, exitGood, "dataset", "compact", dir)
		if diff := cmp.Diff(want, hashes(t, dir)); diff != "" {
			t.Fatalf("after %d kills tables differ (-undisturbed +killed):\n%s", killed, diff)
		}
	}
	t.Logf("killed %d times in %v", kills, time.Since(start).Round(time.Second))
}

// readable checks what a killed run has left: nothing yet, or tables with no fault
// but that work is left to do.
func readable(t *testing.T, dir string) {
	t.Helper()
	if _, err := os.Stat(filepath.Join(dir, "dataset.json")); err != nil {
		return
	}
	got := zhibiaoRun(t, "", "dataset", "check", dir)
	for line := range strings.Lines(got.stdout) {
		if !strings.Contains(line, "are behind") && !strings.Contains(line, "left over") && !strings.Contains(line, "all good") {
			t.Errorf("after a kill: %s", line)
		}
	}
}

// Ctrl-C keeps what is finished, and the next run goes on from there.
func TestInterruptKeepsWhatIsFinished(t *testing.T) {
	in, dir := reports(t, 300), filepath.Join(t.TempDir(), "tables")
	c, out := process(t, "extract", in, "-o", dir, "--batch", "5", "--jobs", "1")
	for range 1000 {
		if parts, _ := filepath.Glob(filepath.Join(dir, "documents", "*")); len(parts) > 0 {
			break
		}
		time.Sleep(5 * time.Millisecond)
	}
	if err := c.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if err := c.Wait(); c.ProcessState.ExitCode() != exitNothing || !strings.Contains(out.String(), "what was finished is kept") {
		t.Fatalf("%v: %s", err, out)
	}
	readable(t, dir)
	if got := expect(t, exitRejected, "extract", in, "-o", dir); !strings.Contains(got.stdout, "unchanged and skipped") {
		t.Errorf("the second run says %s", got.stdout)
	}
	expect(t, exitGood, "dataset", "check", dir)
}

// A full disk ends the run with a clear message and leaves the tables of before.
func TestFullDisk(t *testing.T) {
	disk := t.TempDir()
	if syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=240k") != nil {
		t.Skip("no right to mount a small disk")
	}
	defer func() { _ = syscall.Unmount(disk, 0) }()
	dir := filepath.Join(disk, "tables")
	expect(t, exitGood, "extract", jilin, "-o", dir)
	before := hashes(t, dir)
	got := expect(t, exitNothing, "extract", reports(t, 40), jilin, "-o", dir, "--force")
	if !strings.Contains(got.stderr, "no space left on device") || !strings.Contains(got.stderr, "is the disk full?") {
		t.Errorf("message is %s", got.stderr)
	}
	expect(t, exitGood, "dataset", "check", dir)
	if diff := cmp.Diff(before, hashes(t, dir)); diff != "" {
		t.Errorf("tables changed (-before +after):\n%s", diff)
	}
}

// A folder that may not be written to is named before any work is done.
func TestReadOnlyFolder(t *testing.T) {
	dir := t.TempDir()
	if syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_RDONLY, "") != nil {
		if os.Geteuid() == 0 {
			t.Skip("root may write anywhere, and may not mount here")
		}
		if err := os.Chmod(dir, 0o500); err != nil {
			t.Fatal(err)
		}
	} else {
		defer func() { _ = syscall.Unmount(dir, 0) }()
	}
	got := expect(t, exitNothing, "extract", jilin, "-o", dir)
	if !strings.Contains(got.stderr, "name a folder that you may write to") {
		t.Errorf("message is %s", got.stderr)
	}
}

// --strict ends at the first input that cannot be read and writes nothing.
func TestStrict(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "tables")
	got := expect(t, exitRejected, "extract", jilin, write(t, "empty.txt", ""), "-o", dir, "--strict")
	if !strings.Contains(got.stderr, "empty.txt: the file is empty") {
		t.Errorf("message is %s", got.stderr)
	}
	if files := hashes(t, dir); len(files) > 0 {
		t.Errorf("left behind: %v", files)
	}
	expect(t, exitGood, "extract", jilin, "-o", dir, "--strict")
}

// A second run leaves out what has not changed, and takes what has.
func TestSecondRunTakesWhatIsNew(t *testing.T) {
	in, dir := reports(t, 4), filepath.Join(t.TempDir(), "tables")
	says := func(want string, args ...string) {
		t.Helper()
		got := expect(t, exitRejected, append([]string{"extract", in, "-o", dir}, args...)...)
		if !strings.Contains(got.stdout, want) {
			t.Errorf("says %q, want %q", got.stdout, want)
		}
	}
	says("from 4 reports")
	says("from 0 reports, 1 input rejected, 4 unchanged")
	if err := os.WriteFile(filepath.Join(in, "001.txt"), []byte("全市粮食产量增长5%。"), 0o600); err != nil {
		t.Fatal(err)
	}
	says("from 1 report, 1 input rejected, 3 unchanged")
	says("from 4 reports", "--force")
	expect(t, exitGood, "dataset", "check", dir)
}
