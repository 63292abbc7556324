package source

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// measured is one row of the table in docs/formats.md.
type measured struct {
	format, input string
	recall        float64
	chars         int
	took          time.Duration
}

// TestFormats reads jilin-2024 in every format, and the real inputs beside their
// reference texts, and asks for 99 % of the characters. With RECORD=true it writes the
// table in docs/formats.md.
func TestFormats(t *testing.T) {
	raw, err := os.ReadFile("../seeds/reports/jilin-2024.txt")
	if err != nil {
		t.Fatal(err)
	}
	text := lineEnds(string(raw))
	opts := Options{PDF: NewPDFReader("")}
	defer opts.PDF.Close()
	var rows []measured
	missing := 0
	for _, in := range inEveryFormat(t, text) {
		in.opts = opts
		rows = append(rows, measure1(t, in, "jilin-2024, written by the test", text))
	}
	for _, pair := range realInputs() {
		want, err := os.ReadFile("../../shared/" + pair[1])
		if err != nil {
			t.Logf("no reference beside the repository: %s", pair[1])
			missing++
			continue
		}
		d, err := decode(want)
		if err != nil {
			t.Fatal(err)
		}
		in := Input{Path: "../../shared/" + pair[0], opts: opts}
		m := measure1(t, in, filepath.Base(pair[0]), d.text)
		m.format = strings.TrimPrefix(filepath.Ext(pair[0]), ".")
		rows = append(rows, m)
	}
	table := formatTable(rows)
	t.Log("\n" + table)
	if os.Getenv("RECORD") == "true" {
		if missing > 0 {
			t.Fatalf("%d references are missing; the table would lose their rows", missing)
		}
		recordTable(t, table)
	}
}

// realInputs are the real files and the texts that they should give.
func realInputs() [][2]string {
	return [][2]string{
		{"inputs/city_chengde_2024.docx", "corpus/city_chengde_2024.txt"},
		{"inputs/city_sanya_2024.docx", "corpus/city_sanya_2024.txt"},
		{"inputs/city_wuxi_2024.docx", "corpus/city_wuxi_2024.txt"},
		{"inputs/city_yuxi_2007.html", "corpus/city_yuxi_2007.txt"},
		{"inputs/plan_yunnan_2001.pdf", "inputs/plan_yunnan_2001.txt"},
	}
}

// inEveryFormat is text in each format.
func inEveryFormat(t testing.TB, text string) []Input {
	t.Helper()
	var all []Input
	for _, c := range charsets() {
		if c.name == "big5" {
			continue // has no simplified characters
		}
		data := []byte(text)
		if c.enc != nil {
			data = encoded(t, text, c.enc)
		}
		all = append(all, Bytes("jilin."+c.name+".txt", data, Options{}))
	}
	plain := member{"jilin.txt", text}
	book := excelize.NewFile()
	for cell, v := range map[string]string{"A1": "城市", "B1": "正文", "A2": "吉林市", "B2": text} {
		if err := book.SetCellStr("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	var xlsx bytes.Buffer
	if err := book.Write(&xlsx); err != nil {
		t.Fatal(err)
	}
	csv := "城市,正文\n吉林市,\"" + strings.ReplaceAll(text, `"`, `""`) + "\"\n"
	for _, m := range []member{
		{"jilin.html", string(htmlText(text))},
		{"jilin.docx", string(docxText(t, text))},
		{"jilin.pdf", string(pdfTextOf(text))},
		{"jilin.xlsx", xlsx.String()},
		{"jilin.csv", csv},
		{"jilin.jsonl", `{"city":"吉林市","text":` + jsonText(text) + "}\n"},
		{"jilin.txt.gz", string(gzipOf(t, []byte(text)))},
		{"jilin.txt.zst", string(zstdOf(t, []byte(text)))},
		{"jilin.zip", string(zipOf(t, plain))},
		{"jilin.tar", string(tarOf(t, plain))},
	} {
		all = append(all, Bytes(m.name, []byte(m.content), Options{}))
	}
	return all
}

// measure1 reads one input, the best time of three, and compares it with want.
func measure1(t *testing.T, in Input, name, want string) measured {
	t.Helper()
	m := measured{format: strings.TrimPrefix(in.ID(), "jilin."), input: name, took: time.Hour}
	text := ""
	for range 3 {
		start := time.Now()
		n := 0
		for doc, err := range Expand(in) {
			if err != nil {
				t.Fatalf("%s: %v", in.Path, err)
			}
			got, err := Read(doc)
			if err != nil {
				t.Fatal(err)
			}
			m.took = min(m.took, time.Since(start))
			text = got.Text
			n++
		}
		if n != 1 {
			t.Fatalf("%s holds %d documents, want 1", in.Path, n)
		}
	}
	m.recall, m.chars = recall(want, text), len(solid(text))
	if m.recall < 0.99 {
		t.Errorf("%s: recall %.4f, want 0.99", in.Path, m.recall)
	}
	if extra := float64(m.chars) / float64(len(solid(want))); extra > 1.03 {
		t.Errorf("%s: %.3f times the reference's characters", in.Path, extra)
	}
	return m
}

// formatTable is the table in Markdown.
func formatTable(rows []measured) string {
	var b strings.Builder
	b.WriteString("| input | from | characters | recall | time |\n|---|---|---:|---:|---:|\n")
	for _, m := range rows {
		fmt.Fprintf(&b, "| %s | %s | %d | %.2f %% | %.1f ms |\n", m.format, m.input, m.chars, 100*m.recall, float64(m.took.Microseconds())/1000)
	}
	return b.String()
}

// recordTable puts the table between its marks in docs/formats.md.
func recordTable(t *testing.T, table string) {
	t.Helper()
	const path, begin, end = "../docs/formats.md", "<!-- table: RECORD=true go test ./source -run TestFormats -->\n", "<!-- end of table -->"
	doc, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok1 := bytes.Cut(doc, []byte(begin))
	_, after, ok2 := bytes.Cut(rest, []byte(end))
	if !ok1 || !ok2 {
		t.Fatalf("%s has no marks for the table", path)
	}
	out := slices.Concat(before, []byte(begin), []byte(table), []byte(end), after)
	if err := os.WriteFile(path, out, 0o644); err != nil {
		t.Fatal(err)
	}
}
