package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
	"unsafe"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"zhibiao/report"
)

// charset is an encoding by name, with its decoder; UTF-8 needs none.
type charset struct {
	name string
	enc  encoding.Encoding
}

// charsets are the encodings in which Chinese reports are met, the likeliest first.
// GB18030 holds GBK, which holds GB2312.
func charsets() []charset {
	return []charset{
		{"utf-8", nil},
		{"gb18030", simplifiedchinese.GB18030},
		{"utf-16le", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
		{"utf-16be", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
		{"big5", traditionalchinese.Big5},
	}
}

// byteOrderMarks open a text and tell its encoding.
func byteOrderMarks() []struct{ mark, name string } {
	return []struct{ mark, name string }{
		{"\xEF\xBB\xBF", "utf-8"},
		{"\xFF\xFE", "utf-16le"},
		{"\xFE\xFF", "utf-16be"},
		{"\x84\x31\x95\x33", "gb18030"},
	}
}

// decoded is a text as decoded, not yet with \n line ends.
type decoded struct {
	text     string
	encoding string
	repairs  int // bytes or characters replaced by U+FFFD
}

// decode reads data as text: by byte order mark, then as UTF-8 if it is valid, then by
// trying which encoding shows Chinese. Data must stay as it is while the text is needed.
func decode(data []byte) (decoded, error) {
	for _, b := range byteOrderMarks() {
		if rest, ok := bytes.CutPrefix(data, []byte(b.mark)); ok {
			return decodeAs(rest, b.name)
		}
	}
	// UTF-16 of Latin letters is valid UTF-8 with every other byte NUL
	if report.IsUTF8(textOf(data)) && bytes.Count(data, []byte{0}) <= len(data)/10 {
		return decoded{textOf(data), "utf-8", 0}, nil
	}
	name, share := detect(data)
	// reports score 0.8 in their encoding and noise next to nothing in any
	if share < 0.25 {
		return decoded{}, fmt.Errorf("no known encoding fits (best is %s)", name)
	}
	return decodeAs(data, name)
}

// textOf is data as a text, and no copy of it: nobody changes the content of an input.
func textOf(data []byte) string { return unsafe.String(unsafe.SliceData(data), len(data)) }

// decodeSaid is decode for data that is said to be encoded in some way. Valid UTF-8 comes
// first, since pages saved anew keep a charset=gb2312 that no longer holds; then what is
// said, if that gives no more errors than what is found.
func decodeSaid(data []byte, label string) (decoded, error) {
	d, err := decode(data)
	name := charsetOf(label)
	if name == "" || err == nil && d.encoding == "utf-8" && d.repairs == 0 {
		return d, err
	}
	if said, e := decodeAs(data, name); e == nil && (err != nil || said.repairs <= d.repairs) {
		return said, nil
	}
	return d, err
}

// charsetOf is an encoding of the web as charsets calls it, empty if it is none of them
// or always told by the bytes.
func charsetOf(label string) string {
	switch strings.ToLower(label) {
	case "gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80":
		return "gb18030"
	case "big5", "big5-hkscs", "x-x-big5":
		return "big5"
	}
	return ""
}

// decodeAs decodes data in the named encoding and counts what could not be.
func decodeAs(data []byte, name string) (decoded, error) {
	for _, c := range charsets() {
		if c.name == name {
			return c.decode(data)
		}
	}
	return decoded{}, fmt.Errorf("encoding %q is not known", name)
}

// decode decodes all of data. A U+FFFD that the author wrote in UTF-8 is no repair.
func (c charset) decode(data []byte) (decoded, error) {
	if c.enc == nil {
		if utf8.Valid(data) {
			return decoded{string(data), c.name, 0}, nil
		}
		bad := 0
		for rest := data; len(rest) > 0; {
			r, n := utf8.DecodeRune(rest)
			if r == utf8.RuneError && n == 1 {
				bad++
			}
			rest = rest[n:]
		}
		// one U+FFFD a byte, so that the count and the marks agree
		return decoded{string([]rune(string(data))), c.name, bad}, nil
	}
	out, err := c.enc.NewDecoder().Bytes(data)
	if err != nil {
		return decoded{}, fmt.Errorf("decode as %s: %w", c.name, err)
	}
	text := string(out)
	return decoded{text, c.name, strings.Count(text, "\uFFFD")}, nil
}

// lineEnds turns \r\n and \r into \n.
func lineEnds(s string) string {
	if strings.IndexByte(s, '\r') < 0 {
		return s
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.ReplaceAll(s, "\r", "\n")
}
