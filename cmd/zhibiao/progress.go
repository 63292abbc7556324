package main

import (
	"io"
	"os"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
	"golang.org/x/term"

	"zhibiao/source"
)

// progress is a bar on a terminal, and nothing elsewhere.
type progress struct {
	bars *mpb.Progress
	bar  *mpb.Bar
}

// newProgress counts the inputs that paths stand for and shows a bar. Standard input
// cannot be counted without being read, and one input needs no bar.
func newProgress(w io.Writer, paths []string) progress {
	file, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return progress{}
	}
	total := 0
	for _, p := range paths {
		if p == "-" {
			return progress{}
		}
	}
	for range source.Walk(paths, source.Options{}) {
		total++
	}
	if total < 2 {
		return progress{}
	}
	bars := mpb.New(mpb.WithOutput(w), mpb.WithWidth(64))
	bar := bars.AddBar(int64(total),
		mpb.PrependDecorators(decor.CountersNoUnit("%d / %d reports")),
		mpb.AppendDecorators(decor.Percentage(), decor.Name("  "), decor.AverageETA(decor.ET_STYLE_GO), decor.Name(" left")),
		mpb.BarRemoveOnComplete(),
	)
	return progress{bars, bar}
}

func (p progress) advance() {
	if p.bar != nil {
		p.bar.Increment()
	}
}

// finish takes the bar off the screen, also when the work ended early.
func (p progress) finish() {
	if p.bar != nil {
		p.bar.Abort(true)
		p.bars.Wait()
	}
}
