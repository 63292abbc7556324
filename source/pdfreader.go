package source

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// Bounds of one PDF. PDFium runs in a memory of its own, which ends with the document.
const (
	pdfMemory = 4096             // pages of 64 KiB
	pdfPages  = 3000             // pages of paper
	pdfTime   = 60 * time.Second // to read it all
	pdfGrace  = 15 * time.Second // more, for a call that does not come back
	pdfAtOnce = 64               // documents being read, more wait
)

// A PDFReader reads PDF files by PDFium, compiled to WebAssembly and run in a sandbox
// that sees no file but a font. It starts when the first PDF comes, which takes
// seconds the first time and a tenth of one when the compiled code is in its cache.
type PDFReader struct {
	cache string
	limit time.Duration // for one document
	once  sync.Once
	pool  pdfium.Pool
	err   error
}

// NewPDFReader is a reader that keeps the compiled code below cacheDir; if that is
// empty, below the user's own cache folder.
func NewPDFReader(cacheDir string) *PDFReader { return &PDFReader{cache: cacheDir, limit: pdfTime} }

// Close frees what the reader holds.
func (p *PDFReader) Close() error {
	p.once.Do(func() { p.err = fs.ErrClosed })
	if p.pool == nil {
		return nil
	}
	return p.pool.Close()
}

// instance is a fresh PDFium for one document.
func (p *PDFReader) instance() (pdfium.Pdfium, error) {
	p.once.Do(p.start)
	if p.err != nil {
		return nil, fmt.Errorf("start the PDF reader: %w", p.err)
	}
	return p.pool.GetInstance(10 * pdfTime)
}

// start compiles PDFium, or fetches it from the cache.
func (p *PDFReader) start() {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(pdfMemory).
		WithCloseOnContextDone(true) // so that a document that never ends can be stopped
	if cache, err := p.compilationCache(); err == nil {
		config = config.WithCompilationCache(cache)
	}
	root, err := fs.Sub(pdfRoot, "pdfroot")
	if err != nil {
		p.err = err
		return
	}
	code, err := pdfiumCode()
	if err != nil {
		p.err = err
		return
	}
	p.pool, p.err = webassembly.InitWithWASM(webassembly.Config{
		Context:       context.Background(),
		WASM:          code,
		MaxTotal:      pdfAtOnce,
		FSConfig:      wazero.NewFSConfig().WithFSMount(root, "/"),
		RuntimeConfig: config,
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
}

// compilationCache is where compiled code is kept between runs.
func (p *PDFReader) compilationCache() (wazero.CompilationCache, error) {
	dir := p.cache
	if dir == "" {
		user, err := os.UserCacheDir()
		if err != nil {
			return nil, err
		}
		dir = filepath.Join(user, "zhibiao")
	}
	return wazero.NewCompilationCacheWithDir(filepath.Join(dir, "pdfium"))
}
