package eval

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhibiao/report"
)

func TestCompareTellsBetterFromWorse(t *testing.T) {
	right := growth()
	at := func(start int, change func(*Fact)) Fact {
		f := growth()
		f.Start, f.End = start, start+4
		if change != nil {
			change(&f)
		}
		return f
	}
	lost, mended, free := at(20, nil), at(30, nil), at(40, nil)
	gold := []Fact{right, lost, mended, ignored(40, 44)}
	older := []Fact{right, lost, at(30, func(f *Fact) { f.Period = "2022" })}
	newer := []Fact{right, mended, free, at(50, nil)}
	var got []string
	for _, c := range Compare(older, newer, gold) {
		got = append(got, strings.TrimSpace(string(c.Effect)+" "+c.Kind()+" "+strings.Join(c.Fields, " ")))
	}
	want := []string{"worse lost", "better changed period", "neutral gained", "worse gained"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
}

func TestFloors(t *testing.T) {
	gold := []Fact{growth()}
	wrong := growth()
	wrong.Period = "2022"
	e := New(gold, []Fact{wrong}, nil)
	floors, err := ReadFloors(strings.NewReader("# comment\nscope\tfigure\tfloor\na\tfact\t0.5\neach\tdetect\t1\npooled\tperiod\t0.01\nb\tfact\t1\n"), "floors.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, low := range e.Shortfalls(floors) {
		got = append(got, low.Error())
	}
	want := []string{
		"a.txt: fact is 0.0000, under its floor 0.5",
		"pooled: period is 0.0000, under its floor 0.01",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("shortfalls (-want +got):\n%s", diff)
	}
}

func TestFloorsOnlyRise(t *testing.T) {
	gold := []Fact{growth()}
	wrong := growth()
	wrong.Period = "2022"
	raised := New(gold, []Fact{wrong}, nil).Raise([]Floor{{"a", "fact", "0.5"}, {"a", "detect", "0.9"}, {"b", "fact", "1"}})
	want := []Floor{{"a", "fact", "0.5"}, {"a", "detect", "1.000"}, {"b", "fact", "1"}}
	if diff := cmp.Diff(want, raised[:3]); diff != "" {
		t.Errorf("floors (-want +got):\n%s", diff)
	}
	var b strings.Builder
	if err := WriteFloors(&b, raised); err != nil {
		t.Fatal(err)
	}
	again, err := ReadFloors(strings.NewReader(b.String()), "floors.tsv")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(raised, again); diff != "" {
		t.Errorf("read back (-want +got):\n%s", diff)
	}
}

func TestBadFloorsAreNamed(t *testing.T) {
	for list, want := range map[string]string{
		"fact":      "write figure=least",
		"facts=0.8": "unknown figure",
		"fact=80":   "is no share",
		"fact=x":    "is no share",
	} {
		if _, err := ParseFloors(list); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("ParseFloors(%q): %v, want %q", list, err, want)
		}
	}
	if _, err := ReadFloors(strings.NewReader("a fact 0.5\n"), "floors.tsv"); err == nil || !strings.Contains(err.Error(), "floors.tsv:1") {
		t.Errorf("ReadFloors: %v, want the line", err)
	}
}

func TestBadFactsAreNamed(t *testing.T) {
	for line, want := range map[string]string{
		`{"doc": "a.txt", "start": 1}`: "p:2: fact without place",
		`{"doc": `:                     "p:2: unexpected end of JSON input",
		`{"doc": "a.txt", "start": 1, "end": 2, "value": 6.7}`: "decimals as strings",
	} {
		_, err := Read(strings.NewReader("\n"+line+"\n"), "p")
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", line, err, want)
		}
	}
}

func TestErrorsAreShownInTheirSentence(t *testing.T) {
	text := "全年粮食产量增长６％。地区生产总值增长6.7%，好。"
	start := len([]rune("全年粮食产量增长６％。地区生产总值增长"))
	gold := growth()
	gold.Start, gold.End = start, start+4
	got := gold
	got.Period, got.Rule, got.IndicatorAlt = "2022", "growth-rate", nil
	e := New([]Fact{gold}, []Fact{got}, map[string]*Text{"a.txt": NewText(report.Read("a.txt", text, nil))})
	var b strings.Builder
	if err := e.WriteText(&b, Detail{Errors: 1, Rows: 3}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"period",
		"rule growth-rate",
		"  地区生产总值增长【6.7%】，好。\n",
		"    indicator  地区生产总值（GDP）  地区生产总值\n",
		"    period     2023                 2022\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is missing in:\n%s", want, b.String())
		}
	}
}

func TestManyReportsHaveARowEach(t *testing.T) {
	for reports, want := range map[int]string{2: "\\nfact +1\\.0000 +1\\.0000 +1\\.0000\\n", 7: "\\nr6 +1 +1 +1\\.0000"} {
		var facts []Fact
		for i := range reports {
			f := growth()
			f.Doc = fmt.Sprintf("r%d.txt", i)
			facts = append(facts, f)
		}
		var b strings.Builder
		if err := New(facts, facts, nil).WriteText(&b, Detail{}); err != nil {
			t.Fatal(err)
		}
		if !regexp.MustCompile(want).MatchString(b.String()) {
			t.Errorf("%d reports: %q is missing in:\n%s", reports, want, b.String())
		}
	}
}
