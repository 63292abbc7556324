package source

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"

	"github.com/richardlehane/mscfb"
	"golang.org/x/text/encoding/charmap"
)

// Errors of Word files of before 2007.
var (
	errNoWord    = errors.New("there is no Word text in it")
	errEncrypted = errors.New("it is encrypted")
	errOldWord   = errors.New("it is of Word 95 or older")
	errTorn      = errors.New("it ends too soon")
)

// legacy reads a Word file of before 2007, or one of WPS, which writes the same format.
func (in Input) legacy(data []byte) (Text, error) {
	text, err := readDoc(data)
	if err == nil {
		return Text{Text: text, Format: FormatDOC, Repairs: strings.Count(text, "\uFFFD")}, nil
	}
	r := &Reject{Path: in.Path, What: "the old Office file cannot be read", Cure: "open it in Word, WPS or LibreOffice and save it as .docx", Err: err}
	if errors.Is(err, errEncrypted) {
		r.Cure = "open it with its password and save it without one as .docx"
	}
	return Text{}, r
}

// readDoc reads the text of a Word file of before 2007: the pieces of its main story and
// footnotes, in order ([MS-DOC] 2.4.1).
func readDoc(data []byte) (text string, err error) {
	defer func() {
		if r := recover(); r != nil { // the compound file's reader trusts its tables
			err = fmt.Errorf("the reader gave up: %v", r)
		}
	}()
	streams, err := docStreams(data)
	if err != nil {
		return "", err
	}
	word := streams["WordDocument"]
	if len(word) < 0x1AA {
		return "", errNoWord
	}
	flags := binary.LittleEndian.Uint16(word[0x0A:])
	switch {
	case binary.LittleEndian.Uint16(word) != 0xA5EC:
		return "", errOldWord
	case flags&0x0100 != 0:
		return "", errEncrypted
	case binary.LittleEndian.Uint16(word[2:]) < 101:
		return "", errOldWord
	}
	table := streams["0Table"]
	if flags&0x0200 != 0 {
		table = streams["1Table"]
	}
	raw, err := docPieces(word, table)
	if err != nil {
		return "", err
	}
	return docLines(raw), nil
}

// docStreams reads the streams of a compound file that hold a Word text.
func docStreams(data []byte) (map[string][]byte, error) {
	c, err := mscfb.New(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	streams := map[string][]byte{}
	for {
		f, err := c.Next()
		if errors.Is(err, io.EOF) {
			return streams, nil
		}
		if err != nil {
			return nil, err
		}
		if len(f.Path) > 0 || f.Name != "WordDocument" && f.Name != "0Table" && f.Name != "1Table" {
			continue
		}
		// a stream cannot be longer than the file it is in
		b, err := io.ReadAll(io.LimitReader(f, int64(len(data))))
		if err != nil {
			return nil, err
		}
		streams[f.Name] = b
	}
}

// docPieces puts the text together from the piece table: Word saves fast by adding
// pieces at the end.
func docPieces(word, table []byte) (string, error) {
	at, size := int(binary.LittleEndian.Uint32(word[0x1A2:])), int(binary.LittleEndian.Uint32(word[0x1A6:]))
	if at < 0 || size < 5 || at > len(table)-size {
		return "", errTorn
	}
	clx := table[at : at+size]
	for len(clx) > 3 && clx[0] == 1 { // formatting of pieces
		skip := 3 + int(binary.LittleEndian.Uint16(clx[1:]))
		if skip > len(clx) {
			return "", errTorn
		}
		clx = clx[skip:]
	}
	if len(clx) < 5 || clx[0] != 2 {
		return "", errTorn
	}
	plc := clx[5:min(len(clx), 5+int(binary.LittleEndian.Uint32(clx[1:])))]
	n := (len(plc) - 4) / 12
	// the main text is followed by footnotes, then by heads and feet, which are left out
	limit := int(binary.LittleEndian.Uint32(word[0x4C:])) + int(binary.LittleEndian.Uint32(word[0x50:]))
	var b strings.Builder
	for i := range max(n, 0) {
		from, to := int(binary.LittleEndian.Uint32(plc[4*i:])), int(binary.LittleEndian.Uint32(plc[4*i+4:]))
		to = min(to, limit)
		if from >= to {
			continue
		}
		piece, err := docPiece(word, binary.LittleEndian.Uint32(plc[4*(n+1)+8*i+2:]), to-from)
		if err != nil {
			return "", err
		}
		b.WriteString(piece)
	}
	return b.String(), nil
}

// docPiece decodes count characters at a place of the stream: UTF-16, or one byte each
// where a piece has only Latin letters.
func docPiece(word []byte, fc uint32, count int) (string, error) {
	if fc&0x4000_0000 != 0 {
		at := int(fc&0x3FFF_FFFF) / 2
		if at > len(word)-count {
			return "", errTorn
		}
		b, err := charmap.Windows1252.NewDecoder().Bytes(word[at : at+count])
		return string(b), err
	}
	at := int(fc)
	if at > len(word)-2*count {
		return "", errTorn
	}
	units := make([]uint16, count)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(word[at+2*i:])
	}
	return string(utf16.Decode(units)), nil
}
