package view

import (
	"zhibiao/normalize"
	"zhibiao/output"
)

// Fact is a fact as pages get it: the fields of a JSON line, then where it stands and
// what it is in canonical units.
type Fact struct {
	ID string `json:"id"` // 398-402: its place within the document
	normalize.Line
	Doc           string `json:"doc,omitempty"` // in lists across documents
	Canonical     string `json:"canonical,omitempty"`
	CanonicalLow  string `json:"canonical_low,omitempty"`
	CanonicalHigh string `json:"canonical_high,omitempty"`
	UnitCode      string `json:"unit_code,omitempty"`
	Dimension     string `json:"dimension,omitempty"`
	Part          string `json:"part,omitempty"`
	Steps         string `json:"steps,omitempty"`
	Region        string `json:"region,omitempty"`
	Year          int32  `json:"year,omitempty"` // of the report, in lists across documents
}

func factOf(f *output.FactRow) Fact {
	id := f.FactID
	if len(id) > len(f.DocID) && id[:len(f.DocID)] == f.DocID {
		id = id[len(f.DocID)+1:]
	}
	return Fact{
		ID: id, Line: f.Line(), Canonical: f.CanonicalText, CanonicalLow: f.CanonLowText,
		CanonicalHigh: f.CanonHighText, UnitCode: f.UnitCode, Dimension: f.Dimension,
		Part: f.Part, Steps: f.Steps,
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
