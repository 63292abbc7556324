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
func (f *FactRow) Line() normalize.Line {
	return normalize.Line{
		Doc: f.DocID, Start: int(f.Start), End: int(f.End), Text: f.Text, Kind: f.Kind,
		Value: f.ValueText, Low: f.LowText, High: f.HighText, Unit: f.Unit, Bound: f.Bound,
		Aspect: f.Aspect, Indicator: f.Indicator, Action: f.Action, Direction: f.Direction,
		Status: f.Status, Period: f.period().String(), Strength: f.Strength,
		Reference: f.Reference, IndicatorCode: f.IndicatorCode, Parent: f.Parent,
		Scope: f.Scope, Rule: f.Rule, Confidence: f.Confidence,
	}
}

func (f *FactRow) period() report.Years {
	return report.Years{Start: int(f.PeriodStart), End: int(f.PeriodEnd)}
}
