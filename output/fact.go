package output

import (
	"strconv"
	"strings"

	"zhibiao/normalize"
)

// FactRow is one quantity of a report with all that the text says of it.
type FactRow struct {
	FactID        string   `parquet:"fact_id,delta"`
	DocID         string   `parquet:"doc_id,dict"`
	RegionCode    string   `parquet:"region_code,optional,dict"`
	Region        string   `parquet:"region,optional,dict"`
	Province      string   `parquet:"province,optional,dict"`
	Level         string   `parquet:"level,optional,dict"`
	ReportYear    int32    `parquet:"report_year,optional,dict"`
	SectionID     string   `parquet:"section_id,optional"`
	SentenceID    string   `parquet:"sentence_id"`
	Part          string   `parquet:"part,optional,dict"`
	Start         int32    `parquet:"start,delta"`
	End           int32    `parquet:"end,delta"`
	Text          string   `parquet:"text"`
	Indicator     string   `parquet:"indicator,optional"`
	IndicatorCode string   `parquet:"indicator_code,optional,dict"`
	Parent        string   `parquet:"parent_indicator,optional,dict"`
	Action        string   `parquet:"action,optional,dict"`
	Kind          string   `parquet:"kind,dict"`
	Value         *float64 `parquet:"value,optional,dict"`
	ValueText     string   `parquet:"value_text,optional"`
	Low           *float64 `parquet:"low,optional"`
	LowText       string   `parquet:"low_text,optional"`
	High          *float64 `parquet:"high,optional"`
	HighText      string   `parquet:"high_text,optional"`
	Unit          string   `parquet:"unit,optional,dict"`
	Bound         string   `parquet:"bound,optional,dict"`
	Aspect        string   `parquet:"aspect,optional,dict"`
	Direction     string   `parquet:"direction,optional,dict"`
	Status        string   `parquet:"status,optional,dict"`
	PeriodStart   int32    `parquet:"period_start,optional,dict"`
	PeriodEnd     int32    `parquet:"period_end,optional,dict"`
	PartOfYear    string   `parquet:"part_of_year,optional,dict"`
	Strength      string   `parquet:"strength,optional,dict"`
	Reference     string   `parquet:"reference,optional,dict"`
	Scope         string   `parquet:"scope,optional,dict"`
	Dimension     string   `parquet:"dimension,optional,dict"`
	UnitCode      string   `parquet:"unit_code,optional,dict"`
	Canonical     *float64 `parquet:"canonical_value,optional,dict"`
	CanonicalText string   `parquet:"canonical_value_text,optional"`
	CanonLow      *float64 `parquet:"canonical_low,optional"`
	CanonLowText  string   `parquet:"canonical_low_text,optional"`
	CanonHigh     *float64 `parquet:"canonical_high,optional"`
	CanonHighText string   `parquet:"canonical_high_text,optional"`
	Sentence      string   `parquet:"sentence,optional,dict"`
	Rule          string   `parquet:"rule,optional,dict"`
	Steps         string   `parquet:"steps,optional,dict"`
	Confidence    string   `parquet:"confidence,optional,dict"`
}

func factRows(in places, facts []normalize.Fact) []FactRow {
	rows, numbers := make([]FactRow, len(facts)), make(doubles, 0, 2*len(facts))
	parts := yearParts{in: in}
	for i := range facts {
		rows[i].fill(in, &facts[i], &numbers)
		rows[i].PartOfYear = parts.of(&facts[i])
	}
	for i, id := range factIDs(in.doc.ID, rows) {
		rows[i].FactID = id
	}
	return rows
}

// factIDs names facts by their place, so that each keeps its name as long as it stands
// where it stands: jilin-2024.txt#398-402. Two facts on one span (旅游收入、接待人次均增长20%,
// split) need names of their own: the second is jilin-2024.txt#398-402.2.
func factIDs(doc string, rows []FactRow) []string {
	const digits = 16
	all, same := newStrings(len(rows), len(rows)*(len(doc)+digits)), 1
	for i := range rows {
		r := &rows[i]
		all.bytes = append(append(all.bytes, doc...), '#')
		all.bytes = strconv.AppendInt(all.bytes, int64(r.Start), 10)
		all.bytes = strconv.AppendInt(append(all.bytes, '-'), int64(r.End), 10)
		if i > 0 && rows[i-1].Start == r.Start && rows[i-1].End == r.End {
			same++
			all.bytes = strconv.AppendInt(append(all.bytes, '.'), int64(same), 10)
		} else {
			same = 1
		}
		all.end()
	}
	return all.list()
}

// fill sets the row, which is empty, in place: it is too large to be copied for nothing.
func (r *FactRow) fill(in places, f *normalize.Fact, numbers *doubles) {
	m := &in.doc.Meta
	r.DocID, r.RegionCode, r.Region, r.Province = in.doc.ID, m.RegionCode, m.Region, m.Province
	r.Level, r.ReportYear = string(m.Level), int32(m.ReportYear)
	r.SectionID, r.SentenceID, r.Sentence = in.sectionID(f.Section), in.sentenceID(f.Sentence), in.sentence(f.Sentence)
	r.Part, r.Text = string(in.part(f.Sentence)), f.Text
	r.Start, r.End = in.points(f.Span)
	r.Indicator, r.IndicatorCode, r.Parent = f.Indicator, f.IndicatorCode, f.Parent
	r.Action, r.Kind, r.Aspect, r.Direction = f.Action, string(f.Kind), string(f.Aspect), string(f.Direction)
	r.Value, r.ValueText, r.Unit, r.Bound = numbers.of(f.Value), f.Value, f.Unit, string(f.Bound)
	r.Low, r.LowText, r.High, r.HighText = numbers.of(f.Low), f.Low, numbers.of(f.High), f.High
	r.Status, r.Strength, r.Reference, r.Scope = string(f.Status), string(f.Strength), f.Reference, f.Scope
	r.PeriodStart, r.PeriodEnd = int32(f.Period.Start), int32(f.Period.End)
	r.Dimension, r.UnitCode, r.CanonicalText = f.Dimension, f.UnitCode, f.Canonical
	if r.Canonical = r.Value; f.Canonical != f.Value {
		r.Canonical = numbers.of(f.Canonical)
	}
	r.CanonLow, r.CanonLowText = numbers.of(f.CanonicalLow), f.CanonicalLow
	r.CanonHigh, r.CanonHighText = numbers.of(f.CanonicalHigh), f.CanonicalHigh
	r.Rule, r.Steps, r.Confidence = f.Rule, strings.Join(f.Steps, "; "), f.Confidence
}
