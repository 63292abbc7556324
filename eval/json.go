package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// WriteJSON writes one object: the pooled figures under the names and in the order of
// score.py, then the same for each report, then the earlier run where there is one.
func (e *Evaluation) WriteJSON(w io.Writer) error {
	var b bytes.Buffer
	b.WriteString("{")
	writeFigures(&b, e.Pooled().Score)
	b.WriteString(`, "reports": {`)
	for i, scored := range e.Documents() {
		if i > 0 {
			b.WriteString(", ")
		}
		name, err := json.Marshal(scored.Scope)
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "%s: {", name)
		writeFigures(&b, scored.Score)
		b.WriteString("}")
	}
	b.WriteString("}")
	if e.Against != nil {
		b.WriteString(`, "against": {`)
		writeFigures(&b, e.Against.Score)
		b.WriteString(`, "changes": `)
		if err := writeChanges(&b, e.Against.Changes); err != nil {
			return err
		}
		b.WriteString("}")
	}
	b.WriteString("}\n")
	_, err := w.Write(b.Bytes())
	return err
}

func writeFigures(b *bytes.Buffer, score *Score) {
	for i, f := range score.Figures() {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(b, "%q: %s", f.Name, f.JSON())
	}
}

// jsonChange is a Change as written.
type jsonChange struct {
	Change string   `json:"change"`
	Effect Effect   `json:"effect,omitempty"`
	Fields []string `json:"fields,omitempty"`
	Old    *Fact    `json:"old,omitempty"`
	New    *Fact    `json:"new,omitempty"`
}

func writeChanges(b *bytes.Buffer, changes []Change) error {
	list := make([]jsonChange, 0, len(changes))
	for _, c := range changes {
		list = append(list, jsonChange{c.Kind(), c.Effect, c.Fields, c.Old, c.New})
	}
	text, err := json.Marshal(list)
	b.Write(text)
	return err
}
