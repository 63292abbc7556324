package output

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"testing"

	"zhibiao/extract"
	"zhibiao/extract/mention"
	"zhibiao/normalize"
	"zhibiao/report"
)

// oddities is a report of what tables get wrong: nulls, negative numbers, numbers
// beyond 32 bits and of many digits, fractions, emoji and rare characters.
func oddities() Rows {
	const text = "𠮷野家🍜增长-3.2%。\n总量400万亿。浓度0.0005，三分之一，与𪚥同步，6%-7%，第1位。末\u0000尾\t“引”,'撇'"
	doc := handMade("odd 🍜.txt", text)
	at := func(s string) report.Span {
		i := bytes.Index([]byte(text), []byte(s))
		return report.Span{Start: i, End: i + len(s)}
	}
	fact := func(s, value string) normalize.Fact {
		return normalize.Fact{Span: at(s), Text: s, Value: value, Canonical: value, Kind: mention.Count, Status: extract.Actual, Section: 0}
	}
	ranged := fact("6%-7%", "")
	ranged.Low, ranged.High, ranged.Bound, ranged.Status = "6", "7", mention.Range, extract.Target
	ranged.CanonicalLow, ranged.CanonicalHigh, ranged.Indicator = "0.06", "0.07", "𪚥"
	parity := fact("与𪚥同步", "")
	parity.Kind, parity.Status, parity.Reference = normalize.KindParity, extract.Target, "𪚥"
	facts := []normalize.Fact{
		fact("-3.2%", "-3.2"), fact("400万亿", "400000000000000"), fact("0.0005", "0.0005"), fact("三分之一", "1/3"),
		parity, ranged, fact("第1位", "123456789012345678901234567890.10"),
	}
	facts[0].Indicator, facts[0].Period = "𠮷野家🍜", report.Years{Start: 2019, End: 2023}
	facts[1].IndicatorCode, facts[1].Indicator, facts[1].Aspect = "gdp", "总量", extract.Level
	facts[1].Period = report.Years{Start: 2023, End: 2023}
	misses := []normalize.Miss{{Span: at("末\u0000尾"), Text: "末\u0000尾", Reason: "no unit", Cure: "add it to units.tsv"}}
	rows := NewRows(doc, Source{Path: "d/odd 🍜.txt", SHA256: "00"}, facts, misses)
	rows.Tokenize(func(text string) []TokenRow {
		return []TokenRow{{Word: "𠮷", Pos: "n"}, {Word: text, Pos: "x", Start: 1}}
	})
	return rows
}

// Two readers that share no code with the writer see what was to be written.
func TestOtherReadersSeeEveryCell(t *testing.T) {
	checks := filepath.Join("..", "checks")
	if _, err := os.Stat(filepath.Join(checks, "node_modules", "hyparquet")); err != nil {
		t.Skip("checks/node_modules is absent: run npm ci in checks/ to compare with DuckDB and hyparquet")
	}
	dir := cmp.Or(os.Getenv("TABLES"), t.TempDir()) // checks/run keeps them for arrow-go
	parts := []Rows{oddities(), goldRows(t), NewReject(Source{Path: "empty.txt"}, "empty file", "give it text")}
	writeParquet(t, dir, Options{Version: "test", Wide: true}, parts...)
	writeExpected(t, dir, Join(parts))
	script, err := filepath.Abs(filepath.Join(checks, "tables.js"))
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("node", script, dir).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	t.Logf("%s", out)
}

// writeExpected writes the cells that readers must see, by a path of its own: plain
// JSON objects made by reflection.
func writeExpected(t *testing.T, dir string, all Rows) {
	t.Helper()
	for name, rows := range map[string]any{
		"documents": all.Documents, "sections": all.Sections, "sentences": all.Sentences, "facts": all.Facts,
		"targets": all.Targets, "panel": all.Panel, "rejects": all.Rejects,
	} {
		var b bytes.Buffer
		for i := range reflect.ValueOf(rows).Len() {
			line, err := json.Marshal(object(reflect.ValueOf(rows).Index(i)))
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "%s\n", line)
		}
		save(t, filepath.Join(dir, name+".jsonl"), b.Bytes())
	}
	var schema, facts bytes.Buffer
	if err := WriteSchema(&schema, "json", ""); err != nil {
		t.Fatal(err)
	}
	save(t, filepath.Join(dir, "schema.json"), schema.Bytes())
	if err := NewJSONL(&facts).Write(all); err != nil {
		t.Fatal(err)
	}
	save(t, filepath.Join(dir, "facts.gold.jsonl"), facts.Bytes())
}

func object(row reflect.Value) map[string]any {
	cells := map[string]any{}
	columns := columnsOf("", row.Type(), nil)
	var visit func(v reflect.Value)
	visit = func(v reflect.Value) {
		for i := range v.NumField() {
			if v.Type().Field(i).Anonymous {
				visit(v.Field(i))
				continue
			}
			c := columns[len(cells)]
			cells[c.Name] = v.Field(i).Interface()
			if c.Nullable && v.Field(i).IsZero() {
				cells[c.Name] = nil
			}
			if tokens, ok := v.Field(i).Interface().([]TokenRow); ok && tokens != nil {
				var list []any
				for _, token := range tokens {
					list = append(list, map[string]any{"pos": token.Pos, "start": token.Start, "word": token.Word})
				}
				cells[c.Name] = list
			}
		}
	}
	visit(row)
	return cells
}

func save(t *testing.T, path string, content []byte) {
	t.Helper()
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
}
