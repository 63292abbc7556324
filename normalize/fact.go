// Package normalize turns facts as written into exact values, canonical units,
// periods and indicator codes.
package normalize

import (
	"zhibiao/extract"
	"zhibiao/extract/mention"
	"zhibiao/report"
)

// Fact is a fact in the terms of GUIDELINES: every field is a value, none a span but
// the place. Decimals are exact and written out in plain notation.
type Fact struct {
	Span          report.Span // bytes of Document.Text
	Text          string      // Document.Text[Span]
	Indicator     string
	IndicatorCode string
	Parent        string // indicator of the whole that this is a part of (其中)
	Action        string
	Kind          mention.Kind // or KindParity
	Value         string       // 9250000, 6.7, 1/3; empty for a range and for parity
	Low, High     string       // of a range
	Unit          string       // 吨, %, 个百分点; empty where none is written
	Bound         mention.Bound
	Aspect        extract.Aspect
	Direction     extract.Direction
	Status        extract.Status
	Period        report.Years
	Strength      extract.Strength
	Reference     string // 全国 in 高于全国0.8个百分点; 经济增长 in parity
	Scope         string // of a rank: 全省
	Dimension     string // mass
	UnitCode      string // kg
	Canonical     string // value in UnitCode, exact decimal or fraction
	CanonicalLow  string
	CanonicalHigh string
	Rule          string
	Steps         []string // resolution steps: ellipsis, list, 分别
	Confidence    string   // high, medium, low
	Section       int      // index into Document.Sections
	Sentence      int      // running number of the sentence in the document
}

// KindParity marks a fact without a number: 与经济增长同步.
const KindParity mention.Kind = "parity"

// Miss is a mention that could not be normalized, with the reason and the cure.
type Miss struct {
	Span   report.Span
	Text   string
	Reason string
	Cure   string
}
