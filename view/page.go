package view

import (
	"encoding/json"
	"fmt"
	"html"
	"io"
	"strings"

	"zhibiao/output"
)

// Page writes reports as one page that needs nothing else: no network, no file beside
// it. It is an output.Writer, so that reports are handed to it as to any table.
type Page struct {
	to      io.Writer
	version string
	parts   []output.Rows
}

// NewPage returns a Page that is written to w when it is closed. The version is that of
// the program, to be named on the page.
func NewPage(w io.Writer, version string) *Page { return &Page{to: w, version: version} }

// Write takes the rows of a document.
func (p *Page) Write(rows output.Rows) error {
	p.parts = append(p.parts, rows)
	return nil
}

// AddDataset takes all documents of a dataset.
func (p *Page) AddDataset(d *output.Dataset) error {
	heads, err := d.Heads()
	if err != nil {
		return err
	}
	for _, head := range heads {
		rows, err := d.Report(head.DocID)
		if err != nil {
			return err
		}
		p.parts = append(p.parts, rows)
	}
	return nil
}

// payload is what the page's program finds in the page.
type payload struct {
	Version string            `json:"version"`
	Heads   []Head            `json:"heads"`
	Report  *Report           `json:"report,omitempty"` // of a page of one report
	Packed  []string          `json:"packed,omitempty"` // of many: each as JSON, gzip, base64
	Panel   []Cell            `json:"panel"`
	Names   map[string]string `json:"names"` // code → name used most often
}

// Close writes the page.
func (p *Page) Close() error {
	all := output.Join(p.parts)
	data := payload{Version: p.version, Heads: []Head{}, Panel: cellsOf(all.Panel), Names: namesOf(all.Facts)}
	for _, part := range split(&all) {
		r := reportOf(&part)
		data.Heads = append(data.Heads, r.Head)
		packed, err := pack(&r)
		if err != nil {
			return err
		}
		data.Report, data.Packed = &r, append(data.Packed, packed)
	}
	if len(data.Packed) == 1 {
		data.Packed = nil // a single report stays legible in the source of its page
	} else {
		data.Report = nil
	}
	return p.write(&data)
}

func (p *Page) write(data *payload) error {
	title := "zhibiao 指标"
	if data.Report != nil && data.Report.Title != "" {
		title = data.Report.Title
	}
	content, err := json.Marshal(data) // which writes <, > and & as \u003c: it ends no script
	if err != nil {
		return fmt.Errorf("write page: %w", err)
	}
	js := inline(appJS())
	var b strings.Builder
	b.WriteString("<!doctype html>\n<html lang=\"zh\">\n<head>\n<meta charset=\"utf-8\">\n")
	b.WriteString("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src " + pin(js) +
		"; style-src " + pin(appCSS) + "; img-src data:; base-uri 'none'; form-action 'none'\">\n")
	b.WriteString(head + "<title>" + html.EscapeString(title) + "</title>\n<style>" + appCSS + "</style>\n</head>\n<body>\n" + noscript)
	b.WriteString("<script type=\"application/json\" id=\"data\">")
	b.Write(content)
	b.WriteString("</script>\n<script>" + js + "</script>\n</body>\n</html>\n")
	if _, err := io.WriteString(p.to, b.String()); err != nil {
		return fmt.Errorf("write page: %w", err)
	}
	return nil
}

// The parts that written and served pages share.
const (
	head = `<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
`
	noscript = "<noscript>This page needs JavaScript. 本页需要启用 JavaScript。</noscript>\n"
)

// inline is a program that can stand within a script element.
func inline(js string) string { return strings.ReplaceAll(js, "</script", `<\/script`) }
