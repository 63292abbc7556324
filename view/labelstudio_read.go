package view

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"zhibiao/eval"
	"zhibiao/normalize"
)

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
			f = &eval.Fact{Line: normalize.Line{Doc: t.Data.Doc, Start: r.Value.Start, End: r.Value.End, Text: string(text[r.Value.Start:r.Value.End])}}
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
