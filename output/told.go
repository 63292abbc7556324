package output

import (
	"encoding/binary"

	"zhibiao/extract"
	"zhibiao/extract/mention"
)

// toldRow is what links between reports and the panel need of a fact, as it is read.
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
	HighText      string `parquet:"high_text,optional"`
	Unit          string `parquet:"unit,optional,dict"`
	Bound         string `parquet:"bound,optional,dict"`
	Aspect        string `parquet:"aspect,optional,dict"`
	Direction     string `parquet:"direction,optional,dict"`
	Status        string `parquet:"status,optional,dict"`
	PeriodStart   int32  `parquet:"period_start,optional"`
	PeriodEnd     int32  `parquet:"period_end,optional"`
	PartOfYear    string `parquet:"part_of_year,optional,dict"`
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
		Kind: t.Kind, ValueText: t.ValueText, LowText: t.LowText, HighText: t.HighText, Unit: t.Unit,
		Bound: t.Bound, Aspect: t.Aspect, Direction: t.Direction, Status: t.Status,
		PeriodStart: t.PeriodStart, PeriodEnd: t.PeriodEnd, PartOfYear: t.PartOfYear, Strength: t.Strength, Scope: t.Scope,
		UnitCode: t.UnitCode, CanonicalText: t.CanonicalText, CanonLowText: t.CanonLowText,
		CanonHighText: t.CanonHighText, Confidence: t.Confidence,
	}
}

// told is a fact as it waits to be related to others: what toldRow has of it, and of its
// report.
type told struct {
	fact FactRow
	of   *account // of its report
	mark bool     // no fact: a complete report is there, whatever it tells
}

// matters reports whether a fact can fill a cell of the panel, answer an aim or be one.
func matters(f *FactRow) bool {
	switch {
	case noted(f) && f.Status != string(extract.Target):
		return false
	case f.IndicatorCode != "":
		return true
	case f.PeriodEnd == 0:
		return false
	case f.Status == string(extract.Target):
		return true
	default:
		return f.Status == string(extract.Actual) && f.Indicator != "" && f.Bound != string(mention.Range)
	}
}

// toldTexts are the texts of a fact that are kept, but for those that its account has.
func toldTexts(f *FactRow) [23]*string {
	return [...]*string{
		&f.FactID, &f.Part, &f.Indicator, &f.IndicatorCode, &f.Parent, &f.Action, &f.Kind, &f.ValueText,
		&f.LowText, &f.HighText, &f.PartOfYear, &f.Unit, &f.Bound, &f.Aspect, &f.Direction, &f.Status, &f.Strength, &f.Scope,
		&f.UnitCode, &f.CanonicalText, &f.CanonLowText, &f.CanonHighText, &f.Confidence,
	}
}

func toldNumbers(f *FactRow) [3]*int32 { return [...]*int32{&f.Start, &f.PeriodStart, &f.PeriodEnd} }

// appendTold appends a fact for read: first of all 1 for an aim and 0 for others. Of the texts,
// half of which are empty, it tells which are not.
func appendTold(b []byte, f *FactRow) []byte {
	b = append(b, byte(truth(f.Status == string(extract.Target))))
	for _, n := range toldNumbers(f) {
		b = binary.AppendUvarint(b, uint64(*n))
	}
	texts, told := toldTexts(f), uint64(0)
	for i, text := range texts {
		told |= uint64(truth(*text != "")) << i
	}
	b = binary.AppendUvarint(b, told)
	for _, text := range texts {
		if *text != "" {
			b = appendText(b, *text)
		}
	}
	return b
}

// read reads a fact of an account.
func (t *told) read(a *account, packed string) error {
	*t = told{fact: a.fact(), of: a}
	u := unpacker[string]{rest: packed}
	u.number() // aim or not
	for _, n := range toldNumbers(&t.fact) {
		*n = u.number()
	}
	told := u.number()
	for i, text := range toldTexts(&t.fact) {
		if told>>i&1 != 0 {
			*text = u.text()
		}
	}
	t.mark = t.fact.FactID == ""
	return u.err
}
