package view

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"zhibiao/eval"
	"zhibiao/normalize"
)

// through sends facts to Label Studio and back.
func through(t require, doc, text string, facts []eval.Fact) []eval.Fact {
	content, err := json.Marshal([]Task{NewTask(doc, text, nil, facts, "test")})
	if err != nil {
		t.Fatal(err)
	}
	tasks, err := ReadTasks(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	back, err := tasks[0].Gold()
	if err != nil {
		t.Fatal(err)
	}
	return back
}

// require is what testing.T and rapid.T have in common.
type require interface{ Fatal(...any) }

func TestGoldComesBackFromLabelStudio(t *testing.T) {
	for _, name := range goldFiles(t) {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		gold, err := eval.Read(bytes.NewReader(content), name)
		if err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(strings.TrimSuffix(name, ".gold.jsonl") + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		back := through(t, gold[0].Doc, string(text), gold)
		if diff := cmp.Diff(gold, back, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func goldFiles(t *testing.T) []string {
	t.Helper()
	seeds, err := filepath.Glob("../seeds/reports/*.gold.jsonl")
	if err != nil || len(seeds) == 0 {
		t.Fatal("no gold among the seeds", err)
	}
	shared, err := filepath.Glob("../../shared/gold/*.gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	return append(seeds, shared...)
}

// Any fact on any text comes back: names with quotes, texts beyond the basic plane.
func TestAnyFactComesBackFromLabelStudio(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[一-龥𠮷🍜"<\n0-9%]{5,40}`).Draw(t, "text")
		points := []rune(text)
		start := rapid.IntRange(0, len(points)-1).Draw(t, "start")
		end := rapid.IntRange(start+1, len(points)).Draw(t, "end")
		f := eval.Fact{Line: normalize.Line{Doc: "a.txt", Start: start, End: end, Text: string(points[start:end])}}
		if rapid.Bool().Draw(t, "ignore") {
			f.Ignore = true
		} else {
			for _, w := range words() {
				if w.name == "aspect" {
					f.Aspect = rapid.SampledFrom(w.list).Draw(t, "aspect")
				}
			}
			for _, s := range slots() {
				*s.of(&f) = rapid.StringMatching(`[一-龥"'\[{a-z0-9.]{0,6}`).Draw(t, s.name)
			}
			f.IndicatorAlt = rapid.SliceOfN(rapid.StringMatching(`[一-龥、]{1,4}`), 0, 3).Draw(t, "alt")
		}
		back := through(t, "a.txt", text, []eval.Fact{f})
		if diff := cmp.Diff([]eval.Fact{f}, back, cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
	})
}

// What people made in Label Studio counts, what a model made only where nobody has.
func TestAnnotationsGoBeforePredictions(t *testing.T) {
	const task = `{"id": 7, "data": {"text": "增长6.7%", "doc": "a.txt"},
	 "annotations": [{"id": 1, "was_cancelled": true, "result": []},
	  {"id": 2, "result": [{"id": "x", "from_name": "aspect", "to_name": "text", "type": "labels", "origin": "manual",
	   "value": {"start": 2, "end": 6, "text": "6.7%", "labels": ["change_rate"]}},
	   {"id": "x", "from_name": "indicator", "to_name": "text", "type": "textarea", "value": {"start": 2, "end": 6, "text": "总产值"}},
	   {"id": "x", "from_name": "mood", "to_name": "text", "type": "choices", "value": {"start": 2, "end": 6, "choices": ["good"]}}]}],
	 "predictions": [{"model_version": "m", "result": []}]}`
	tasks, err := ReadTasks(strings.NewReader(task))
	if err != nil {
		t.Fatal(err)
	}
	facts, err := tasks[0].Gold()
	want := []eval.Fact{{Line: normalize.Line{Doc: "a.txt", Start: 2, End: 6, Text: "6.7%", Aspect: "change_rate", Indicator: "总产值"}}}
	if diff := cmp.Diff(want, facts); err != nil || diff != "" {
		t.Error(err, diff)
	}
}

func TestTasksTellWhatIsWrong(t *testing.T) {
	for name, content := range map[string]string{
		"no JSON": "x", "no doc": `[{"data": {"text": "a"}}]`, "a list of words": `["a"]`,
	} {
		if _, err := ReadTasks(strings.NewReader(content)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	outside := Task{Data: TaskData{"短", "a.txt"}, Annotations: []Annotation{{Result: []Region{{ID: "r", Type: "labels", Value: RegionValue{Start: 0, End: 9}}}}}}
	if _, err := outside.Gold(); err == nil {
		t.Error("a region outside the text: no error")
	}
}

func FuzzReadTasks(f *testing.F) {
	f.Add(`[{"data":{"text":"增长6.7%","doc":"a.txt"},"annotations":[{"result":[{"id":"x","type":"labels","value":{"start":0,"end":2,"labels":["level"]}}]}]}]`)
	f.Fuzz(func(t *testing.T, content string) {
		tasks, err := ReadTasks(strings.NewReader(content))
		if err != nil {
			return
		}
		for i := range tasks {
			facts, err := tasks[i].Gold()
			if err != nil {
				continue
			}
			if _, err := checked("a.txt", tasks[i].Data.Text, facts); err != nil && len(facts) == 0 {
				t.Error(err)
			}
		}
	})
}
