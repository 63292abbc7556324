//go:build stores && linux

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/Azure/azure-sdk-for-go/sdk/storage/azblob/container"

	"zhibiao/store"
	"zhibiao/store/cloud"
)

// server is a program that behaves as the object store of a cloud, on this machine.
type server struct {
	program string
	bucket  string // URL of an empty bucket in it
	args    func(port, dir string) []string
	ready   func(t *testing.T, port, dir string) error // sets the environment, makes the bucket
}

// servers are those that the tests know: a server of S3, and imitations of the others.
func servers() []server {
	return []server{
		{"versitygw", "s3://reports", func(port, dir string) []string {
			return []string{"--access", "key", "--secret", "secret", "--port", "127.0.0.1:" + port, "posix", dir}
		}, amazon},
		{"fake-gcs-server", "gs://reports", func(port, _ string) []string {
			return []string{"-scheme", "http", "-host", "127.0.0.1", "-port", port, "-public-host", "127.0.0.1:" + port, "-backend", "memory", "-log-level", "error"}
		}, google},
		{"azurite-blob", "azblob://reports", func(port, dir string) []string {
			return []string{"--blobHost", "127.0.0.1", "--blobPort", port, "--location", dir, "--silent", "--skipApiVersionCheck", "--disableTelemetry"}
		}, azure},
	}
}

func amazon(t *testing.T, port, dir string) error {
	t.Setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:"+port)
	t.Setenv("AWS_REGION", "us-east-1")
	t.Setenv("AWS_ACCESS_KEY_ID", "key")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "secret")
	return os.MkdirAll(filepath.Join(dir, "reports"), 0o755)
}

func google(t *testing.T, port, _ string) error {
	t.Setenv("STORAGE_EMULATOR_HOST", "127.0.0.1:"+port)
	r, err := http.Post("http://127.0.0.1:"+port+"/storage/v1/b?project=p", "application/json", strings.NewReader(`{"name":"reports"}`))
	if err != nil {
		return err
	}
	defer r.Body.Close()
	if r.StatusCode != http.StatusOK {
		return fmt.Errorf("status %s", r.Status)
	}
	return nil
}

func azure(t *testing.T, port, _ string) error {
	// the account and key that Azurite documents for everybody
	secret := "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="
	address := "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=" + secret + ";BlobEndpoint=http://127.0.0.1:" + port + "/devstoreaccount1;"
	t.Setenv("AZURE_STORAGE_CONNECTION_STRING", address)
	t.Setenv("AZURE_STORAGE_ACCOUNT", "devstoreaccount1")
	c, err := container.NewClientFromConnectionString(address, "reports", nil)
	if err == nil {
		_, err = c.Create(t.Context(), nil)
	}
	return err
}

// start starts a server on a free port, and ends it with the test.
func (s server) start(t *testing.T) {
	t.Helper()
	program, err := exec.LookPath(s.program)
	if err != nil {
		if strings.Contains(os.Getenv("STORES"), s.program) {
			t.Fatalf("%s must be there: %v", s.program, err)
		}
		t.Skipf("%s is not installed; make servers tells how", s.program)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	listener.Close()
	dir := t.TempDir()
	var log strings.Builder
	c := exec.Command(program, s.args(port, dir)...)
	c.Stdout, c.Stderr = &log, &log
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = c.Process.Kill()
		_ = c.Wait()
	})
	for range 200 {
		conn, err := net.Dial("tcp", "127.0.0.1:"+port)
		if err == nil {
			conn.Close()
			if err := s.ready(t, port, dir); err != nil {
				t.Fatalf("%s: %v", s.program, err)
			}
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("%s does not answer", s.program)
}

// open opens the bucket of the server.
func (s server) open(t *testing.T) store.Bucket {
	t.Helper()
	b, err := cloud.Open(t.Context(), s.bucket)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// upload puts the files of a folder into the bucket.
func (s server) upload(t *testing.T, dir, prefix string) {
	t.Helper()
	b := s.open(t)
	for name := range hashes(t, dir) {
		f, err := os.Open(filepath.Join(dir, name))
		if err == nil {
			err = errors.Join(b.Put(t.Context(), prefix+name, f, store.Condition{}), f.Close())
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// download fetches what lies below a prefix into a new folder.
func (s server) download(t *testing.T, prefix string) string {
	t.Helper()
	b, dir := s.open(t), t.TempDir()
	for o, err := range b.List(t.Context(), prefix) {
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, strings.TrimPrefix(o.Key, prefix))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, content(t, b, o.Key), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func content(t *testing.T, b store.Bucket, key string) []byte {
	t.Helper()
	c, err := b.Open(context.Background(), key, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	data, err := io.ReadAll(c)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
