package source

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

// TestPDFium checks that pdfium.wasm.br is the file of the module in go.mod;
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
		t.Errorf("pdfium.wasm.br is not the module's file (%v); run RECORD=true go test ./source -run PDFium", err)
	}
}

// recordPDFium compresses code unless it is what is embedded already.
func recordPDFium(t *testing.T, code []byte) {
	t.Helper()
	if got, err := pdfiumCode(); err == nil && bytes.Equal(got, code) {
		return
	}
	var packed bytes.Buffer
	w := brotli.NewWriterOptions(&packed, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: 24})
	if _, err := w.Write(code); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(w.Close(), os.WriteFile("pdfium.wasm.br", packed.Bytes(), 0o644)); err != nil {
		t.Fatal(err)
	}
}
