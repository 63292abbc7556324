package view

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

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

// ReadTasks reads tasks as Label Studio exports them: a list, or one task.
func ReadTasks(r io.Reader) ([]Task, error) {
	content, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	if strings.HasPrefix(strings.TrimSpace(string(content)), "{") {
		content = slices.Concat([]byte("["), content, []byte("]"))
	}
	var tasks []Task
	if err := json.Unmarshal(content, &tasks); err != nil {
		return nil, fmt.Errorf("tasks of Label Studio: %w; export them as JSON, not JSON-MIN", err)
	}
	for i := range tasks {
		if tasks[i].Data.Doc == "" {
			return nil, fmt.Errorf(`task %d of Label Studio: no "doc" in its data; it must name the report`, i+1)
		}
	}
	return tasks, nil
}

// Gold is the task's facts: of its last annotation, or of its first prediction where
// nobody has annotated it.
func (t *Task) Gold() ([]eval.Fact, error) {
	var result []Region
	for _, a := range t.Predictions {
		result = a.Result
		break
	}
	for _, a := range t.Annotations {
		if !a.Cancelled {
			result = a.Result
		}
	}
	text := []rune(t.Data.Text)
	if !utf8.ValidString(t.Data.Text) {
		return nil, errors.New("text is not UTF-8; import it anew")
	}
	byID := map[string]*eval.Fact{}
	var ids []string
	for _, r := range result {
		if r.Value.Start < 0 || r.Value.End > len(text) || r.Value.Start >= r.Value.End {
			return nil, fmt.Errorf("%s: region %s at %d-%d lies outside the text; was the task made from another text?", t.Data.Doc, r.ID, r.Value.Start, r.Value.End)
		}
		f := byID[r.ID]
		if f == nil {
			f = &eval.Fact{Doc: t.Data.Doc, Start: r.Value.Start, End: r.Value.End, Text: string(text[r.Value.Start:r.Value.End])}
			byID[r.ID] = f
			ids = append(ids, r.ID)
		}
		if err := r.into(f); err != nil {
			return nil, fmt.Errorf("%s: region %s: %w", t.Data.Doc, r.ID, err)
		}
	}
	facts := make([]eval.Fact, 0, len(ids))
	for _, id := range ids {
		facts = append(facts, *byID[id])
	}
	slices.SortStableFunc(facts, byPlace)
	return facts, nil
}

func byPlace(a, b eval.Fact) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}

// into puts a region's answer into its fact. What the interface has beyond ours is left
// aside.
func (r *Region) into(f *eval.Fact) error {
	if r.Type == "labels" && len(r.Value.Labels) > 0 {
		switch label := r.Value.Labels[0]; label {
		case labelIgnore:
			f.Ignore = true
		case labelParity:
		default:
			f.Aspect = label
		}
		return nil
	}
	values, err := r.texts()
	if err != nil || len(values) == 0 {
		return err
	}
	if r.From == "indicator_alt" {
		f.IndicatorAlt = values
		return nil
	}
	for _, s := range slots() {
		if s.name == r.From {
			*s.of(f) = values[0]
		}
	}
	return nil
}

// texts are the answers of a slot; Label Studio writes a text area as a list, or as a
// string where it holds one.
func (r *Region) texts() ([]string, error) {
	if r.Type == "choices" {
		return r.Value.Choices, nil
	}
	if r.Type != "textarea" || len(r.Value.Text) == 0 {
		return nil, nil
	}
	var list []string
	if json.Unmarshal(r.Value.Text, &list) == nil {
		return list, nil
	}
	var one string
	if err := json.Unmarshal(r.Value.Text, &one); err != nil {
		return nil, fmt.Errorf("slot %s: %w", r.From, err)
	}
	return []string{one}, nil
}
