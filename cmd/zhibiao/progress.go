package main

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
	"golang.org/x/term"
)

// progress is a bar on a terminal, and nothing elsewhere.
type progress struct {
	bars        *mpb.Progress
	bar         *mpb.Bar
	done, total int64
}

// newProgress shows a bar for the files that paths stand for. Standard input cannot be
// counted without being read, and one file needs no bar.
func newProgress(w io.Writer, paths []string) *progress {
	p := &progress{}
	file, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) || slices.Contains(paths, "-") {
		return p
	}
	for _, path := range paths {
		p.total += countFiles(path)
	}
	if p.total < 2 {
		return p
	}
	p.bars = mpb.New(mpb.WithOutput(w), mpb.WithWidth(40))
	p.bar = p.bars.AddBar(p.total,
		mpb.PrependDecorators(decor.CountersNoUnit("%d / %d reports")),
		mpb.AppendDecorators(
			decor.AverageSpeed(0, "%.0f a second  "),
			decor.AverageETA(decor.ET_STYLE_GO), decor.Name(" left"),
		),
		mpb.BarRemoveOnComplete(),
	)
	return p
}

// countFiles counts the files that a path stands for, without opening any: an archive
// counts as one until its members come.
func countFiles(path string) int64 {
	matches := []string{path}
	if _, err := os.Stat(path); err != nil {
		if matches, err = filepath.Glob(path); err != nil {
			return 0 // told when it is read
		}
	}
	var n int64
	for _, match := range matches {
		err := filepath.WalkDir(match, func(_ string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				n++
			}
			return nil // told when it is read
		})
		if err != nil {
			n++
		}
	}
	return n
}

// advance counts one more result.
func (p *progress) advance() {
	if p.bar == nil {
		return
	}
	if p.done++; p.done > p.total { // members of archives
		p.total = p.done
		p.bar.SetTotal(p.total, false)
	}
	p.bar.Increment()
}

// finish takes the bar off the screen, also when the work ended early.
func (p *progress) finish() {
	if p.bar != nil {
		p.bar.Abort(true)
		p.bars.Wait()
	}
}
