package source

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/klauspost/compress/zstd"
)

// member is a file to pack.
type member struct{ name, content string }

// zipOf packs members; order as given.
func zipOf(t testing.TB, members ...member) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, m := range members {
		w, err := z.CreateHeader(&zip.FileHeader{Name: m.name, Method: zip.Deflate, NonUTF8: true})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(m.content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// tarOf packs members.
func tarOf(t testing.TB, members ...member) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, m := range members {
		h := &tar.Header{Name: m.name, Mode: 0o644, Size: int64(len(m.content)), Typeflag: tar.TypeReg}
		if err := w.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(m.content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// gzipOf and zstdOf compress data.
func gzipOf(t testing.TB, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func zstdOf(t testing.TB, data []byte) []byte {
	t.Helper()
	w, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	return w.EncodeAll(data, nil)
}

// escaped is s as XML text.
func escaped(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		return ""
	}
	return b.String()
}

const wordNS = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// docxOf is a Word document with a body of XML, and other parts by name.
func docxOf(t testing.TB, body string, parts ...member) []byte {
	t.Helper()
	doc := `<?xml version="1.0" encoding="UTF-8"?><w:document ` + wordNS + `><w:body>` + body + `</w:body></w:document>`
	return zipOf(t, append([]member{{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", doc}}, parts...)...)
}

// docxText is a Word document of plain paragraphs, one a line.
func docxText(t testing.TB, text string) []byte {
	t.Helper()
	var b strings.Builder
	for l := range strings.SplitSeq(strings.TrimSuffix(text, "\n"), "\n") {
		fmt.Fprintf(&b, `<w:p><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>`, escaped(l))
	}
	return docxOf(t, b.String())
}

// htmlText is a page of paragraphs with a menu and a foot around them.
func htmlText(text string) []byte {
	var b strings.Builder
	b.WriteString(`<html><head><meta charset="utf-8"><title>政府工作报告</title></head><body><div class="nav"><a href="/">首页</a> <a href="/x">政务公开</a></div><div class="content">`)
	for l := range strings.SplitSeq(text, "\n") {
		b.WriteString("<p>　　" + escaped(l) + "</p>\n")
	}
	b.WriteString(`</div><div class="footer">主办：某市人民政府，承办：某市大数据中心</div></body></html>`)
	return []byte(b.String())
}

// jsonText is text as a JSON string.
func jsonText(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		return `""`
	}
	return string(b)
}

// pdfText is a PDF as offices print reports: 22 lines of 28 characters a page, first
// lines indented, a running head and page numbers, in a font that it does not carry.
func pdfTextOf(text string) []byte {
	var lines []string
	for para := range strings.SplitSeq(text, "\n") {
		r := []rune("\u3000\u3000" + para)
		for len(r) > 2 {
			n := min(28, len(r))
			lines = append(lines, string(r[:n]))
			r = r[n:]
			if len(r) > 0 && len(r) <= 2 {
				lines[len(lines)-1] += string(r)
				break
			}
		}
	}
	var pages []string
	for n := 1; len(lines) > 0; n++ {
		k := min(22, len(lines))
		pages = append(pages, pdfPageOf(n, lines[:k]))
		lines = lines[k:]
	}
	return pdfOf(pages)
}

// pdfPageOf is the content stream of a page.
func pdfPageOf(number int, lines []string) string {
	var b strings.Builder
	at := func(x, y float64, s string) {
		fmt.Fprintf(&b, "BT /F1 16 Tf 1 0 0 1 %.1f %.1f Tm <%s> Tj ET\n", x, y, pdfHex(s))
	}
	at(200, 800, "某市政府工作报告")
	for i, l := range lines {
		trimmed := strings.TrimLeft(l, "\u3000")
		indent := float64(len([]rune(l))-len([]rune(trimmed))) * 16
		at(72+indent, 760-float64(i)*30, trimmed)
	}
	at(280, 40, fmt.Sprintf("— %d —", number))
	return b.String()
}

// pdfHex is s in UTF-16, as the encoding UniGB-UTF16-H has it.
func pdfHex(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String()
}

// pdfOf is a PDF of pages given by their content streams.
func pdfOf(pages []string) []byte {
	var b bytes.Buffer
	var offsets []int
	object := func(s string) {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(offsets), s)
	}
	b.WriteString("%PDF-1.4\n")
	kids := make([]string, len(pages))
	for i := range pages {
		kids[i] = fmt.Sprintf("%d 0 R", 6+2*i)
	}
	object("<< /Type /Catalog /Pages 2 0 R >>")
	object(fmt.Sprintf("<< /Type /Pages /Count %d /Kids [%s] >>", len(pages), strings.Join(kids, " ")))
	object("<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>")
	object("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /FontDescriptor 5 0 R >>")
	object("<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>")
	for i, p := range pages {
		object(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>", 7+2*i))
		object(fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(p), p))
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, xref)
	return b.Bytes()
}
