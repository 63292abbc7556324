package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Read reads the input as text. Its error is always a *Reject.
func Read(in Input) (Text, error) {
	data, err := in.load()
	if err != nil {
		return Text{}, err
	}
	if len(data) == 0 {
		if in.row {
			return Text{}, in.reject("", "the cell is empty", "look for the report elsewhere")
		}
		return Text{}, in.reject("", "the file is empty", "fetch it again")
	}
	if what, cure := notText(data); what != "" && !in.row {
		return Text{}, in.reject("", "the file is "+what+", not a report", cure)
	}
	t, err := in.parse(data)
	if err != nil {
		return Text{}, err
	}
	t.ID, t.Path, t.SHA256 = in.ID(), in.Path, hashOf(data)
	if strings.TrimSpace(t.Text) == "" {
		return Text{}, in.reject("", "there is no text in it", "look whether it is the report or only its cover")
	}
	return t, nil
}

// parse hands data to the reader of its format.
func (in Input) parse(data []byte) (Text, error) {
	if in.row {
		return in.cellText(data)
	}
	f := in.form
	if f == FormatOther {
		f = formatOf(in.Path, data)
	}
	switch f {
	case FormatText:
		return in.plain(data)
	case FormatHTML:
		return in.page(data)
	case FormatDOCX:
		return in.docx(data)
	case FormatDOC:
		return in.legacy(data)
	case FormatPDF:
		return in.pdf(data)
	}
	return Text{}, in.reject("", fmt.Sprintf("a file of format %s holds several documents", f), "give it by a name that ends in ."+string(f))
}

// cellText reads a cell of a table, which crawlers fill with text or with a piece of
// a page.
func (in Input) cellText(data []byte) (Text, error) {
	head := bytes.TrimSpace(data[:min(len(data), 64)])
	if looksHTML(head) || bytes.HasPrefix(head, []byte("<p")) || bytes.HasPrefix(head, []byte("<div")) {
		t, err := in.page(data)
		t.Format = in.form
		return t, err
	}
	d := decoded{text: strings.ToValidUTF8(string(data), "\uFFFD")}
	d.repairs = strings.Count(d.text, "\uFFFD") - bytes.Count(data, []byte("\uFFFD"))
	if err := in.checkPlain(d); err != nil {
		return Text{}, err
	}
	return Text{Text: lineEnds(strings.TrimPrefix(d.text, "\uFEFF")), Format: in.form, Repairs: d.repairs}, nil
}

// plain reads a plain text in any Chinese encoding.
func (in Input) plain(data []byte) (Text, error) {
	d, err := decodeSaid(data, in.opts.Charset)
	if err != nil {
		return Text{}, in.reject("", "the file is not a text in UTF-8, UTF-16, GB18030 or Big5", "save it as UTF-8 text")
	}
	if err := in.checkPlain(d); err != nil {
		return Text{}, err
	}
	return Text{Text: lineEnds(d.text), Format: FormatText, Encoding: d.encoding, Repairs: d.repairs}, nil
}

// checkPlain rejects what decodes but is no text: NUL bytes, many control characters,
// many characters lost.
func (in Input) checkPlain(d decoded) error {
	if i := strings.IndexByte(d.text, 0); i >= 0 {
		where := fmt.Sprintf("character %d", utf8.RuneCountInString(d.text[:i]))
		return in.reject(where, "a NUL byte stands in the text",
			"remove them (tr -d '\\000' < FILE > CLEAN) or fetch the file again")
	}
	controls := countControls(d.text)
	if controls == 0 && d.repairs == 0 {
		return nil // as nearly every text, whose characters need no counting
	}
	n := utf8.RuneCountInString(d.text)
	if controls*50 > n {
		return in.reject("", "the file is binary, not text", "give the report as .txt, .html, .docx or .pdf")
	}
	if d.repairs*20 > n {
		return in.reject("", fmt.Sprintf("%d of %d characters are not valid %s", d.repairs, n, d.encoding),
			"save it as UTF-8 text, or fetch it again")
	}
	return nil
}
