package source

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

const sample = "2023年，全市地区生产总值增长6.7%，粮食产量达到93.45亿斤。\n城镇新增就业４.58万人，办结率97.8％。\n"

const sampleTraditional = "二零二三年，本地生產總值增長百分之三點二，失業率下降至百分之二點九。政府將撥款五億元發展經濟。\n"

// encoded is sample in every encoding a report may come in.
func encoded(t testing.TB, text string, e encoding.Encoding) []byte {
	t.Helper()
	if e == nil {
		return []byte(text)
	}
	data, err := e.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestReadEncodings(t *testing.T) {
	for _, c := range []struct {
		name, text, want string
		enc              encoding.Encoding
		mark             string
	}{
		{"utf-8", sample, "utf-8", nil, ""},
		{"utf-8 with mark", sample, "utf-8", nil, "\xEF\xBB\xBF"},
		{"utf-16le with mark", sample, "utf-16le", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "\xFF\xFE"},
		{"utf-16be with mark", sample, "utf-16be", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "\xFE\xFF"},
		{"utf-16le", sample, "utf-16le", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), ""},
		{"utf-16be", sample, "utf-16be", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), ""},
		{"utf-16le latin", "GDP grew by 6.7% in 2023.\n", "utf-16le", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), ""},
		{"gbk", sample, "gb18030", simplifiedchinese.GBK, ""},
		{"gb18030", sample + "㐀𠀀\n", "gb18030", simplifiedchinese.GB18030, ""},
		{"gb18030 with mark", sample, "gb18030", simplifiedchinese.GB18030, "\x84\x31\x95\x33"},
		{"gbk short", "增长6.7%", "gb18030", simplifiedchinese.GBK, ""},
		{"gbk traditional", sampleTraditional, "gb18030", simplifiedchinese.GBK, ""},
		{"big5", sampleTraditional, "big5", traditionalchinese.Big5, ""},
		{"utf-8 traditional", sampleTraditional, "utf-8", nil, ""},
		{"ascii", "GDP +6.7%\n", "utf-8", nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := append([]byte(c.mark), encoded(t, c.text, c.enc)...)
			got, err := Read(Bytes("a/报告.txt", data, Options{}))
			if err != nil {
				t.Fatal(err)
			}
			if got.Text != c.text || got.Encoding != c.want || got.Repairs != 0 {
				t.Errorf("got %q in %s with %d repairs, want %q in %s", got.Text, got.Encoding, got.Repairs, c.text, c.want)
			}
			if got.ID != "报告.txt" || got.Format != FormatText {
				t.Errorf("got ID %q, format %q", got.ID, got.Format)
			}
		})
	}
}

// TestDetectCorpus reads every real report in every encoding that can hold it.
func TestDetectCorpus(t *testing.T) {
	files, _ := filepath.Glob("../../shared/corpus/*.txt")
	if len(files) == 0 {
		t.Skip("no corpus beside the repository; only the samples were tried")
	}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		text := lineEnds(strings.TrimPrefix(string(raw), "\uFEFF"))
		for _, c := range charsets() {
			data := []byte(text)
			if c.enc != nil {
				if data, err = c.enc.NewEncoder().Bytes(data); err != nil {
					continue // Big5 has no simplified characters
				}
			}
			got, err := Read(Bytes(f, data, Options{}))
			if err != nil {
				t.Errorf("%s as %s: %v", f, c.name, err)
			} else if got.Text != text || got.Encoding != c.name {
				t.Errorf("%s as %s: read as %s, equal %t", f, c.name, got.Encoding, got.Text == text)
			}
		}
	}
}

func TestReadLineEnds(t *testing.T) {
	got, err := Read(Bytes("a.txt", []byte("\xEF\xBB\xBF一\r\n二\r三\n\r\n四\uFEFF\u00A0　\r\r\n"), Options{}))
	if err != nil {
		t.Fatal(err)
	}
	if want := "一\n二\n三\n\n四\uFEFF\u00A0　\n\n"; got.Text != want {
		t.Errorf("got %q, want %q", got.Text, want)
	}
}

func TestReadRepairs(t *testing.T) {
	data := []byte(strings.Repeat(sample, 5) + "增长\xE5\x8F9%\n")
	got, err := Read(Bytes("a.txt", data, Options{}))
	if err != nil {
		t.Fatal(err)
	}
	if got.Encoding != "utf-8" || got.Repairs != 2 || strings.Count(got.Text, "\uFFFD") != 2 || !utf8.ValidString(got.Text) {
		t.Errorf("got %s, %d repairs, %q", got.Encoding, got.Repairs, got.Text)
	}
}

func TestReadRejects(t *testing.T) {
	noise := make([]byte, 4096)
	for i := range noise {
		noise[i] = byte(i*i*31 + i>>3)
	}
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"empty", nil, "empty"},
		{"mark only", []byte("\xEF\xBB\xBF"), "no text"},
		{"blank", []byte(" \n\n　"), "no text"},
		{"NUL in UTF-8", []byte(sample + "\x00" + sample), "character 59: a NUL byte stands in the text"},
		{"NUL in GBK", append(encoded(t, strings.Repeat(sample, 9), simplifiedchinese.GBK), 0), "a NUL byte"},
		{"NUL in ASCII", []byte("growth of\x006.7% in the year 2023 over 2022"), "a NUL byte"},
		{"noise", noise, "not a text"},
		{"all NUL", make([]byte, 1000), "not a text"},
		{"controls", []byte(strings.Repeat("a\x01\x02", 100)), "binary"},
		{"png", []byte("\x89PNG\r\n\x1a\n0000"), "PNG image"},
		{"big", bytes.Repeat([]byte("一"), 2000), "larger than 5000 bytes"},
		{"half lost", []byte(strings.Repeat("全市生产总值增长\xE5\x8F", 50)), "not valid"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Read(Bytes("报告.txt", c.data, Options{MaxInput: 5000}))
			var r *Reject
			if !errors.As(err, &r) {
				t.Fatalf("got %q, error %v; want a reject", got.Text, err)
			}
			if !strings.HasPrefix(r.Error(), "报告.txt: ") || !strings.Contains(r.Error(), c.want) || r.Cure == "" {
				t.Errorf("got %q, want %q and a cure", r, c.want)
			}
		})
	}
}

// TestReadLongLine keeps the cost of a text of 50 MB in one line in bounds.
func TestReadLongLine(t *testing.T) {
	line := strings.ReplaceAll(sample, "\n", "")
	data := []byte(strings.Repeat(line, 50<<20/len(line)))
	got, err := Read(Bytes("a.txt", data, Options{}))
	if err != nil || len(got.Text) != len(data) {
		t.Fatalf("got %d bytes, error %v", len(got.Text), err)
	}
}

func FuzzReadText(f *testing.F) {
	f.Add([]byte(sample))
	f.Add(encoded(f, sample, simplifiedchinese.GBK))
	f.Add(encoded(f, sampleTraditional, traditionalchinese.Big5))
	f.Add(encoded(f, sample, unicode.UTF16(unicode.BigEndian, unicode.UseBOM)))
	f.Add([]byte("\xFF\xFE\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		checkText(t, "a.txt", data)
	})
}

// checkText reads data and checks what holds of every text and every reject.
func checkText(t *testing.T, name string, data []byte) {
	t.Helper()
	got, err := Read(Bytes(name, data, Options{MaxInput: 1 << 20}))
	if err != nil {
		if r := (*Reject)(nil); !errors.As(err, &r) || r.Path != name || r.What == "" || r.Cure == "" {
			t.Fatalf("error %#v is no full reject", err)
		}
		return
	}
	if !utf8.ValidString(got.Text) || strings.ContainsAny(got.Text, "\r\x00") {
		t.Fatalf("text is not clean: %q", got.Text)
	}
	again, _ := Read(Bytes(name, data, Options{MaxInput: 1 << 20}))
	if again != got {
		t.Fatalf("read twice, got two texts")
	}
}

// What a sender says of the encoding helps where the bytes alone tell too little.
func TestDecodeAsSaid(t *testing.T) {
	for _, test := range []struct{ said, data, want string }{
		{"gbk", "\xd7\xcd\xb2\xa9", "淄博"},
		{"GB2312", "\xe5\xa7\xd1\xf4", "濮阳"},
		{"big5", "\xb8\xaa\xaf\x46", "葵涌"},
		{"gbk", "城北", "城北"},                // it is UTF-8, whatever is said
		{"big5", "增长6.7%，新建", "增长6.7%，新建"}, // the same
		{"klingon", "增长", "增长"},
	} {
		text, err := Read(Bytes("a.txt", []byte(test.data), Options{Charset: test.said}))
		if err != nil || text.Text != test.want {
			t.Errorf("%q said to be %s is %q, %v; want %q", test.data, test.said, text.Text, err, test.want)
		}
	}
}

// TestCountControls puts each byte at each place of a text.
func TestCountControls(t *testing.T) {
	for c := range 256 {
		want := 0
		if control(rune(c)) && c < 0x80 {
			want = 1
		}
		for at := range 19 {
			text := []byte("增长 6.7%，增长～")[:19]
			text[at] = byte(c)
			if got := countControls(string(text)); got != want {
				t.Errorf("byte %#x at %d: %d controls, want %d", c, at, got, want)
			}
		}
	}
	if got := countControls(strings.Repeat("\x01增\x7f\n", 50)); got != 100 {
		t.Errorf("%d controls, want 100", got)
	}
}
