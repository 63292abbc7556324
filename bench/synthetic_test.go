package bench

import (
	"os"
	"testing"
)

// TestSynthetic writes SYNTHETIC megabytes of reports with changed numbers into the folder
// named by INTO, for measurements of whole processes.
func TestSynthetic(t *testing.T) {
	folder := os.Getenv("INTO")
	if folder == "" {
		t.Skip("INTO names no folder")
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d bytes", synthetic(t, folder, int64(megabytes("SYNTHETIC", 100))<<20))
}
