package zhibiao_test

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"os"

	"zhibiao"
	"zhibiao/output"
	"zhibiao/source"
)

// Load once; a call finds the facts of a text.
func Example() {
	p, err := zhibiao.New(zhibiao.Options{})
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range p.Extract("规上工业增加值增长7%左右，新建5座污水处理厂。") {
		fmt.Println(f.Indicator, f.Action, f.Value, f.Unit, f.Bound)
	}
	// Output:
	// 规上工业增加值 增长 7 % about
	// 污水处理厂 新建 5 座 exact
}

// Numbers are exact decimals, also in canonical units.
func ExampleProgram_Extract() {
	p, err := zhibiao.New(zhibiao.Options{})
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range p.Extract("粮食产量93.45亿斤，保护性耕作21万亩。") {
		fmt.Println(f.Indicator, f.Value, f.Unit, "=", f.Canonical, f.UnitCode)
	}
	// Output:
	// 粮食产量 9345000000 斤 = 4672500000 kg
	// 保护性耕作 210000 亩 = 140000000 m2
}

// A whole report says what place and years its facts are about.
func ExampleProgram_Read() {
	p, err := zhibiao.New(zhibiao.Options{})
	if err != nil {
		log.Fatal(err)
	}
	text, err := os.ReadFile("seeds/reports/jilin-2024.txt")
	if err != nil {
		log.Fatal(err)
	}
	r := p.Read("jilin-2024.txt", string(text))
	fmt.Println(r.Meta.Title, r.Meta.Region, r.Meta.RegionCode, r.Meta.Plan)
	for _, f := range r.Facts {
		if f.IndicatorCode == "gdp" && f.Status == "target" {
			fmt.Println(f.Indicator, f.Action, f.Text, f.Period)
		}
	}
	// Output:
	// 2024年吉林市政府工作报告 吉林市 220200 2024
	// 地区生产总值 增长 7% 2024
}

// Lines are what zhibiao extract --format jsonl prints.
func ExampleReport_Lines() {
	p, err := zhibiao.New(zhibiao.Options{})
	if err != nil {
		log.Fatal(err)
	}
	r := p.Read("a.txt", "固定资产投资增长15.2%。")
	to := json.NewEncoder(os.Stdout)
	for _, line := range r.Lines() {
		if err := to.Encode(line); err != nil {
			log.Fatal(err)
		}
	}
	// Output:
	// {"doc":"a.txt","start":8,"end":13,"text":"15.2%","kind":"percent","value":"15.2","unit":"%","bound":"exact","aspect":"change_rate","indicator":"固定资产投资","action":"增长","direction":"up","status":"actual","indicator_code":"fixed_asset_investment","rule":"growth","confidence":"medium"}
}

// An input may be of any format and encoding: here a text in GBK.
func ExampleProgram_ReadInput() {
	p, err := zhibiao.New(zhibiao.Options{})
	if err != nil {
		log.Fatal(err)
	}
	gbk := []byte("\xb5\xd8\xc7\xf8\xc9\xfa\xb2\xfa\xd7\xdc\xd6\xb5\xd4\xf6\xb3\xa46.7%\xa1\xa3")
	r, err := p.ReadInput(source.Bytes("a.txt", gbk, source.Options{}))
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range r.Facts {
		fmt.Println(r.Source.Encoding, f.Indicator, f.Value, f.Unit)
	}
	_, err = p.ReadInput(source.Bytes("empty.txt", nil, source.Options{}))
	fmt.Println(err)
	// Output:
	// gb18030 地区生产总值 6.7 %
	// empty.txt: the file is empty; fetch it again
}

// Batch streams over files, folders, globs and archives. Results come in the order of the
// inputs, whichever worker is faster, and an input that cannot be read does not stop it.
func ExampleProgram_Batch() {
	p, err := zhibiao.New(zhibiao.Options{})
	if err != nil {
		log.Fatal(err)
	}
	inputs := source.Walk([]string{"seeds/reports/*.txt", "missing.txt"}, source.Options{})
	for r := range p.Batch(context.Background(), inputs, 2) {
		if r.Err != nil {
			fmt.Println(r.Err)
			continue
		}
		fmt.Println(r.Path, r.Meta.Region, len(r.Facts) > 300)
	}
	// Output:
	// seeds/reports/jilin-2024.txt 吉林市 true
	// missing.txt: no such file or folder; check the spelling of the path
}

// Tabulate writes Parquet tables, as zhibiao extract -o does.
func ExampleProgram_Tabulate() {
	p, err := zhibiao.New(zhibiao.Options{})
	if err != nil {
		log.Fatal(err)
	}
	dir, err := os.MkdirTemp("", "tables")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	tables, err := output.NewParquet(dir, output.Options{RulesHash: p.RulesHash()})
	if err != nil {
		log.Fatal(err)
	}
	inputs := source.Walk([]string{"seeds/reports/jilin-2024.txt"}, source.Options{})
	summary, err := p.Tabulate(context.Background(), inputs, 2, tables, func(zhibiao.Result) {})
	fmt.Println(summary.Documents, summary.Rejected, err)
	// Output:
	// 1 0 <nil>
}

// A text that does not tell its place and year may come with them.
func ExampleProgram_For() {
	p, err := zhibiao.New(zhibiao.Options{})
	if err != nil {
		log.Fatal(err)
	}
	known, err := p.For("吉林市", 2024)
	if err != nil {
		log.Fatal(err)
	}
	report := known.Read("note.txt", "去年地区生产总值增长6.7%。")
	fmt.Println(report.Meta.RegionCode, report.Facts[0].Indicator, report.Facts[0].Period)
	// Output: 220200 地区生产总值 2023
}
