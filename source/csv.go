package source

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strconv"
	"strings"
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
			var header bool
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
