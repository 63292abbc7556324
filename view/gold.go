package view

import (
	"zhibiao/eval"
	"zhibiao/output"
)

// goldOf is a fact in the terms of gold: what the text says, without how it was found.
func goldOf(f *output.FactRow) eval.Fact {
	return eval.Fact{
		Doc: f.DocID, Start: int(f.Start), End: int(f.End), Text: f.Text, Kind: f.Kind,
		Value: f.ValueText, Low: f.LowText, High: f.HighText, Unit: f.Unit, Bound: f.Bound,
		Aspect: f.Aspect, Indicator: f.Indicator, IndicatorCode: f.IndicatorCode, Parent: f.Parent,
		Action: f.Action, Direction: f.Direction, Status: f.Status,
		Period: period(f.PeriodStart, f.PeriodEnd), Strength: f.Strength,
		Reference: f.Reference, Scope: f.Scope,
	}
}
