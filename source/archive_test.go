package source

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"errors"
	"io/fs"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// expanded reads all that an input holds: path and text, or the reject.
func expanded(in Input) []string {
	var got []string
	for doc, err := range Expand(in) {
		if err != nil {
			got = append(got, "! "+err.Error())
			continue
		}
		text, err := Read(doc)
		if err != nil {
			got = append(got, "! "+err.Error())
			continue
		}
		got = append(got, text.Path+" "+text.ID+" "+strings.TrimSpace(text.Text))
	}
	return got
}

func TestArchives(t *testing.T) {
	gbk := string(encoded(t, "报告/吉林市.txt", simplifiedchinese.GBK))
	big5 := string(encoded(t, "報告.txt", traditionalchinese.Big5))
	inner := string(zipOf(t, member{"b.txt", "乙"}, member{"c.html", "<html><body><p>" + sample}))
	members := []member{
		{"一/甲.txt", "甲"},
		{gbk, "吉林"},
		{"图.png", "x"},
		{"__MACOSX/._甲.txt", "x"},
		{".git/x.txt", "x"},
		{"内.zip", inner},
		{"d.txt.gz", string(gzipOf(t, []byte("丁")))},
		{"../e.txt", "戊"},
		{"/f.txt", "己"},
		{"空.txt", ""},
		{"folder\\g.txt", "庚"},
	}
	html := "c.html " + strings.ReplaceAll(sample, "\n", "") // one paragraph, however its source is wrapped
	want := func(name string) []string {
		return []string{
			name + "!一/甲.txt 甲.txt 甲",
			name + "!报告/吉林市.txt 吉林市.txt 吉林",
			name + "!内.zip!b.txt b.txt 乙",
			name + "!内.zip!c.html " + html,
			name + "!d.txt.gz!d.txt d.txt 丁",
			"! " + name + "!../e.txt: the member's name leads out of the archive; do not trust this archive; pack it anew",
			"! " + name + "!/f.txt: the member's name leads out of the archive; do not trust this archive; pack it anew",
			"! " + name + "!空.txt: the file is empty; fetch it again",
			name + "!folder/g.txt g.txt 庚",
		}
	}
	packed := tarOf(t, members...)
	for name, data := range map[string][]byte{
		"r.zip": zipOf(t, members...), "r.tar": packed, "r.tar.gz": gzipOf(t, packed), "r.tgz": gzipOf(t, packed), "r.tar.zst": zstdOf(t, packed),
		"no extension": zipOf(t, members...),
	} {
		t.Run(name, func(t *testing.T) {
			if d := cmp.Diff(want(name), expanded(Bytes(name, data, Options{}))); d != "" {
				t.Error(d)
			}
		})
	}
	if got := expanded(Bytes("t.zip", zipOf(t, member{big5, "x"}), Options{})); len(got) != 1 || !strings.Contains(got[0], ".txt") {
		t.Errorf("got %q", got)
	}
}

// TestArchiveFiles walks archives on disk, where they need not fit the memory.
func TestArchiveFiles(t *testing.T) {
	dir := tree(t, map[string]string{
		"a.zip":  string(zipOf(t, member{"1.txt", "一"}, member{"2.txt", "二"})),
		"b.tar":  string(tarOf(t, member{"3.txt", "三"})),
		"c.docx": string(docxText(t, "四")),
		"d.zip":  "PK\x03\x04 cut off",
		"e.gz":   "\x1f\x8b no gzip",
	})
	got := walked(dir, Options{MaxInput: 20}, dir)
	want := []string{"D/a.zip!1.txt", "D/a.zip!2.txt", "D/b.tar!3.txt", "D/c.docx", "! D/d.zip: the archive is damaged", "! D/e.gz: the archive is damaged"}
	for i := range got {
		got[i], _, _ = strings.Cut(got[i], " (")
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// TestHostileArchives reads archives made to hurt: each ends in rejects, soon.
func TestHostileArchives(t *testing.T) {
	nested := []byte("核")
	for range 6 {
		nested = zipOf(t, member{"n.zip", string(nested)})
	}
	var bomb []member
	for range 300 {
		bomb = append(bomb, member{"b.txt", strings.Repeat("\x20", 100_000)})
	}
	var locked bytes.Buffer
	z := zip.NewWriter(&locked)
	h := &zip.FileHeader{Name: "locked.txt", Flags: 1}
	if _, err := z.CreateHeader(h); err != nil {
		t.Fatal(err)
	}
	link := &zip.FileHeader{Name: "link.txt"}
	link.SetMode(fs.ModeSymlink | 0o777)
	w, err := z.CreateHeader(link)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte("/etc/passwd")); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	var links bytes.Buffer
	tw := tar.NewWriter(&links)
	if err := tw.WriteHeader(&tar.Header{Name: "link.txt", Linkname: "/etc/passwd", Typeflag: tar.TypeSymlink}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		data []byte
		want []string // in each of the rejects
	}{
		{"nested.zip", nested, []string{"archives nest more than 3 deep"}},
		{"big.txt.gz", gzipOf(t, make([]byte, 8<<20)), []string{"larger than"}},
		{"big.txt.zst", zstdOf(t, make([]byte, 8<<20)), []string{"larger than"}},
		{"locked.zip", locked.Bytes(), []string{"encrypted", "link"}},
		{"links.tar", links.Bytes(), []string{"link"}},
		{"cut.zip", zipOf(t, member{"a.txt", sample})[:60], []string{"damaged"}},
		{"cut.tar.gz", gzipOf(t, tarOf(t, member{"a.txt", sample}))[:80], []string{"cannot be unpacked", "damaged"}},
		{"empty.zip", zipOf(t), []string{"holds no report"}},
		{"bomb.zip", zipOf(t, bomb...), nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			got := expanded(Bytes(c.name, c.data, Options{MaxInput: 120_000}))
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("took %s", took)
			}
			for _, g := range got {
				if !strings.HasPrefix(g, "! ") {
					t.Errorf("got a text: %.80q", g)
				}
			}
			if c.name == "bomb.zip" {
				if last := got[len(got)-1]; !strings.Contains(last, "holds more than") || len(got) > 125 {
					t.Errorf("%d rejects, the last %q", len(got), last)
				}
				return
			}
			if len(got) != len(c.want) {
				t.Fatalf("got %d rejects: %.200q", len(got), got)
			}
			for i := range got {
				if !strings.Contains(got[i], c.want[i]) {
					t.Errorf("got %q, want %q", got[i], c.want[i])
				}
			}
		})
	}
}

func FuzzExpand(f *testing.F) {
	f.Add("a.zip", zipOf(f, member{"a.txt", sample}))
	f.Add("a.tar", tarOf(f, member{"a.txt", sample}))
	f.Add("a.gz", gzipOf(f, []byte(sample)))
	f.Add("a.zst", zstdOf(f, []byte(sample)))
	f.Add("a.csv", []byte("正文,年\n\"增长6.7%\",2023\n"))
	f.Add("a.jsonl", []byte(`{"text":"增长6.7%"}`+"\n"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		n := 0
		for doc, err := range Expand(Bytes(name, data, Options{MaxInput: 1 << 16})) {
			if n++; n > 1000 {
				return
			}
			if err == nil && formatOf(doc.Path, doc.data) != FormatPDF { // has a target of its own
				_, err = Read(doc)
			}
			if err != nil {
				if r := (*Reject)(nil); !errors.As(err, &r) || r.What == "" || r.Cure == "" {
					t.Fatalf("error %#v is no full reject", err)
				}
			}
		}
	})
}
