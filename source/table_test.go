package source

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
)

func TestTables(t *testing.T) {
	csv := "\xEF\xBB\xBF城市,年份,正文\n吉林市,2024,\"增长6.7%，\n达到\"\"新高\"\"。\"\n\n白山市,2024,\n松原市\n辽源市,2023,<p>增长5%，粮食产量达到93.45亿斤，城镇新增就业4.58万人。</p>\n"
	want := []string{"a.csv#2 a.csv#2 增长6.7%，\n达到\"新高\"。", "! a.csv#5: the cell is empty; look for the report elsewhere", "a.csv#7 a.csv#7 增长5%，粮食产量达到93.45亿斤，城镇新增就业4.58万人。"}
	tsv := "a\tb\n1\t增长6.7%\n"
	long := strings.Repeat("增长6.7%，", 100)
	for _, c := range []struct {
		name string
		data string
		opts Options
		want []string
	}{
		{"a.csv", csv, Options{}, want},
		{"a.csv", csv, Options{TextColumn: "正文"}, want},
		{"a.csv", csv, Options{TextColumn: "C"}, want},
		{"a.csv", csv, Options{TextColumn: "3"}, want},
		{"a.csv", string(encoded(t, "正文;年\n增长6.7%;2024\n", simplifiedchinese.GBK)), Options{}, []string{"a.csv#2 a.csv#2 增长6.7%"}},
		{"a.tsv", tsv, Options{TextColumn: "b"}, []string{"a.tsv#2 a.tsv#2 增长6.7%"}},
		{"a.csv", long + "\n" + long + "\n", Options{TextColumn: "A"}, []string{"a.csv#1 a.csv#1 " + long, "a.csv#2 a.csv#2 " + long}},
		{"a.csv", "x,y\n1,2\n", Options{}, []string{"! a.csv: row 1: no column is known to hold the report, of x, y; name it with --text-column"}},
		{"a.csv", "x,y\n1,2\n", Options{TextColumn: "z"}, []string{"! a.csv: row 1: there is no column \"z\", only x, y; name it with --text-column"}},
		{"a.csv", "", Options{}, []string{"! a.csv: the table is empty; fetch it again"}},
		{"-", csv, Options{TextColumn: "正文"}, []string{"-#2 -#2 增长6.7%，\n达到\"新高\"。", "! -#5: the cell is empty; look for the report elsewhere", "-#7 -#7 增长5%，粮食产量达到93.45亿斤，城镇新增就业4.58万人。"}},
		{"a.jsonl", "{\"text\":\"一\"}\n\n{\"data\":{\"text\":\"二\"}}\n{\"text\":3}\nnope\n[1]\n{\"text\":\"四\"}", Options{}, []string{
			"a.jsonl#1 a.jsonl#1 一", "! a.jsonl: line 3: no field is known to hold the report, of data; name the field with --text-field",
			"! a.jsonl: line 4: field \"text\" is no string; name the field with --text-field",
			"! a.jsonl: line 5: the line is no JSON object (invalid character 'o' in literal null (expecting 'u')); write one object a line",
			"! a.jsonl: line 6: the line is no JSON object (); write one object a line", "a.jsonl#7 a.jsonl#7 四",
		}},
		{"a.jsonl", "{\"data\":{\"text\":\"二\"}}\n{\"data.text\":\"三\"}\n", Options{TextField: "data.text"}, []string{"a.jsonl#1 a.jsonl#1 二", "a.jsonl#2 a.jsonl#2 三"}},
		{"-", "{\"t\":\"一\"}\n", Options{TextField: "t"}, []string{"-#1 -#1 一"}},
		{"a.jsonl", "", Options{}, []string{"! a.jsonl: the file holds no line; fetch it again"}},
	} {
		if d := cmp.Diff(c.want, expanded(Bytes(c.name, []byte(c.data), c.opts))); d != "" {
			t.Errorf("%.40q %+v: %s", c.data, c.opts, d)
		}
	}
}

func TestWorkbook(t *testing.T) {
	book := excelize.NewFile()
	if _, err := book.NewSheet("二"); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ sheet, cell, text string }{
		{"Sheet1", "A1", "说明"},
		{"Sheet1", "A2", "本表不含报告"},
		{"二", "B1", "城市"},
		{"二", "C1", "正文"},
		{"二", "B2", "吉林市"},
		{"二", "C2", "增长6.7%\r\n，达到"},
		{"二", "C4", "增长5%"},
		{"二", "B5", "x"},
	} {
		if err := book.SetCellStr(c.sheet, c.cell, c.text); err != nil {
			t.Fatal(err)
		}
	}
	if err := book.SetCellRichText("二", "C6", []excelize.RichTextRun{{Text: "增长"}, {Text: "4%"}}); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := book.Write(&b); err != nil {
		t.Fatal(err)
	}
	want := []string{"a.xlsx#二.2 a.xlsx#二.2 增长6.7%\n，达到", "a.xlsx#二.4 a.xlsx#二.4 增长5%", "a.xlsx#二.6 a.xlsx#二.6 增长4%"}
	if d := cmp.Diff(want, expanded(Bytes("a.xlsx", b.Bytes(), Options{}))); d != "" {
		t.Error(d)
	}
	got := expanded(Bytes("a.xlsx", b.Bytes(), Options{TextColumn: "无"}))
	if len(got) != 1 || !strings.Contains(got[0], `there is no column "无"`) {
		t.Errorf("got %q", got)
	}
}

// TestHostileTables reads tables whose rows never end.
func TestHostileTables(t *testing.T) {
	for name, data := range map[string]string{
		"a.csv":   "正文\n\"" + strings.Repeat("增", 1_000_000),
		"b.csv":   "正文\n" + strings.Repeat("增", 1_000_000),
		"a.jsonl": `{"text":"` + strings.Repeat("增", 1_000_000),
	} {
		got := expanded(Bytes(name, []byte(data), Options{MaxInput: 100_000}))
		if len(got) != 1 || !strings.HasPrefix(got[0], "! ") {
			t.Errorf("%s: got %.200q", name, got)
		}
	}
}

// FuzzReadWorkbook reads workbooks of one sheet whose parts are any bytes.
func FuzzReadWorkbook(f *testing.F) {
	f.Add([]byte(`<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>增长6.7%</t></is></c></row></sheetData></worksheet>`),
		[]byte(`<sst><si><t>正文</t></si></sst>`), []byte("rId1"))
	f.Add([]byte(`<row r="-1"><c r="ZZZZZZ1" t="s"><v>99999999999</v></c><c><f><f></f></f></c></row>`), []byte(`<si><rPh><t>x</t>`), []byte("../"))
	f.Fuzz(func(t *testing.T, sheet, shared, id []byte) {
		data := zipOf(t,
			member{"xl/workbook.xml", `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="甲" r:id="rId1"/></sheets></workbook>`},
			member{"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="` + escaped(string(id)) + `" Target="worksheets/sheet1.xml"/></Relationships>`},
			member{"xl/worksheets/sheet1.xml", string(sheet)}, member{"xl/sharedStrings.xml", string(shared)})
		n := 0
		for doc, err := range Expand(Bytes("a.xlsx", data, Options{MaxInput: 1 << 20})) {
			if n++; n > 1000 {
				return
			}
			if err == nil {
				_, err = Read(doc)
			}
			if r := (*Reject)(nil); err != nil && (!errors.As(err, &r) || r.What == "" || r.Cure == "") {
				t.Fatalf("error %#v is no full reject", err)
			}
		}
	})
}
