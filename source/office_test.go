package source

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestOffice reads files that LibreOffice wrote from one page.
func TestOffice(t *testing.T) {
	const want = "云溪市政府工作报告\n各位代表：\n全市地区生产总值增长5.2%，达到1203.5亿元；GDP per capita rose 4.8%.\n粮食产量\t46.7万吨\n增速\t3.1%\n城镇新增就业4.58万人，\n办结率97.8％。\n"
	for _, name := range []string{"report.doc", "report.docx", "report.pdf"} {
		t.Run(name, func(t *testing.T) {
			got, err := Read(Input{Path: "testdata/office/" + name})
			if err != nil {
				t.Fatal(err)
			}
			want := want
			if got.Format == FormatPDF { // its cells stand closer than a column's gap
				want = strings.Replace(want, "产量\t", "产量", 1)
			}
			if d := cmp.Diff(want, strings.TrimLeft(strings.TrimRight(got.Text, "\n")+"\n", "\n")); d != "" {
				t.Error(d)
			}
			if string(got.Format) != strings.TrimPrefix(name, "report.") {
				t.Errorf("format %q", got.Format)
			}
		})
	}
}

// TestDocRejects reads old Office files that hold no text to read.
func TestDocRejects(t *testing.T) {
	data, err := os.ReadFile("testdata/office/report.doc")
	if err != nil {
		t.Fatal(err)
	}
	header := strings.Index(string(data), "\xEC\xA5")
	if header < 0 {
		t.Fatal("the fixture has no Word header")
	}
	locked := []byte(string(data))
	locked[header+0x0B] |= 1
	old := []byte(string(data))
	old[header+2], old[header+3] = 50, 0
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"encrypted": {locked, "encrypted"},
		"Word 95":   {old, "Word 95"},
		"cut off":   {data[:len(data)/2], ""},
		"signature": {data[:8], ""},
	} {
		_, err := Read(Bytes("a.doc", c.data, Options{}))
		if r := (*Reject)(nil); !errors.As(err, &r) || !strings.Contains(err.Error(), c.want) || !strings.Contains(r.Cure, ".docx") {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestDocLines(t *testing.T) {
	const raw = "一\r二\x0b三\x13 PAGE \x14" + "3\x15页\x0c\x13 A \x13 B \x15\x14四\x15\r甲\x07乙\x07\x07丙\x07丁\x07\x07五\x1e六\x01\x15\x14"
	const want = "一\n二\n三3页\n四\n甲\t乙\n丙\t丁\n五-六"
	if got := docLines(raw); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func FuzzReadDoc(f *testing.F) {
	data, err := os.ReadFile("testdata/office/report.doc")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) { checkText(t, "a.doc", data) })
}
