package source

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"iter"
	"os"
)

// Bounds of what one archive may hold. A city's reports of all years are a hundred
// files; a bomb unpacks to terabytes.
const (
	maxNesting = 3       // archives in archives
	maxMembers = 200_000 // files in an archive
	maxTotal   = 100     // times --max-input, all members together
)

// spending is what an archive has unpacked to so far, with the archives in it.
type spending struct {
	members int
	bytes   int64
}

// Expand yields the documents in an input: the members of an archive, the rows of a table,
// or the input itself.
func Expand(in Input) iter.Seq2[Input, error] {
	return func(yield func(Input, error) bool) {
		w := walker{opts: in.opts, seen: map[string]bool{}, yield: yield}
		w.expand(in)
	}
}

// expand yields an input, or what it holds if it is an archive or a table.
func (w *walker) expand(in Input) bool {
	if in.plainByName() {
		return w.yield(in, nil) // most inputs: spare the second look at the file
	}
	c, err := in.open()
	if err != nil {
		return w.yield(Input{}, err)
	}
	defer func() { _ = c.close() }() // read to its end or given up
	if f := in.holds(c); holdsMany(f) {
		return w.contents(in, c, f)
	}
	return w.yield(in, nil)
}

// plainByName reports whether an input is taken for a text without a look at it.
func (in Input) plainByName() bool {
	return formatOfName(in.ID()) == FormatText && !in.opts.tabular()
}

// holdsMany reports whether a file of a format holds documents rather than being one.
func holdsMany(f Format) bool {
	switch f {
	case FormatZip, FormatTar, FormatGzip, FormatZstd, FormatCSV, FormatJSONL, FormatXLSX:
		return true
	}
	return false
}

// contents yields the documents in an archive or a table.
func (w *walker) contents(in Input, c content, f Format) bool {
	switch f {
	case FormatZip, FormatTar, FormatGzip, FormatZstd:
		if in.depth >= maxNesting {
			return w.yield(Input{}, in.reject("", fmt.Sprintf("archives nest more than %d deep", maxNesting), "unpack the inner ones"))
		}
		in.depth++
		if in.spent == nil {
			in.spent = new(spending)
		}
		return w.unpack(in, c, f)
	case FormatCSV:
		return w.csv(in, c)
	case FormatJSONL:
		return w.jsonl(in, c)
	default:
		return w.xlsx(in, c)
	}
}

// unpack yields the members of an archive.
func (w *walker) unpack(in Input, c content, f Format) bool {
	switch f {
	case FormatZip:
		return w.zip(in, c)
	case FormatTar:
		return w.tar(in, c.reader())
	}
	return w.compressed(in, c, f)
}

// tabular reports whether the user said that the inputs are tables.
func (o Options) tabular() bool { return o.TextColumn != "" || o.TextField != "" }

// content is the bytes of an input, not read yet.
type content struct {
	io.ReaderAt
	size  int64
	close func() error
}

// reader reads the content from its start.
func (c content) reader() io.Reader { return io.NewSectionReader(c.ReaderAt, 0, c.size) }

// open opens the content of the input.
func (in Input) open() (content, error) {
	if in.held {
		return content{bytes.NewReader(in.data), int64(len(in.data)), func() error { return nil }}, nil
	}
	f, err := os.Open(in.Path)
	if err != nil {
		return content{}, in.unreadable(err)
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		f.Close()
		return content{}, in.reject("", "is no regular file", "copy its content to a file, or pipe it in and give -")
	}
	if err != nil {
		f.Close()
		return content{}, in.unreadable(err)
	}
	return content{f, info.Size(), f.Close}, nil
}

// holds tells the format of a content by its first bytes, a zip by its members.
func (in Input) holds(c content) Format {
	head := make([]byte, 512)
	n, _ := c.ReadAt(head, 0)
	head = head[:n]
	f := formatOf(in.ID(), head)
	if f == FormatZip {
		if z, err := zip.NewReader(c, c.size); err == nil {
			return formatOfMembers(z)
		}
	}
	if f == FormatText && in.Path == "-" && in.opts.tabular() {
		f = FormatCSV
		if in.opts.TextField != "" {
			f = FormatJSONL
		}
	}
	return f
}

// formatOfMembers tells Office files from plain archives by the parts they must have.
func formatOfMembers(z *zip.Reader) Format {
	for _, m := range z.File {
		switch m.Name {
		case "word/document.xml":
			return FormatDOCX
		case "xl/workbook.xml":
			return FormatXLSX
		}
	}
	return FormatZip
}
