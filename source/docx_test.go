package source

import (
	"strings"
	"testing"
)

// TestDocx reads what Word does to a text: runs, numbers that stand in styles, tables,
// notes, deletions, text boxes, hidden text.
func TestDocx(t *testing.T) {
	body := `
<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>政府工作</w:t></w:r><w:r><w:t>报告</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>2023年工作回顾</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="2"/></w:pPr><w:r><w:t>综合实力</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">全市生产总值增长 </w:t></w:r><w:r><w:t>6.7%</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:del><w:r><w:delText>9.9%</w:delText></w:r></w:del><w:ins><w:r><w:t>。</w:t></w:r></w:ins></w:p>
<w:p><w:pPr><w:pStyle w:val="2"/></w:pPr><w:r><w:t>民生福祉</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="2"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>不编号的标题</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="1"/><w:pPrChange><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:pPrChange></w:pPr><w:r><w:t>2024年重点任务</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="2"/></w:pPr><w:r><w:t>产业</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>圈码</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr></w:pPr><w:r><w:t>从五开始</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr><w:r><w:t>黑点</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>粮食产量</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>46.7万吨</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>增长3%</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:t>可见</w:t><w:tab/><w:t>后</w:t><w:br/><w:t>下行</w:t><w:br w:type="page"/></w:r></w:p>
<w:p><w:r><mc:AlternateContent xmlns:mc="x"><mc:Choice><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>框内</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent><w:t>框外</w:t></w:r></w:p>
<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>&lt;完&gt;</w:t></w:r></w:p>`
	lvl := func(i, format, text, more string) string {
		return `<w:lvl w:ilvl="` + i + `">` + more + `<w:numFmt w:val="` + format + `"/><w:lvlText w:val="` + text + `"/></w:lvl>`
	}
	numbering := `<w:numbering ` + wordNS + `>` +
		`<w:abstractNum w:abstractNumId="0">` + lvl("0", "chineseCountingThousand", "%1、", `<w:start w:val="1"/>`) + lvl("1", "chineseCounting", "（%2）", "") + `</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="1">` + lvl("0", "decimalEnclosedCircle", "%1", "") + `</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="2">` + lvl("0", "bullet", "●", "") + `</w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>` +
		`<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>` +
		`<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>` +
		`<w:num w:numId="5"><w:abstractNumId w:val="2"/></w:num></w:numbering>`
	styles := `<w:styles ` + wordNS + `>` +
		`<w:style w:styleId="base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>` +
		`<w:style w:styleId="1"><w:basedOn w:val="base"/></w:style>` +
		`<w:style w:styleId="2"><w:basedOn w:val="base"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`
	notes := `<w:footnotes ` + wordNS + `><w:footnote w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>按可比价计算。</w:t></w:r></w:p></w:footnote></w:footnotes>`
	got, err := Read(Bytes("a.docx", docxOf(t, body, member{"word/numbering.xml", numbering}, member{"word/styles.xml", styles}, member{"word/footnotes.xml", notes}), Options{}))
	if err != nil {
		t.Fatal(err)
	}
	want := "政府工作报告\n一、2023年工作回顾\n（一）综合实力\n全市生产总值增长 6.7%。\n（二）民生福祉\n不编号的标题\n二、2024年重点任务\n（一）产业\n①圈码\n五、从五开始\n黑点\n" +
		"粮食产量\t46.7万吨\n\t增长3%\n可见\t后\n下行\n框内\n框外\n<完>\n按可比价计算。\n"
	if got.Text != want {
		t.Errorf("got\n%s\nwant\n%s", got.Text, want)
	}
}

func TestInFormat(t *testing.T) {
	for _, c := range []struct {
		n      int
		format string
		want   string
	}{
		{1, "chineseCounting", "一"},
		{10, "chineseCounting", "十"},
		{12, "chineseCounting", "十二"},
		{20, "chineseCounting", "二十"},
		{105, "chineseCounting", "一百零五"},
		{110, "chineseCounting", "一百一十"},
		{3012, "chineseCounting", "三千零一十二"},
		{12, "ideographDigital", "一二"},
		{3, "chineseLegalSimplified", "叁"},
		{14, "upperRoman", "XIV"},
		{4, "lowerRoman", "iv"},
		{27, "upperLetter", "AA"},
		{2, "lowerLetter", "b"},
		{20, "decimalEnclosedCircle", "⑳"},
		{21, "decimalEnclosedCircle", "21"},
		{7, "decimalZero", "07"},
		{2, "ideographTraditional", "乙"},
		{7, "unknown", "7"},
		{0, "chineseCounting", "0"},
	} {
		if got := inFormat(c.n, c.format); got != c.want {
			t.Errorf("inFormat(%d, %s) = %q, want %q", c.n, c.format, got, c.want)
		}
	}
}

// TestHostileDocx reads Word files made to hurt.
func TestHostileDocx(t *testing.T) {
	laughs := `<!DOCTYPE l [<!ENTITY a "哈哈哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"no document", zipOf(t, member{"word/document.xml.bak", "x"}, member{"word/document.xml", ""}), "no text"},
		{"not XML", zipOf(t, member{"word/document.xml", "<w:p><w:t>a"}), "damaged"},
		{"entities", zipOf(t, member{"word/document.xml", laughs + "<w:p><w:r><w:t>&b;</w:t></w:r></w:p>"}), "damaged"},
		{"deep", zipOf(t, member{"word/document.xml", strings.Repeat("<w:p>", 100_000)}), "nest too deep"},
		{"bomb", zipOf(t, member{"word/document.xml", strings.Repeat(" ", 6<<20)}), "unpacks to more"},
		{"styles loop", docxOf(t, `<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>回</w:t></w:r></w:p>`,
			member{"word/styles.xml", `<s><style styleId="a"><basedOn val="b"/></style><style styleId="b"><basedOn val="a"/></style></s>`}), ""},
		{"cut off", docxText(t, sample)[:300], "damaged"},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := Bytes("a.docx", c.data, Options{MaxInput: 5 << 20})
			in.form = FormatDOCX
			_, err := Read(in)
			if c.want == "" && err == nil {
				return
			}
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

func FuzzReadDocx(f *testing.F) {
	f.Add([]byte(`<w:p><w:r><w:t>增长6.7%</w:t></w:r></w:p>`), []byte(`<w:numbering/>`), []byte(`<w:styles/>`))
	f.Add([]byte(`<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc></w:tr></w:p>`), []byte(``), []byte(``))
	f.Fuzz(func(t *testing.T, body, numbering, styles []byte) {
		checkText(t, "a.docx", docxOf(t, string(body), member{"word/numbering.xml", string(numbering)}, member{"word/styles.xml", string(styles)}))
	})
}
