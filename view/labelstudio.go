package view

import (
	"cmp"
	"encoding/json"
	"strconv"

	"zhibiao/eval"
)

// Task is a task in the JSON of Label Studio. Offsets count code points there as here.
type Task struct {
	ID          json.Number  `json:"id,omitempty"`
	Data        TaskData     `json:"data"`
	Annotations []Annotation `json:"annotations,omitempty"`
	Predictions []Annotation `json:"predictions,omitempty"`
}

// TaskData is what an annotator sees.
type TaskData struct {
	Text string `json:"text"`
	Doc  string `json:"doc"`
}

// Annotation is what a person or a model found in a task.
type Annotation struct {
	ID        json.Number `json:"id,omitempty"`
	Model     string      `json:"model_version,omitempty"`
	Result    []Region    `json:"result"`
	Cancelled bool        `json:"was_cancelled,omitempty"`
	Updated   string      `json:"updated_at,omitempty"`
}

// Region is one answer on a span. A fact is several that share an id: its label, and a
// choice or a text for each slot.
type Region struct {
	ID    string      `json:"id"`
	From  string      `json:"from_name"`
	To    string      `json:"to_name"`
	Type  string      `json:"type"`
	Value RegionValue `json:"value"`
}

// RegionValue is where a region is and what is said of it. Text is the span's text for a
// label, and the list of texts entered for a slot.
type RegionValue struct {
	Start   int             `json:"start"`
	End     int             `json:"end"`
	Text    json.RawMessage `json:"text,omitempty"`
	Labels  []string        `json:"labels,omitempty"`
	Choices []string        `json:"choices,omitempty"`
}

// The names of the labelling interface (docs/view.md has it in full).
const (
	labelName   = "aspect" // the labels are the aspects
	labelIgnore = "ignore"
	labelParity = "parity" // a fact without an aspect
	toName      = "text"
)

// slot is a field of a fact in Label Studio: chosen from a list, or written.
type slot struct {
	name   string
	choice bool
	of     func(*eval.Fact) *string
}

func slots() []slot {
	return []slot{
		{"kind", true, func(f *eval.Fact) *string { return &f.Kind }},
		{"bound", true, func(f *eval.Fact) *string { return &f.Bound }},
		{"direction", true, func(f *eval.Fact) *string { return &f.Direction }},
		{"status", true, func(f *eval.Fact) *string { return &f.Status }},
		{"strength", true, func(f *eval.Fact) *string { return &f.Strength }},
		{"indicator", false, func(f *eval.Fact) *string { return &f.Indicator }},
		{"indicator_code", false, func(f *eval.Fact) *string { return &f.IndicatorCode }},
		{"parent_indicator", false, func(f *eval.Fact) *string { return &f.Parent }},
		{"action", false, func(f *eval.Fact) *string { return &f.Action }},
		{"value", false, func(f *eval.Fact) *string { return &f.Value }},
		{"low", false, func(f *eval.Fact) *string { return &f.Low }},
		{"high", false, func(f *eval.Fact) *string { return &f.High }},
		{"unit", false, func(f *eval.Fact) *string { return &f.Unit }},
		{"period", false, func(f *eval.Fact) *string { return &f.Period }},
		{"reference", false, func(f *eval.Fact) *string { return &f.Reference }},
		{"scope", false, func(f *eval.Fact) *string { return &f.Scope }},
	}
}

// NewTask makes a task of a document: proposals become a prediction, gold an annotation;
// nil leaves either out.
func NewTask(doc, text string, proposals, gold []eval.Fact, model string) Task {
	t := Task{Data: TaskData{text, doc}}
	if proposals != nil {
		t.Predictions = []Annotation{{Model: "zhibiao " + model, Result: regions(proposals)}}
	}
	if gold != nil {
		t.Annotations = []Annotation{{Result: regions(gold)}}
	}
	return t
}

func regions(facts []eval.Fact) []Region {
	list := []Region{}
	for i := range facts {
		f := &facts[i]
		r := Region{ID: "f" + strconv.Itoa(i), From: labelName, To: toName, Type: "labels"}
		r.Value = RegionValue{Start: f.Start, End: f.End, Text: quote(f.Text), Labels: []string{labelOf(f)}}
		list = append(list, r)
		for _, s := range slots() {
			if v := *s.of(f); v != "" {
				list = append(list, r.answer(s, v))
			}
		}
		if len(f.IndicatorAlt) > 0 {
			list = append(list, r.answer(slot{name: "indicator_alt"}, f.IndicatorAlt...))
		}
	}
	return list
}

// answer is what is said in a slot of the region.
func (r Region) answer(s slot, values ...string) Region {
	r.From, r.Value.Labels, r.Value.Text = s.name, nil, nil
	if s.choice {
		r.Type, r.Value.Choices = "choices", values
		return r
	}
	r.Type, r.Value.Text = "textarea", quote(values)
	return r
}

// quote cannot fail on strings.
func quote(v any) json.RawMessage {
	b, _ := json.Marshal(v)
	return b
}

func labelOf(f *eval.Fact) string {
	if f.Ignore {
		return labelIgnore
	}
	return cmp.Or(f.Aspect, labelParity)
}
