package zhibiao

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// RulesHash is a short hash of all rules and lexicons, and of the choice of segmenter and
// of tokens: what the tables depend on beside the text and the program. Tables carry it, so that a later run knows whether they are out of date.
func (p *Program) RulesHash() string {
	h := sha256.New()
	l := p.lexicons
	for _, list := range []any{
		l.Units, l.Classifiers, l.Numerals, l.Bounds, l.Names, l.Idioms, l.Indicators, l.Actions, l.Words,
	} {
		fmt.Fprintf(h, "%v\n", list)
	}
	for _, r := range p.rules.Rules {
		fmt.Fprintf(h, "%q\n", []any{r.Name, r.Pattern, r.Aspect, r.Direction, r.Action, r.Suffix, r.Inner, r.Elided, r.Priority})
	}
	if p.options.Segmenter != "" || p.options.Tokens {
		fmt.Fprintf(h, "%q %t\n", p.options.Segmenter, p.options.Tokens)
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}
