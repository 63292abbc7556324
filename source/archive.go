package source

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"
)

// zip yields the members of a zip archive in the order of its directory.
func (w *walker) zip(in Input, c content) bool {
	z, err := zip.NewReader(c, c.size)
	if err != nil {
		return w.yield(Input{}, in.brokenArchive(err))
	}
	found := 0
	for _, m := range z.File {
		name := memberName(m.Name, m.NonUTF8)
		if strings.HasSuffix(name, "/") || !wanted(name) {
			continue
		}
		found++
		mode := m.Mode()
		switch {
		case m.Flags&1 != 0:
			if !w.yield(Input{}, in.badMember(name, "the member is encrypted", "unpack the archive with its password")) {
				return false
			}
			continue
		case !mode.IsRegular():
			if !w.yield(Input{}, in.badMember(name, "the member is a link or device", "pack the file itself")) {
				return false
			}
			continue
		}
		r, err := m.Open()
		if err != nil {
			if !w.yield(Input{}, in.damagedMember(name, err)) {
				return false
			}
			continue
		}
		alive, more := w.member(in, name, r)
		r.Close()
		if !alive || !more {
			return alive
		}
	}
	return w.unlessEmpty(in, found)
}

// tar yields the members of a tar archive in order.
func (w *walker) tar(in Input, r io.Reader) bool {
	t := tar.NewReader(r)
	found := 0
	for {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return w.unlessEmpty(in, found)
		}
		if err != nil {
			return w.yield(Input{}, in.brokenArchive(err))
		}
		name := memberName(h.Name, !utf8.ValidString(h.Name))
		if h.Typeflag == tar.TypeDir || !wanted(name) {
			continue
		}
		found++
		if h.Typeflag != tar.TypeReg {
			if !w.yield(Input{}, in.badMember(name, "the member is a link or device", "pack the file itself")) {
				return false
			}
			continue
		}
		if alive, more := w.member(in, name, t); !alive || !more {
			return alive
		}
	}
}

// compressed yields the one file in a .gz or .zst, or the members of the tar in it.
func (w *walker) compressed(in Input, c content, f Format) bool {
	r, closeAll, err := decompressor(c.reader(), f)
	if err != nil {
		return w.yield(Input{}, in.brokenArchive(err))
	}
	defer closeAll()
	// a tar is bounded member by member, but what it skips must end as well
	limited := &cappedReader{r: r, left: in.opts.max() * maxTotal}
	b := bufio.NewReaderSize(limited, 4096)
	head, _ := b.Peek(512)
	if formatOfMagic(head) == FormatTar {
		return w.tar(in, b)
	}
	base := in.ID()
	alive, _ := w.member(in, strings.TrimSuffix(base, path.Ext(base)), b)
	return alive
}

// decompressor unpacks one stream.
func decompressor(r io.Reader, f Format) (io.Reader, func(), error) {
	if f == FormatGzip {
		g, err := gzip.NewReader(r)
		if err != nil {
			return nil, nil, err
		}
		return g, func() { g.Close() }, nil
	}
	z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(64<<20))
	if err != nil {
		return nil, nil, err
	}
	return z, z.Close, nil
}

// member reads a member and yields what it holds. alive says that the walk goes on,
// more that the archive is worth reading on.
func (w *walker) member(in Input, name string, r io.Reader) (alive, more bool) {
	if leaves(name) {
		return w.yield(Input{}, in.badMember(name, "the member's name leads out of the archive", "do not trust this archive; pack it anew")), true
	}
	in.spent.members++
	if in.spent.members > maxMembers || in.spent.bytes > in.opts.max()*maxTotal {
		return w.yield(Input{}, in.reject("", fmt.Sprintf("the archive holds more than %d files or %d bytes", maxMembers, in.opts.max()*maxTotal),
			"unpack it and give the folder")), false
	}
	p := in.part("!", name, nil)
	data, err := p.readAll(r, 0)
	in.spent.bytes += int64(len(data))
	if err != nil {
		in.spent.bytes += p.opts.max()
		var rej *Reject
		if errors.As(err, &rej) && rej.Err != nil {
			err = in.damagedMember(name, rej.Err)
		}
		return w.yield(Input{}, err), true
	}
	p.data = data
	return w.expand(p), true
}

// unlessEmpty yields a Reject if an archive held no report.
func (w *walker) unlessEmpty(in Input, found int) bool {
	if found > 0 {
		return true
	}
	return w.yield(Input{}, in.reject("", "the archive holds no report", "pack .txt, .html, .docx, .pdf, .xlsx, .csv or .jsonl files"))
}

// brokenArchive is the Reject of an archive that cannot be read on.
func (in Input) brokenArchive(err error) *Reject {
	return &Reject{Path: in.Path, What: "the archive is damaged", Cure: "fetch it again, or unpack it with a tool that repairs", Err: err}
}

// badMember is the Reject of a member that is not read.
func (in Input) badMember(name, what, cure string) *Reject {
	return &Reject{Path: in.Path + "!" + name, What: what, Cure: cure}
}

// damagedMember is the Reject of a member that does not unpack.
func (in Input) damagedMember(name string, err error) *Reject {
	return &Reject{Path: in.Path + "!" + name, What: "the member cannot be unpacked", Cure: "fetch the archive again", Err: err}
}
