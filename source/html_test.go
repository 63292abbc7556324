package source

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestPages reads pages as city governments publish them: menus, date lines, share
// buttons, codes to scan and related news around the report.
func TestPages(t *testing.T) {
	pages, _ := filepath.Glob("testdata/html/*.html")
	if len(pages) == 0 {
		t.Fatal("no pages in testdata/html")
	}
	for _, p := range pages {
		t.Run(filepath.Base(p), func(t *testing.T) {
			want, err := os.ReadFile(strings.TrimSuffix(p, ".html") + ".want")
			if err != nil {
				t.Fatal(err)
			}
			got, err := Read(Input{Path: p})
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(string(want), got.Text); d != "" {
				t.Error(d)
			}
			if got.Format != FormatHTML {
				t.Errorf("format %q", got.Format)
			}
		})
	}
}

func TestPageCharset(t *testing.T) {
	body := "<p>" + strings.ReplaceAll(sample, "\n", "</p><p>") + "</p></body></html>"
	for _, c := range []struct{ name, meta, enc, want string }{
		{"meta says gbk, is gbk", "gb2312", "gb18030", "gb18030"},
		{"meta says gbk, is utf-8", "gb2312", "utf-8", "utf-8"},
		{"meta says utf-8, is gbk", "utf-8", "gb18030", "gb18030"},
		{"meta says nothing", "", "gb18030", "gb18030"},
		{"meta says latin", "iso-8859-1", "gb18030", "gb18030"},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := []byte(`<html><head><meta charset="` + c.meta + `"></head><body>` + body)
			for _, cs := range charsets() {
				if cs.name == c.enc && cs.enc != nil {
					data = encoded(t, string(data), cs.enc)
				}
			}
			got, err := Read(Bytes("a.html", data, Options{}))
			if err != nil {
				t.Fatal(err)
			}
			if got.Text != sample || got.Encoding != c.want {
				t.Errorf("got %q in %s, want it in %s", got.Text, got.Encoding, c.want)
			}
		})
	}
}

// TestHostilePages keeps the cost of pages made to hurt in bounds.
func TestHostilePages(t *testing.T) {
	sentence := "全市地区生产总值增长6.7%，粮食产量达到93.45亿斤。"
	for name, page := range map[string]string{
		"deep":       "<html><body>" + strings.Repeat("<div>", 100_000) + sentence,
		"deep spans": "<html><body>" + strings.Repeat("<span>", 100_000) + sentence,
		"many lines": "<html><body>" + strings.Repeat("<div>", 400) + strings.Repeat("<br>"+sentence, 20_000),
		"unclosed":   "<html><body><p " + strings.Repeat("a=1 ", 100_000),
		"tables":     "<html><body>" + strings.Repeat("<table><tr><td>", 150) + sentence,
		"server":     "<html><body>" + strings.Repeat("<% ", 200_000),
		"formatting": "<html><body>" + strings.Repeat("<b><i><p>"+sentence, 3_000),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			_, err := Read(Bytes("a.html", []byte(page), Options{}))
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("took %s (%v)", took, err)
			}
			if r := (*Reject)(nil); err != nil && (!errors.As(err, &r) || r.Cure == "") {
				t.Errorf("got %v, want a reject with a cure", err)
			}
		})
	}
}

func FuzzReadPage(f *testing.F) {
	pages, _ := filepath.Glob("testdata/html/*.html")
	for _, p := range pages {
		data, err := os.ReadFile(p)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) { checkText(t, "a.html", data) })
}

// TestCharsetBehindOtherBytes finds the label where the page's title is in another
// encoding than UTF-8, in which lower case has another length.
func TestCharsetBehindOtherBytes(t *testing.T) {
	for page, want := range map[string]string{
		"<title>\xd5\xfe\xb8\xae\xb9\xa4\xd7\xf7\xb1\xa8\xb8\xe6</title><meta content=\"text/html; CHARSET=GB2312\">": "gb2312",
		"\xc5<meta charset='Big5'>": "big5",
		"\xc5ChArset=":              "",
		"<meta charset=utf-8>":      "utf-8",
	} {
		if got := metaCharset([]byte(page)); got != want {
			t.Errorf("%q: got %q, want %q", page, got, want)
		}
	}
}
