package iceberg

import (
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"zhibiao/output"
)

// The data of a SQLite catalog may lie in an object store.
func TestWarehouseInAnObjectStore(t *testing.T) {
	gateway, err := exec.LookPath("versitygw")
	if err != nil {
		t.Skip("no server of object stores here; go install github.com/versity/versitygw/cmd/versitygw@latest")
	}
	disk := t.TempDir()
	if err := os.Mkdir(filepath.Join(disk, "bucket"), 0o777); err != nil {
		t.Fatal(err)
	}
	address := freeAddress(t)
	server := exec.CommandContext(t.Context(), gateway, "--quiet", "--port", address, "--access", "key", "--secret", "secret", "posix", disk)
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Process.Kill(); _ = server.Wait() })
	for range 100 {
		if c, err := net.Dial("tcp", address); err == nil {
			c.Close()
			break
		}
		time.Sleep(50 * time.Millisecond)
	}

	c, err := Open(t.Context(), Address{
		Catalog: "sqlite:" + filepath.Join(t.TempDir(), "catalog.db"), Warehouse: "s3://bucket/lake/", Namespace: "zhibiao",
		Options: map[string]string{
			"s3.endpoint": "http://" + address, "s3.region": "us-east-1", "s3.access-key-id": "key", "s3.secret-access-key": "secret",
		},
	}, ToMake)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	dir := t.TempDir()
	reports := three(t)
	write(t, dir, output.Options{}, reports[2])
	first := follow(t, c, dir)
	checkRows(t, c, dir)
	old := rows(t, c, "facts", Look{})
	reports[2].text += "粮食产量100万吨。"
	write(t, dir, output.Options{}, reports[2])
	follow(t, c, dir)
	checkRows(t, c, dir)
	if got := rows(t, c, "facts", Look{Snapshot: first["facts"].Snapshot}); len(got) != len(old) {
		t.Errorf("the first snapshot has %d rows, had %d", len(got), len(old))
	}
	if len(dataFiles(t, filepath.Join(disk, "bucket", "lake", "zhibiao", "facts"))) != 2 {
		t.Error("the data files are not in the bucket")
	}
	if _, err := c.Expire(t.Context(), 1); err != nil {
		t.Error(err)
	}
}

// freeAddress is a place on loopback where nobody listens.
func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}
