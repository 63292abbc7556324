package view

import (
	"strconv"

	"zhibiao/output"
)

// Fact is a fact as pages get it: the fields of a JSON line, then where it stands and
// what it is in canonical units.
type Fact struct {
	ID            string `json:"id"` // 398-402: its place within the document
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
	IndicatorCode string `json:"indicator_code,omitempty"`
	Parent        string `json:"parent_indicator,omitempty"`
	Action        string `json:"action,omitempty"`
	Direction     string `json:"direction,omitempty"`
	Status        string `json:"status,omitempty"`
	Period        string `json:"period,omitempty"`
	Strength      string `json:"strength,omitempty"`
	Reference     string `json:"reference,omitempty"`
	Scope         string `json:"scope,omitempty"`
	Canonical     string `json:"canonical,omitempty"`
	CanonicalLow  string `json:"canonical_low,omitempty"`
	CanonicalHigh string `json:"canonical_high,omitempty"`
	UnitCode      string `json:"unit_code,omitempty"`
	Dimension     string `json:"dimension,omitempty"`
	Part          string `json:"part,omitempty"`
	Rule          string `json:"rule,omitempty"`
	Steps         string `json:"steps,omitempty"`
	Confidence    string `json:"confidence,omitempty"`
	Doc           string `json:"doc,omitempty"` // in lists across documents
	Region        string `json:"region,omitempty"`
	Year          int32  `json:"year,omitempty"` // of the report, in lists across documents
}

func factOf(f *output.FactRow) Fact {
	id := f.FactID
	if len(id) > len(f.DocID) && id[:len(f.DocID)] == f.DocID {
		id = id[len(f.DocID)+1:]
	}
	return Fact{
		ID: id, Start: f.Start, End: f.End, Text: f.Text, Kind: f.Kind,
		Value: f.ValueText, Low: f.LowText, High: f.HighText, Unit: f.Unit, Bound: f.Bound,
		Aspect: f.Aspect, Indicator: f.Indicator, IndicatorCode: f.IndicatorCode,
		Parent: f.Parent, Action: f.Action, Direction: f.Direction, Status: f.Status,
		Period: period(f.PeriodStart, f.PeriodEnd), Strength: f.Strength, Reference: f.Reference,
		Scope: f.Scope, Canonical: f.CanonicalText, CanonicalLow: f.CanonLowText,
		CanonicalHigh: f.CanonHighText, UnitCode: f.UnitCode, Dimension: f.Dimension,
		Part: f.Part, Rule: f.Rule, Steps: f.Steps, Confidence: f.Confidence,
	}
}

// factAcross is a fact that stands in a list across documents.
func factAcross(f *output.FactBrief) Fact {
	fact := factOf(&output.FactRow{
		FactID: f.FactID, DocID: f.DocID, Start: f.Start, End: f.End, Text: f.Text, Indicator: f.Indicator, Action: f.Action,
		Kind: f.Kind, ValueText: f.ValueText, LowText: f.LowText, HighText: f.HighText, Unit: f.Unit, Bound: f.Bound,
		Aspect: f.Aspect, Direction: f.Direction, Status: f.Status, PeriodStart: f.PeriodStart, PeriodEnd: f.PeriodEnd,
		UnitCode: f.UnitCode, CanonicalText: f.CanonicalText,
	})
	fact.Doc, fact.Region, fact.Year = f.DocID, f.Region, f.ReportYear
	return fact
}

// period writes years as GUIDELINES do: 2023, 2019-2023, or nothing.
func period(start, end int32) string {
	switch {
	case start == 0 && end == 0:
		return ""
	case start == end || end == 0:
		return strconv.Itoa(int(start))
	default:
		return strconv.Itoa(int(start)) + "-" + strconv.Itoa(int(end))
	}
}
