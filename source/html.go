package source

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"

	"golang.org/x/net/html"
)

// maxHTML bounds a page: its tree takes some thirty times its bytes, and the longest
// report is half a megabyte.
const maxHTML = 16 << 20

// page reads the report out of an HTML page, without the site around it.
func (in Input) page(data []byte) (Text, error) {
	if len(data) > maxHTML {
		return Text{}, in.reject("", fmt.Sprintf("the page is larger than %d bytes", maxHTML), "save its text as .txt")
	}
	d, err := decodeSaid(data, cmp.Or(in.opts.Charset, metaCharset(data)))
	if err != nil {
		return Text{}, in.reject("", "the page is not in an encoding that is known", "save it as UTF-8")
	}
	if err := in.checkPlain(d); err != nil {
		return Text{}, err
	}
	root, err := html.Parse(strings.NewReader(withoutServerCode(d.text)))
	if err != nil {
		return Text{}, &Reject{Path: in.Path, What: "the page cannot be parsed", Cure: "save its text as .txt", Err: err}
	}
	text := mainText(root)
	if text == "" {
		return Text{}, in.reject("", "the page holds no report, only links and notices",
			"save the page that shows the report itself, or its text as .txt")
	}
	return Text{Text: text, Format: FormatHTML, Encoding: d.encoding, Repairs: d.repairs}, nil
}

// metaCharset is the label of the encoding that the page's own meta element names.
func metaCharset(data []byte) string {
	head := bytes.ToLower(data[:min(len(data), 4096)]) // which moves what follows bytes that are no UTF-8
	i := bytes.Index(head, []byte("charset="))
	if i < 0 {
		return ""
	}
	label := bytes.TrimLeft(head[i+len("charset="):], "\"' ")
	if end := bytes.IndexAny(label, "\"'/> ;"); end >= 0 {
		label = label[:end]
	}
	return string(label)
}

// withoutServerCode drops <% … %>, which pages saved from a server's templates carry and
// browsers show as text.
func withoutServerCode(s string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(s, "<%")
		if !ok {
			break
		}
		_, after, closed := strings.Cut(rest, "%>")
		if !closed {
			break
		}
		b.WriteString(before)
		s = after
	}
	if b.Len() == 0 {
		return s
	}
	return b.String() + s
}
