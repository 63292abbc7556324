package output

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"zhibiao/normalize"
	"zhibiao/report"
)

// NewJSONL returns a Writer of facts, one JSON object a line, in the order in which
// the documents come.
func NewJSONL(w io.Writer) Writer {
	buffered := bufio.NewWriterSize(w, 1<<16)
	encoder := json.NewEncoder(buffered)
	encoder.SetEscapeHTML(false) // <, > and & mean themselves outside HTML
	return &jsonlWriter{buffered, encoder}
}

type jsonlWriter struct {
	buffered *bufio.Writer
	encoder  *json.Encoder
}

func (j *jsonlWriter) Write(rows Rows) error {
	for i := range rows.Facts {
		if err := j.encoder.Encode(rows.Facts[i].Line()); err != nil {
			return fmt.Errorf("write facts as jsonl: %w", err)
		}
	}
	return j.flush()
}

func (j *jsonlWriter) Close() error { return j.flush() }

// flush hands each document on at once, so that a pipe sees facts while others are
// still being read.
func (j *jsonlWriter) flush() error {
	if err := j.buffered.Flush(); err != nil {
		return fmt.Errorf("write facts as jsonl: %w", err)
	}
	return nil
}

// Line is the row as a line of JSON.
func (r *FactRow) Line() normalize.Line {
	return normalize.Line{
		Doc: r.DocID, Start: int(r.Start), End: int(r.End), Text: r.Text, Kind: r.Kind,
		Value: r.ValueText, Low: r.LowText, High: r.HighText, Unit: r.Unit, Bound: r.Bound,
		Aspect: r.Aspect, Indicator: r.Indicator, Action: r.Action, Direction: r.Direction,
		Status: r.Status, Period: r.period().String(), Strength: r.Strength,
		Reference: r.Reference, IndicatorCode: r.IndicatorCode, Parent: r.Parent,
		Scope: r.Scope, PartOfYear: r.PartOfYear, Rule: r.Rule, Confidence: r.Confidence,
	}
}

func (r *FactRow) period() report.Years {
	return report.Years{Start: int(r.PeriodStart), End: int(r.PeriodEnd)}
}
