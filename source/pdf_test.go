package source

import (
	"errors"
	"os"
	"strings"
	"testing"
	"time"
)

func TestPDFParagraphs(t *testing.T) {
	text := "某市政府工作报告\n（2024年1月5日在某市第一届人民代表大会第一次会议上）\n各位代表：\n" +
		strings.Repeat("全市地区生产总值增长6.7%，粮食产量达到93.45亿斤，城镇新增就业4.58万人，单位GDP能耗下降3%，办结率97.8%。", 3) + "\n一、2023年工作回顾\n" +
		strings.Repeat("过去一年，我们坚持稳中求进，完成投资1203.5亿元，增长5.2%；新建管网17公里，改造老旧小区60个。", 30) + "\n（一）综合实力\n谢谢大家！\n"
	got, err := Read(Bytes("a.pdf", pdfTextOf(text), Options{}))
	if err != nil {
		t.Fatal(err)
	}
	if got.Text != text {
		t.Errorf("got\n%s\nwant\n%s", got.Text, text)
	}
}

func TestPageNumber(t *testing.T) {
	for s, want := range map[string]bool{
		"12": true, "— 12 —": true, "-3-": true, "第12页": true, "第 2 页 共 30 页": true, "12/34": true, "·5·": true,
		"2023年": false, "增长12": false, "—": false, "一、": false, "5%": false,
	} {
		if got := pageNumber(s); got != want {
			t.Errorf("pageNumber(%q) = %t", s, got)
		}
	}
}

// TestHostilePDFs reads PDF files that are damaged, scanned or made to loop.
func TestHostilePDFs(t *testing.T) {
	whole := string(pdfTextOf(strings.Repeat(sample, 30)))
	reader := NewPDFReader("")
	defer reader.Close()
	for _, c := range []struct{ name, data, want string }{
		{"header only", "%PDF-1.4\n", "damaged"},
		{"cut off", whole[:len(whole)/3], ""},
		{"pages loop", strings.Replace(whole, "/Kids [6 0 R", "/Kids [2 0 R", 1), ""},
		{"many pages", strings.Replace(whole, "/Count ", "/Count 99999", 1), ""},
		{"scanned", string(pdfOf([]string{"q Q", "q Q", "q Q"})), "pictures of pages"},
		{"garbled", string(pdfOf([]string{"BT /F1 9 Tf 1 0 0 1 9 9 Tm <" + pdfHex(strings.Repeat("骞忓勾鍙鑾臻麓鼯", 60)) + "> Tj ET"})), "garbled"},
		{"content loops", strings.Replace(whole, "/F1 3 0 R", "/F1 3 0 R /F2 6 0 R", 1), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			_, err := Read(Bytes("a.pdf", []byte(c.data), Options{PDF: reader}))
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("took %s", took)
			}
			if c.want == "" && err == nil {
				return
			}
			if r := (*Reject)(nil); !errors.As(err, &r) || r.Cure == "" || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

// TestSlowPDF stops documents at different moments of their reading; the reader goes on
// with the next one.
func TestSlowPDF(t *testing.T) {
	long := pdfTextOf(strings.Repeat(sample, 2000))
	reader := NewPDFReader("")
	defer reader.Close()
	if _, err := Read(Bytes("a.pdf", pdfTextOf(sample), Options{PDF: reader})); err != nil {
		t.Fatal(err)
	}
	for _, limit := range []time.Duration{1, time.Millisecond, 20 * time.Millisecond, 60 * time.Millisecond} {
		reader.limit = limit
		start := time.Now()
		_, err := Read(Bytes("a.pdf", long, Options{PDF: reader}))
		if err == nil || !strings.Contains(err.Error(), "takes too long") {
			t.Errorf("limit %s: got %v after %s", limit, err, time.Since(start))
		}
		reader.limit = time.Minute
		if _, err := Read(Bytes("a.pdf", pdfTextOf(sample), Options{PDF: reader})); err != nil {
			t.Errorf("after a stop: %v", err)
		}
	}
}

// TestMutations reads 200 files of each format with a byte changed, cut or doubled:
// each gives a text or a full reject, soon.
func TestMutations(t *testing.T) {
	text := strings.Repeat(sample, 40)
	reader := NewPDFReader("")
	defer reader.Close()
	doc, err := os.ReadFile("testdata/office/report.doc")
	if err != nil {
		t.Fatal(err)
	}
	seeds := append(inEveryFormat(t, text), Bytes("a.doc", doc, Options{}))
	state := uint64(1)
	random := func(n int) int { // xorshift: the same files in each run
		state ^= state << 13
		state ^= state >> 7
		state ^= state << 17
		return int(state % uint64(n))
	}
	for _, seed := range seeds {
		count := 200
		if testing.Short() {
			count = 40
		}
		for range count {
			data := []byte(string(seed.data))
			for range 1 + random(8) {
				data[random(len(data))] ^= byte(1 << random(8))
			}
			if random(4) == 0 {
				data = data[:random(len(data))]
			}
			start := time.Now()
			for in, err := range Expand(Bytes(seed.Path, data, Options{PDF: reader, MaxInput: 10 << 20})) {
				if err == nil {
					_, err = Read(in)
				}
				if r := (*Reject)(nil); err != nil && (!errors.As(err, &r) || r.What == "" || r.Cure == "") {
					t.Errorf("%s: %#v is no full reject", seed.Path, err)
				}
			}
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("%s took %s", seed.Path, took)
			}
		}
	}
}

func FuzzReadPDF(f *testing.F) {
	f.Add(pdfTextOf(sample))
	f.Add([]byte("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n"))
	reader := NewPDFReader("")
	f.Cleanup(func() { reader.Close() })
	f.Fuzz(func(t *testing.T, data []byte) {
		_, err := Read(Bytes("a.pdf", data, Options{PDF: reader, MaxInput: 1 << 20}))
		if r := (*Reject)(nil); err != nil && (!errors.As(err, &r) || r.Cure == "") {
			t.Fatalf("error %#v is no full reject", err)
		}
	})
}
