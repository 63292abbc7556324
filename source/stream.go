package source

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"golang.org/x/text/transform"
)

// decodeStream reads r as UTF-8, whatever it is encoded in, judged by its start.
func (in Input) decodeStream(r io.Reader) (io.Reader, error) {
	b := bufio.NewReaderSize(r, 2*detectSample)
	head, err := b.Peek(2 * detectSample)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, in.unreadable(err)
	}
	for _, m := range byteOrderMarks() {
		if bytes.HasPrefix(head, []byte(m.mark)) {
			if _, err := b.Discard(len(m.mark)); err != nil {
				return nil, in.unreadable(err)
			}
			return streamAs(b, m.name), nil
		}
	}
	d, err := decode(wholeCharacters(head))
	if err != nil {
		return nil, in.reject("", "the file is not a text in UTF-8, UTF-16, GB18030 or Big5", "save it as UTF-8 text")
	}
	return streamAs(b, d.encoding), nil
}

// wholeCharacters drops a UTF-8 character cut off at the end.
func wholeCharacters(b []byte) []byte {
	for i := 1; i <= 3 && i <= len(b); i++ {
		if c := b[len(b)-i]; c >= 0xC0 {
			return b[:len(b)-i]
		} else if c < 0x80 {
			break
		}
	}
	return b
}

// streamAs decodes a stream in the named encoding.
func streamAs(r io.Reader, name string) io.Reader {
	for _, c := range charsets() {
		if c.name == name && c.enc != nil {
			return transform.NewReader(r, c.enc.NewDecoder())
		}
	}
	return r
}

// quotaReader grants so many bytes between renewals: one row of a table whose quote is
// never closed must not fill the memory.
type quotaReader struct {
	r           io.Reader
	grant, left int64
}

// renew grants anew.
func (q *quotaReader) renew() { q.left = q.grant }

// Read reads within the grant. The first call comes before any row.
func (q *quotaReader) Read(b []byte) (int, error) {
	if q.left == 0 {
		q.left = q.grant
	}
	if q.left < 0 {
		return 0, errCapped
	}
	n, err := q.r.Read(b)
	q.left -= int64(n)
	if q.left == 0 {
		q.left = -1
	}
	return n, err
}
