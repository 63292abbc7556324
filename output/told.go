package output

import (
	"zhibiao/extract"
	"zhibiao/extract/mention"
)

// toldRow is what links between reports and the panel need of a fact.
type toldRow struct {
	FactID        string `parquet:"fact_id"`
	DocID         string `parquet:"doc_id,dict"`
	RegionCode    string `parquet:"region_code,optional,dict"`
	Region        string `parquet:"region,optional,dict"`
	Province      string `parquet:"province,optional,dict"`
	Level         string `parquet:"level,optional,dict"`
	ReportYear    int32  `parquet:"report_year,optional"`
	Part          string `parquet:"part,optional,dict"`
	Start         int32  `parquet:"start,delta"`
	Indicator     string `parquet:"indicator,optional"`
	IndicatorCode string `parquet:"indicator_code,optional,dict"`
	Parent        string `parquet:"parent_indicator,optional,dict"`
	Action        string `parquet:"action,optional,dict"`
	Kind          string `parquet:"kind,dict"`
	ValueText     string `parquet:"value_text,optional"`
	LowText       string `parquet:"low_text,optional"`
	Unit          string `parquet:"unit,optional,dict"`
	Bound         string `parquet:"bound,optional,dict"`
	Aspect        string `parquet:"aspect,optional,dict"`
	Direction     string `parquet:"direction,optional,dict"`
	Status        string `parquet:"status,optional,dict"`
	PeriodStart   int32  `parquet:"period_start,optional"`
	PeriodEnd     int32  `parquet:"period_end,optional"`
	Strength      string `parquet:"strength,optional,dict"`
	Scope         string `parquet:"scope,optional,dict"`
	UnitCode      string `parquet:"unit_code,optional,dict"`
	CanonicalText string `parquet:"canonical_value_text,optional"`
	CanonLowText  string `parquet:"canonical_low_text,optional"`
	CanonHighText string `parquet:"canonical_high_text,optional"`
	Confidence    string `parquet:"confidence,optional,dict"`
}

func (t *toldRow) fact() FactRow {
	return FactRow{
		FactID: t.FactID, DocID: t.DocID, RegionCode: t.RegionCode, Region: t.Region, Province: t.Province,
		Level: t.Level, ReportYear: t.ReportYear, Part: t.Part, Start: t.Start,
		Indicator: t.Indicator, IndicatorCode: t.IndicatorCode, Parent: t.Parent, Action: t.Action,
		Kind: t.Kind, Value: double(t.ValueText), ValueText: t.ValueText, LowText: t.LowText, Unit: t.Unit,
		Bound: t.Bound, Aspect: t.Aspect, Direction: t.Direction, Status: t.Status,
		PeriodStart: t.PeriodStart, PeriodEnd: t.PeriodEnd, Strength: t.Strength, Scope: t.Scope,
		UnitCode: t.UnitCode, CanonicalText: t.CanonicalText, CanonLowText: t.CanonLowText,
		CanonHighText: t.CanonHighText, Confidence: t.Confidence,
	}
}

// matters reports whether a fact can fill a cell of the panel, answer an aim or be one.
func (t *toldRow) matters() bool {
	switch {
	case t.IndicatorCode != "":
		return true
	case t.PeriodEnd == 0:
		return false
	case t.Status == string(extract.Target):
		return true
	default:
		return t.Status == string(extract.Actual) && t.Indicator != "" && t.Bound != string(mention.Range)
	}
}
