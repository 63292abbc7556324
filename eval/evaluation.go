package eval

import (
	"maps"
	"slices"
)

// Evaluation is predicted facts held against gold, with all that is printed of it.
type Evaluation struct {
	Pairs   []Pair
	Texts   map[string]*Text // by document; may lack some
	Against *Against         // nil without an earlier run
}

// Against is an earlier run beside the present one.
type Against struct {
	Score   *Score
	Changes []Change
}

// New matches predicted facts with gold.
func New(gold, got []Fact, texts map[string]*Text) *Evaluation {
	return &Evaluation{Pairs: Match(gold, got), Texts: texts}
}

// CompareWith adds an earlier run, older, to the evaluation of newer.
func (e *Evaluation) CompareWith(older, newer, gold []Fact) {
	e.Against = &Against{
		Score:   NewScore(Match(gold, older)),
		Changes: Compare(older, newer, gold),
	}
}

// Scored is the score of a document, or of all as Pooled.
type Scored struct {
	Scope string
	*Score
}

// Pooled is the score over all documents.
func (e *Evaluation) Pooled() Scored { return Scored{Pooled, NewScore(e.Pairs)} }

// Documents are the scores of each document, by name.
func (e *Evaluation) Documents() []Scored {
	byDoc := map[string][]Pair{}
	for _, p := range e.Pairs {
		doc := p.either().Doc
		byDoc[doc] = append(byDoc[doc], p)
	}
	var scores []Scored
	for _, doc := range slices.Sorted(maps.Keys(byDoc)) {
		scores = append(scores, Scored{doc, NewScore(byDoc[doc])})
	}
	return scores
}

// Shortfalls are the figures under their floors, of each document and pooled.
func (e *Evaluation) Shortfalls(floors []Floor) []Shortfall {
	var low []Shortfall
	for _, scored := range append(e.Documents(), e.Pooled()) {
		low = append(low, Shortfalls(scored.Scope, scored.Score, floors)...)
	}
	return low
}
