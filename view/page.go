package view

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"os"
	"path/filepath"
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

// split parts joined rows by document again; Join has sorted them and told apart documents
// of the same name.
func split(all *output.Rows) []output.Rows {
	of := map[string]*output.Rows{}
	parts := make([]output.Rows, len(all.Documents))
	for i, d := range all.Documents {
		parts[i].Documents = []output.DocumentRow{d}
		of[d.DocID] = &parts[i]
	}
	for _, s := range all.Sections {
		of[s.DocID].Sections = append(of[s.DocID].Sections, s)
	}
	for _, s := range all.Sentences {
		of[s.DocID].Sentences = append(of[s.DocID].Sentences, s)
	}
	for i := range all.Facts {
		f := &all.Facts[i]
		of[f.DocID].Facts = append(of[f.DocID].Facts, *f)
	}
	return parts
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
	js := inline(appJS)
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

// pack makes a report small: Chinese text and its facts take a fifth.
func pack(r *Report) (string, error) {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return "", err
	}
	if err := json.NewEncoder(z).Encode(r); err != nil {
		return "", fmt.Errorf("pack %s: %w", r.ID, err)
	}
	if err := z.Close(); err != nil {
		return "", err
	}
	return base64.StdEncoding.EncodeToString(b.Bytes()), nil
}

// namesOf is the name that each code goes by most often; of equals the first.
func namesOf(facts []output.FactRow) map[string]string {
	counts := map[string]map[string]int{}
	names := map[string]string{}
	for i := range facts {
		code, name := facts[i].IndicatorCode, facts[i].Indicator
		if code == "" || facts[i].Aspect == "rank" {
			continue // ranks bear names like 地区生产总值增速
		}
		if counts[code] == nil {
			counts[code] = map[string]int{}
		}
		counts[code][name]++
		if old := names[code]; old == "" || counts[code][name] > counts[code][old] {
			names[code] = name
		}
	}
	return names
}

// IsDataset reports whether a path is a folder of tables rather than of reports.
func IsDataset(path string) bool {
	for _, name := range []string{"facts.parquet", "dataset.json"} {
		if _, err := os.Stat(filepath.Join(path, name)); err == nil {
			return true
		}
	}
	return false
}
