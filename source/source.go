// Package source turns the bytes of an input, in any format and encoding, into the
// text of a document.
package source

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
)

// Options say what to read and how much of it.
type Options struct {
	MaxInput   int64      // bytes of one input, packed or unpacked; 0 is DefaultMaxInput
	TextColumn string     // heading or letter of the column that holds the report in CSV and XLSX: 正文, C
	TextField  string     // field that holds the report in JSONL: content, data.text
	Charset    string     // what texts and pages are said to be encoded in (gbk, big5); taken where it fits
	PDF        *PDFReader // reads PDF files; nil starts one when it is needed
	Store      Store      // reads URLs; nil rejects them
}

// DefaultMaxInput bounds one input: 100 MiB is a thousand times a long report, and
// still leaves a batch of two workers room in a small machine.
const DefaultMaxInput = 100 << 20

// max is the limit in force.
func (o Options) max() int64 {
	if o.MaxInput <= 0 {
		return DefaultMaxInput
	}
	return o.MaxInput
}

// Text is the text of one document: decoded, line ends as \n, without a leading byte
// order mark. A plain text is otherwise unchanged: full-width digits and odd spaces
// stay, so that offsets into it are offsets into what the author wrote.
type Text struct {
	ID       string // base name of the input: jilin-2024.txt
	Path     string // where it came from: reports.zip!2024/jilin-2024.txt
	Text     string
	Format   Format
	Encoding string // utf-8, utf-16le, gb18030, big5 …; empty where the format leaves no choice
	SHA256   string // of the input's bytes, before decoding
	Repairs  int    // characters that could not be decoded and stand as U+FFFD
}

// Input is one document still to be read: a file, an archive's member, a table's row.
type Input struct {
	Path  string // as given, with !member and #row behind it
	opts  Options
	data  []byte    // content, where it is in memory already
	held  bool      // data is the content, even if it is empty
	form  Format    // known format, empty to look at the content
	row   bool      // data is a cell of a table: UTF-8 text, whatever it looks like
	id    string    // base name, where the path does not end in it
	spent *spending // what the archive that it came from has unpacked to; nil outside of one
	depth int       // archives that it came from
}

// File is the input in a file, which is opened when it is needed.
func File(path string, opts Options) Input { return Input{Path: path, opts: opts} }

// Bytes is an input whose content is at hand, such as an object of a store. The content must
// not be changed as long as the input, or the text that is read of it, is used.
func Bytes(path string, data []byte, opts Options) Input {
	return Input{Path: path, opts: opts, data: data, held: true}
}

// Plain is an input known to be plain text, whatever its name or its opening say.
func Plain(path, text string, opts Options) Input {
	in := Bytes(path, []byte(text), opts)
	in.form = FormatText
	return in
}

// ID is the base name of the input, the name of its document: jilin-2024.txt.
func (in Input) ID() string {
	if in.id != "" {
		return in.id
	}
	return path.Base(in.Path)
}

// part is a member or row of in, whose content is at hand.
func (in Input) part(mark, name string, data []byte) Input {
	p := in
	p.Path = in.Path + mark + name
	p.id = path.Base(name)
	p.data, p.held = data, true
	p.form = FormatOther
	return p
}

// SHA256 is the hash of the input's bytes in hexadecimal, by which a later run knows
// that nothing changed.
func (in Input) SHA256() (string, error) {
	data, err := in.load()
	if err != nil {
		return "", err
	}
	return hashOf(data), nil
}

// hashOf is the SHA-256 of data in hexadecimal.
func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
