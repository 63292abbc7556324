package output

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"zhibiao/report"
)

// line is a fact in the fields of GUIDELINES §9, then what zhibiao knows beyond them.
// Decimals are strings and missing means empty.
type line struct {
	Doc           string `json:"doc"`
	Start         int32  `json:"start"`
	End           int32  `json:"end"`
	Text          string `json:"text"`
	Kind          string `json:"kind,omitempty"`
	Value         string `json:"value,omitempty"`
	Low           string `json:"low,omitempty"`
	High          string `json:"high,omitempty"`
	Unit          string `json:"unit,omitempty"`
	Bound         string `json:"bound,omitempty"`
	Aspect        string `json:"aspect,omitempty"`
	Indicator     string `json:"indicator,omitempty"`
	Action        string `json:"action,omitempty"`
	Direction     string `json:"direction,omitempty"`
	Status        string `json:"status,omitempty"`
	Period        string `json:"period,omitempty"`
	Strength      string `json:"strength,omitempty"`
	Reference     string `json:"reference,omitempty"`
	IndicatorCode string `json:"indicator_code,omitempty"`
	Parent        string `json:"parent_indicator,omitempty"`
	Scope         string `json:"scope,omitempty"`
	Rule          string `json:"rule,omitempty"`
	Confidence    string `json:"confidence,omitempty"`
}

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
		if err := j.encoder.Encode(lineOf(&rows.Facts[i])); err != nil {
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

func lineOf(f *FactRow) line {
	return line{
		Doc: f.DocID, Start: f.Start, End: f.End, Text: f.Text, Kind: f.Kind,
		Value: f.ValueText, Low: f.LowText, High: f.HighText, Unit: f.Unit, Bound: f.Bound,
		Aspect: f.Aspect, Indicator: f.Indicator, Action: f.Action, Direction: f.Direction,
		Status:   f.Status,
		Period:   period(report.Years{Start: int(f.PeriodStart), End: int(f.PeriodEnd)}),
		Strength: f.Strength, Reference: f.Reference, IndicatorCode: f.IndicatorCode,
		Parent: f.Parent, Scope: f.Scope, Rule: f.Rule, Confidence: f.Confidence,
	}
}
