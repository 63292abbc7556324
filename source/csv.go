package source

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"

	"golang.org/x/text/transform"
)

// csv yields the report in each row of a table of values set off by commas, tabs or
// semicolons.
func (w *walker) csv(in Input, c content) bool {
	text, err := in.decodeStream(c.reader())
	if err != nil {
		return w.yield(Input{}, err)
	}
	quota := &quotaReader{r: text, grant: in.opts.max()}
	b := bufio.NewReaderSize(quota, 64<<10)
	first, _ := b.Peek(64 << 10)
	r := csv.NewReader(b)
	r.Comma = separator(first)
	r.FieldsPerRecord = -1
	r.LazyQuotes = true
	col := -1
	for {
		quota.renew()
		rec, err := r.Read()
		if errors.Is(err, io.EOF) {
			return col >= 0 || w.yield(Input{}, in.reject("", "the table is empty", "fetch it again"))
		}
		if err != nil {
			return w.yield(Input{}, in.brokenRow(err))
		}
		if col < 0 {
			header := false
			if col, header, err = textColumn(rec, in.opts.TextColumn); err != nil {
				return w.yield(Input{}, in.reject("row 1", err.Error(), "name it with --text-column"))
			}
			if header {
				continue
			}
		}
		if col >= len(rec) {
			continue // a row of remarks or none at all
		}
		line, _ := r.FieldPos(col)
		if !w.yield(in.cell(FormatCSV, strconv.Itoa(line), rec[col]), nil) {
			return false
		}
	}
}

// brokenRow is the Reject of a table that cannot be read on.
func (in Input) brokenRow(err error) *Reject {
	var p *csv.ParseError
	where := ""
	if errors.As(err, &p) {
		where = "line " + strconv.Itoa(p.Line)
	}
	return &Reject{Path: in.Path, Where: where, What: "the table cannot be read on", Cure: "look for a quote that is not closed, or save it as .xlsx", Err: err}
}

// separator is the mark that the first line has most of.
func separator(first []byte) rune {
	if i := bytes.IndexByte(first, '\n'); i >= 0 {
		first = first[:i]
	}
	best, count := ',', bytes.Count(first, []byte(","))
	for _, r := range "\t;|" {
		if n := strings.Count(string(first), string(r)); n > count {
			best, count = r, n
		}
	}
	return best
}

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
