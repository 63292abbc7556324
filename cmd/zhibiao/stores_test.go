//go:build stores && linux

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhibiao/store"
)

// eachServer runs a test with each server that is installed.
func eachServer(t *testing.T, test func(t *testing.T, s server)) {
	for _, s := range servers() {
		t.Run(s.program, func(t *testing.T) {
			s.start(t)
			test(t, s)
		})
	}
}

func fatal(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// What the program needs of a store holds in each: keys in order over several pages,
// parts of objects, versions, conditions, and faults of their kinds.
func TestStoreBucket(t *testing.T) {
	eachServer(t, func(t *testing.T, s server) {
		b, ctx := s.open(t), t.Context()
		put := func(key, text string, only store.Condition) error {
			return b.Put(ctx, key, strings.NewReader(text), only)
		}
		var want []string
		for i := range 1003 {
			want = append(want, fmt.Sprintf("p/%04d 报告.txt", i))
			fatal(t, put(want[i], "x", store.Condition{}))
		}
		fatal(t, put("q?&%41.txt", "0123456789", store.Condition{Absent: true}))
		var got []string
		for o, err := range b.List(ctx, "p/") {
			fatal(t, err)
			got = append(got, o.Key)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Error(d)
		}
		c, err := b.Open(ctx, "q?&%41.txt", 4)
		fatal(t, err)
		defer c.Close()
		if data, err := io.ReadAll(c); string(data) != "456789" || c.Size != 10 || err != nil {
			t.Errorf("got %q of %d bytes, %v", data, c.Size, err)
		}
		if kind(put("q?&%41.txt", "new", store.Condition{Absent: true})) != store.Changed {
			t.Error("an object that is there was put as if it were not")
		}
		fatal(t, put("q?&%41.txt", "new", store.Condition{Version: c.Version}))
		if kind(put("q?&%41.txt", "newer", store.Condition{Version: c.Version})) != store.Changed {
			t.Error("an object was put in place of another version")
		}
		now, err := b.Open(ctx, "q?&%41.txt", 0)
		fatal(t, err)
		defer now.Close()
		if data, _ := io.ReadAll(now); string(data) != "new" || now.Version == c.Version {
			t.Errorf("got %q in version %s, the first was %s", data, now.Version, c.Version)
		}
		cut := fmt.Errorf("cut")
		if err := b.Put(ctx, "half", io.MultiReader(strings.NewReader("half"), failing{cut}), store.Condition{}); !errors.Is(err, cut) {
			t.Errorf("got %v", err)
		}
		fatal(t, b.Delete(ctx, "q?&%41.txt"))
		fatal(t, b.Delete(ctx, "q?&%41.txt"))
		for _, key := range []string{"half", "q?&%41.txt"} {
			if _, err := b.Open(ctx, key, 0); kind(err) != store.Missing {
				t.Errorf("%s: got %v", key, err)
			}
		}
	})
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func kind(err error) store.Kind {
	f := new(store.Fault)
	if !errors.As(err, &f) {
		return store.Unknown
	}
	return f.Kind
}

// Reports read from a store give the tables that they give from a folder, cell by cell,
// wherever they are written to.
func TestStoreAsFolder(t *testing.T) {
	in := reports(t, 24)
	packed, err := os.ReadFile("../../source/testdata/office/report.docx")
	fatal(t, err)
	fatal(t, os.WriteFile(filepath.Join(in, "报告.docx"), packed, 0o600))
	big := bytes.Repeat([]byte("　　全市地区生产总值增长6.7%。\n　　他们走在前面。\n"), 1<<16)
	fatal(t, os.WriteFile(filepath.Join(in, "big.jsonl"), fmt.Appendf(nil, "{\"text\":%q}\n", big[:1<<17]), 0o600))
	local := t.TempDir()
	expect(t, exitRejected, "extract", in, "-o", local+"/csv", "--format", "csv")
	expect(t, exitRejected, "extract", in, "-o", local+"/tables", "--batch", "100")
	facts := expect(t, exitRejected, "extract", in, "--format", "jsonl").stdout
	expect(t, exitGood, "dataset", "compact", local+"/tables")
	eachServer(t, func(t *testing.T, s server) {
		s.upload(t, in, "in/")
		from, out := s.bucket+"/in", s.bucket+"/out/"
		if got := expect(t, exitRejected, "extract", from, "--format", "jsonl").stdout; got != facts {
			t.Error("the facts of the store are not those of the folder")
		}
		expect(t, exitRejected, "extract", from, "-o", out+"csv", "--format", "csv")
		expect(t, exitRejected, "extract", from+"/*", "-o", out+"facts.jsonl", "--format", "jsonl")
		expect(t, exitRejected, "extract", from+"/", "-o", out+"tables", "--batch", "7")
		expect(t, exitRejected, "extract", in, "-o", out+"mixed", "--batch", "100")
		expect(t, exitRejected, "extract", from, "-o", filepath.Join(t.TempDir(), "mixed"))
		if got := string(content(t, s.open(t), "out/facts.jsonl")); got != facts {
			t.Error("the facts in the store are not those of the folder")
		}
		csv := s.download(t, "out/csv/")
		for name := range hashes(t, local+"/csv") {
			want, err := os.ReadFile(filepath.Join(local, "csv", name))
			fatal(t, err)
			got, err := os.ReadFile(filepath.Join(csv, name))
			fatal(t, err)
			got = bytes.ReplaceAll(got, []byte(from+"/"), []byte(in+"/"))
			if name != "dataset.json" && !bytes.Equal(want, got) {
				t.Errorf("%s is not that of the folder", name)
			}
		}
		if got := expect(t, exitGood, "dataset", "check", out+"tables").stdout; got != out+"tables: all good\n" {
			t.Errorf("check says %s", got)
		}
		expect(t, exitGood, "dataset", "compact", out+"tables")
		expect(t, exitGood, "dataset", "compact", out+"mixed")
		want, got := hashes(t, local+"/tables"), hashes(t, s.download(t, "out/tables/"))
		for name := range want { // these name the source
			if strings.HasPrefix(name, "documents") || strings.HasPrefix(name, "rejects") || name == "dataset.json" {
				delete(want, name)
			} else if got[name] != want[name] {
				t.Errorf("%s is not that of the folder", name)
			}
		}
		if d := cmp.Diff(hashes(t, local+"/tables"), hashes(t, s.download(t, "out/mixed/"))); d != "" {
			t.Errorf("a folder written to the store (-folder +store):\n%s", d)
		}
	})
}

// A second run leaves out what has not changed, and takes what has.
func TestStoreSecondRun(t *testing.T) {
	in := reports(t, 4)
	eachServer(t, func(t *testing.T, s server) {
		s.upload(t, in, "in/")
		says := func(want string) {
			t.Helper()
			if got := expect(t, exitRejected, "extract", s.bucket+"/in", "-o", s.bucket+"/out"); !strings.Contains(got.stdout, want) {
				t.Errorf("says %q, want %q", got.stdout, want)
			}
		}
		says("from 4 reports")
		before := hashes(t, s.download(t, "out/"))
		says("from 0 reports, 1 input rejected, 4 unchanged")
		if d := cmp.Diff(before, hashes(t, s.download(t, "out/"))); d != "" {
			t.Errorf("nothing new has changed the tables: %s", d)
		}
		fatal(t, s.open(t).Put(t.Context(), "in/001.txt", strings.NewReader("全市粮食产量增长5%。"), store.Condition{}))
		says("from 1 report, 1 input rejected, 3 unchanged")
		expect(t, exitGood, "dataset", "check", s.bucket+"/out")
	})
}

// A run that is killed while it uploads leaves tables that can be read, and when it is
// started again it ends as if nothing had happened, to the byte. KILLS=200 tries more.
func TestStoreKilled(t *testing.T) {
	kills := 4
	if n, err := strconv.Atoi(os.Getenv("KILLS")); err == nil {
		kills = n
	}
	in, random := reports(t, 24), rand.New(rand.NewPCG(1, 2))
	t.Setenv("TMPDIR", t.TempDir()) // where a killed run leaves its folder
	eachServer(t, func(t *testing.T, s server) {
		s.upload(t, in, "in/")
		args := func(name string) []string {
			return []string{"extract", s.bucket + "/in", "-o", s.bucket + "/" + name, "--batch", strconv.Itoa(1 + random.IntN(3))}
		}
		start := time.Now()
		c, out := process(t, args("once")...)
		if err := c.Wait(); c.ProcessState.ExitCode() != exitRejected {
			t.Fatalf("%v\n%s", err, out)
		}
		whole := time.Since(start)
		expect(t, exitGood, "dataset", "compact", s.bucket+"/once")
		want := hashes(t, s.download(t, "once/"))
		for killed := 0; killed < kills; {
			name := fmt.Sprintf("killed%d", killed)
			for range 1 + random.IntN(3) {
				c, _ := process(t, args(name)...)
				time.Sleep(time.Duration(random.Float64() * float64(whole)))
				if c.Process.Kill() == nil && c.Wait() != nil && !c.ProcessState.Exited() {
					killed++
				}
				s.readable(t, name)
			}
			expect(t, exitRejected, args(name)...)
			expect(t, exitGood, "dataset", "check", s.bucket+"/"+name)
			expect(t, exitGood, "dataset", "compact", s.bucket+"/"+name)
			if d := cmp.Diff(want, hashes(t, s.download(t, name+"/"))); d != "" {
				t.Fatalf("after %d kills tables differ (-undisturbed +killed):\n%s", killed, d)
			}
		}
	})
}

// readable checks what a killed run has left: nothing yet, or tables with no fault but
// that work is left to do.
func (s server) readable(t *testing.T, name string) {
	t.Helper()
	b := s.open(t)
	c, err := b.Open(t.Context(), name+"/dataset.json", 0)
	if err != nil {
		return
	}
	c.Close()
	if strings.Contains(string(content(t, b, name+"/dataset.json")), `"resources":[]`) {
		return // the first files are being put
	}
	for line := range strings.Lines(zhibiaoRun(t, "", "dataset", "check", s.bucket+"/"+name).stdout) {
		if !strings.Contains(line, "are behind") && !strings.Contains(line, "left over") && !strings.Contains(line, "all good") {
			t.Errorf("after a kill: %s", line)
		}
	}
}

// What is wrong with a store is told with the URL and the cure.
func TestStoreFaults(t *testing.T) {
	eachServer(t, func(t *testing.T, s server) {
		s.upload(t, reports(t, 1), "in/")
		scheme, _, _ := strings.Cut(s.bucket, "://")
		for _, c := range []struct {
			what     string
			env, val string
			url      string
			want     string
			only     string
		}{
			{"missing bucket", "X", "", scheme + "://nowhere", "there is no such bucket", ""},
			{"missing prefix", "X", "", s.bucket + "/nowhere", "there is no such object, and none below it", ""},
			{"wrong key", "AWS_SECRET_ACCESS_KEY", "wrong", s.bucket + "/in", "the store denies access (SignatureDoesNotMatch", "s3"},
			{"unknown user", "AWS_ACCESS_KEY_ID", "wrong", s.bucket + "/in", "the store denies access", "s3"},
			{"no region", "AWS_REGION", "", s.bucket + "/in", "the region is not known (", "s3"},
			{"wrong key", "AZURE_STORAGE_CONNECTION_STRING", strings.Replace(os.Getenv("AZURE_STORAGE_CONNECTION_STRING"), "Eby8", "Eby9", 1), s.bucket + "/in", "the store denies access", "azblob"},
			{"nobody there", "AWS_ENDPOINT_URL", "http://127.0.0.1:1", s.bucket + "/in", "the store cannot be reached (connection refused)", "s3"},
		} {
			if c.only != "" && c.only != scheme {
				continue
			}
			t.Run(c.what, func(t *testing.T) {
				if c.env != "X" {
					t.Setenv(c.env, c.val)
				}
				t.Setenv("AWS_MAX_ATTEMPTS", "1")
				got := expect(t, exitNothing, "extract", c.url, jilin+"x")
				if !strings.Contains(got.stderr, c.url+": "+c.want) {
					t.Errorf("reading: %s", got.stderr)
				}
				if strings.HasSuffix(c.url, "nowhere") && c.url == s.bucket+"/nowhere" {
					return // there it can be written
				}
				got = expect(t, exitNothing, "extract", jilin, "-o", c.url)
				if !strings.Contains(got.stderr, c.url+": "+c.want) {
					t.Errorf("writing: %s", got.stderr)
				}
			})
		}
	})
}

// A network that breaks now and then costs time and nothing else.
func TestStoreBrokenNetwork(t *testing.T) {
	s := servers()[0]
	s.start(t)
	in := reports(t, 12)
	fatal(t, os.WriteFile(filepath.Join(in, "long.txt"), bytes.Repeat([]byte("　　他们走在前面。\n"), 1<<15), 0o600))
	s.upload(t, in, "in/")
	expect(t, exitRejected, "extract", s.bucket+"/in", "-o", s.bucket+"/calm")
	through, cuts := cutter(t, os.Getenv("AWS_ENDPOINT_URL"))
	t.Setenv("AWS_ENDPOINT_URL", through)
	expect(t, exitRejected, "extract", s.bucket+"/in", "-o", s.bucket+"/rough")
	if n := cuts.Load(); n < 5 {
		t.Errorf("the network broke %d times only", n)
	}
	if d := cmp.Diff(hashes(t, s.download(t, "calm/")), hashes(t, s.download(t, "rough/"))); d != "" {
		t.Error(d)
	}
}

// cutter is a network to a server whose lines break after some bytes from there: every
// other one, as long as ten have not.
func cutter(t *testing.T, to string) (string, *atomic.Int64) {
	t.Helper()
	u, err := url.Parse(to)
	fatal(t, err)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	fatal(t, err)
	t.Cleanup(func() { l.Close() })
	cuts := new(atomic.Int64)
	go func() {
		for n := 0; ; n++ {
			client, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer client.Close()
				server, err := new(net.Dialer).DialContext(context.Background(), "tcp", u.Host)
				if err != nil {
					return
				}
				defer server.Close()
				go func() { _, _ = io.Copy(server, client) }()
				if n%2 == 0 && cuts.Load() < 10 {
					if n, _ := io.CopyN(client, server, 100_000/int64(n+1)); n > 0 {
						cuts.Add(1)
					}
					return
				}
				_, _ = io.Copy(client, server)
			}()
		}
	}()
	return "http://" + l.Addr().String(), cuts
}

// Ctrl-C keeps what is finished, in the store, and the next run goes on from there.
func TestStoreInterrupt(t *testing.T) {
	in := reports(t, 300)
	eachServer(t, func(t *testing.T, s server) {
		b := s.open(t)
		c, out := process(t, "extract", in, "-o", s.bucket+"/out", "--batch", "5", "--jobs", "1")
		for range 1000 {
			if found := first(b.List(t.Context(), "out/documents/")); found {
				break
			}
			time.Sleep(5 * time.Millisecond)
		}
		fatal(t, c.Process.Signal(os.Interrupt))
		if err := c.Wait(); c.ProcessState.ExitCode() != exitNothing || !strings.Contains(out.String(), "what was finished is kept") {
			t.Fatalf("%v: %s", err, out)
		}
		s.readable(t, "out")
		if got := expect(t, exitRejected, "extract", in, "-o", s.bucket+"/out"); !strings.Contains(got.stdout, "unchanged and skipped") {
			t.Errorf("the second run says %s", got.stdout)
		}
		expect(t, exitGood, "dataset", "check", s.bucket+"/out")
	})
}

// first reports whether there is a first object.
func first(objects iter.Seq2[store.Object, error]) bool {
	for _, err := range objects {
		return err == nil
	}
	return false
}
