// Package report says what a government work report is: a document of sections,
// paragraphs, sentences and clauses, each a span of the text, with what is known
// of its place and years.
package report

import "strconv"

// Span is a half-open range of bytes [Start, End) of a text, usually Document.Text.
// Code points appear only at the door (JSONL, Parquet, HTML).
type Span struct{ Start, End int }

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span holds nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// In is the text that the span covers.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// Contains reports whether o lies within s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Part is the role of a section in a report.
type Part string

// The parts of a report: 2023年工作回顾, 2024年主要预期目标, 2024年重点任务, and all else.
const (
	PartOther   Part = "other"   // salutation, closing appeal, annex
	PartReview  Part = "review"  // what was done
	PartTargets Part = "targets" // what is aimed at, in figures
	PartTasks   Part = "tasks"   // what will be done
	PartNotes   Part = "notes"   // glossary and notes at the end: what words of the report mean
)

// reports reports whether a part is of what the report itself has to say: what was done and
// what will be.
func (p Part) reports() bool { return p != PartOther && p != PartNotes && p != "" }

// Document is one report as read: its text, which no later stage rewrites, what is
// known of it, and its sections, which tile the text in order.
type Document struct {
	ID       string // base name of the input: jilin-2024.txt
	Text     string // UTF-8, line ends \n, no BOM
	Meta     Meta
	Sections []Section
	Noise    []Span // page numbers (— 22 —) and running heads inside paragraphs, in order; read over them
}

// Section is a heading and the text up to the next heading. Sections are flat and in
// text order; together they tile the document. Parent is the index of the enclosing
// section, -1 at the top.
type Section struct {
	Span
	Title      Span // heading without its number: 2023年工作回顾; empty before the first heading
	Number     Span // heading's number as written: 一、 （一） 一是; empty for a title line
	Level      int  // 0 for the text before the first heading, 1 for 一、, 2 for （一）, …
	Parent     int
	Part       Part
	Years      Years // years told of: 2018–2022 for 过去五年工作回顾; zero for PartOther and PartNotes
	Paragraphs []Paragraph
}

// Paragraph is a run of lines that belong together; paragraphs tile their section.
// Part and Years are those of the section unless the paragraph says otherwise
// (今年经济社会发展的主要预期目标是：…).
type Paragraph struct {
	Span
	Part      Part
	Noted     Part // of a note: the part that its mark stands in first
	Years     Years
	Sentences []Sentence
}

// Sentence ends at 。！？ or the paragraph's end; sentences tile their paragraph.
type Sentence struct {
	Span
	Clauses []Clause
}

// Clause is a stretch of a sentence up to and with its ending mark ，；：。; clauses tile
// their sentence. A mark inside quotes or brackets ends no clause; 、 never does.
type Clause struct{ Span }

// Years is a closed range of years; a single year has Start == End; zero is unknown.
type Years struct{ Start, End int }

// String is the period as written in results: 2023, 2018-2022; empty if unknown.
func (y Years) String() string {
	switch {
	case y.Start == 0:
		return ""
	case y.Start == y.End || y.End == 0:
		return strconv.Itoa(y.Start)
	}
	return strconv.Itoa(y.Start) + "-" + strconv.Itoa(y.End)
}

// Level is the administrative level of the government that reports.
type Level string

// The levels, from the State Council down.
const (
	LevelNational Level = "national"
	LevelProvince Level = "province"
	LevelCity     Level = "city" // prefecture
	LevelCounty   Level = "county"
	LevelTown     Level = "town"
)

// Meta is what is known of a report beside its text.
type Meta struct {
	Title      string // 2024年吉林市政府工作报告
	DocType    string // work_report, plan, or other
	Region     string // 吉林市: the region's full name at the report's year
	RegionPath string // 吉林省吉林市: the region with those above it; 国务院 for the nation
	RegionCode string // GB/T 2260: 220200; empty if unknown
	CodeNow    string // RegionCode of today: 130608 清苑区 for 130622 清苑县; empty where no code goes by the name
	Prefecture string // 保定市: the one that the region lies in or is; empty where there is none
	Province   string // 吉林省; empty for the nation
	Level      Level  // empty if unknown
	ReportYear int    // year delivered; 0 if unknown
	Review     Years  // years looked back on
	Plan       Years  // years planned
	Evidence   []Evidence
}

// Evidence tells how a field of Meta was found.
type Evidence struct {
	Field string // region
	Value string // 吉林市
	How   string // place named most often: 吉林市 12 times
}
