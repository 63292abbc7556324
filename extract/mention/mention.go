// Package mention finds number phrases in a sentence and reads their parts: numeral,
// unit, bound; it tells quantities from dates, ordinals, codes and idioms.
package mention

import "zhibiao/report"

// Kind is the sort of quantity, as in GUIDELINES §3.
type Kind string

// The kinds of quantity.
const (
	Percent         Kind = "percent"
	PercentagePoint Kind = "percentage_point"
	Money           Kind = "money"
	Measure         Kind = "measure"
	Count           Kind = "count"
	Multiple        Kind = "multiple"
	Fraction        Kind = "fraction"
	Rank            Kind = "rank"
	Duration        Kind = "duration"
)

// Bound says how the number limits the truth, as in GUIDELINES §4.
type Bound string

// The bounds.
const (
	Exact   Bound = "exact"
	About   Bound = "about"
	Almost  Bound = "almost"
	Over    Bound = "over"
	AtLeast Bound = "at_least"
	Under   Bound = "under"
	AtMost  Bound = "at_most"
	Range   Bound = "range"
)

// Role tells whether a mention is a quantity and, if not, what it is.
type Role string

// The roles of a mention.
const (
	Quantity Role = ""        // 6.7%, 45户, 第一: yields a fact
	Free     Role = "free"    // 八个方面, 百亿级, 三年行动: neither required nor an error (GUIDELINES §2)
	Date     Role = "date"    // 2023年, 3月5日, 一季度, “十四五”, 2018-2022年, 过去五年
	Ordinal  Role = "ordinal" // 第五届, （三）, 一是
	Code     Role = "code"    // 5G, T800, 12345热线, 2.0版
	Name     Role = "name"    // 八项规定, 一带一路, “九解一协调”
	Word     Role = "word"    // 一体化, 千方百计, 零售: the numeral is part of a word
)

// Mention is a number phrase as written: 6.7%, 20多万人, 5%—5.5%, 第16位.
// Spans are bytes of the sentence text that was scanned.
type Mention struct {
	report.Span             // number with its unit: the fact's text
	Number      report.Span // numeral with multipliers (1.1万); of a range the first (6); of a rank 第一's 一
	High        report.Span // second numeral of a range (7 of 6%-7%); else empty
	Unit        report.Span // as written, without multiplier (吨); may lie outside Span when shared (14和25平方米), before the number (百分之五) or in it (三成五)
	Kind        Kind
	Bound       Bound
	Before      report.Span // bound word before the number (近, 不低于, 超过); else empty
	After       report.Span // bound word after the unit (左右, 以上); else empty
	Role        Role
}
