package source

import (
	_ "embed"
	"fmt"

	"github.com/klauspost/compress/zstd"
)

// pdfiumZstd is the PDFium of github.com/klippa-app/go-pdfium, compressed, which keeps
// 3.6 MB out of the binary; TestPDFium checks that it is that module's very file.
//
//go:embed pdfium.wasm.zst
var pdfiumZstd []byte

// pdfiumCode is PDFium as WebAssembly.
func pdfiumCode() ([]byte, error) {
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer z.Close()
	code, err := z.DecodeAll(pdfiumZstd, nil)
	if err != nil {
		return nil, fmt.Errorf("unpack PDFium: %w", err)
	}
	return code, nil
}
