package eval

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"zhibiao/normalize"
)

// growth is a gold fact: 地区生产总值增长6.7%.
func growth() Fact {
	return Fact{IndicatorAlt: []string{"GDP"}, Line: normalize.Line{
		Doc: "a.txt", Start: 10, End: 14, Text: "6.7%", Kind: "percent", Value: "6.7", Unit: "%", Bound: "exact",
		Aspect: "change_rate", Indicator: "地区生产总值", Direction: "up", Status: "actual", Period: "2023",
	}}
}

// ignored is a gold fact that is not scored.
func ignored(start, end int) Fact {
	return Fact{Line: normalize.Line{Doc: "a.txt", Start: start, End: end}, Ignore: true}
}

func TestJudge(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*Fact)
		want   Verdict
	}{
		{"same", func(*Fact) {}, Verdict{Exact: true, Right: true}},
		{"value written otherwise", func(f *Fact) { f.Value = "6.70" }, Verdict{Exact: true, Right: true}},
		{"other value", func(f *Fact) { f.Value = "6.8" }, Verdict{Errors: []Sort{Value}, Exact: true}},
		{"other bound", func(f *Fact) { f.Bound = "about" }, Verdict{Errors: []Sort{Value}, Exact: true}},
		{"missing bound is exact", func(f *Fact) { f.Bound = "" }, Verdict{Exact: true, Right: true}},
		{"kind does not count", func(f *Fact) { f.Kind = "count" }, Verdict{Errors: []Sort{Kind}, Exact: true, Right: true}},
		{"strength is not asked", func(f *Fact) { f.Strength = "ensure" }, Verdict{Exact: true, Right: true}},
		{"no direction", func(f *Fact) { f.Direction = "" }, Verdict{Errors: []Sort{Direction}, Exact: true}},
		{"alternative name", func(f *Fact) { f.Indicator = "“GDP”" }, Verdict{Exact: true, Right: true}},
		{"near name", func(f *Fact) { f.Indicator = "全市生产总值" }, Verdict{Right: true}},
		{"other name", func(f *Fact) { f.Indicator = "财政收入" }, Verdict{Errors: []Sort{Indicator}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			gold, got := growth(), growth()
			got.IndicatorAlt = nil
			test.change(&got)
			if diff := cmp.Diff(test.want, Pair{&gold, &got}.Judge()); diff != "" {
				t.Errorf("verdict (-want +got):\n%s", diff)
			}
		})
	}
}

func TestMatchLeavesOutWhatTouchesAnIgnoredSpan(t *testing.T) {
	gold := []Fact{growth(), ignored(20, 24)}
	got := []Fact{
		growth(),
		{Line: normalize.Line{Doc: "a.txt", Start: 22, End: 30, Text: "touches"}},
		{Line: normalize.Line{Doc: "a.txt", Start: 24, End: 30, Text: "spurious"}},
		{Line: normalize.Line{Doc: "b.txt", Start: 0, End: 1, Text: "no gold for this document"}},
	}
	pairs := Match(gold, got)
	if len(pairs) != 2 || pairs[1].Gold != nil || pairs[1].Got.Text != "spurious" {
		t.Errorf("pairs: %+v", pairs)
	}
}

func TestEqualNumber(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"5.0", "5", true},
		{"1/3", "2/6", true},
		{"0.1", "1/10", true},
		{"-3.2", "-3.20", true},
		{"", "0", false},
		{"", "", true},
		{"9250000", "9250000.0000000000000000000000001", false},
		{"1e400000000", "x", true}, // both are no numbers
		{"1/0", "1", false},
	} {
		if got := equalNumber(test.a, test.b); got != test.want {
			t.Errorf("equalNumber(%q, %q) = %t", test.a, test.b, got)
		}
	}
}

// Similarity is that of the definition, 2·shared/total ≥ 0.6, whatever the letters.
func TestSimilarIsDice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.StringOfN(rapid.RuneFrom([]rune("甲乙丙a")), 0, 8, -1)
		a, b := names.Draw(t, "a"), names.Draw(t, "b")
		shared, left := 0, []rune(b)
		for _, r := range a {
			for i, s := range left {
				if r == s {
					shared++
					left = append(left[:i:i], left[i+1:]...)
					break
				}
			}
		}
		total := len([]rune(a)) + len([]rune(b))
		want := total == 0 || float64(2*shared)/float64(total) >= 0.6
		if got := similar(a, b); got != want {
			t.Fatalf("similar(%q, %q) = %t, %d of %d shared", a, b, got, shared, total)
		}
		if similar(a, b) != similar(b, a) {
			t.Fatal("not symmetric")
		}
	})
}
