package source

import (
	"bytes"
	_ "embed"
	"fmt"
	"io"

	"github.com/andybalholm/brotli"
)

// pdfiumBrotli is the PDFium of github.com/klippa-app/go-pdfium, compressed, which keeps
// 3.8 MB out of the binary; TestPDFium checks that it is that module's very file.
//
//go:embed pdfium.wasm.br
var pdfiumBrotli []byte

// pdfiumCode is PDFium as WebAssembly.
func pdfiumCode() ([]byte, error) {
	code, err := io.ReadAll(brotli.NewReader(bytes.NewReader(pdfiumBrotli)))
	if err != nil {
		return nil, fmt.Errorf("unpack PDFium: %w", err)
	}
	return code, nil
}
