package source

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// TestPDFium checks that pdfium.wasm.zst is the file of the module in go.mod;
// RECORD=true writes it anew.
func TestPDFium(t *testing.T) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/klippa-app/go-pdfium").Output()
	if err != nil {
		t.Skipf("the go command does not find the module: %v", err)
	}
	want, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "webassembly", "pdfium.wasm"))
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("RECORD") == "true" {
		recordPDFium(t, want)
		return
	}
	if got, err := pdfiumCode(); err != nil || !bytes.Equal(got, want) {
		t.Errorf("pdfium.wasm.zst is not the module's file (%v); run RECORD=true go test ./source -run PDFium", err)
	}
}

// recordPDFium compresses code unless it is what is embedded already.
func recordPDFium(t *testing.T, code []byte) {
	t.Helper()
	if got, err := pdfiumCode(); err == nil && bytes.Equal(got, code) {
		return
	}
	w, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("pdfium.wasm.zst", w.EncodeAll(code, nil), 0o644); err != nil {
		t.Fatal(err)
	}
}
