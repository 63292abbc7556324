// Package extract finds the facts of a report: mentions of quantities tied to their
// indicator, action, status and time, each as written and in place.
package extract

import (
	"zhibiao/extract/mention"
	"zhibiao/report"
)

// Aspect is what a number says about its indicator, as in GUIDELINES §5.
type Aspect string

// The aspects.
const (
	Level        Aspect = "level"
	ChangeRate   Aspect = "change_rate"
	ChangeAmount Aspect = "change_amount"
	Gap          Aspect = "gap"
	Baseline     Aspect = "baseline"
	Rank         Aspect = "rank"
	Streak       Aspect = "streak"
	Threshold    Aspect = "threshold"
	Scale        Aspect = "scale"
	Duration     Aspect = "duration"
)

// Direction is up or down for changes and gaps, else empty.
type Direction string

// The directions.
const (
	Up   Direction = "up"
	Down Direction = "down"
)

// Status tells results from aims.
type Status string

// The statuses; empty for threshold and scale.
const (
	Actual Status = "actual"
	Target Status = "target"
)

// Strength is how firmly an aim is stated.
type Strength string

// The strengths, for targets only.
const (
	Ensure Strength = "ensure"
	Strive Strength = "strive"
	Expect Strength = "expect"
	Plain  Strength = "plain"
)

// Variant is what a word stands for where the text tells its parts apart: of 城乡 first
// 城镇, then 农村; of 三次产业 第一产业, 第二产业, 第三产业.
type Variant struct{ Word, Part string }

// Reading is a mention in its sentence as folded for reading (５００億元 as 500亿元, over
// page numbers between lines); Text is empty where the document's own bytes were read.
type Reading struct {
	Text    string
	Mention mention.Mention // spans of Text
}

// Fact is a mention with all that the text says of it, as written. Phrases are lists
// of spans of Document.Text, because shared parts are written once (肉牛、白鹅饲养量 →
// 肉牛 + 饲养量) and lines may break inside a word.
type Fact struct {
	mention.Mention
	Reading    Reading
	Parity     bool // 与经济增长同步: no number; Mention.Span is the phrase
	Indicator  []report.Span
	Suffix     string  // written after the indicator where the text elides it: 增速 in 增速全省第一
	Variant    Variant // of a word that the text splits
	Parent     []report.Span
	Action     []report.Span
	Reference  []report.Span
	Scope      []report.Span
	Aspect     Aspect
	Direction  Direction
	Status     Status
	Period     report.Years
	Strength   Strength
	Confidence Confidence
	Rule       string
	Steps      []string
	Section    int
	Sentence   int
}
