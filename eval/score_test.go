package eval

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// script is the reference scorer, where it is at hand.
const script = "../../shared/tools/score.py"

func TestFiguresEqualReferenceScorer(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not installed")
	}
	if _, err := os.Stat(script); err != nil {
		t.Skip("reference scorer is not at hand: ", script)
	}
	for _, path := range goldFiles(t) {
		gold := readFile(t, path)
		for seed := range uint64(4) {
			got := perturb(rand.New(rand.NewPCG(seed, 7)), gold)
			predicted := filepath.Join(t.TempDir(), "predicted.jsonl")
			writeFile(t, predicted, got)
			want, err := exec.Command(python, script, path, predicted, "--json").Output()
			if err != nil {
				t.Fatalf("%s: %v", script, err)
			}
			var b bytes.Buffer
			b.WriteString("{")
			writeFigures(&b, NewScore(Match(gold, got)))
			b.WriteString("}\n")
			if diff := cmp.Diff(string(want), b.String()); diff != "" {
				t.Errorf("%s, seed %d: figures differ from score.py (-want +got):\n%s", path, seed, diff)
			}
		}
	}
}

// goldFiles are the gold of this repository and, where present, the rest.
func goldFiles(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("../seeds/reports/*.gold.jsonl")
	if err != nil || len(files) == 0 {
		t.Fatal("no gold in seeds/reports", err)
	}
	more, err := filepath.Glob("../../shared/gold/*.gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	return append(files, more...)
}

// perturb makes predictions out of gold that are wrong in every way that is scored.
func perturb(r *rand.Rand, gold []Fact) []Fact {
	level := r.IntN(12) + 1 // share of facts touched: one in level
	hit := func() bool { return r.IntN(level) == 0 }
	words := []string{"", "企业", "“项目”", "规模以上工业增加值", "7", "1/3", "x", "5.0", "0/0", "up", "target", "2023", "parity", "exact"}
	word := func() string { return words[r.IntN(len(words))] }
	var got []Fact
	for _, f := range gold {
		if hit() {
			continue
		}
		if hit() {
			f.Start -= r.IntN(3)
		}
		for _, field := range []*string{
			&f.Value, &f.Low, &f.High, &f.Unit, &f.Bound, &f.Aspect, &f.Kind, &f.Status,
			&f.Direction, &f.Period, &f.Strength, &f.Indicator,
		} {
			if r.IntN(level*level) == 0 {
				*field = word()
			}
		}
		if hit() && len(f.IndicatorAlt) > 0 {
			f.Indicator = f.IndicatorAlt[0] + word()
		}
		if hit() {
			f.Value += "0"
		}
		if !f.Ignore || hit() {
			f.Ignore = false
			f.IndicatorAlt = nil
			got = append(got, f)
		}
	}
	return got
}

func readFile(t *testing.T, path string) []Fact {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	facts, err := Read(file, path)
	if err != nil {
		t.Fatal(err)
	}
	return facts
}

func writeFile(t *testing.T, path string, facts []Fact) {
	t.Helper()
	var b bytes.Buffer
	lines := json.NewEncoder(&b)
	for _, f := range facts {
		if err := lines.Encode(f); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestGoldScoresOneAgainstItself(t *testing.T) {
	for _, path := range goldFiles(t) {
		gold := readFile(t, path)
		for _, f := range NewScore(Match(gold, gold)).Figures() {
			if !f.plain && f.den > 0 && f.num != f.den {
				t.Errorf("%s: %s is %s", path, f.Name, f)
			}
		}
	}
}
