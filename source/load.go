package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// load is the content of the input, read from disk if it is not at hand.
func (in Input) load() ([]byte, error) {
	if in.held {
		if int64(len(in.data)) > in.opts.max() {
			return nil, in.tooBig()
		}
		return in.data, nil
	}
	info, err := os.Stat(in.Path)
	if err != nil {
		return nil, in.unreadable(err)
	}
	if info.IsDir() {
		return nil, in.reject("", "is a folder", "give the files in it")
	}
	if !info.Mode().IsRegular() {
		return nil, in.reject("", "is no regular file", "copy its content to a file, or pipe it in and give -")
	}
	if info.Size() > in.opts.max() {
		return nil, in.tooBig()
	}
	f, err := os.Open(in.Path)
	if err != nil {
		return nil, in.unreadable(err)
	}
	defer f.Close()
	return in.readAll(f, info.Size())
}

// readAll reads r, which has about so many bytes, up to the limit.
func (in Input) readAll(r io.Reader, size int64) ([]byte, error) {
	limit := in.opts.max()
	var data bytes.Buffer
	data.Grow(int(min(size, limit)) + bytes.MinRead)
	if _, err := data.ReadFrom(io.LimitReader(r, limit+1)); err != nil {
		return nil, in.unreadable(err)
	}
	if int64(data.Len()) > limit {
		return nil, in.tooBig()
	}
	return data.Bytes(), nil
}

// reject makes a Reject of this input.
func (in Input) reject(where, what, cure string) *Reject {
	return &Reject{Path: in.Path, Where: where, What: what, Cure: cure}
}

// tooBig is the Reject of an input over the limit.
func (in Input) tooBig() *Reject {
	return in.reject("", fmt.Sprintf("is larger than %d bytes", in.opts.max()), "raise --max-input, or split the file")
}

// unreadable is the Reject of an input that the system does not give.
func (in Input) unreadable(err error) *Reject {
	what, cure := "cannot be read", "look at the disk or the archive it is on"
	switch {
	case errors.Is(err, fs.ErrNotExist):
		what, cure = "no such file or folder", "check the spelling of the path"
	case errors.Is(err, fs.ErrPermission):
		what, cure = "may not be read", "give yourself the right to read it (chmod u+r)"
	}
	return &Reject{Path: in.Path, What: what, Cure: cure, Err: err}
}
