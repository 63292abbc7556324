package source

import (
	"bytes"
	"errors"
	"io"
	"os"
)

// large yields what a large object holds. Archives and tables are read from a temporary
// file, since they may be larger than memory; all else has to fit into --max-input.
func (w *walker) large(in Input) bool {
	r, err := w.opts.Store.Open(in.Path)
	if err != nil {
		return w.missed(in, err)
	}
	defer r.Close()
	head := make([]byte, 512)
	n, err := io.ReadFull(r, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return w.missed(in, err)
	}
	content := io.MultiReader(bytes.NewReader(head[:n]), r)
	if in.plainByName() || !holdsMany(formatOf(in.ID(), head[:n])) {
		return w.whole(in, content)
	}
	return w.spooled(in, content)
}

// spooled yields what an object holds by way of a temporary file.
func (w *walker) spooled(in Input, r io.Reader) bool {
	file, err := os.CreateTemp("", "zhibiao-*")
	if err != nil {
		return w.yield(Input{}, in.noRoom(err))
	}
	defer os.Remove(file.Name())
	defer file.Close()
	size, err := io.Copy(spool{file, in}, r)
	if err != nil {
		return w.missed(in, err)
	}
	c := content{ReaderAt: file, size: size}
	if f := in.holds(c); holdsMany(f) {
		return w.contents(in, c, f)
	}
	return w.whole(in, c.reader()) // a Word file is a zip archive by its first bytes
}

// whole yields an object that is one document.
func (w *walker) whole(in Input, r io.Reader) bool {
	data, err := io.ReadAll(io.LimitReader(r, in.opts.max()+1))
	if err != nil {
		return w.missed(in, err)
	}
	in.data, in.held = data, true // Read rejects what is too large
	return w.yield(in, nil)
}

// spool is the temporary file of an object; it tells a full disk from a broken line.
type spool struct {
	file *os.File
	in   Input
}

// Write writes to the file.
func (s spool) Write(b []byte) (int, error) {
	n, err := s.file.Write(b)
	if err != nil {
		return n, s.in.noRoom(err)
	}
	return n, nil
}

// noRoom is the Reject of an object that finds no place on this machine.
func (in Input) noRoom(err error) *Reject {
	return &Reject{Path: in.Path, What: "finds no room on this machine", Cure: "make room in the folder of temporary files, or set TMPDIR to another", Err: err}
}
