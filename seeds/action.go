package seeds

import (
	"slices"
	"strings"
)

// Action is a verb that governs a quantity: 增长 is a growth upwards.
type Action struct {
	Word      string
	Class     string
	Direction string // up, down or empty
	Note      string
}

func (a Action) key() string { return a.Word }

// Class is the class of a verb or, of what is none, of a word; ok is false for one that
// the lexicons lack.
func (l *Lexicons) Class(word string) (class string, ok bool) {
	if a, ok := l.Action(word); ok {
		return a.Class, true
	}
	if i, ok := search(l.Words, word); ok {
		return l.Words[i].Class, true
	}
	return "", false
}

// Action looks a verb up.
func (l *Lexicons) Action(word string) (Action, bool) {
	if i, ok := search(l.Actions, word); ok {
		return l.Actions[i], true
	}
	return Action{}, false
}

// search finds a key in a list, which is sorted.
func search[T entry](list []T, key string) (int, bool) {
	return slices.BinarySearchFunc(list, key, func(e T, key string) int { return strings.Compare(e.key(), key) })
}

var actionTable = schema[Action]{
	file:     "actions.tsv",
	columns:  []string{"word", "class", "direction", "note"},
	required: 2,
	parse: func(r *row) Action {
		a := Action{r.cells[0], r.cells[1], r.cells[2], r.cells[3]}
		r.identifier("class", a.Class)
		if a.Direction != "" {
			r.oneOf("direction", a.Direction, []string{"up", "down"})
		}
		return a
	},
}

// Word is a function word, time word or connective: 同比, 去年, 其中.
type Word struct {
	Text  string
	Class string
	Note  string
}

func (w Word) key() string { return w.Text }

var wordTable = schema[Word]{
	file:     "words.tsv",
	columns:  []string{"word", "class", "note"},
	required: 2,
	parse: func(r *row) Word {
		w := Word{r.cells[0], r.cells[1], r.cells[2]}
		r.identifier("class", w.Class)
		return w
	},
}
