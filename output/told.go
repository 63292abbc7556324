package output

import (
	"encoding/binary"
	"errors"
	"strings"

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
		Kind: t.Kind, ValueText: t.ValueText, LowText: t.LowText, Unit: t.Unit,
		Bound: t.Bound, Aspect: t.Aspect, Direction: t.Direction, Status: t.Status,
		PeriodStart: t.PeriodStart, PeriodEnd: t.PeriodEnd, Strength: t.Strength, Scope: t.Scope,
		UnitCode: t.UnitCode, CanonicalText: t.CanonicalText, CanonLowText: t.CanonLowText,
		CanonHighText: t.CanonHighText, Confidence: t.Confidence,
	}
}

// told is a fact as it waits to be related to others: what toldRow has of it, and of its
// report.
type told struct {
	fact FactRow
	plan int32 // year that a complete report plans; 0 of others
	mark bool  // no fact: a complete report is there, whatever it tells
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

// appendKey appends what facts are sorted by before they are related: place, indicator,
// document. Each ends with a zero, which is less than what goes on.
func (t *told) appendKey(b []byte) []byte {
	f := &t.fact
	b = append(append(b, f.RegionCode...), 0)
	if f.RegionCode == "" {
		b = append(b, f.Region...)
	}
	b = append(b, 0)
	if f.RegionCode == "" && f.Region == "" {
		b = append(b, f.DocID...)
	}
	b = append(b, 0)
	name, coded := indicatorKey(f)
	if coded {
		b = append(b, "code "...)
	}
	b = append(append(b, name...), 0)
	return append(b, f.DocID...)
}

// placeOf and indicatorOf are the beginnings of a key that facts of one place, and of one
// place and indicator, share.
func placeOf(key []byte) []byte { return upTo(key, 3) }

func indicatorOf(key []byte) []byte { return upTo(key, 4) }

// upTo is a key up to its nth zero.
func upTo(key []byte, n int) []byte {
	for i, b := range key {
		if b == 0 {
			if n--; n == 0 {
				return key[:i+1]
			}
		}
	}
	return key
}

// texts are the texts of a fact that are kept, but for its name.
func (t *told) texts() [25]*string {
	f := &t.fact
	return [...]*string{
		&f.DocID, &f.RegionCode, &f.Region, &f.Province, &f.Level, &f.Part, &f.Indicator,
		&f.IndicatorCode, &f.Parent, &f.Action, &f.Kind, &f.ValueText, &f.LowText, &f.Unit, &f.Bound,
		&f.Aspect, &f.Direction, &f.Status, &f.Strength, &f.Scope, &f.UnitCode, &f.CanonicalText,
		&f.CanonLowText, &f.CanonHighText, &f.Confidence,
	}
}

func (t *told) years() [5]*int32 {
	f := &t.fact
	return [...]*int32{&f.ReportYear, &f.Start, &f.PeriodStart, &f.PeriodEnd, &t.plan}
}

// append appends the fact for read. Its name goes on from that of its document.
func (t *told) append(b []byte) []byte {
	for _, n := range t.years() {
		b = binary.AppendUvarint(b, uint64(*n))
	}
	for _, text := range t.texts() {
		b = append(binary.AppendUvarint(b, uint64(len(*text))), *text...)
	}
	if t.mark {
		return b
	}
	return append(b, strings.TrimPrefix(t.fact.FactID, t.fact.DocID)...)
}

// read is the reverse of append.
func (t *told) read(b []byte) error {
	*t = told{}
	for _, n := range t.years() {
		value, size := binary.Uvarint(b)
		if size <= 0 {
			return errors.New("a fact that waits to be related is cut off; run it again")
		}
		*n, b = int32(value), b[size:]
	}
	all := string(b) // one piece of memory
	for _, text := range t.texts() {
		length, size := binary.Uvarint(b)
		if size <= 0 || length > uint64(len(b)-size) {
			return errors.New("a fact that waits to be related is cut off; run it again")
		}
		end := size + int(length)
		*text = all[size:end]
		b, all = b[end:], all[end:]
	}
	t.mark = all == ""
	t.fact.FactID = t.fact.DocID + all
	return nil
}
