// Package rules says how reports speak: each rule is a turn of phrase, written as a
// pattern over word classes, with the examples that are its tests.
package rules

import "github.com/dlclark/regexp2/v2"

// Rule is one turn of phrase: 国内生产总值增长5.2% is {np}+{rise}{percent}.
type Rule struct {
	Name       string    // growth-rate; unique over all files
	About      string    // one line for readers
	General    string    // why it holds of any report though few have it; empty for the others
	Pattern    string    // over words and {macros}, as written
	Aspect     string    // of the fact; empty leaves it to the action and the kind
	Direction  string    // up or down; empty leaves it to the action
	Action     string    // action where the pattern captures none
	Suffix     string    // written after an elided indicator: 增速
	Inner      bool      // a number inside a noun phrase: threshold or scale
	Elided     bool      // the indicator is the one before
	Priority   int       // the higher wins where several match
	Confidence string    // of its facts: high, by-name, medium or low
	Examples   []Example // at least two
	Rejects    []string  // at least one text that the rule must not claim
	File       string    // growth.yaml
	Line       int       // of its name

	program   *program
	reference *regexp2.Regexp // nil unless the set matches with regexp2
	beside    beside          // what may stand on the two sides of the number
	required  []*symbolSet    // each must meet the window
	focus     *symbolSet      // symbols of the value group
}

// The grades of confidence that a rule may claim.
const (
	High   = "high"
	ByName = "by-name" // high where a name of some length stands whole beside the number
	Medium = "medium"
	Low    = "low"
)

// Example is a text and the slots of the fact that the rule finds in it.
type Example struct {
	Text string
	Want map[string]string // indicator, action, value (the fact's text), aspect, …
	Line int
}

// Slot is a named group of a pattern.
type Slot int

// The slots that a pattern may capture.
const (
	Value     Slot = iota // the number in question
	Indicator             // what is counted or measured
	Head                  // noun that follows a list or stands for it
	Action                // the governing verb
	Reference             // 全国 in 高于全国0.8个百分点
	Scope                 // 全省 in 排名全省第一
	Parent                // whole of a part
	slots
)

var slotNames = [slots]string{"value", "indicator", "head", "action", "reference", "scope", "parent"}

// wantKeys are the fields that an example may ask for, in the words of the data contract.
var wantKeys = map[string]bool{
	"value": true, "indicator": true, "action": true, "aspect": true, "direction": true,
	"bound": true, "kind": true, "status": true, "period": true, "strength": true,
	"reference": true, "parent": true, "scope": true,
}
