package view

import (
	"encoding/json"
	"fmt"
	"io"

	"zhibiao/eval"
	"zhibiao/output"
)

// Tasks writes reports as tasks for Label Studio, their facts as predictions. It is an
// output.Writer.
type Tasks struct {
	to      io.Writer
	version string
	tasks   []Task
}

// NewTasks returns Tasks that are written to w when they are closed. The version names
// the model that predicted.
func NewTasks(w io.Writer, version string) *Tasks { return &Tasks{to: w, version: version} }

// Write takes the rows of a document.
func (t *Tasks) Write(rows output.Rows) error {
	for i := range rows.Documents {
		d := &rows.Documents[i]
		t.tasks = append(t.tasks, NewTask(d.DocID, d.Text, proposals(&rows), nil, t.version))
	}
	return nil
}

// AddDataset takes all documents of a dataset.
func (t *Tasks) AddDataset(d *output.Dataset) error {
	heads, err := d.Heads()
	if err != nil {
		return err
	}
	for _, head := range heads {
		rows, err := d.Report(head.DocID)
		if err != nil {
			return err
		}
		if err := t.Write(rows); err != nil {
			return err
		}
	}
	return nil
}

// Close writes the tasks.
func (t *Tasks) Close() error {
	e := json.NewEncoder(t.to)
	e.SetEscapeHTML(false)
	if err := e.Encode(t.tasks); err != nil {
		return fmt.Errorf("write tasks: %w", err)
	}
	return nil
}

// proposals are the facts of a document as a first gold to review.
func proposals(rows *output.Rows) []eval.Fact {
	facts := make([]eval.Fact, 0, len(rows.Facts))
	for i := range rows.Facts {
		facts = append(facts, goldOf(&rows.Facts[i]))
	}
	return facts
}
